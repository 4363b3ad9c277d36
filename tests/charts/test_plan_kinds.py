"""The kinds that show a whole plan or a goal without a path: what they must never suggest."""

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

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.milestones import Lane, milestones
from policy_explorer.charts.spec import Chart, Heading, draw, embedded
from policy_explorer.charts.step import Step
from policy_explorer.charts.time_rows import figure
from policy_explorer.views.drawings import DRAWINGS

LAYOUTS = ("wide", "narrow")
HOSTILE = "</script><b>%{x}</b>&\u202e"


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
def test_no_slope_leads_to_a_count(layout: str) -> None:
    """Every line of a step is level or upright: nothing is stated of the years between."""
    lines = _traces(samples.step_chart("en"), layout, "lines")
    strokes = [t for t in lines if "fill" not in t]
    assert strokes
    for stroke in strokes:
        assert len(set(stroke["x"])) == 1 or len(set(stroke["y"])) == 1


def test_a_count_says_that_its_start_is_not_stated() -> None:
    """Without a start the table and the description say so; with one they name it."""
    told = words("step", "en")
    silent = samples.step_chart("en")
    known = samples.step_chart("en", samples.count("2020"))
    assert silent.table.rows[0][0].basis == "not_stated"
    assert told["describe_no_start"] in silent.description
    assert known.table.rows[0][0].text == "2020"
    assert told["describe_no_start"] not in known.description


@pytest.mark.parametrize(("comparator", "value"), [("between", "20"), ("at_least", "0")])
def test_a_count_without_a_picture_is_refused(comparator: str, value: str) -> None:
    """A comparator that no sign stands for, and nothing to be reached, are errors."""
    with pytest.raises(ValueError, match="has no picture"):
        Step(Decimal(value), comparator, "", "", "", "t")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_arrows_have_no_axis_and_one_length(layout: str) -> None:
    """No axis is seen, and no arrow is longer than another: how far is not stated."""
    chart = samples.arrows_chart("zh")
    layouts: Any = getattr(chart, layout)["layout"]
    assert not layouts["xaxis"]["visible"]
    assert not layouts["yaxis"]["visible"]
    shafts = [t for t in _traces(chart, layout, "lines") if len(set(t["x"])) == 1]
    lengths = {round(abs(t["y"][0] - t["y"][1])) for t in shafts}
    assert len(shafts) == len(chart.table.rows)
    assert len(lengths) == 1


def test_an_arrow_points_where_it_is_to_go() -> None:
    """Up for what is to rise, down for what is to fall; heights grow downwards on the sheet."""
    shafts = [t for t in _traces(samples.arrows_chart("en"), "wide", "lines") if t["x"][0] == 18]
    assert [t["y"][1] < t["y"][0] for t in shafts] == [True, False, True]


def test_goals_of_a_lineage_share_no_scale() -> None:
    """Other numbers in the same rows give the same lines and marks: no value has a place."""
    rows = samples.entries("en", 3, figure="572.8 → 1150")
    others = tuple(replace(row, figure="1 → 999999") for row in rows)
    drawn = [figure([Lane("", r)], PALETTE.light, _wide()) for r in (rows, others)]
    one, two = ([t for t in _list(f) if t["mode"] != "text"] for f in drawn)
    assert one == two


def _wide() -> Any:  # noqa: ANN401 -- the layout as the figure takes it
    from policy_explorer.charts.spec import WIDE  # noqa: PLC0415 -- a sample of this test alone

    return WIDE


def _list(made: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- a figure is a plain value
    found: list[dict[str, Any]] = made["data"]
    return found


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


def test_hostile_words_are_words() -> None:
    """Markup, templates and marks of direction in a name come out as plain words everywhere."""
    row = Direction(HOSTILE, rises=True, size=HOSTILE, due=HOSTILE, fact="x")
    told = words("arrows", "en")
    chart = arrows([row], Heading("x", "en", HOSTILE, HOSTILE), told, PALETTE)
    svg = draw(chart, PALETTE).wide
    assert "<b>" not in svg
    assert "</script" not in svg
    assert "</script" not in embedded(chart.wide)
    assert "%{x}" in "".join(t["text"][0] for t in _traces(chart, "wide", "text"))
    assert not [t for t in _list(chart.wide) if "hovertemplate" in t or "texttemplate" in t]


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
