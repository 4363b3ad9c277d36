"""Every page as markup: valid, in order, phrases in their language, sections to be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from tests import pages
from tests.pages import Element, Read

SIGN = re.compile("[\u3400-\u9fff]")
WORDS = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}")
CODE = {"script", "style", "title", "code", "pre", "option", "svg"}
HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="module")
def read(folder: Path) -> dict[str, Read]:
    """Every page of the shipped site, by its path."""
    return {
        path.relative_to(folder).as_posix(): pages.read(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def test_every_page_is_valid(folder: Path) -> None:
    """A strict HTML5 parser finds no error on any page."""
    parser = html5lib.HTMLParser(strict=False)
    wrong = {}
    for path in sorted(folder.rglob("*.html")):
        parser.parse(path.read_bytes(), transport_encoding="utf-8")
        if parser.errors:
            wrong[path.relative_to(folder).as_posix()] = parser.errors[:3]
    assert wrong == {}


def test_headings_are_in_order(read: dict[str, Read]) -> None:
    """One h1, which comes first in the page's matter, and no level is left out on the way down."""
    wrong = []
    for path, page in read.items():
        levels = [HEADS.index(e.tag) + 1 for e in page.elements if e.tag in HEADS]
        steps = pairwise(levels)
        if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in steps):
            wrong.append((path, levels))
    assert wrong == []


def test_every_phrase_is_in_its_language(read: dict[str, Read]) -> None:
    """No Han characters stand as English, no three English words in a row as Chinese."""
    wrong = []
    for path, page in read.items():
        wrong += [(path, words) for words in _strange(page)]
    assert wrong == []


def _strange(page: Read) -> Iterator[str]:
    for text, element in page.texts:
        around = list(element.up())
        if any(e.tag in CODE or _is_citation(e) for e in around):
            continue
        lang = next((e.attrs["lang"] for e in around if "lang" in e.attrs), "")
        if (WORDS if lang.startswith("zh") else SIGN).search(text):
            yield text.strip()[:60]


def _is_citation(element: Element) -> bool:
    """A citation in a format for machines, which is code that is not marked up as such."""
    return element.text.startswith(("@misc{", "TY  - ", "[\n"))


def test_every_section_can_be_linked_to(read: dict[str, Read]) -> None:
    """A section of a page has an id of its own, and its head is a link to it."""
    kinds = {"sect", "matrix", "ledger__part"}
    wrong, seen = [], 0
    for path, page in read.items():
        led = {e.attrs["href"] for e in page.all("a", class_="anchor")}
        for section in page.all("section"):
            if not kinds & set(section.attrs.get("class", "").split()):
                continue
            seen += 1
            if f"#{section.attrs.get('id')}" not in led:
                wrong.append((path, section.text.strip()[:30]))
    assert seen > len(read)
    assert wrong == []


def test_links_that_leave_the_site_say_so(read: dict[str, Read]) -> None:
    """Each of them points at words that say so, for those who do not see the arrow."""
    for path, page in read.items():
        out = [e for e in page.all("a") if e.attrs.get("href", "").startswith("http")]
        assert all(e.attrs.get("aria-describedby") == "external" for e in out), path
        assert page.all("p", id="external")[0].text, path


def test_the_first_link_skips_to_the_matter(read: dict[str, Read]) -> None:
    """Before anything else, a link leads over the menu to the main part of the page."""
    for path, page in read.items():
        if "/embed/" in f"/{path}":
            continue
        links = page.all("a")
        assert links[0].attrs["href"] == "#main", path
        assert page.main.attrs["id"] == "main", path


def test_every_page_says_whose_it_is(read: dict[str, Read]) -> None:
    """The foot says that this is no government website, and how to reach whoever made it."""
    says = {"zh": "政府", "en": "government"}
    for path, page in read.items():
        lang = page.all("html")[0].attrs["lang"].partition("-")[0]
        foot = page.all("footer")[0]
        assert says[lang] in foot.text, path
        links = [e for e in page.all("a") if foot in e.up()]
        assert links, path
