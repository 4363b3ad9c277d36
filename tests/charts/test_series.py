"""The series: what is not known is not bridged, what differs is not joined, what was said stays."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.charts.samples import LANGUAGES, PALETTE, ROLES, words
from tests.charts.series_samples import (
    CHARTS,
    chart,
    disputed,
    emerging,
    overlapping,
    quarters,
    seen,
    single,
)

from policy_explorer.charts.series import Aim, Scale, Scope, Series, series
from policy_explorer.charts.series_laws import breaks, chains, conflicts, letters, stretches
from policy_explorer.charts.spec import Chart, Heading, draw, embedded

EXTERNAL, INK, MUTED = ROLES["external"][0], ROLES["ink"][0], ROLES["muted"][0]
LAYOUTS = ("wide", "narrow")
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
SAMPLES = {
    "emerging": emerging,
    "disputed": disputed,
    "quarters": quarters,
    "overlapping": overlapping,
    "single": single,
}


def _elements(svg: str, tag: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(svg).iter() if e.tag.endswith(f"}}{tag}")]  # noqa: S314 -- our own drawing


def _points(path: ET.Element) -> list[tuple[float, float]]:
    values = [float(v) for v in NUMBERS.findall(path.get("d", ""))]
    return list(zip(values[::2], values[1::2], strict=True))


def _lines(svg: str) -> list[list[tuple[float, float]]]:
    """The points of each thick line of values, in px."""
    paths = [e for e in _elements(svg, "path") if e.get("stroke") == EXTERNAL]
    return [_points(e) for e in paths if e.get("stroke-width") == "2"]


def _traces(made: Chart, layout: str = "wide") -> list[dict[str, Any]]:
    figure: Any = getattr(made, layout)
    found: list[dict[str, Any]] = figure["data"]
    return found


def _shapes(made: Chart, layout: str = "wide") -> list[dict[str, Any]]:
    figure: Any = getattr(made, layout)
    found: list[dict[str, Any]] = figure["layout"]["shapes"]
    return found


def _scale(svg: str, made: Chart, axis: str, layout: str) -> tuple[float, float, float, float]:
    """Two labelled values of an axis, and the pixels where their labels stand."""
    figure: Any = getattr(made, layout)
    ticks = figure["layout"][axis]
    at = {}
    for label in _elements(svg, "text"):
        is_of = (label.get("text-anchor") == "end") == (axis == "yaxis")
        if label.text in ticks["ticktext"] and label.get("font-size") == "13" and is_of:
            # a label's baseline lies 0.35 of its size below its tick
            px = float(label.get("y", "")) - 0.35 * 13 if axis == "yaxis" else label.get("x", "")
            at[ticks["tickvals"][ticks["ticktext"].index(label.text)]] = float(px)
    (a, p), *_, (b, q) = sorted(at.items())
    return a, p, b, q


def _at(scale: tuple[float, float, float, float], value: Decimal) -> float:
    a, p, b, q = scale
    return p + (float(value) - a) * (q - p) / (b - a)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["emerging", "disputed", "quarters", "overlapping"])
def test_the_line_is_the_table(name: str, lang: str, layout: str) -> None:
    """Mapped by the drawn ticks, the lines' points are the values, within half a px."""
    data = SAMPLES[name](lang)
    made = chart(lang, data)
    svg = getattr(draw(made, PALETTE), layout)
    across, up = (_scale(svg, made, axis, layout) for axis in ("xaxis", "yaxis"))
    joined = [chain for chain in chains(data) if len(chain) > 1]
    lines = _lines(svg)
    assert len(lines) == len(joined)
    texts = {row[1].text for row in made.table.rows}
    for chain, line in zip(joined, lines, strict=True):
        for one, (x, y) in zip(chain, line, strict=True):
            assert one.text in texts
            assert abs(x - _at(across, one.at)) < 0.5
            assert abs(y - _at(up, one.value)) < 0.5


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_value_is_a_diamond(layout: str) -> None:
    """Each value has its mark, joined or not, at its own place."""
    for name, make in SAMPLES.items():
        data = make("en")
        marks = [
            (t["x"][0], t["y"][0])
            for t in _traces(chart("en", data), layout)
            if t.get("marker", {}).get("color") == EXTERNAL
        ]
        assert len(marks) == len(data.seen), name
        for one, (x, y) in zip(data.ordered, marks, strict=True):
            assert (x, y) == (pytest.approx(float(one.at)), pytest.approx(float(one.value)))


def test_a_gap_is_not_bridged() -> None:
    """Where a period is missing the line ends and begins again; the year has an empty square."""
    data = quarters("en")
    ends = [(chain[0].period, chain[-1].period) for chain in chains(data)]
    assert ends == [("2023 Q1", "2024 Q1"), ("2024 Q3", "2025 Q2")]
    same = Scope("one", "one")
    rows = tuple(replace(seen("en", row), series="one") for row in _ROWS)
    series = replace(emerging("en"), seen=rows, scopes=(same,))
    assert [[int(s.at) for s in chain] for chain in chains(series)] == [
        [2018, 2019, 2020],
        [2022, 2023],
        [2025],
    ]
    assert series.missing == (2021, 2024)
    lane = next(t for t in _traces(chart("en", series)) if t.get("yaxis") == "y2")
    assert lane["x"] == [2021, 2024]


_ROWS = (
    (2018, "915", "seven", "a"),
    (2019, "1015.551", "seven", "b"),
    (2020, "1030", "seven", "c"),
    (2022, "1332.402", "seven", "d"),
    (2023, "1450", "seven", "e"),
    (2025, "1670", "seven", "f"),
)


def test_no_year_that_is_not_over_is_missing() -> None:
    """A goal in the future leaves no empty squares for years of which nothing can be known."""
    later = replace(emerging("en"), until=2023)
    assert later.missing == (2021,)
    rows = chart("en", later).table.rows
    assert [row[0].text for row in rows if row[1].basis == "not_stated"] == ["in between"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_break_is_not_joined(layout: str) -> None:
    """No line leads from one scope to another; a dashed rule parts them, words say what each is."""
    data = emerging("en")
    assert breaks(data) == (Decimal("2019.5"), Decimal(2021), Decimal(2024))
    for chain in chains(data):
        assert len({one.series for one in chain}) == 1
    traces = _traces(chart("en", data), layout)
    rules = {t["x"][0] for t in traces if t.get("line", {}).get("dash") == "3px,4px"}
    assert sorted(rules) == [2019.5, 2021, 2024]
    texts = [text for t in traces for text in t.get("text", ())]
    assert texts.count("scope not stated") == 2
    assert "seven strategic emerging industries" in texts


def test_neighbours_of_different_scope_stay_apart() -> None:
    """Even in neighbouring years."""
    data = emerging("en")
    pairs = [(int(c[0].at), int(c[-1].at)) for c in chains(data)]
    assert sorted(pairs) == [(2018, 2019), (2020, 2020), (2022, 2023), (2025, 2025)]


def test_scopes_that_share_years_have_letters() -> None:
    """Where no rule can part them, a letter at bracket and value tells two scopes apart."""
    data = overlapping("en")
    assert breaks(data) == ()
    assert letters(data) == {"x": "a", "y": "b"}
    texts = [text for t in _traces(chart("en", data)) for text in t.get("text", ())]
    assert {"a all industry", "b above designated size", "a 6", "b 10"} <= set(texts)
    assert [s.scope.id for s in stretches(data)] == ["x", "y"]


def test_an_estimate_is_hollow() -> None:
    """And says so in the table."""
    made = chart("en", disputed("en"))
    symbols = [
        t["marker"]["symbol"] for t in _traces(made) if t.get("marker", {}).get("color") == EXTERNAL
    ]
    assert symbols == ["diamond"] * 5 + ["diamond-open"]
    status = {row[1].text: row[4].text for row in made.table.rows}
    assert status["1332 billion yuan"] == "estimate"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_of_a_conflict_are_drawn(layout: str) -> None:
    """Both values stand, labelled, on an upright tie; no mean, and no line chooses one of them."""
    data = disputed("en")
    made = chart("en", data)
    (pair,) = conflicts(data)
    assert [one.label for one in pair] == ["1.03", "1.19"]
    traces = _traces(made, layout)
    ties = [t for t in traces if t.get("line", {}).get("width") == 1.4]
    assert [(t["x"], t["y"]) for t in ties] == [([2020, 2020], [1030 * 10**9, 1190 * 10**9])]
    joined = {one.at for chain in chains(data) if len(chain) > 1 for one in chain}
    assert Decimal(2020) not in joined
    texts = [text for t in traces for text in t.get("text", ())]
    assert {"1.03", "1.19"} <= set(texts)
    status = [row[4].text for row in made.table.rows if row[0].text == "2020"]
    assert status == ["published, sources differ"] * 2
    assert "no mean is taken: 1030 billion yuan (C Daily), 1190 billion yuan" in made.description


def test_agreeing_sources_are_no_conflict() -> None:
    """Two sources with one value leave the line whole and both rows in the table."""
    data = single("en")
    twice = replace(data, seen=(*data.seen, replace(data.seen[0], who="B", fact="o.b")))
    assert conflicts(twice) == ()
    assert len(chart("en", twice).table.rows) == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_former_goal_is_grey_and_dashed(layout: str) -> None:
    """It is drawn without a band, in the muted colour, with the date on which it was set."""
    made = chart("en", emerging("en"))
    shapes = _shapes(made, layout)
    dashed = [s for s in shapes if s["line"].get("dash")]
    assert [(s["yanchor"], s["line"]["color"]) for s in dashed] == [(1500 * 10**9, MUTED)]
    assert all(s["yanchor"] == 1600 * 10**9 for s in shapes if s["line"].get("color") == INK)
    texts = {s: t["textfont"]["color"] for t in _traces(made, layout) for s in t.get("text", ())}
    assert texts["&gt; 1.5"] == MUTED
    assert texts["&gt; 1.6"] == INK
    assert "set June 2022, since revised" in texts
    assert made.table.rows[-2][4].text == "set June 2022, since revised"


@pytest.mark.parametrize(
    ("comparator", "thin", "kind"),
    [
        ("at_least", 1, "line"),
        ("at_most", -1, "line"),
        ("exactly", 0, "line"),
        ("about", 0, "path"),
    ],
)
def test_each_comparator_has_its_shape(comparator: str, thin: int, kind: str) -> None:
    """Open goals are engraved to their open side, exact ones a bar, about is a bracket."""
    goal = replace(emerging("en").goals[1], comparator=comparator)
    shapes = _shapes(chart("en", replace(emerging("en"), goals=(goal,))))
    lines = [s for s in shapes if s["type"] == "line"]
    assert {s["type"] for s in shapes if not thin} <= {kind}
    assert (len(lines) > 3) == bool(thin)
    assert all(s["y0"] * thin >= 0 for s in lines)


def test_table_says_period_value_scope_source_status() -> None:
    """One row a value or goal, by time; years without a value share one, in words."""
    rows = [tuple(cell.text for cell in row) for row in chart("zh", emerging("zh")).table.rows]
    assert rows == [
        ("2018年", "9150亿元", "七大战略性新兴产业", "A Daily", "公布值"),
        ("2019年", "10155.510亿元", "七大战略性新兴产业", "B Daily", "公布值"),
        ("2020年", "10300亿元", "口径未载", "C Daily", "公布值"),
        ("其间", "未录得", "", "", ""),
        ("2022年", "13324.020亿元", "二十个产业集群", "D Daily", "公布值"),
        ("2023年", "14500亿元", "二十个产业集群", "E Daily", "公布值"),
        ("其间", "未录得", "", "", ""),
        ("2025年", "16700亿元", "口径未载", "C Daily", "公布值"),
        ("2025年", "> 15000亿元", "", "", "2022年6月定，后有修订"),
        ("2025年", "> 16000亿元", "", "", "2024年定的目标"),
    ]


def test_description_says_it_all() -> None:
    """Values with their scopes, what is missing, that scopes are apart, and every goal."""
    said = chart("en", emerging("en")).description
    assert "915 billion yuan in 2018 (seven strategic emerging industries)" in said
    assert "No figure is recorded for 2021, 2024." in said
    assert "Figures of different scope are not joined." in said
    assert "A former goal for 2025, since revised: > 1500 billion yuan, set June 2022." in said
    assert said.endswith("The goal for 2025: > 1600 billion yuan, set 2024.")


def test_an_axis_that_is_cut_says_so() -> None:
    """Beside its unit; one that begins at zero says nothing."""
    cut, whole = (
        [text for t in _traces(chart("en", data)) for text in t.get("text", ())]
        for data in (quarters("en"), emerging("en"))
    )
    assert "% (axis does not start at zero)" in cut
    assert "trillion yuan" in whole


def test_axis_begins_at_zero_unless_told() -> None:
    """Ticks that begin above zero do not cut an axis by themselves."""
    data = replace(single("en"), scale=replace(single("en").scale, ticks=_HIGH))
    axis: Any = chart("en", data).wide["layout"]
    assert axis["yaxis"]["range"][0] == 0


_HIGH = tuple((Decimal(n) * 10**11, str(n)) for n in (8, 9, 10))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_words_are_words(layout: str) -> None:
    """Markup in names, scopes, sources, units and on axes is drawn as letters."""
    hostile = "<script>&</script> %{x} {y}"
    data = emerging("en")
    rows = tuple(replace(one, who=hostile, period=hostile, label=hostile) for one in data.seen)
    scopes = tuple(replace(scope, words=hostile) for scope in data.scopes)
    goals = tuple(replace(goal, set_on=hostile, period=hostile) for goal in data.goals)
    ticks = tuple((at, f"{said}{hostile}") for at, said in data.scale.ticks)
    unit = replace(data.scale, unit=hostile, ticks=ticks, years=((2023, hostile),))
    dirty = replace(data, seen=rows, scopes=scopes, goals=goals, scale=unit)
    made = series(dirty, Heading("x", "en", hostile, hostile), words("series", "en"), PALETTE)
    svg = getattr(draw(made, PALETTE), layout)
    assert hostile in [t.text for t in _elements(svg, "text")]
    assert "<script" not in svg
    assert "<" not in embedded(getattr(made, layout))
    assert made.table.rows[0][3].text == hostile


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"seen": ()}, "series: at least one value"),
        ({"scopes": ()}, "unknown scope"),
        ({"scale": Scale((), "%")}, "at least two ticks"),
        ({"goals": (replace(emerging("en").goals[0], comparator="class"),)}, "has no picture"),
        (
            {"scale": Scale(((Decimal(10) ** 12, "1"), (2 * Decimal(10) ** 12, "2")), "", False)},  # noqa: FBT003
            "below the axis",
        ),
    ],
)
def test_refuses_what_could_only_be_drawn_wrong(change: dict[str, Any], message: str) -> None:
    """Nothing to draw, a scope nobody named, values off the axis are errors, not pictures."""
    with pytest.raises(ValueError, match=re.escape(message)):
        replace(emerging("en"), **change)


@pytest.mark.parametrize("name", CHARTS)
def test_rests_on_each_fact_once(name: str) -> None:
    """The facts of a chart are those of all its values and goals."""
    made = CHARTS[name]("en")
    assert len(set(made.facts)) == len(made.facts)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [1, 2, 5, 12, 40])
@pytest.mark.parametrize("goals", [0, 1, 4])
def test_any_series_fits(count: int, goals: int, layout: str) -> None:
    """From one year to forty, with up to four goals, everything has a place in the picture."""
    rows = tuple(
        seen("en", (1990 + n, str(500 + (n * 37) % 900), "seven" if n % 3 else "twenty", "a"))
        for n in range(count)
    )
    aims = tuple(_aim(1990 + count + n // 2, 900 + 100 * n) for n in range(goals))
    data = Series(rows, emerging("en").scopes, emerging("en").scale, aims)
    assert getattr(draw(chart("en", data), PALETTE), layout).startswith("<svg")


def _aim(year: int, billion: int) -> Aim:
    return Aim(
        at=Decimal(year),
        period=str(year),
        value=Decimal(billion) * 10**9,
        comparator="at_least",
        text=f"at least {billion} billion yuan",
        label=str(billion / 1000),
        fact=f"t.{year}.{billion}",
    )
