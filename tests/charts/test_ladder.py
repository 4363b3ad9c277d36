"""The ladder: as many tokens as the plan says, none named, none joined, every reading drawn."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal
from html import escape
from itertools import pairwise
from typing import Any

import pytest
from tests.charts.samples import LANGUAGES, PALETTE, ladder_chart, zones

from policy_explorer.charts.ladder import Ladder, Reading, Rung, Units
from policy_explorer.charts.spec import draw, embedded

LAYOUTS = ("wide", "narrow")


def _tokens(figure: dict[str, Any]) -> list[tuple[float, float, float]]:
    """Side and centre of each token."""
    return [
        (t["marker"]["size"], x, y)
        for t in figure["data"]
        if t.get("marker", {}).get("line", {}).get("dash")
        for x, y in zip(t["x"], t["y"], strict=True)
    ]


def _lines(figure: dict[str, Any]) -> list[tuple[float, float]]:
    """Start and end of each ground line."""
    return [(t["x"][0], t["x"][1]) for t in figure["data"] if t["mode"] == "lines"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_readings_are_drawn(lang: str, layout: str) -> None:
    """Two by 2021; by 2025 five apart, or four of which the large one holds one: 2 + 5 + 4 + 1."""
    tokens = _tokens(getattr(ladder_chart(lang), layout))
    large = max(side for side, *_ in tokens)
    assert len([t for t in tokens if t[0] == large]) == 2
    assert len([t for t in tokens if t[0] < large]) == 2 + 4 + 3 + 1
    held = [
        small
        for small in tokens
        for big in tokens
        if small[0] < big[0]
        and all(abs(small[i] - big[i]) <= (big[0] - small[0]) / 2 for i in (1, 2))
    ]
    assert len(held) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_areas_are_in_proportion(layout: str) -> None:
    """A token of the 30 class has three times the area of one of the 10 class."""
    sides = sorted({side for side, *_ in _tokens(getattr(ladder_chart("zh"), layout))})
    assert len(sides) == 2
    assert math.isclose((sides[1] / sides[0]) ** 2, 3, rel_tol=0.01)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_years_are_never_joined(lang: str, layout: str) -> None:
    """Each stand has its own ground; no line reaches from one to another, and all are level."""
    figure: Any = getattr(ladder_chart(lang), layout)
    lines = _lines(figure)
    assert len(lines) == 3
    assert all(t["y"][0] == t["y"][1] for t in figure["data"] if t["mode"] == "lines")
    if layout == "wide":
        assert all(a[1] < b[0] for a, b in pairwise(lines))


def test_table_states_and_reads() -> None:
    """One row a rung, stated; one a reading, derived; which ones is never stated."""
    rows = ladder_chart("en").table.rows
    assert [(r[0].text, r[2].text, r[2].basis, r[2].fact) for r in rows] == [
        ("2021", "2", "stated", "z.2021"),
        ("2025", "1", "stated", "z.2025.large"),
        ("2025", "4", "stated", "z.2025.small"),
        ("2025", "5", "derived", "z.disjoint"),
        ("2025", "4", "derived", "z.nested"),
    ]
    assert {(r[3].text, r[3].basis, r[3].fact) for r in rows} == {
        ("not stated", "not_stated", "z.which")
    }


def test_description_has_both_readings() -> None:
    """The description tells counts, readings and silence."""
    assert ladder_chart("zh").description == (
        "到2021年，2个百亿级。到2025年，1个三百亿级、4个百亿级。"
        "2025年的个数可作两种理解：读法甲，互不重合，共5个；读法乙，高一级的也计入低一级，共4个。"
        "具体是哪些功能区，规划未载明。"
    )


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [1, 5, 12])
@pytest.mark.parametrize("classes", [1, 2, 3])
def test_any_ladder_fits(classes: int, count: int, layout: str) -> None:
    """Any years, counts up to twelve and three classes stay inside the picture, each token once."""
    values = (Decimal(10), Decimal(30), Decimal(200))[:classes]
    rungs = tuple(
        Rung(year, count, value, f"{value} class", f"r.{year}.{value}")
        for year in (2021, 2023, 2030)
        for value in values
    )
    data = Ladder(Units("units"), rungs)
    figure: Any = getattr(ladder_chart("en", data), layout)
    width, height = figure["layout"]["width"], figure["layout"]["height"]
    tokens = _tokens(figure)
    assert len(tokens) == 3 * classes * count
    for side, x, y in tokens:
        assert side / 2 <= x <= width - side / 2
        assert side / 2 <= y <= height - side / 2
    assert draw(ladder_chart("en", data), PALETTE).wide


def test_hostile_labels_are_words() -> None:
    """Markup in a class's name is drawn as letters, in the picture and in the live chart's JSON."""
    hostile = "<script>&</script> %{x} $y$"
    data = replace(zones("en"), rungs=(Rung(2025, 1, Decimal(1), hostile, "z"),), readings=())
    chart = ladder_chart("en", data)
    assert f"1 of the {escape(hostile)}</text>" in draw(chart, PALETTE).wide
    assert "<" not in embedded(chart.wide)
    assert chart.table.rows[0][1].text == hostile


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rungs": ()}, "a ladder has at least one rung"),
        ({"rungs": (Rung(2021, 0, Decimal(10), "x", "z"),)}, "counts and values are above zero"),
        ({"readings": (Reading("A", 6, "disjoint", "z"),)}, "A: 6 in all, but the counts make 5"),
        ({"readings": (Reading("B", 5, "nested", "z"),)}, "B: 5 in all, but the counts make 4"),
    ],
)
def test_refuses_what_could_only_be_drawn_wrong(change: dict[str, Any], message: str) -> None:
    """Nothing to count, or a total that the counts do not make, is an error."""
    with pytest.raises(ValueError, match=re.escape(message)):
        replace(zones("en"), **change)
