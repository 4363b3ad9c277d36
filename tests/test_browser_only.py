"""The switch "stated only" in a real browser: what goes, what stays, what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.visits import Visit

pytestmark = pytest.mark.browser
OTHERS = ":is([data-basis=inferred], [data-basis=external])"
LEFT = f"""
[...document.querySelectorAll("main {OTHERS}")]
  .filter(e => e.checkVisibility() && !e.matches(".fact")).map(e => e.outerHTML.slice(0, 80))
"""
ORPHANS = """
[...document.querySelectorAll("main section")].filter(e => e.checkVisibility()).filter(
  s => ![...s.querySelectorAll("li, dd, p, td, svg")].some(
    e => e.checkVisibility() && !e.closest(".sect__head"))).map(s => s.textContent.trim())
"""
KINDS = (
    "index.html",
    "zones/index.html",
    "zones/china-dental-valley.html",
    "companies/sichuan-yujia.html",
    "industries/dental-equipment.html",
    "targets/output-doubling.html",
    "en/targets/top500-firms.html",
    "timeline.html",
    "en/facts.html",
    "questions.html",
    "sources/scol-2021-06-10.html",
    "checkable.html",
    "en/relations.html",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that has never been here, and must not complain."""
    visit = Visit(browser)
    yield visit.page
    assert visit.complaints == []
    visit.page.close()


@pytest.mark.parametrize("path", KINDS)
def test_only_the_plans_own_words_stay(page: Page, address: str, path: str) -> None:
    """No row, item, cell or figure of another voice is seen, and no head stands alone."""
    page.goto(f"{address}/{path}?only=stated")
    assert page.locator("main .only").is_visible()
    assert page.evaluate(LEFT) == []
    assert page.evaluate(ORPHANS) == []


def test_the_switch_is_remembered_and_in_the_address(page: Page, address: str) -> None:
    """Pressed, it holds on the next page and shows in the address; pressed again, it is gone."""
    page.goto(f"{address}/zones/china-dental-valley.html")
    inferred = page.locator("main dd[data-basis=inferred]").first
    assert inferred.is_visible()
    switch = page.locator(".masthead [data-only-switch]")
    switch.click()
    assert not inferred.is_visible()
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.url.endswith("china-dental-valley.html?only=stated")
    page.goto(f"{address}/timeline.html")
    assert page.locator("main .only").is_visible()
    assert page.url.endswith("timeline.html?only=stated")
    page.locator("main .only button").click()
    assert not page.locator("main .only").is_visible()
    assert page.url.endswith("timeline.html")
    page.goto(f"{address}/index.html")
    assert not page.locator("main .only").is_visible()


def test_links_carry_it_where_nothing_is_stored(page: Page, folder: Path) -> None:
    """Opened from a disk, the address goes with every link inside the site."""
    page.goto((folder / "timeline.html").as_uri() + "?only=stated")
    page.locator(".masthead__title").click()
    page.wait_for_url("**/index.html?only=stated")
    assert page.locator("main .only").is_visible()


def test_a_hidden_mark_reads_as_not_stated(page: Page, address: str) -> None:
    """In a matrix, a cell that only others fill shows the empty square instead."""
    page.goto(f"{address}/en/relations.html?only=stated")
    marks = page.locator("#zones-ecosystems td .say:visible")
    assert marks.count() == 35
    assert page.locator("#zones-ecosystems td .say:visible [aria-label='Not stated']").count() == 35


def test_without_script_nothing_is_hidden(browser: Browser, address: str) -> None:
    """The switch is not there, and neither is its effect."""
    page = Visit(browser, javascript=False).to(
        f"{address}/zones/china-dental-valley.html?only=stated"
    )
    assert page.locator("main dd[data-basis=inferred]").first.is_visible()
    assert not page.locator("[data-only-switch]:visible").count()
    page.close()


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_matrices_do_not_stick_out(browser: Browser, address: str, lang: str, width: int) -> None:
    """Neither page scrolls sideways; the tables of relations do so in their own box."""
    visit = Visit(browser, width=width)
    for path in ("checkable.html", "relations.html"):
        page = visit.to(f"{address}/{lang}{path}")
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path
    visit.page.close()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_matrix_prints_on_one_sheet(browser: Browser, address: str, lang: str) -> None:
    """How checkable the plan is stands on one page of A4."""
    page = Visit(browser).to(f"{address}/{lang}checkable.html")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1
    page.close()
