"""The pages that go with any plan: the brief, the data, its versions, the licences."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests import pages
from tests.conftest import Plan
from tests.pages import Read

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.model.basis import Basis

ROOT = Path(__file__).parents[1]
PLAIN = (Basis.STATED, Basis.DERIVED)
"""Grounds on which the plan itself speaks."""
LANGUAGES = ("", "en/")
CODES = {"": "zh", "en/": "en"}


@pytest.fixture(scope="module")
def site() -> Site:
    """The shipped plan, linked."""
    return pipeline.read(settings.find(ROOT))


def _read(folder: Path, path: str) -> Read:
    return pages.read((folder / path).read_bytes())


def _facts(folder: Path) -> dict[str, object]:
    made: dict[str, object] = json.loads((folder / "data/facts.json").read_bytes())
    return made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_is_whole(folder: Path, site: Site, lang: str) -> None:
    """Every target, item, open question, gap and source of the plan stands in the brief by name."""
    words = re.sub(r"\s", "", _read(folder, f"{lang}brief.html").main.text)
    code = CODES[lang]
    files = (*site.sections, "targets", "questions")
    named = [r.name[code] for file in files for r in site.items(file) if r.name is not None]
    gaps = site.files["questions"].head.structs("not_stated")
    named += [name[code] for gap in gaps if (name := gap.words("name")) is not None]
    assert len(named) > 90
    assert not [name for name in named if "[[" not in name and re.sub(r"\s", "", name) not in words]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_says_what_is_not_stated(folder: Path, site: Site, lang: str) -> None:
    """A target's line in the brief leads to its place and names each field that is silent."""
    page = _read(folder, f"{lang}brief.html")
    lines = {line.attrs["data-fact"]: line for line in page.all("li", class_="aim")}
    for record in site.items("targets"):
        line = lines[record.ref]
        said = {f.key for f in record.fields if f.value is not None and f.basis in PLAIN}
        silent = len({fact.key for fact in record.fields} - said)
        unsaid = [e.text for e in page.all("p", class_="unsaid") if line in e.up()]
        joint = "、" if not lang else ", "
        assert len(unsaid) == bool(silent), record.ref
        assert not silent or unsaid[0].count(joint) == silent - 1, record.ref


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_dictionary_is_whole(folder: Path, lang: str) -> None:
    """The page of the data explains every key of facts.json, and no other."""
    made = _facts(folder)
    facts = made["facts"]
    assert isinstance(facts, list)
    terms = [e.text for e in _read(folder, f"{lang}data.html").all("dt")]
    assert terms == [*made, *facts[0]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_downloads_are_as_large_as_said(folder: Path, lang: str) -> None:
    """Each file to take is there, and its size in words is that of the file."""
    page = _read(folder, f"{lang}data.html")
    offered = [a for a in page.all("a") if "download" in a.attrs]
    names = {a.attrs["href"].rpartition("/")[2] for a in offered}
    assert {"facts.json", "charts.zip"} <= names
    for a in offered:
        size = (folder / lang / a.attrs["href"]).resolve().stat().st_size
        number, unit = next(
            e.text.split() for e in page.all("small") if e.parent is not None and e.parent is a
        )
        expected = size / {"B": 1, "kB": 1e3, "MB": 1e6}[unit]
        assert a.attrs["href"].rpartition("/")[2] in a.text
        assert float(number) == pytest.approx(expected, abs=0.6), a.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_machines_are_told_the_same_sizes(folder: Path, lang: str) -> None:
    """What the page of the data tells machines of its files is what it shows of them."""
    page = _read(folder, f"{lang}data.html")
    shown = {
        a.attrs["href"].rpartition("/")[2]: a.text for a in page.all("a") if "download" in a.attrs
    }
    (told,) = (json.loads(e.text) for e in page.all("script", type="application/ld+json"))
    for one in told["@graph"][0]["distribution"]:
        words = shown[one["contentUrl"].rpartition("/")[2]]
        assert one["name"] in words
        assert words.endswith(one["contentSize"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_chart_has_its_data_there(folder: Path, site: Site, lang: str) -> None:
    """The page of the data leads to the CSV of each chart that is drawn."""
    hrefs = set(_read(folder, f"{lang}data.html").links)
    drawn = {r.id for r in site.items("charts") if (folder / f"{lang}charts/{r.id}.csv").is_file()}
    assert drawn
    assert {f"charts/{name}.csv" for name in drawn} <= hrefs


@pytest.mark.parametrize("lang", LANGUAGES)
def test_example_ids_are_facts(folder: Path, lang: str) -> None:
    """The ids that the page of the data shows are ids of this plan, one of each shape."""
    page = _read(folder, f"{lang}data.html")
    facts = _facts(folder)["facts"]
    assert isinstance(facts, list)
    shown = [e.text for e in page.all("code") if e.parent is not None and e.parent.tag == "div"]
    assert len(shown) == len(set(shown)) == 6
    assert set(shown) <= {fact["id"] for fact in facts}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_versions_are_told(folder: Path, site: Site, lang: str) -> None:
    """Every version of changes.yaml stands on its page, the newest, which names the data, first."""
    page = _read(folder, f"{lang}changes.html")
    told = [e.text for e in page.all("b") if e.parent is not None and e.parent.tag == "dt"]
    assert told == [record.word("version") for record in site.items("changes")]
    assert told[0] == _facts(folder)["data_version"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_others_made_is_named(folder: Path, lang: str) -> None:
    """The notice on the page of licences is that of the plotly.js which is shipped."""
    (bundle,) = (folder / "assets").glob("plotly-*.js")
    head = bundle.read_text(encoding="utf-8")[:400]
    version = re.search(r"v(\d+\.\d+\.\d+)", head)
    assert version
    notice = _read(folder, f"{lang}licenses.html").all("pre")[0].text
    assert version[0] in notice
    assert "MIT" in notice
    assert "Permission is hereby granted" in notice


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_others_made_is_listed(folder: Path, lang: str) -> None:
    """Each file that names another owner has a row: name, version, licence, place, digest."""
    page = _read(folder, f"{lang}licenses.html")
    listed = {}
    cells = [e for e in page.elements if e.tag in {"th", "td"} and e.attrs.get("scope") != "col"]
    digests = [e.text.split()[-1] for e in page.all("p", class_="data__sum")]
    for at, digest in zip(range(0, len(cells), 4), digests, strict=True):
        name, version, licence, file = (e.text for e in cells[at : at + 4])
        path = file.partition("SHA-256")[0].strip()
        told = (folder / path).read_bytes()[:400].decode()
        assert f"{name} v{version}\n" in told
        assert f"under the {licence} license" in told
        listed[path] = digest
    others = [p for p in folder.glob("assets/*.*[!z]") if b"Copyright" in p.read_bytes()]
    expected = {f"assets/{p.name}": hashlib.sha256(p.read_bytes()).hexdigest() for p in others}
    assert listed == expected
    links = [a.attrs["href"] for a in page.all("a") if a.text in listed]
    assert [(folder / lang / link).resolve() for link in links] == others


@pytest.mark.slow
def test_a_plan_without_a_chart_of_it_all(plan: Plan) -> None:
    """The first sheet shows the lists of a plan that no chart shows whole."""
    page = pages.read(pipeline.render(plan.settings)["brief.html"])
    assert not page.all("figure")
    assert page.all("ol", class_="stops")


@pytest.mark.slow
def test_the_address_is_printed(plan: Plan) -> None:
    """A page of a site that has an address ends with its own, for paper."""
    known = replace(plan.settings, site_url="https://example.org/plan")
    page = pages.read(pipeline.render(known)["brief.html"])
    assert [e.text for e in page.all("p", class_="print-only")] == [
        "https://example.org/plan/brief.html"
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("licence", "is_free"), [("CC BY 4.0", True), ("CC BY-NC 4.0", False)])
def test_terms_are_said_in_words(plan: Plan, licence: str, is_free: bool) -> None:
    """Only a licence that asks for credit alone is said to allow all else."""
    plan.edit("policy.yaml", "name: CC BY 4.0", f"name: {licence}")
    page = pages.read(pipeline.render(plan.settings)["licenses.html"])
    (lead,) = page.all("p", class_="lead")
    assert ("passed on with credit" in lead.text) == is_free
