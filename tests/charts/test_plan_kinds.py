"""The kinds that show a whole plan: what they must never suggest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from tests.charts import plan_samples as samples
from tests.charts.samples import LANGUAGES, PALETTE, words

from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.milestones import Lane, milestones
from policy_explorer.charts.spec import Chart, Heading
from policy_explorer.views.drawings import DRAWINGS

LAYOUTS = ("wide", "narrow")


def _traces(chart: Chart, layout: str, mode: str) -> list[dict[str, Any]]:
    data: Any = getattr(chart, layout)["data"]
    return [t for t in data if t["mode"] == mode]


def _told(chart: Chart, layout: str) -> list[tuple[str, str, float]]:
    """(what it says, its symbol, its height) of every mark that answers the pointer."""
    return [
        (text, t["marker"]["symbol"], t["y"][0])
        for t in _traces(chart, layout, "markers")
        for text in t.get("hovertext", ())
    ]


def test_every_kind_has_a_drawing() -> None:
    """Each kind that charts.yaml may name is made by a module of its own, and no other is."""
    from policy_explorer.model.files import CHARTS  # noqa: PLC0415 -- named as the samples are

    assert set(CHARTS) == set(DRAWINGS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lanes_are_never_mixed(layout: str) -> None:
    """Every mark of the first lane stands above every mark of the second."""
    first = replace(samples.entries("en", 1)[0], title="first")
    lanes = (
        Lane("A", tuple(replace(first, at=Decimal(y)) for y in (2025, 2019, 2022))),
        Lane("B", tuple(replace(first, title="second", at=Decimal(y)) for y in (2018, 2021))),
    )
    made = milestones(lanes, Heading("m", "en", "", ""), words("milestones", "en"), PALETTE)
    told = _told(made, layout)
    above = [y for text, _, y in told if "first" in text]
    below = [y for text, _, y in told if "second" in text]
    assert len(above) == 3
    assert len(below) == 2
    assert max(above) < min(below)


def test_later_stands_further_right() -> None:
    """On the axis of time each mark stands at its time, in the order of time."""
    first = replace(samples.entries("en", 1)[0], lasts=Decimal(0), is_due=False)
    times = [Decimal(t) for t in ("2019.25", "2020", "2020.5", "2024")]
    lane = Lane("A", tuple(replace(first, at=t) for t in times))
    made = milestones([lane], Heading("m", "en", "", ""), words("milestones", "en"), PALETTE)
    marks = [t["x"][0] for t in _traces(made, "wide", "markers") if t.get("hovertext")]
    steps = [(b - a) for a, b in pairwise(marks)]
    assert all(step > 0 for step in steps)
    ratio = steps[2] / steps[0]
    assert ratio == pytest.approx(3.5 / 0.75, rel=0.01)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_of_a_matrix_are_the_table(layout: str) -> None:
    """Each related pair of the table has its mark, and every other cell the empty square."""
    data = samples.related("en", 5, 4)
    chart = samples.matrix_chart("en", data)
    shapes = {"stated": "circle", "external": "diamond", "inferred": "circle-open"}
    drawn = Counter(symbol for _, symbol, _ in _told(chart, layout))
    stated = Counter(shapes[row[2].basis or ""] for row in chart.table.rows[:-1])
    assert drawn == stated
    empty = [
        t
        for t in _traces(chart, layout, "markers")
        if t["marker"]["symbol"] == "square-open" and t["marker"]["size"] == 8
    ]
    legend = 1
    assert len(empty) == 5 * 4 - sum(stated.values()) + legend


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_glance_shows_each_item_once(lang: str, layout: str) -> None:
    """Every station of every layer has one mark and one row, however many there are."""
    data = samples.whole(lang, 23)
    chart = samples.glance_chart(lang, data)
    marks = Counter(text for text, _, _ in _told(chart, layout))
    stations = Counter(
        ": ".join(part for part in (s.number, s.name) if part)
        for layer in data.layers
        for s in layer.stations
    )
    facts = Counter(row[1].fact for row in chart.table.rows if row[1].basis)
    assert marks == stations
    assert facts == Counter(s.fact for layer in data.layers for s in layer.stations)


def _strokes(chart: Chart) -> list[dict[str, Any]]:
    """The lines of the wide picture, without grounds."""
    return [t for t in _traces(chart, "wide", "lines") if "fill" not in t]


def test_a_closed_list_ends_in_a_bar_and_an_open_one_trails_off() -> None:
    """The last stroke of a layer's line is upright where the list is closed, dashed if open."""
    data = samples.whole("en", 3)
    only = [replace(data, layers=(layer,)) for layer in data.layers[1:3]]
    opened, closed = (samples.glance_chart("en", one) for one in only)
    assert [t["line"]["dash"] for t in _strokes(opened)] == ["solid", "4px,4px"]
    assert {t["line"]["dash"] for t in _strokes(closed)} == {"solid"}
    bars = [t for t in _strokes(closed) if len(set(t["x"])) == 1]
    assert len(bars) == 1


@pytest.mark.parametrize(
    "text", ["工业总产值，在2020年基础上（翻一番）以上。", "one two, three", ""]
)
@pytest.mark.parametrize("room", [20, 48, 90, 400])
def test_wrapping_loses_nothing(text: str, room: float) -> None:
    """The lines hold every letter once, in order; none begins with a mark that closes."""
    lines = wrapped(text, 10, room)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    if room > 40:
        assert not [line for line in lines[1:] if line[0] in "，。）、；："]
