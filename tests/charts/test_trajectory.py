"""The trajectory: what is drawn is what the table says, and nothing looks like what it is not."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.charts.samples import LANGUAGES, PALETTE, ROLES, doubling, doubling_chart, words

from policy_explorer.charts.spec import Chart, Heading, draw, embedded
from policy_explorer.charts.trajectory import Observation, Point, Trajectory, trajectory

ACCENT, INK, EXTERNAL = ROLES["accent"][0], ROLES["ink"][0], ROLES["external"][0]
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
SPANS = [(2020, 2025, "2"), (2021, 2030, "1.5"), (2021, 2024, "1.5"), (2018, 2030, "2")]
SPANS += [(2020, 2030, "0.5"), (2020, 2021, "1.05"), (2020, 2025, "10"), (2000, 2050, "4")]


def _elements(svg: str, tag: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(svg).iter() if e.tag.endswith(f"}}{tag}")]  # noqa: S314 -- our own drawing


def _numbers(text: str | None) -> list[float]:
    return [float(v) for v in NUMBERS.findall(text or "")]


def _drawn_path(svg: str) -> list[tuple[float, float]]:
    """The points of the dashed line, in px."""
    lines = [e for e in _elements(svg, "path") if e.get("stroke") == ACCENT]
    (path,) = [e for e in lines if e.get("stroke-dasharray") == "5 5"]
    values = _numbers(path.get("d"))
    return list(zip(values[::2], values[1::2], strict=True))


def _scales(svg: str, chart: Chart) -> tuple[dict[float, float], dict[float, float]]:
    """Pixel of each labelled year, and of each labelled value, as the labels are drawn."""
    labels = [(t.text or "", t) for t in _elements(svg, "text") if t.get("font-size") == "13"]
    rows = {row[0].text for row in chart.table.rows}
    years = {float(s): float(t.get("x", "")) for s, t in labels if s in rows}
    # a label's baseline lies 0.35 of its size below its tick
    values = {
        float(s): float(t.get("y", "")) - 0.35 * 13
        for s, t in labels
        if t.get("text-anchor") == "end" and s.isdigit()
    }
    return years, values


def _at(scale: dict[float, float], pixel: float) -> float:
    """The value at a pixel, from the first and the last tick."""
    (a, p), *_, (b, q) = sorted(scale.items())
    return a + (b - a) * (pixel - p) / (q - p)


@pytest.mark.parametrize("layout", ["wide", "narrow"])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("span", SPANS, ids=str)
def test_the_line_is_the_table(span: tuple[int, int, str], lang: str, layout: str) -> None:
    """Read back from the picture by its own ticks, the line's points are the table's values."""
    chart = doubling_chart(lang, doubling(*span))
    svg = getattr(draw(chart, PALETTE), layout)
    years, values = _scales(svg, chart)
    (low, p), *_, (high, q) = sorted(values.items())
    px = abs(q - p) / (high - low)
    points = _drawn_path(svg)
    assert len(points) == len(chart.table.rows)
    for (x, y), row in zip(points, chart.table.rows, strict=True):
        # half a px on the page; the table rounds to two decimals
        assert abs(_at(values, y) - float(row[2].text)) * px < 0.5
        assert abs(_at(years, x) - float(row[0].text)) < 0.01


def test_table_is_exact() -> None:
    """Two decimals where a number is rounded, none where it is whole; each with basis and fact."""
    rows = doubling_chart("en").table.rows
    assert [r[2].text for r in rows] == ["100", "114.87", "131.95", "151.57", "174.11", "200"]
    assert {(r[2].basis, r[2].fact) for r in rows} == {
        ("derived", f"t.path.{year}") for year in range(2020, 2026)
    }
    assert [(r[1].text, r[1].basis, r[1].fact) for r in rows[::5]] == [
        ("Base 100", "derived", "t.baseline"),
        ("≥ 200", "derived", "t"),
    ]
    assert {(r[1].text, r[1].basis) for r in rows[1:5]} == {("not stated", "not_stated")}
    assert {(r[3].text, r[3].basis) for r in rows} == {("none recorded", "not_stated")}


def test_chart_names_every_fact_once() -> None:
    """The facts a chart rests on are those of its table and the rate's, each once."""
    facts = doubling_chart("zh").facts
    assert len(set(facts)) == len(facts)
    assert {"t", "t.baseline", "t.rate", "t.steps", "t.published", "t.path.2023"} <= set(facts)


def test_nothing_looks_observed() -> None:
    """With nothing published every year has an empty square, the baseline too, and no diamond."""
    for lang in LANGUAGES:
        chart = doubling_chart(lang)
        for svg in (draw(chart, PALETTE).wide, draw(chart, PALETTE).narrow):
            assert EXTERNAL not in svg
            squares = [e for e in _elements(svg, "path") if e.get("d", "").startswith("M4.8,4.8H")]
            assert len(squares) == 6
            # one solid dot, the baseline: the goal is a floor and has none
            solid = [e for e in _elements(svg, "circle") if e.get("fill") == INK]
            assert len(solid) == 1


def test_a_floor_is_never_one_line() -> None:
    """A goal that is open has one thick line and more that fade away from it, and an arrow."""
    shapes: Any = doubling_chart("en").wide["layout"]
    lines = [s for s in shapes["shapes"] if s["type"] == "line"]
    widths = sorted(s["line"]["width"] for s in lines)
    assert widths[-1] == 4.5
    assert len(widths) > 6
    assert all(s["y0"] >= 0 for s in lines)
    exact: Any = doubling_chart("en", replace(doubling(), comparator="exactly")).wide["layout"]
    assert len([s for s in exact["shapes"] if s["type"] == "line"]) == 1


def test_observations_have_their_own_mark() -> None:
    """A published value is a diamond, hollow for an estimate; its year has no empty square."""
    seen = (
        Observation(2021, Decimal("118.5"), "o.2021"),
        Observation(2022, Decimal("126.25"), "o.2022", estimate=True),
    )
    chart = doubling_chart("en", replace(doubling(), observations=seen))
    cells = [row[3] for row in chart.table.rows]
    assert [c.text for c in cells[:4]] == [
        "none recorded",
        "118.50",
        "126.25 (estimate)",
        "none recorded",
    ]
    assert (cells[1].basis, cells[1].fact) == ("external", "o.2021")
    data: Any = chart.wide["data"]
    marks = [t for t in data if t.get("marker", {}).get("color") == EXTERNAL]
    assert [(t["x"], t["marker"]["symbol"]) for t in marks] == [
        ([2021], "diamond"),
        ([2022], "diamond-open"),
    ]
    lane = next(t for t in data if t.get("yaxis") == "y2")
    assert lane["x"] == [2020, 2023, 2024, 2025]
    assert "118.50 in 2021, 126.25 in 2022" in chart.description


def test_a_published_value_hides_no_arithmetic() -> None:
    """Where a published value lies on the path's mark, that mark and its label step aside."""
    near = Observation(2021, Decimal("118.5"), "o.2021")
    far = Observation(2022, Decimal(80), "o.2022")
    chart = doubling_chart("en", replace(doubling(), observations=(near, far)))
    layout: Any = chart.wide["layout"]
    halves = [s["xanchor"] for s in layout["shapes"] if s.get("fillcolor") == ACCENT]
    assert halves == [2022, 2023, 2024]
    labels = [t.text for t in _elements(draw(chart, PALETTE).wide, "text")]
    assert "115" not in labels
    assert "132" in labels


def test_description_says_it_is_arithmetic() -> None:
    """The description tells goal, path and silence, and that the path is no part of the plan."""
    assert doubling_chart("zh").description == (
        "以2020年为100，规划要求2025年不低于200，未设上限。"
        "若每年增速相同，年均为+14.87%，其间各年："
        "2021年114.87、2022年131.95、2023年151.57、2024年174.11。这是推算，非规划内容。"
        "各年均未录得公布值。"
    )
    assert "arithmetic, not the plan" in doubling_chart("en").description


def test_hostile_words_are_words() -> None:
    """Markup in a word is drawn as letters, in the picture and in the live chart's JSON."""
    hostile = "<script>&</script> %{x} $y$"
    changed = {**words("trajectory", "en"), "path": hostile}
    heading = Heading("x", "en", hostile, hostile)
    chart = trajectory(doubling(), heading, changed, PALETTE)
    svg = draw(chart, PALETTE).wide
    assert hostile in [t.text for t in _elements(svg, "text")]
    assert "<" not in embedded(chart.wide)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"comparator": "class"}, "comparator 'class' has no picture"),
        ({"path": doubling().path[:-1]}, "path: one point for each year"),
        ({"goal": Point(2020, Decimal(200), "t")}, "a goal is due after its baseline"),
        ({"baseline": Point(2020, Decimal(0), "t")}, "an index is above zero"),
    ],
)
def test_refuses_what_could_only_be_drawn_wrong(change: dict[str, Any], message: str) -> None:
    """A path with gaps, a goal before its baseline, a zero index are errors, not pictures."""
    with pytest.raises(ValueError, match=re.escape(message)):
        replace(doubling(), **change)


def test_sparse_labels_end_on_the_last_year() -> None:
    """However many years, the first and the last are labelled, and labels keep their distance."""
    layout: Any = doubling_chart("en", doubling(2000, 2050, "4")).narrow["layout"]
    years = layout["xaxis"]["tickvals"]
    assert (years[0], years[-1]) == (2000, 2050)
    steps = {b - a for a, b in pairwise(years)}
    assert steps == {10}


def test_input_is_frozen() -> None:
    """A trajectory cannot be changed after it was checked."""
    with pytest.raises(AttributeError):
        doubling().comparator = "about"  # type: ignore[misc]
    assert isinstance(doubling(), Trajectory)
