"""The kinds that show a goal without a path: what they must never suggest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.charts import goal_samples as samples
from tests.charts.samples import LANGUAGES, PALETTE, words

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.lineage import Bar, Goal, lineage
from policy_explorer.charts.spec import Cell, Chart, Heading, draw, embedded
from policy_explorer.charts.step import Step, step

LAYOUTS = ("wide", "narrow")
HOSTILE = "</script><b>%{x}</b>&\u202e"
BAD = Cell(HOSTILE, "stated", "x")


def _traces(chart: Chart, layout: str, mode: str) -> list[dict[str, Any]]:
    data: Any = getattr(chart, layout)["data"]
    return [t for t in data if t["mode"] == mode]


def _strokes(chart: Chart, layout: str) -> list[dict[str, Any]]:
    return [t for t in _traces(chart, layout, "lines") if "fill" not in t]


def _said(chart: Chart, layout: str) -> str:
    """All words of a drawing without spaces, since lines may break anywhere."""
    texts = (text for t in _traces(chart, layout, "text") for text in t["text"])
    return _bare("".join(texts).replace("<br>", "").replace("&gt;", ">"))


def _bare(text: str) -> str:
    return "".join(text.split())


# --- a count ------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("data", [samples.count(), samples.dated()], ids=["silent", "dated"])
def test_no_slope_leads_to_a_count(data: Step, layout: str) -> None:
    """Every line of a step is level or upright: nothing is stated of the years between."""
    strokes = _strokes(samples.step_chart("en", data), layout)
    assert strokes
    for stroke in strokes:
        assert len(set(stroke["x"])) == 1 or len(set(stroke["y"])) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_count_says_what_is_not_stated_of_its_ends(lang: str) -> None:
    """Table and description name each end, or say that it is not stated, and never both."""
    told, silent = words("step", lang), replace(samples.count(), end=None)
    chart, other = samples.step_chart(lang, silent), samples.step_chart(lang, samples.dated())
    end = told["describe_no_end"].format(of=silent.of, goal=silent.goal.text)
    assert [row[0].basis for row in chart.table.rows] == ["not_stated", None, "not_stated"]
    assert told["describe_no_start"] in chart.description
    assert end in chart.description
    assert [row[0].text for row in other.table.rows[:3:2]] == ["2020", "2025"]
    assert told["describe_no_start"] not in other.description
    assert end not in other.description


@pytest.mark.parametrize("layout", LAYOUTS)
def test_years_stand_only_where_both_ends_are_dates(layout: str) -> None:
    """A duration has no calendar: no year is drawn, and one square says that none is published."""
    silent, known = (
        samples.step_chart("en", one) for one in (samples.count(), samples.dated(2020, 2024))
    )
    assert "202" not in _said(silent, layout)
    assert all(f"{year}" in _said(known, layout) for year in (2020, 2024))
    assert not [t for t in _squares(silent, layout) if "published figure" in t]
    assert [t[:4] for t in _squares(known, layout)] == ["2020", "2022", "2024"]


def _squares(chart: Chart, layout: str) -> list[str]:
    """What the empty squares of the lane say of their years."""
    return [
        text
        for t in _traces(chart, layout, "markers")
        if t["marker"]["symbol"] == "square-open"
        for text in t["hovertext"]
        if "published figure" in text
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_counts_of_the_table_are_drawn(layout: str) -> None:
    """Goal and published counts stand in the picture as the table has them, each with its fact."""
    chart = samples.step_chart("zh", replace(samples.count(), seen=samples.seen(2021, 2023)))
    cells = [row[1] for row in chart.table.rows if row[1].basis != "not_stated"]
    assert [cell.fact for cell in cells] == ["t.goal", "o.2021", "o.2023"]
    assert all(_bare(cell.text) in _said(chart, layout) for cell in cells)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("last", [2024, 2080])
def test_a_published_count_stands_at_its_year(last: int, layout: str) -> None:
    """Under an axis of years each published one has its mark, however many years there are."""
    chart = samples.step_chart("en", samples.dated(2020, last))
    marks = [t for t in _traces(chart, layout, "markers") if t["marker"]["symbol"] == "diamond"]
    placed = {(text[:4], t["x"][0]) for t in marks for text in t["hovertext"] if t["x"][0] > 6}
    labels = {text: t["x"][0] for t in _traces(chart, layout, "text") for text in t["text"]}
    years = {text for text, _ in placed}
    assert years == {"2021", f"{last - 1}"}
    assert all(labels["2020"] < x < labels[f"{last}"] for _, x in placed)


@pytest.mark.parametrize(("comparator", "value"), [("between", "20"), ("at_least", "0")])
def test_a_count_without_a_picture_is_refused(comparator: str, value: str) -> None:
    """A comparator that no sign stands for, and nothing to be reached, are errors."""
    with pytest.raises(ValueError, match="has no picture"):
        Step(Decimal(value), comparator, "", Cell(""))


# --- directions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_arrows_have_no_axis_and_one_length(layout: str) -> None:
    """No axis is seen, and no arrow is longer than another: how far is not stated."""
    chart = samples.arrows_chart("zh")
    layouts: Any = getattr(chart, layout)["layout"]
    assert not layouts["xaxis"]["visible"]
    assert not layouts["yaxis"]["visible"]
    shafts = _shafts(chart, layout)
    assert len(shafts) == len(chart.table.rows)
    assert len({round(abs(t["y"][0] - t["y"][1])) for t in shafts}) == 1
    assert all(t["line"]["dash"] != "solid" for t in shafts)


def _shafts(chart: Chart, layout: str) -> list[dict[str, Any]]:
    return [t for t in _strokes(chart, layout) if len(set(t["x"])) == 1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_arrow_points_where_it_is_to_go(layout: str) -> None:
    """Up for what is to rise, down for what is to fall; heights grow downwards on the sheet."""
    shafts = _shafts(samples.arrows_chart("en"), layout)
    assert [t["y"][1] < t["y"][0] for t in shafts] == [True, False, True]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_directions_of_the_table_are_drawn(layout: str) -> None:
    """Name, printed words and due date of every row stand in the picture; no size is given."""
    rows = samples.directions("zh")
    chart = samples.arrows_chart("zh", rows)
    for one, row in zip(rows, chart.table.rows, strict=True):
        assert row[:3] == (one.name, one.way, one.due)
        assert row[-1].basis == "not_stated"
        assert all(_bare(t) in _said(chart, layout) for t in (one.name.text, one.until))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_base_that_is_stated_is_not_denied(lang: str) -> None:
    """Only where a base is missing does the description say that none is stated."""
    told, rows = words("arrows", lang), samples.directions(lang)
    based = tuple(replace(row, base=Cell("2020", "stated", "b")) for row in rows)
    assert told["describe_unstated"] in samples.arrows_chart(lang, rows).description
    assert told["describe_unstated"] not in samples.arrows_chart(lang, based).description


# --- a lineage ----------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_goals_of_a_lineage_share_no_scale(layout: str) -> None:
    """One goal in another unit, a million times as much, leaves every line and mark in place."""
    rows = samples.goals("en")
    bar = rows[2].bar
    assert bar is not None
    million = Decimal(1_000_000)
    other = Bar(bar.goal * million, (bar.base or 0) * million, bar.opens)
    changed = (*rows[:2], replace(rows[2], bar=other), *rows[3:])
    one, two = (samples.lineage_chart("en", data) for data in (rows, changed))
    assert _strokes(one, layout) == _strokes(two, layout)
    assert _places(one, layout) == _places(two, layout)


def _places(chart: Chart, layout: str) -> list[tuple[list[float], list[float]]]:
    return [(t["x"], t["y"]) for t in _traces(chart, layout, "markers")]


def test_the_base_is_as_long_as_it_is_beside_its_goal() -> None:
    """Within a row the lengths of base and goal are in proportion."""
    rows = (samples.goal("a", Bar(Decimal(8), Decimal(2)), "2020", "2025"),) * 2
    strokes = _strokes(samples.lineage_chart("en", rows), "wide")
    base = next(t for t in strokes if t["line"]["width"] == 6)
    goal = next(t for t in strokes if t["line"]["width"] == 4)
    left, end = base["x"]
    assert (goal["x"][0] - left) / (end - left) == pytest.approx(4, rel=0.01)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_base_that_is_not_stated_has_no_length(layout: str) -> None:
    """Without a base there is no bar, and the empty square says so."""
    rows = (samples.goal("a", Bar(Decimal(8), None, 1), "2020", "2025"),) * 2
    chart = samples.lineage_chart("en", rows)
    assert not [t for t in _strokes(chart, layout) if t["line"]["width"] == 6]
    told = [h for t in _traces(chart, layout, "markers") for h in t.get("hovertext", ())]
    assert told.count(words("lineage", "en")["no_base_year"]) == len(rows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_goals_of_the_table_are_drawn(layout: str) -> None:
    """Date, number, base and rate of every row stand in the picture; each has its own fact."""
    chart = samples.lineage_chart("zh")
    drawn = _said(chart, layout)
    for row in chart.table.rows:
        when, number, base, _, _, rate = row
        shown = [cell for cell in (when, number, base, rate) if cell.fact and cell.fact != "x"]
        assert all(_bare(cell.text) in drawn for cell in shown)
        named = [cell.fact for cell in row if cell.fact and cell.fact != "x"]
        assert len(named) == len(set(named))


@pytest.mark.parametrize(("goal", "base"), [("-1", "2"), ("2", "-1"), ("0", "0")])
def test_a_goal_without_a_length_is_refused(goal: str, base: str) -> None:
    """Numbers below zero, and nothing but zeros, are errors."""
    with pytest.raises(ValueError, match="has no picture"):
        Bar(Decimal(goal), Decimal(base))


@pytest.mark.slow
def test_a_rate_that_was_said_is_not_called_arithmetic(folder: Path) -> None:
    """Only under a chart of the even path does the source line speak of this site's own rate."""
    said = "等速路径"
    lines = {
        name: re.findall("fig__source.*?</figcaption>", _page(folder, name), re.DOTALL)
        for name in ("doubling", "doubling-lineage")
    }
    assert [said in line for line in lines["doubling"]] == [True]
    assert [said in line for line in lines["doubling-lineage"]] == [False]


def _page(folder: Path, name: str) -> str:
    return (folder / f"charts/{name}.html").read_text(encoding="utf-8")


# --- all ----------------------------------------------------------------------------------------


def _step(heading: Heading) -> Chart:
    data = Step(Decimal(2), "at_least", HOSTILE, BAD, BAD, BAD)
    return step(data, heading, words("step", "en"), PALETTE)


def _arrows(heading: Heading) -> Chart:
    row = Direction(BAD, rises=True, way=BAD, due=BAD, until=HOSTILE, base=BAD)
    return arrows([row], heading, words("arrows", "en"), PALETTE)


def _lineage(heading: Heading) -> Chart:
    row = Goal("stated", HOSTILE, BAD, BAD, BAD, BAD, BAD, BAD, Bar(Decimal(1)), Decimal(2020))
    return lineage([row, row], heading, words("lineage", "en"), PALETTE)


@pytest.mark.parametrize("make", [_step, _arrows, _lineage])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_words_are_words(make: Callable[[Heading], Chart], layout: str) -> None:
    """Markup, templates and marks of direction come out as plain words everywhere."""
    chart = make(Heading("x", "en", HOSTILE, HOSTILE))
    svg, figure = getattr(draw(chart, PALETTE), layout), getattr(chart, layout)
    assert "<b>" not in svg
    assert "</script" not in svg
    assert "</script" not in embedded(figure)
    assert not [t for t in figure["data"] if "hovertemplate" in t or "texttemplate" in t]
    said = [text for t in figure["data"] for text in (*t.get("text", ()), *t.get("hovertext", ()))]
    assert not [text for text in said if "<b>" in text or "\u202e" in text]
