"""The built site in a real browser: what a reader sees, clicks, and never sends."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.visits import Visit

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[1]
WIDTHS = (320, 360, 768, 1280)
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["index.html", "en/index.html", "facts.html", "timeline.html"])
def test_pages_open_without_a_complaint(browser: Browser, address: str, path: str) -> None:
    """No message in the console, and nothing asked of any other host."""
    visit = Visit(browser)
    visit.to(f"{address}/{path}")
    assert visit.complaints == []
    assert visit.asked
    assert all(url.startswith((address, "data:")) for url in visit.asked)
    visit.page.close()


def test_switching_the_language_keeps_the_page(browser: Browser, address: str) -> None:
    """From a zone in Chinese, one click leads to the same zone in English, and back."""
    page = Visit(browser).to(f"{address}/zones/china-dental-valley.html")
    assert page.locator("h1").inner_text() == "中国牙谷"
    page.get_by_role("banner").get_by_role("link", name="English").click()
    assert page.url.endswith("/en/zones/china-dental-valley.html")
    assert page.locator("h1").inner_text() == "China Dental Valley"
    page.get_by_role("banner").get_by_role("link", name="中文").click()
    assert page.url.endswith("/zones/china-dental-valley.html")
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_chart_comes_alive_in_its_place(browser: Browser, address: str, width: int) -> None:
    """Pointing at the chart loads plotly.js from this site; nothing moves, nothing complains."""
    visit = Visit(browser, width=width)
    page = visit.to(f"{address}/targets/output-doubling.html")
    assert not [url for url in visit.asked if "plotly" in url]
    figure = page.locator("figure[data-chart=doubling]")
    chart = figure.locator(".chart")
    chart.scroll_into_view_if_needed()
    before = chart.bounding_box()
    chart.hover()
    page.wait_for_selector("figure[data-chart=doubling][data-state=live]", timeout=60_000)
    assert chart.bounding_box() == before
    assert figure.locator(".js-plotly-plot").count() == 1
    assert [url for url in visit.asked if "plotly" in url]
    assert all(url.startswith((address, "data:")) for url in visit.asked)
    assert visit.complaints == []
    page.close()


@pytest.mark.parametrize("path", ["index.html", "zones/index.html", "targets/output-doubling.html"])
def test_without_script_chart_and_table_stand(browser: Browser, address: str, path: str) -> None:
    """With scripts off the page shows its drawing and the table of the same numbers."""
    page = Visit(browser, javascript=False).to(f"{address}/{path}")
    drawings = page.locator("figure.fig .chart svg[role=img]")
    shown = [n for n in range(drawings.count()) if drawings.nth(n).is_visible()]
    assert len(shown) == page.locator("figure.fig").count() >= 1
    assert page.locator("figure.fig table").count() >= 1
    page.close()


def test_home_opens_from_a_disk(browser: Browser, folder: Path) -> None:
    """Opened as a file, home is styled, its links lead on, and its chart comes alive."""
    visit = Visit(browser)
    page = visit.to((folder / "index.html").as_uri())
    size = "getComputedStyle(document.querySelector('h1')).fontSize"
    assert float(page.evaluate(size).removesuffix("px")) > 20
    page.locator("figure.fig .chart").first.hover()
    page.wait_for_selector("figure.fig[data-state=live]", timeout=60_000)
    page.get_by_role("link", name="中国牙谷").first.click()
    assert page.url.endswith("/zones/china-dental-valley.html")
    assert visit.complaints == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_sticks_out(browser: Browser, address: str, lang: str, width: int) -> None:
    """No page kind scrolls sideways, from a small phone up."""
    visit = Visit(browser, width=width)
    kinds = (
        "index.html",
        "zones/index.html",
        "zones/gas-footwear-textiles.html",
        "targets/index.html",
        "targets/output-doubling.html",
        "timeline.html",
        "facts.html",
        "questions.html",
        "glossary.html",
        "sources/index.html",
        "about.html",
    )
    wide = []
    for path in kinds:
        page = visit.to(f"{address}/{lang}{path}")
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        wide += [path] if over > 0 else []
    assert not wide
    visit.page.close()


def test_the_theme_switch_is_remembered(browser: Browser, address: str) -> None:
    """Switching to dark holds on the next page."""
    page = Visit(browser).to(f"{address}/index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("[data-theme-switch]").first.click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(f"{address}/timeline.html")
    assert page.evaluate(ground) == dark
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_second_plan_as_well(browser: Browser, tmp_path: Path, width: int) -> None:
    """The example plan opens from a disk without a complaint, and nothing of it sticks out."""
    output = tmp_path / "output"
    pipeline.publish(settings.find(ROOT, ROOT / "examples/shenzhen-20plus8"), output)
    visit = Visit(browser, width=width)
    wide = []
    for name in ("index", "targets/index", "targets/sei-va-v2", "timeline", "facts", "questions"):
        for folder in ("", "en/"):
            page = visit.to((output / f"{folder}{name}.html").as_uri())
            over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            wide += [f"{folder}{name}"] if over > 0 else []
    assert not wide
    assert visit.complaints == []
    visit.page.close()
