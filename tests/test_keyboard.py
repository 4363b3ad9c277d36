"""What axe cannot see: journeys by keyboard, what is focused and in which order, names, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.kinds import KINDS, LANGS
from tests.visits import Visit

pytestmark = pytest.mark.browser
FAR = 120
"""More stops than any journey here needs."""
SCRIPTS = Path(__file__).parent
ACTIVE = "selector => document.activeElement.matches(selector)"
CONTROLS = {"link", "button", "slider", "textbox", "searchbox", "radio", "combobox"}
NAMED = CONTROLS | {"image", "img", "graphics-document", "region", "navigation", "table"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain."""
    visit = Visit(browser)
    yield visit.page
    assert visit.complaints == []
    visit.page.close()


def walk(page: Page, selector: str) -> None:
    """Press Tab until what the selector means is focused."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if page.evaluate(ACTIVE, selector):
            return
    pytest.fail(f"Tab never comes to {selector}")


def enter(page: Page, selector: str) -> None:
    """Walk there and follow it to another page."""
    walk(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_a_number_to_its_source(page: Page, address: str) -> None:
    """Home, the number's fact in the ledger, the line of the source it rests on."""
    page.goto(f"{address}/index.html")
    enter(page, "a.fact[href*='#targets/output-doubling']")
    fact = page.locator(".entry:target")
    expect(fact).to_be_in_viewport()
    walk(page, ".entry:target .entry__at a")
    assert page.evaluate("document.activeElement.closest('.entry').matches(':target')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*")
    expect(page.locator(":target")).to_be_in_viewport()


def test_from_a_zone_to_a_file_of_its_chart(page: Page, address: str) -> None:
    """Home, a zone, its chart's panel, the first file: saved without a mouse."""
    page.goto(f"{address}/en/index.html")
    enter(page, ".names a[href='zones/china-dental-valley.html']")
    enter(page, ".fig__take a[href$='#download']")
    walk(page, "#download a[download]")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename


def test_the_matter_is_one_key_away(page: Page, address: str) -> None:
    """The first stop is seen once focused, and leads over the menu to the page's matter."""
    page.goto(f"{address}/zones/index.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_if_by_keys(page: Page, address: str) -> None:
    """The slider moves by arrow keys, the field takes a number, and each says what comes of it."""
    page.goto(f"{address}/en/charts/doubling.html")
    told = page.locator("[data-tell]")
    walk(page, "[data-slider]")
    page.keyboard.press("ArrowRight")
    expect(told).not_to_be_empty()
    before = told.inner_text()
    walk(page, "[data-field]")
    page.keyboard.press("Control+a")
    page.keyboard.type("5")
    expect(told).not_to_have_text(before)


def test_a_chart_is_explored_by_keys(page: Page, address: str) -> None:
    """The button of a chart can be reached; the live chart takes no stop of its own."""
    page.goto(f"{address}/targets/output-doubling.html")
    walk(page, "[data-explore]")
    page.wait_for_selector("figure[data-state=live]", timeout=60_000)
    assert page.evaluate(ACTIVE, "[data-explore]")
    page.keyboard.press("Tab")
    assert not page.evaluate(ACTIVE, ".chart__live *")


@pytest.mark.parametrize("lang", LANGS)
def test_focus_is_seen_and_in_order(browser: Browser, address: str, lang: str) -> None:
    """Every stop on every page has a line around it; on a phone none leads back up."""
    look = (SCRIPTS / "focus.js").read_text(encoding="utf-8")
    page = Visit(browser, width=360).page
    wrong = []
    for path in KINDS.values():
        page.goto(f"{address}/{lang}{path}")
        page.keyboard.press("Tab")
        wrong += [f"{path}: {line}" for line in page.evaluate(look)]
    assert wrong == []
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_targets_are_large_enough(browser: Browser, address: str, lang: str, width: int) -> None:
    """24 px each way, or that much room around, but for links in running text (WCAG 2.5.8)."""
    look = (SCRIPTS / "sizes.js").read_text(encoding="utf-8")
    page = Visit(browser, width=width).page
    wrong = []
    for path in KINDS.values():
        page.goto(f"{address}/{lang}{path}")
        wrong += [f"{path}: {line}" for line in page.evaluate(look)]
    assert wrong == []
    page.close()


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_screen_reader_is_told(browser: Browser, address: str, lang: str) -> None:
    """Every control, picture, region and table has a name, every chart a description as well."""
    page = Visit(browser).page
    session = page.context.new_cdp_session(page)
    wrong = []
    for path in KINDS.values():
        page.goto(f"{address}/{lang}{path}")
        charts = 0
        for node in session.send("Accessibility.getFullAXTree")["nodes"]:
            role, name = _word(node, "role"), _word(node, "name")
            if node["ignored"] or role not in NAMED:
                continue
            wrong += [] if name.strip() else [f"{path}: {role} without a name"]
            charts += len(_word(node, "description")) > 40
        shown = page.locator("figure[data-chart] .chart svg[role=img]:visible").count()
        wrong += [] if charts >= shown else [f"{path}: {shown} charts, {charts} described"]
    assert wrong == []
    page.close()


def _word(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))
