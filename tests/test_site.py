"""The shipped plan, built whole: what must hold of its pages and of its data."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests import pages
from tests.pages import Read

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.model.basis import Basis
from policy_explorer.model.text import Text
from policy_explorer.problems import Refused

ROOT = Path(__file__).parents[1]
SOURCES = Path(os.environ.get("POLICY_SOURCES", ROOT.parent / "shared/facts/source"))
DATA = ("application/json", "application/ld+json")
"""Types of scripts that hold no code."""
PATH_INDEX = ["100", "114.87", "131.95", "151.57", "174.11", "200"]


@pytest.fixture(scope="session")
def site() -> Site:
    """The shipped plan, linked."""
    return pipeline.read(settings.find(ROOT))


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Every file of the shipped site."""
    return pipeline.render(settings.find(ROOT))


@pytest.fixture(scope="session")
def read(files: dict[str, bytes]) -> dict[str, Read]:
    """Every page of the shipped site, read back."""
    return {path: pages.read(data) for path, data in files.items() if path.endswith(".html")}


def _target(start: str, href: str) -> tuple[str, str]:
    path, _, anchor = href.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(start), path)) if path else start
    return unquote(joined), unquote(anchor)


def test_every_link_leads_somewhere(files: dict[str, bytes], read: dict[str, Read]) -> None:
    """Every relative address in a page is a file of the site, and its anchor an id there."""
    lost = []
    for start, page in read.items():
        for href in page.links:
            if re.match(r"[a-z][a-z0-9+.-]*:", href):
                continue
            path, anchor = _target(start, href)
            is_there = path in files and (not anchor or anchor in read[path].ids)
            lost += [] if is_there else [f"{start} -> {href}"]
    assert not lost, lost[:10]


def test_links_say_their_file(read: dict[str, Read]) -> None:
    """No link leads to a bare folder, so that the site works when opened from a disk."""
    bare = {h for page in read.values() for h in page.links if h.partition("#")[0].endswith("/")}
    assert not {href for href in bare if not href.startswith("http")}


def test_only_citations_lead_out(site: Site, read: dict[str, Read]) -> None:
    """The only addresses of other sites are of sources that may be linked, and the licence."""
    open_ones = (r for r in site.items("sources") if r.props.get("link_ok", True))
    legal = {record.word("url") for record in open_ones}
    legal |= {site.policy.licence_url, site.policy.contact_url}
    for prose in (ROOT / "content").glob("*.md"):
        legal |= set(re.findall(r"\((https?://[^)]+)\)", prose.read_text(encoding="utf-8")))
    out = {h for page in read.values() for h in page.links if re.match(r"(https?:)?//", h)}
    assert out
    assert not out - legal


def test_scrapers_are_never_linked(site: Site, read: dict[str, Read]) -> None:
    """A source that must not be linked is linked on no page."""
    closed = {r.word("url") for r in site.items("sources") if r.props.get("link_ok") is False}
    closed |= {r.word("url") for r in site.items("sources") if r.word("grade") == "D"}
    linked = {href for page in read.values() for href in page.links}
    assert not (closed - {""}) & linked


def test_languages_have_the_same_pages(read: dict[str, Read]) -> None:
    """Every page of the default language has its twin in the other, and the other way round."""
    english = {path.removeprefix("en/") for path in read if path.startswith("en/")}
    chinese = {path for path in read if not path.startswith("en/")}
    assert english == chinese


def test_language_links_are_symmetric(read: dict[str, Read]) -> None:
    """A page's alternates name itself and its twin, and the twin's name them back.

    What stands in frames on other sites is not to be found by search, and names its chart's page;
    the page of patterns is for those who build the theme, that of lost addresses for nobody.
    """
    for path, page in read.items():
        if page.all("meta", name="robots", content="noindex"):
            assert "embed/" in path or path.endswith(("patterns.html", "404.html"))
            continue
        alternates = {
            link.attrs["hreflang"]: _target(path, link.attrs["href"])[0]
            for link in page.all("link", rel="alternate")
            if "hreflang" in link.attrs
        }
        assert alternates["x-default"] == alternates["zh-CN"]
        assert path in alternates.values()
        twin = next(p for p in alternates.values() if p != path)
        back = {
            _target(twin, link.attrs["href"])[0] for link in read[twin].all("link", rel="alternate")
        }
        assert path in back


def test_language_switch_keeps_the_page(read: dict[str, Read]) -> None:
    """The switch in the head of a page leads to the same page in the other language."""
    page = read["zones/china-dental-valley.html"]
    hrefs = {a.attrs["href"] for a in page.all("a", hreflang="en")}
    assert hrefs == {"../en/zones/china-dental-valley.html"}


def test_ids_are_single(read: dict[str, Read]) -> None:
    """No id stands twice on a page."""
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_policy_of_content_holds_without_exceptions(read: dict[str, Read]) -> None:
    """No page has an inline style or script, and its policy forbids both."""
    for path, page in read.items():
        assert not [e for e in page.elements if "style" in e.attrs], path
        assert not page.all("style"), path
        scripts = page.all("script")
        assert all("src" in s.attrs or s.attrs.get("type") in DATA for s in scripts), path
        assert not [e for e in page.elements if any(a.startswith("on") for a in e.attrs)], path
        rule = next(
            m.attrs["content"]
            for m in page.all("meta")
            if m.attrs.get("http-equiv") == "Content-Security-Policy"
        )
        assert "default-src 'none'" in rule
        assert "unsafe" not in rule


def test_pages_have_one_head(read: dict[str, Read]) -> None:
    """Every page has one h1, a title, a description and the language of its folder."""
    for path, page in read.items():
        assert len(page.all("h1")) == 1, path
        assert page.all("title")[0].text.strip(), path
        assert page.all("meta", name="description")[0].attrs["content"].strip(), path
        tag = "en" if path.startswith("en/") else "zh-CN"
        assert page.all("html")[0].attrs["lang"] == tag


def test_nothing_leaks_into_words(read: dict[str, Read]) -> None:
    """No page shows what only code should see."""
    leak = re.compile(
        r"\bNone\b|\bundefined\b|\bNaN\b|\{\{|\}\}|\[\[|\]\]|Seg\(|Decimal\(|object at"
    )
    for path, page in read.items():
        found = leak.search(page.all("body")[0].text)
        assert not found or (found[0] == "None" and "en/" not in path), (path, found)


def test_no_typed_space_between_han_and_latin(site: Site) -> None:
    """Chinese of our own holds no space between Han and Latin; printed names stand as printed."""
    gap = re.compile(r"[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]")
    ours = (fact for fact in site.facts.values() if fact.basis is not Basis.STATED)
    texts = [fact.value["zh"] for fact in ours if isinstance(fact.value, Text)]
    assert texts
    assert not [words for words in texts if gap.search(words)]


def test_the_plan_is_whole(site: Site) -> None:
    """All that the article names is encoded: counts by section."""
    sizes = {name: len(section.items) for name, section in site.sections.items()}
    assert sizes["industries"] == 10
    assert sizes["ecosystems"] == 5
    assert sizes["zones"] == 7
    assert sizes["parks"] == 5
    assert sizes["documents"] == 2
    assert len(site.items("targets")) == 9
    kinds = {record.word("kind") for record in site.items("targets")}
    assert kinds == {
        "ratio_to_baseline",
        "units_at_threshold",
        "count_at_least",
        "direction",
        "deliverable",
    }


def test_every_item_has_a_page(site: Site, read: dict[str, Read]) -> None:
    """Every item of a section, every target and every source has a page in each language."""
    for name in (*site.sections, "targets", "sources"):
        for record in site.items(name):
            assert f"{record.ref}.html" in read
            assert f"en/{record.ref}.html" in read


def test_the_path_of_the_doubling(read: dict[str, Read]) -> None:
    """The table of the doubling holds the even path, exactly as arithmetic gives it."""
    for path in ("targets/output-doubling.html", "en/targets/output-doubling.html"):
        cells = [e.text.strip() for e in read[path].all("td")]
        assert [cell for cell in cells if cell in PATH_INDEX] == PATH_INDEX


def test_no_yuan_for_the_doubling(site: Site) -> None:
    """No amount of money is encoded for gross output in the plan of 2020."""
    own = site.facts_of("targets/output-doubling")
    assert own
    assert not [fact for fact in own if fact.unit == "yuan"]
    indicator = site.records["indicators/gross-industrial-output"].get("unit")
    assert indicator is not None
    assert indicator.value is None
    measured = {ref.to for o in site.items("observations") for ref in o.refs("indicator")}
    assert "indicators/gross-industrial-output" not in measured


def test_no_zone_is_given_a_class(site: Site, files: dict[str, bytes]) -> None:
    """Which zones reach a class is not stated: every zone says so, and its ladder is the same."""
    drawn = set()
    for zone in site.items("zones"):
        assert [fact.basis for fact in zone.facts("class")] == [Basis.NOT_STATED]
        html = files[f"{zone.ref}.html"].decode()
        figure = html[html.index('id="zone-ladder"') :]
        drawn.add(figure[figure.index("<svg") : figure.index("</svg>")])
    assert len(drawn) == 1


def test_links_run_both_ways(read: dict[str, Read]) -> None:
    """An industry names its zone with the basis of the link, and the zone names it back."""
    there = read["industries/dental-equipment.html"].links
    back = read["zones/china-dental-valley.html"].links
    assert "../zones/china-dental-valley.html" in there
    assert "../industries/dental-equipment.html" in back


def test_a_source_lists_what_rests_on_it(site: Site, read: dict[str, Read]) -> None:
    """The page of the plan's source names every fact that cites it."""
    source = site.policy.source
    page = read[f"sources/{source}.html"]
    shown = {e.attrs["data-fact"] for e in page.elements if "data-fact" in e.attrs}
    resting = {f.id for f in site.by_source[source] if f.subject != f"sources/{source}"}
    assert resting
    assert resting <= shown


def test_the_ledger_has_every_fact(site: Site, read: dict[str, Read]) -> None:
    """Every fact has its entry, under its id, in both ledgers."""
    for path in ("facts.html", "en/facts.html"):
        folder = path.removesuffix(".html") + "/"
        parts = [page for name, page in read.items() if name == path or name.startswith(folder)]
        assert set(site.facts) <= {name for page in parts for name in page.ids}


def test_every_shown_fact_exists(site: Site, read: dict[str, Read]) -> None:
    """No page marks words as a fact that the ledger does not know."""
    for path, page in read.items():
        shown = {e.attrs["data-fact"] for e in page.elements if e.attrs.get("data-fact")}
        assert shown <= set(site.facts), path


def test_facts_for_machines(site: Site, files: dict[str, bytes]) -> None:
    """data/facts.json holds every fact once, with words in both languages and its citations."""
    whole = json.loads(files["data/facts.json"])
    rows = {row["id"]: row for row in whole["facts"]}
    assert whole["schema"] == 1
    assert len(rows) == len(whole["facts"]) == len(site.facts)
    doubling = rows["targets/output-doubling.at_least"]
    assert doubling["value"] == "2"
    assert doubling["basis"] == "stated"
    assert {c["line"] for c in doubling["citations"]} == {32}
    assert all(row["text"].keys() == {"zh", "en"} for row in rows.values())
    assert all(
        row["text"][lang] in row["forms"][lang] for row in rows.values() for lang in ("zh", "en")
    )


def test_charts_stand_without_script(read: dict[str, Read]) -> None:
    """The doubling and the ladder are drawn in the page, named and described, wide and narrow."""
    for path in ("targets/output-doubling.html", "zones/index.html"):
        drawn = read[path].all("svg", role="img", class_="") or read[path].all("svg", role="img")
        named = [svg for svg in drawn if svg.attrs.get("aria-labelledby")]
        assert len(named) == 2, path
        assert len(read[path].all("table")) >= 1


def test_every_figure_names_its_source(read: dict[str, Read]) -> None:
    """The line under a figure names at least one source, as a link."""
    for path, page in read.items():
        for line in page.all("figcaption"):
            links = [e for e in page.all("a") if line in e.up() and "sources/" in e.attrs["href"]]
            assert links, path


def test_an_estimate_says_so(read: dict[str, Read]) -> None:
    """A figure that its source calls an estimate is called one wherever it stands."""
    for path, word in (("timeline.html", "预计"), ("en/timeline.html", "estimate")):
        shown = [
            e
            for e in read[path].elements
            if e.attrs.get("data-fact") == "observations/gdp-2025.value"
        ]
        assert shown
        assert all(word in e.text for e in shown if e.tag in {"a", "td"} and "11" in e.text)


def test_what_is_to_be_done_is_not_called_done(read: dict[str, Read]) -> None:
    """A deed that nobody reported as done is headed as one to be done."""
    page = read["en/targets/national-high-tech-zone.html"]
    heads = page.all("p", class_="answer__n")
    assert [head.text.strip() for head in heads] == ["to be done"]


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


def test_stated_names_are_printed(site: Site) -> None:
    """Every stated item's Chinese name, and every key word, is found on each line it cites."""
    path = SOURCES / f"{site.policy.source}.txt"
    if not path.is_file():
        pytest.skip("the article's text is not kept in the repository; set POLICY_SOURCES")
    lines = [_folded(line) for line in path.read_text(encoding="utf-8").split("\n")]
    cites = [c for f in site.facts.values() for c in f.ground.citations if c.line]
    assert len(cites) > 200
    missed = [
        f"{cite.place.path}:{cite.place.line} line {cite.line}: {term}"
        for cite in cites
        for term in cite.terms
        if cite.source == site.policy.source and _folded(term) not in lines[cite.line - 1]
    ]
    assert not missed, missed[:10]


def _copy(into: Path) -> Path:
    """A project whose data may be changed, with the theme of this one."""
    shutil.copytree(ROOT / "data", into / "data")
    shutil.copytree(ROOT / "content", into / "content")
    (into / "theme").symlink_to(ROOT / "theme")
    return into


def _unweighed(page: bytes) -> bytes:
    return re.sub(rb"[0-9.]+ [kM]B</small>", b"</small>", page)


@pytest.mark.slow
def test_one_edit_changes_the_pages_that_show_it(tmp_path: Path) -> None:
    """Editing a name and building again rewrites exactly the files that show it.

    A picture or a workbook shows the name where the chart's SVG or CSV does, packed; a page may
    also say how large such a file is. What knows every file by its digest, the manifests of the
    site and of its data, changes too, and packed twins follow.
    """
    project = _copy(tmp_path)
    found = settings.find(project)
    before = pipeline.render(found)
    path = project / "data/zones.yaml"
    words = path.read_text(encoding="utf-8")
    name = "Airport-Economy High-End Manufacturing"
    assert words.count(name) == 1
    path.write_text(words.replace(name, "Quite Another Zone"), encoding="utf-8")
    after = pipeline.render(found)
    altered = {p for p in after if before.get(p) != after[p]}
    changed = {p for p in altered if not p.endswith(".gz")} - {"build.json"}
    assert {p.removesuffix(".gz") for p in altered} == changed | {"build.json"}
    showing = {p for p, data in before.items() if name.encode() in data}
    charts = {p.removesuffix(".excel.csv") for p in showing if p.endswith(".excel.csv")}
    packed = {f"{chart}.{key}" for chart in charts for key in ("png", "wechat.png", "xlsx")}
    weighing = {p for p in changed if _unweighed(before[p]) == _unweighed(after[p])}
    knowing = {"data/datapackage.json", "data/SHA256SUMS"}
    assert changed - weighing == showing | packed | knowing
    assert 0 < len(changed) < len(before) / 2


@pytest.mark.slow
def test_a_mistake_costs_nothing(tmp_path: Path) -> None:
    """With a mistake in the data nothing is written, and the old site stays as it was."""
    project = _copy(tmp_path)
    output = tmp_path / "output"
    pipeline.publish(settings.find(project), output)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in output.rglob("*") if p.is_file()}
    path = project / "data/zones.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("items:", "itmes:"), encoding="utf-8")
    with pytest.raises(Refused):
        pipeline.publish(settings.find(project), output)
    after = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in output.rglob("*") if p.is_file()}
    assert after == before


@pytest.mark.slow
def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """Markup in a name is shown as words, in pages and in the figures inside them."""
    project = _copy(tmp_path)
    path = project / "data/zones.yaml"
    words = path.read_text(encoding="utf-8")
    evil = "</script><img src=x onerror=alert(1)>"
    hostile = words.replace("China Dental Valley}", f'"{evil}"}}', 1)
    assert hostile != words
    path.write_text(hostile, encoding="utf-8")
    made = pipeline.render(settings.find(project))
    for name, data in made.items():
        if name.endswith(".html"):
            assert evil.encode() not in data, name
            assert not pages.read(data).all("img"), name


@pytest.mark.slow
def test_a_plan_of_another_shape_builds() -> None:
    """Three flat sectors, no zones, one target: the same code makes a whole site of it."""
    made = pipeline.render(settings.find(ROOT, ROOT / "tests/plans/three-sectors"))
    assert "index.html" in made
    assert "facts.html" in made
    assert not [path for path in made if path.startswith("zones/")]
    read = {path: pages.read(data) for path, data in made.items() if path.endswith(".html")}
    lost = [
        (start, href)
        for start, page in read.items()
        for href in page.links
        if not re.match(r"[a-z]+:", href) and _target(start, href)[0] not in made
    ]
    assert not lost


@pytest.mark.slow
def test_a_renamed_item_is_still_reached(tmp_path: Path) -> None:
    """Under an item's old id stands a page that leads to the new one."""
    project = _copy(tmp_path)
    path = project / "data/zones.yaml"
    words = path.read_text(encoding="utf-8")
    renamed = words.replace("id: airport-high-end\n", "id: airport-high-end\n    was: [old-name]\n")
    assert renamed != words
    path.write_text(renamed, encoding="utf-8")
    made = pipeline.render(settings.find(project))
    for folder in ("zones", "en/zones"):
        page = pages.read(made[f"{folder}/old-name.html"])
        target = page.all("meta", http_equiv="refresh")[0].attrs["content"]
        assert target == "0; url=airport-high-end.html"


@pytest.mark.slow
def test_drafts_are_not_published(tmp_path: Path) -> None:
    """An item marked as a draft is on no page of the site, and in `serve` on its own."""
    project = _copy(tmp_path)
    path = project / "data/background.yaml"
    words = path.read_text(encoding="utf-8")
    draft = "  - {id: a-draft, draft: true, name: {zh: 草稿一则, en: A draft}, cite: 4}\n"
    path.write_text(words + draft, encoding="utf-8")
    made = pipeline.render(settings.find(project))
    assert not [name for name, data in made.items() if "草稿一则".encode() in data]
    assert "background/a-draft.html" in pipeline.render(settings.find(project, drafts=True))
