"""No rule of axe is broken: on pages of every kind and in every state a reader can open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.axe import violations
from tests.kinds import KINDS, LANGS
from tests.visits import Visit

pytestmark = pytest.mark.browser
DETAILS = "document.querySelectorAll('details').forEach(d => { d.open = true; })"


def _moved(page: Page) -> None:
    page.locator("[data-slider]").fill("9.5")


def _wrong(page: Page) -> None:
    page.locator("[data-field]").fill("nine")
    expect(page.locator("[data-wrong]")).to_be_visible()


def _opened(page: Page) -> None:
    page.evaluate(DETAILS)


def _live(page: Page) -> None:
    page.locator("figure .chart").first.hover()
    page.wait_for_selector("figure[data-state=live]", timeout=60_000)


def _asked(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("500")
    expect(page.locator("[data-hits] li").first).to_be_visible()


def _pressed(page: Page) -> None:
    page.locator("[data-only-switch]").first.click()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "what-if-moved": ("charts/doubling.html", _moved),
    "what-if-wrong": ("charts/doubling.html", _wrong),
    "files-and-facts-open": ("charts/doubling.html", _opened),
    "fact-aimed-at": ("facts/targets.html#targets/output-doubling.due", _opened),
    "contents-aimed-at": ("index.html#contents", _opened),
    "live-chart": ("targets/output-doubling.html", _live),
    "search-panel": ("zones/index.html", _asked),
    "search-on-home": ("index.html", _asked),
    "plan-alone": ("timeline.html", _pressed),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_kind(browser: Browser, address: str, kind: str, lang: str) -> None:
    """Nothing is wrong with it in either theme, wide and narrow."""
    page = Visit(browser).to(f"{address}/{lang}{KINDS[kind]}")
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", STATES)
def test_every_open_state(browser: Browser, address: str, state: str, lang: str) -> None:
    """Nor with what opens, moves or is aimed at on it."""
    path, act = STATES[state]
    page = Visit(browser).to(f"{address}/{lang}{path}")
    act(page)
    assert violations(page) == []
    page.close()
