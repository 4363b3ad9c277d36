"""On paper: A4, whole charts and rows, no controls, addresses after links, few sheets."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.visits import Visit

SHEET = re.compile(rb"/Type\s*/Page\b")
BOX = re.compile(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
SCALE = re.compile(rb"^(\.\d+) 0 0 -\1 0 [\d.]+ cm", re.MULTILINE)
A4 = (595, 842)
LANGUAGES = ("", "en/")
LONG = {"output-doubling", "industry-share-of-gdp"}
"""Targets with later goals beside them: two sheets."""
NOT_PRINTED = (
    ".masthead__menu, .masthead__tools, .crumbs, .find, .only, .pager, .footer__index, .skip, "
    ".fig__take, .take, .whatif, .more, .filter, .sib, button"
)
pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, as wide as the text of a sheet when it is looked at."""
    visit = Visit(browser, width=680)
    yield visit.page
    visit.page.close()


def _paper(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def _sheets(page: Page) -> int:
    return len(SHEET.findall(_paper(page)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_brief_is_short(page: Page, address: str, lang: str) -> None:
    """The whole plan takes eight sheets of A4 at most."""
    page.goto(f"{address}/{lang}brief.html")
    paper = _paper(page)
    assert 2 <= len(SHEET.findall(paper)) <= 8
    assert {tuple(round(float(x)) for x in box) for box in BOX.findall(paper)} == {A4}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_poster_is_one_sheet(page: Page, address: str, lang: str) -> None:
    """The poster fills the first sheet alone, whole; what follows begins on the second."""
    page.goto(f"{address}/{lang}brief.html")
    whole = _sheets(page)
    page.evaluate("document.querySelectorAll('.sect, .footer').forEach(e => e.remove())")
    page.evaluate("document.querySelector('.sheet-one').style.breakAfter = 'auto'")
    assert _sheets(page) == 1
    page.goto(f"{address}/{lang}brief.html")
    page.evaluate("document.querySelector('.sheet-one').remove()")
    assert _sheets(page) == whole - 1


def _targets(folder: Path) -> list[str]:
    found = folder.glob("targets/*.html")
    return sorted(path.stem for path in found if path.stem != "index")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_target_is_one_sheet(page: Page, address: str, folder: Path, lang: str) -> None:
    """The page of a target takes one sheet, with later goals beside it two."""
    for name in _targets(folder):
        page.goto(f"{address}/{lang}targets/{name}.html")
        assert _sheets(page) <= (2 if name in LONG else 1), name


@pytest.mark.parametrize(
    "path", ["index.html", "en/brief.html", "questions.html", "en/targets/output-doubling.html"]
)
def test_nothing_is_shrunk(page: Page, address: str, path: str) -> None:
    """Nothing is wider than the paper, for which a browser would print all of it smaller."""
    page.goto(f"{address}/{path}")
    streams = (
        zlib.decompressobj().decompress(s) for s in STREAM.findall(_paper(page)) if s[:1] == b"x"
    )
    scales = {float(found[1]) for stream in streams if (found := SCALE.search(stream))}
    assert {round(scale, 4) for scale in scales} == {0.24}


@pytest.mark.parametrize(
    "path", ["index.html", "targets/output-doubling.html", "charts/doubling.html", "facts.html"]
)
def test_controls_stay_on_the_screen(page: Page, address: str, path: str) -> None:
    """No menu, switch, button, panel or arithmetic of the reader's is printed."""
    page.goto(f"{address}/{path}")
    page.emulate_media(media="print")
    seen = page.locator(NOT_PRINTED).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.className)"
    )
    assert seen == []


def test_a_folded_table_is_printed(page: Page, address: str) -> None:
    """The numbers of a chart are on paper though its table is folded on the screen."""
    page.goto(f"{address}/index.html")
    tall = "e => e.getBoundingClientRect().height"
    folded = page.locator(".fig__data:not([open])").first
    assert folded.count() == 1
    before = folded.evaluate(tall)
    page.emulate_media(media="print")
    assert folded.evaluate(tall) > before + 40


def test_addresses_follow_their_words(page: Page, address: str) -> None:
    """The address of a page elsewhere stands after the words that lead to it."""
    page.goto(f"{address}/brief.html")
    page.emulate_media(media="print")
    outward = page.locator("a[href^='http']")
    assert outward.count() > 5
    for n in range(outward.count()):
        link = outward.nth(n)
        said = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert str(link.get_attribute("href")) in said


def test_what_belongs_together_stays(page: Page, address: str) -> None:
    """Figures, rows and entries are never broken between two sheets."""
    for path in ("index.html", "brief.html", "targets/output-doubling.html", "questions.html"):
        page.goto(f"{address}/{path}")
        page.emulate_media(media="print")
        whole = "figure, tr, .aim, .stat, .goal, .sheet__row, .rows > li, .gists > li, .question"
        loose = page.locator(whole).evaluate_all(
            "all => all.filter(e => getComputedStyle(e).breakInside !== 'avoid').length"
        )
        assert loose == 0, path


def test_the_button_prints(page: Page, address: str) -> None:
    """The button of the brief asks the browser to print."""
    page.add_init_script("window.print = () => { window.asked = true; }")
    page.goto(f"{address}/brief.html")
    page.locator("[data-print]").click()
    assert page.evaluate("window.asked") is True


def test_no_button_without_script(browser: Browser, address: str) -> None:
    """Where no script runs there is no button that does nothing."""
    visit = Visit(browser, javascript=False)
    visit.to(f"{address}/brief.html")
    assert not visit.page.locator("[data-print]").is_visible()
    visit.page.close()
