"""Any plan, by data alone: a second plan builds like the first, and no code knows either."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests import pages
from tests.pages import Read
from tests.test_site import _target

from policy_explorer import pipeline, settings
from policy_explorer.charts.palette import PROPERTIES, Palette
from policy_explorer.graph import Site
from policy_explorer.model.basis import Basis
from policy_explorer.model.number import Number
from policy_explorer.model.status import Status

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/shenzhen-20plus8"
CODE = ("plugins/policy_explorer", "theme/templates", "theme/static", "theme/content")
"""Where no word of a plan may stand, beside the theme's strings."""
SUFFIXES = {".py", ".html", ".css", ".js", ".md", ".yaml"}
PLACES = ("资阳", "Ziyang", "深圳", "Shenzhen", "四川", "Sichuan", "牙谷", "Dental Valley")
WORDS = re.compile(
    "|".join(map(re.escape, (*PLACES, "5+N", "20+8", "功能区", "生态圈", "产业集群", "未来产业")))
    + r"|\bzones?\b|\bclusters?\b|\bpharma|\bdoubling\b(?!\W*:)",
    re.IGNORECASE,
)
"""Words of the plans. That a plan may say 翻番 or "doubling" for 2 is a law of numbers."""
COLOUR = re.compile(r"--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
READABLE = 4.5
"""Contrast of words on paper: WCAG 2, level AA."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Every file of the example's site."""
    return pipeline.render(settings.find(ROOT, EXAMPLE))


@pytest.fixture(scope="module")
def read(files: dict[str, bytes]) -> dict[str, Read]:
    """Every page of it, read back."""
    return {path: pages.read(data) for path, data in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def site() -> Site:
    """The example, linked."""
    return pipeline.read(settings.find(ROOT, EXAMPLE))


def test_nothing_is_wrong_with_it() -> None:
    """It checks without an error, and without a warning."""
    assert not pipeline.check(settings.find(ROOT, EXAMPLE, strict=True)).problems


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


def test_languages_have_the_same_pages(read: dict[str, Read]) -> None:
    """Every page stands in both languages."""
    english = {path.removeprefix("en/") for path in read if path.startswith("en/")}
    assert english == {path for path in read if not path.startswith("en/")}


def test_scrapers_are_never_linked(site: Site, read: dict[str, Read]) -> None:
    """A scraper copy is named, and linked on no page."""
    closed = {r.word("url") for r in site.items("sources") if r.word("grade") == "D"}
    assert closed - {""}
    assert not closed & {href for page in read.values() for href in page.links}


def test_it_shares_no_file_with_the_shipped_plan() -> None:
    """No file of the example has the content of one of the shipped plan."""
    own = {p.read_bytes() for p in EXAMPLE.rglob("*") if p.is_file()}
    shipped = {p.read_bytes() for d in ("data", "content") for p in (ROOT / d).rglob("*.*")}
    assert not own & shipped


def test_what_was_attested_is_listed(site: Site) -> None:
    """Eighteen of twenty clusters, eight future industries, and no name for any park."""
    sizes = {name: len(section.items) for name, section in site.sections.items()}
    assert (sizes["clusters"], sizes["future-industries"], sizes["parks"]) == (18, 8, 0)
    assert site.sections["clusters"].is_open
    assert str(site.facts["parks.stated_count"].basis) == "external"


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("sei-va-v1", Status.MET),
        ("sei-va-v2", Status.MET),
        ("sei-va-2022", Status.MET),
        ("clusters-1tn", Status.NOT_MET),
        ("clusters-500bn", Status.DUE_PASSED_NO_OBSERVATION),
        ("high-tech-firms", Status.DUE_PASSED_NO_OBSERVATION),
        ("sei-growth-2026", Status.NO_OBSERVATION),
    ],
)
def test_met_and_missed(site: Site, target: str, status: Status) -> None:
    """Each target stands where the figures of its own due year put it."""
    assert site.statuses[f"targets/{target}"] is status


def test_the_sums_of_the_figures(site: Site) -> None:
    """What the facts check by arithmetic comes out as they have it."""
    found = ((f.id, f.value) for f in site.facts.values())
    values = {name: value.written for name, value in found if isinstance(value, Number)}
    assert values["derived/share-2022-check"] == "41.14"
    assert values["derived/value-added-2023-sum"] == "1448967000000"
    assert values["derived/clusters-not-named"] == "2"


def test_only_one_report_is_the_plan_s_own(site: Site) -> None:
    """What is stated cites the own source; all else that is cited is external."""
    own = site.policy.source
    for fact in site.facts.values():
        sources = {cite.source for cite in fact.ground.citations}
        if fact.basis is Basis.STATED:
            assert sources == {own}, fact.id


def test_its_colours_are_its_own_and_readable() -> None:
    """The colours differ from each other and from the theme's; words are readable on paper."""
    theme = (ROOT / "theme/static/css/2-tokens.css").read_text(encoding="utf-8")
    own = _colours((EXAMPLE / "tokens.css").read_text(encoding="utf-8"))
    Palette.of({role: own[name.removeprefix("--")] for role, name in PROPERTIES.items()})
    assert not set(own.items()) & set(_colours(theme).items())
    for role in ("text", "muted", "accent", "b-external", "b-inferred"):
        for at in (0, 1):
            assert _contrast(own[role][at], own["surface"][at]) >= READABLE, role
            assert _contrast(own[role][at], own["tint"][at]) >= READABLE, role


def _colours(css: str) -> dict[str, tuple[str, str]]:
    return {name: (light, dark) for name, light, dark in COLOUR.findall(css)}


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _code() -> list[Path]:
    """Every file of the package and the theme that is ours."""
    found = [path for folder in CODE for path in (ROOT / folder).rglob("*")]
    found += (ROOT / "theme").glob("strings*.yaml")
    return [path for path in sorted(found) if path.suffix in SUFFIXES]


def test_no_code_knows_a_plan() -> None:
    """No word of either plan stands in the package, the theme or its strings."""
    hits = []
    for path in _code():
        lines = path.read_text(encoding="utf-8").splitlines()
        found = ((n, WORDS.search(line)) for n, line in enumerate(lines, 1))
        hits += [f"{path.relative_to(ROOT)}:{n}: {hit[0]}" for n, hit in found if hit]
    assert not hits, hits


REF = re.compile(r"(?<![\w/.-])[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
"""A reference to a record, wherever it stands."""


@pytest.mark.slow
def test_names_of_files_and_ids_do_not_matter(tmp_path: Path) -> None:
    """The shipped plan under other names of sections and other ids has as many pages."""
    shipped = settings.find(ROOT)
    plan = pipeline.read(shipped)
    sections = {name: f"part-{n}" for n, name in enumerate(plan.sections)}
    refs = {ref: _other(ref, sections) for ref in plan.records}
    for folder in ("data", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for path in sorted((tmp_path / "data").glob("*.yaml")):
        words = _renamed(path.read_text(encoding="utf-8"), path.stem, sections, refs)
        path.unlink()
        stem = sections.get(path.stem, path.stem)
        path.with_name(f"{stem}.yaml").write_text(words, encoding="utf-8")
    for path in (tmp_path / "content").glob("*.md"):
        words = _renamed(path.read_text(encoding="utf-8"), "", sections, refs)
        path.write_text(words, encoding="utf-8")
    before, after = (
        _pages(pipeline.render(shipped)),
        _pages(pipeline.render(settings.find(ROOT, tmp_path))),
    )
    assert len(before) == len(after)
    assert {page for page in after if page.startswith("part-2/")}
    assert not {page for page in after if page.startswith("zones/")}


def _other(ref: str, sections: dict[str, str]) -> str:
    file, _, name = ref.partition("/")
    return f"{sections.get(file, file)}/n-{name}"


def _renamed(words: str, file: str, sections: dict[str, str], refs: dict[str, str]) -> str:
    """A file of the plan with every section and every item called otherwise."""
    names = "|".join(sections)
    words = REF.sub(lambda m: refs.get(m[0], m[0]), words)
    words = re.sub(
        rf"(?<![\w/.-])({names})(?=[.\]\s,}}]|$)",
        lambda m: sections[m[1]],
        words,
        flags=re.MULTILINE,
    )
    words = re.sub(r"(?<=chart:)([a-z0-9-]+)", r"n-\1", words)
    for key, where in (("id", file), ("source", "sources")):
        for name in (ref.partition("/")[2] for ref in refs if ref.startswith(f"{where}/")):
            words = re.sub(rf"(?<=\b{key}: ){name}(?=[\s,}}])", f"n-{name}", words)
    return words


def _pages(files: dict[str, bytes]) -> set[str]:
    return {path for path in files if path.endswith(".html")}
