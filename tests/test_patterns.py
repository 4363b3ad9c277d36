"""The page of patterns: no component without its remark, its sample, its place on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from html5lib import HTMLParser
from tests import pages
from tests.pages import Read

from policy_explorer.inputs import macros
from policy_explorer.views.samples import ONCE, samples

ROOT = Path(__file__).parents[1]
MACROS = macros.read(ROOT / "theme")
NAMES = [f"{macro.file}.{macro.name}" for macro in MACROS]


@pytest.fixture(scope="module", params=["", "en/"])
def shown(folder: Path, request: pytest.FixtureRequest) -> Read:
    """The page in each language."""
    return pages.read((folder / f"{request.param}patterns.html").read_bytes())


def test_every_component_says_what_it_is() -> None:
    """Each macro of the theme has a remark above it, and there is no template without one."""
    files = {path.stem for path in (ROOT / "theme/templates/macros").glob("*.html")}
    assert {macro.file for macro in MACROS} == files
    assert not [name for name, macro in zip(NAMES, MACROS, strict=True) if not macro.words]


def test_every_component_has_a_sample() -> None:
    """Each macro has one sample, and no sample is left of a macro that is gone."""
    assert sorted(NAMES) == sorted({*samples(("a", "b")), *ONCE})


def test_every_component_is_shown(shown: Read) -> None:
    """The page has a heading for each macro, with its parameters and its remark."""
    heads = [e.text for e in shown.all("h3") if e.attrs == {}]
    said = [f"{macro.name}({', '.join(macro.params)})" for macro in MACROS]
    assert [head for head in heads if head in said] == said
    words = {e.text for e in shown.all("p", class_="muted")}
    assert {macro.words for macro in MACROS} <= words


def test_samples_are_seen(shown: Read) -> None:
    """What has a sample gives something to be seen, unless it is an attribute or a sign."""
    seen = {e.attrs["data-pattern"] for e in shown.elements if "data-pattern" in e.attrs}
    assert set(NAMES) - seen == {*ONCE, "mark.fact", "mark.basis", "rich.is_stop"}


def test_the_page_is_not_to_be_found(folder: Path, shown: Read) -> None:
    """No page leads to it but its own twins, and it asks not to be indexed."""
    assert shown.all("meta", name="robots", content="noindex")
    others = (path for path in folder.rglob("*.html") if path.name != "patterns.html")
    assert not [path for path in others if b"patterns.html" in path.read_bytes()]


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_page_is_html(folder: Path, lang: str) -> None:
    """A strict reader finds nothing wrong with it."""
    HTMLParser(strict=True).parse((folder / f"{lang}patterns.html").read_bytes())
