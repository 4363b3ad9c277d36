"""The live chart on a page under the strict policy: on intent, in place, in both themes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.charts.samples import PALETTE, ROLES, THEME, doubling_chart

from policy_explorer.charts.spec import draw, embedded
from policy_explorer.writers.assets import own_styles

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
LIVE = "figure[data-state=live]"


def _html(script: str, styles: str = "") -> str:
    chart = doubling_chart("zh")
    svgs, tokens = draw(chart, PALETTE), escape(json.dumps(PALETTE.tokens()))
    return f"""<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>t</title>
<link rel="stylesheet" href="site.css">
<script src="charts.js" defer></script>
<h1>t</h1>
<figure class="fig" data-chart="doubling" data-plotly="{script}" data-plotly-css="plotly.css"
 data-plotly-styles="{styles}" data-tokens="{tokens}">
<div class="chart"><div class="chart__wide">{svgs.wide}</div>
<div class="chart__narrow">{svgs.narrow}</div></div>
<script type="application/json" data-figure="wide">{embedded(chart.wide)}</script>
<script type="application/json" data-figure="narrow">{embedded(chart.narrow)}</script>
<button class="chart__explore" type="button" data-explore hidden data-live="live now"
 data-failed="failed">explore</button>
</figure><p id="after">after</p></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, plotly: Path) -> Path:
    """A page with one chart, and all it names, opened from the disk."""
    folder, css = tmp_path_factory.mktemp("live"), THEME / "static/css"
    sheets = [*sorted(css.glob("[0-9]*.css")), css / "components/chart.css"]
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    (folder / "site.css").write_text(text, encoding="utf-8")
    copyfile(css / "plotly.css", folder / "plotly.css")
    copyfile(THEME / "static/js/charts.js", folder / "charts.js")
    copyfile(plotly, folder / "plotly.js")
    styles = own_styles(plotly.read_bytes())
    (folder / "page.html").write_text(_html("plotly.js", styles), encoding="utf-8")
    (folder / "broken.html").write_text(_html("absent.js"), encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in light."""
    page = browser.new_page(viewport={"width": 1000, "height": 800}, color_scheme="light")
    yield page
    page.close()


def _ink(page: Page) -> str:
    """The colour in which the live chart draws the axis of years."""
    path = ".chart__live .xlines-above"
    drawn: str = page.locator(path).first.evaluate("e => getComputedStyle(e).stroke")
    return "#" + "".join(f"{int(v):02x}" for v in drawn.strip("rgb()").split(","))


def _tops(page: Page) -> object:
    return page.evaluate("['.chart', '#after'].map(s => document.querySelector(s).offsetTop)")


def test_nothing_loads_before_intent(folder: Path, page: Page) -> None:
    """Until a pointer comes near there is the picture only, and a button that offers more."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "page.html").as_uri())
    expect(page.locator("[data-explore]")).to_have_text("explore")
    assert page.locator("figure").get_attribute("data-state") == "idle"
    assert not [url for url in asked if "plotly" in url]


def test_takes_over_in_place(folder: Path, page: Page) -> None:
    """The pointer makes it live: nothing moves, nothing is reported, the picture keeps its name."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((folder / "page.html").as_uri())
    before = _tops(page)
    page.hover(".chart")
    expect(page.locator(LIVE)).to_be_visible(timeout=20_000)
    assert _tops(page) == before
    expect(page.locator("[data-explore]")).to_have_text("live now")
    still, live = (page.locator(s).bounding_box() for s in (".chart__wide > svg", ".chart__live"))
    assert still is not None
    assert live is not None
    assert all(abs(still[side] - live[side]) < 0.5 for side in ("x", "y", "width", "height"))
    assert page.get_by_role("img", name=doubling_chart("zh").title).count() == 1
    assert page.locator(".chart__live").get_attribute("aria-hidden") == "true"
    assert said == []


def test_hover_speaks_and_hits_the_point(folder: Path, page: Page) -> None:
    """On the scaled chart the pointer at a mark of the picture gets that mark's own words."""
    page.goto((folder / "page.html").as_uri())
    box = page.locator(".chart__wide > svg").bounding_box()
    disc = page.locator(".chart__wide circle.s-accent").nth(1)
    x, y = (float(disc.get_attribute(key) or "") for key in ("cx", "cy"))
    page.hover(".chart")
    expect(page.locator(LIVE)).to_be_visible(timeout=20_000)
    assert box is not None
    scale = box["width"] / 720
    page.mouse.move(box["x"] + x * scale + 1, box["y"] + y * scale)
    words = page.locator(".chart__live .hoverlayer")
    expect(words).to_contain_text("2022年：131.95，推算，非规划内容")


def test_theme_follows(folder: Path, page: Page) -> None:
    """A live chart takes the colours of the theme, by the system's wish or the reader's."""
    page.goto((folder / "page.html").as_uri())
    page.hover(".chart")
    expect(page.locator(LIVE)).to_be_visible(timeout=20_000)
    light, dark = ROLES["ink"]
    assert _ink(page) == light
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert _ink(page) == dark
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    page.wait_for_timeout(200)
    assert _ink(page) == light


def test_room_decides_the_drawing(folder: Path, page: Page) -> None:
    """A live chart changes to the narrow drawing where the picture does, and keeps its size."""
    page.goto((folder / "page.html").as_uri())
    page.locator("[data-explore]").focus()
    expect(page.locator(LIVE)).to_be_visible(timeout=20_000)
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_timeout(400)
    narrow = page.locator(".chart__narrow > svg").bounding_box()
    live = page.locator(".chart__live").bounding_box()
    assert narrow is not None
    assert live is not None
    assert all(abs(narrow[side] - live[side]) < 0.5 for side in ("x", "y", "width", "height"))


def test_paper_shows_the_picture(folder: Path, page: Page) -> None:
    """In print the wide picture stands, however narrow the page, and no live chart."""
    page.goto((folder / "page.html").as_uri())
    page.hover(".chart")
    expect(page.locator(LIVE)).to_be_visible(timeout=20_000)
    page.set_viewport_size({"width": 400, "height": 800})
    page.emulate_media(media="print")
    svg = page.locator(".chart__wide > svg")
    expect(svg).to_be_visible()
    assert svg.evaluate("e => getComputedStyle(e).opacity") == "1"
    expect(page.locator(".chart__narrow")).to_be_hidden()
    expect(page.locator(".chart__live")).to_be_hidden()


def test_failure_leaves_the_picture(folder: Path, page: Page) -> None:
    """Where plotly.js does not arrive the picture stays, and the button says so."""
    page.goto((folder / "broken.html").as_uri())
    page.locator("[data-explore]").click()
    expect(page.locator("figure[data-state=failed]")).to_be_visible()
    expect(page.locator("[data-explore]")).to_have_text("failed")
    svg = page.locator(".chart__wide > svg")
    assert svg.evaluate("e => getComputedStyle(e).opacity") == "1"
