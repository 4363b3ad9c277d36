"""The static painter against plotly.js, in a real browser, for every chart, language and layout."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page
from tests.charts.pictures import CHARTS
from tests.charts.samples import LANGUAGES, PALETTE, THEME

from policy_explorer.charts.spec import Chart, draw

pytestmark = pytest.mark.browser
CASES = [
    pytest.param((name, lang), layout, id=f"{name}-{lang}-{layout}")
    for name, lang, layout in itertools.product(CHARTS, LANGUAGES, ("wide", "narrow"))
]
MARK, TEXT, STRONG = 0.5, 1.0, 0.5
"""How far marks and texts may lie apart in px, and how many strong pixels differ in percent."""
Drawn = dict[str, Any]


@pytest.fixture
def chart(request: pytest.FixtureRequest) -> Chart:
    """A chart by its name and language: made for the test, not while the tests are collected."""
    name, lang = request.param
    return CHARTS[name](lang)


@pytest.fixture(scope="module")
def page(browser: Browser, plotly: Path) -> Iterator[Page]:
    """An empty page in the site's own styles, with both painters at hand."""
    page = browser.new_page(viewport={"width": 760, "height": 700}, color_scheme="light")
    page.set_content('<!doctype html><meta charset="utf-8"><div id="box"></div>')
    css = THEME / "static/css"
    sheets = [*sorted(css.glob("[0-9]*.css")), css / "components/chart.css", css / "plotly.css"]
    for sheet in sheets:
        page.add_style_tag(content=sheet.read_text(encoding="utf-8"))
    page.add_style_tag(content="#box { position: absolute; inset: 0 auto auto 0; }")
    page.add_script_tag(path=plotly)
    page.add_script_tag(path=Path(__file__).with_name("survey.js"))
    yield page
    page.close()


def _size(chart: Chart, layout: str) -> tuple[int, int]:
    part: Any = getattr(chart, layout)["layout"]
    return part["width"], part["height"]


def _still(page: Page, chart: Chart, layout: str) -> Drawn:
    svg = getattr(draw(chart, PALETTE), layout)
    size = _size(chart, layout)
    drawn: Drawn = page.evaluate("(a) => drawStill(...a)", [svg, size, chart.lang])
    return drawn


def _live(page: Page, chart: Chart, layout: str) -> Drawn:
    drawn: Drawn = page.evaluate("(a) => drawLive(...a)", [getattr(chart, layout), chart.lang])
    return drawn


def _shot(page: Page, size: tuple[int, int]) -> Image.Image:
    clip: Any = {"x": 0, "y": 0, "width": size[0], "height": size[1]}
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def _anchor(text: Drawn) -> tuple[float, float]:
    """Where a text is fixed, which no font moves."""
    left, right = text["start"][0], text["end"][0]
    at = {"start": left, "middle": (left + right) / 2, "end": right}[text["anchor"]]
    return at, text["start"][1]


def _pairs(
    one: Sequence[Drawn], two: Sequence[Drawn], far: Callable[[Drawn, Drawn], float | None]
) -> tuple[float, list[Drawn]]:
    """The largest distance of what matches, nearest first, and all that has no match."""
    near = sorted(
        (distance, i, j)
        for (i, a), (j, b) in itertools.product(enumerate(one), enumerate(two))
        if (distance := far(a, b)) is not None
    )
    left, right, largest = dict(enumerate(one)), dict(enumerate(two)), 0.0
    for distance, i, j in near:
        if i in left and j in right:
            del left[i], right[j]
            largest = max(largest, distance)
    return largest, [*left.values(), *right.values()]


def _farthest(a: Sequence[float], b: Sequence[float]) -> float:
    return max(abs(u - v) for u, v in zip(a, b, strict=True))


def _text_distance(a: Drawn, b: Drawn) -> float | None:
    if a["look"] != b["look"]:
        return None
    return _farthest(_anchor(a), _anchor(b))


def _mark_distance(a: Drawn, b: Drawn) -> float | None:
    if any(a[key] != b[key] for key in ("fill", "stroke", "dash")):
        return None
    if _farthest([a["width"], *a["alphas"]], [b["width"], *b["alphas"]]) > 0.02:
        return None
    return _farthest(a["box"], b["box"])


@pytest.mark.parametrize(("chart", "layout"), CASES, indirect=["chart"])
def test_same_picture(page: Page, chart: Chart, layout: str) -> None:
    """Both painters put the same marks and words on the same pixels."""
    live = _live(page, chart, layout)
    size = _size(chart, layout)
    live_shot = _shot(page, size)
    still = _still(page, chart, layout)
    still_shot = _shot(page, size)
    text, lonely_texts = _pairs(still["texts"], live["texts"], _text_distance)
    mark, lonely_marks = _pairs(still["marks"], live["marks"], _mark_distance)
    channels = ImageChops.difference(still_shot, live_shot).split()
    strong = ImageChops.lighter(ImageChops.lighter(*channels[:2]), channels[2]).histogram()[48:]
    assert live["bad"] == []
    assert (lonely_texts, lonely_marks) == ([], [])
    assert still["texts"]
    assert still["marks"]
    assert text <= TEXT
    assert mark <= MARK
    assert 100 * sum(strong) / (size[0] * size[1]) <= STRONG


Box = tuple[float, float, float, float]


def _boxes(drawn: Drawn) -> list[tuple[str, Box]]:
    """Each line of text with the box its letters fill: Han characters, and what hangs below."""
    return [
        (t["text"], (t["start"][0], y - 0.88 * t["size"], t["end"][0], y + 0.22 * t["size"]))
        for t in drawn["texts"]
        for y in [t["start"][1]]
    ]


def _overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5


@pytest.mark.parametrize(("chart", "layout"), CASES, indirect=["chart"])
def test_words_are_readable(page: Page, chart: Chart, layout: str) -> None:
    """No two texts overlap, none leaves the view box, none is under 11 px at the layout's width."""
    drawn = _still(page, chart, layout)
    boxes, (width, height) = _boxes(drawn), _size(chart, layout)
    clashes = [(s, t) for (s, a), (t, b) in itertools.combinations(boxes, 2) if _overlap(a, b)]
    outside = [
        text for text, (x0, y0, x1, y1) in boxes if min(x0, y0) < 0 or x1 > width or y1 > height
    ]
    assert clashes == []
    assert outside == []
    assert min(t["size"] for t in drawn["texts"]) >= 11
