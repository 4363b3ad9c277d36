"""Every chart of the plans at hand, in every language, layout and theme, as a reader sees it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[2]
PLANS = {
    "shipped": ROOT / "data",
    "shenzhen": ROOT / "examples/shenzhen-20plus8",
}
LEAST = 11
"""In px: no letter of a chart is smaller on a page 360 px wide."""
CONTRAST = 3.0
"""Between a mark that carries meaning and its paper, in grey."""
pytestmark = pytest.mark.browser
SEEN = Path(__file__).with_name("seen.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=PLANS)
def charts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The page that each chart of a plan shows in a frame, in every language."""
    folder = tmp_path_factory.mktemp(request.param)
    pipeline.publish(settings.find(ROOT, PLANS[request.param]), folder / "out")
    return sorted((folder / "out").rglob("embed/*.html"))


@pytest.fixture(scope="module")
def looks(browser: Browser, charts: list[Path]) -> list[tuple[str, dict[str, Any]]]:
    """Every chart at 800 and 360 px, in light and dark: what its words and marks take up."""
    return list(_looks(browser, charts))


def _looks(browser: Browser, charts: list[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    for width, scheme in itertools.product((800, 360), ("light", "dark")):
        theme: Any = scheme
        page: Page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=theme)
        for chart in charts:
            page.goto(chart.as_uri())
            name = f"{chart.parent.parent.name}/{chart.stem} {width} {scheme}"
            yield name, page.evaluate(SEEN)
        page.close()


def test_no_words_meet(looks: list[tuple[str, dict[str, Any]]]) -> None:
    """No two lines of words lie on each other."""
    lost = []
    for name, seen in looks:
        for (one, _, *a), (two, _, *b) in itertools.combinations(seen["lines"], 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            if across > 1 and down > 1:
                lost.append((name, one, two))
    assert looks
    assert lost == []


def test_no_words_leave_the_picture(looks: list[tuple[str, dict[str, Any]]]) -> None:
    """Every line of words lies within the drawing, as the reader's own fonts set it."""
    lost = [
        (name, words, left, right)
        for name, seen in looks
        for words, _, left, top, right, bottom in seen["lines"]
        if left < -1 or right > seen["width"] + 1 or top < -1 or bottom > seen["height"] + 1
    ]
    assert lost == []


def test_words_are_large_enough(looks: list[tuple[str, dict[str, Any]]]) -> None:
    """No letter is under 11 px, on a phone neither."""
    small = [
        (name, words, size)
        for name, seen in looks
        for words, size, *_ in seen["lines"]
        if size < LEAST
    ]
    assert small == []


def test_marks_hold_in_grey(looks: list[tuple[str, dict[str, Any]]]) -> None:
    """Printed without colour, what carries meaning still stands out from its paper."""
    assert [(name, seen["contrast"]) for name, seen in looks if seen["contrast"] < CONTRAST] == []
