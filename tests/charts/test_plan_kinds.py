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

from policy_explorer.charts.glance import Glance, Joint, Layer, Station, glance
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.matrix import Mark, Matrix, Name, matrix
from policy_explorer.charts.milestones import Entry, Lane, milestones
from policy_explorer.charts.spec import Chart, Heading, draw, embedded
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


def test_lanes_are_never_mixed() -> None:
    """Every mark of a lane stands above every mark of the next; on phones, left of it."""
    first = replace(samples.entries("en", 1)[0], title="first")
    lanes = (
        Lane("A", tuple(replace(first, at=Decimal(y)) for y in (2019, 2022, 2025))),
        Lane("B", tuple(replace(first, title="second", at=Decimal(y)) for y in (2018, 2021))),
    )
    made = milestones(lanes, Heading("m", "en", "", ""), words("milestones", "en"), PALETTE)
    for layout, axis in (("wide", "y"), ("narrow", "x")):
        places = _places(made, layout, axis)
        one = [at for text, at in places if "first" in text]
        other = [at for text, at in places if "second" in text]
        assert (len(one), len(other)) == (3, 2)
        assert max(one) < min(other)


def test_on_phones_time_runs_down() -> None:
    """In a lane later stands lower, and what has no date below all that has one."""
    first = replace(samples.entries("en", 1)[0], lasts=Decimal(0), is_due=False)
    dated = tuple(replace(first, at=Decimal(y), title=str(y)) for y in (2018, 2021, 2022, 2030))
    lane = Lane("A", (*dated, replace(first, at=None, when="", gap="…", title="undated")))
    made = milestones([lane], Heading("m", "en", "", ""), words("milestones", "en"), PALETTE)
    places = sorted((at, text) for text, at in _places(made, "narrow", "y"))
    wanted = (*(entry.title for entry in dated), "undated")
    assert len(places) == len(wanted)
    assert all(title in text for title, (_, text) in zip(wanted, places, strict=True))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_silence_is_hatched_where_a_lane_says_so(layout: str) -> None:
    """Years of a lane's span without an entry are hatched; none without a span or words."""
    dated = tuple(replace(samples.entries("en", 1)[0], at=Decimal(y)) for y in (2019, 2020, 2025))
    span = range(2019, 2026)
    lanes = (Lane("A", dated, span, "…"), Lane("A", dated, range(0), "…"), Lane("A", dated, span))
    made = (
        milestones([one], Heading("m", "en", "", ""), words("milestones", "en"), PALETTE)
        for one in lanes
    )
    assert lanes[0].silences(range(2000, 2030)) == (range(2021, 2025),)
    assert [len(_shapes(chart, layout)) for chart in made] == [1, 0, 0]


def _shapes(chart: Chart, layout: str) -> list[Any]:
    made: Any = getattr(chart, layout)["layout"]
    return list(made.get("shapes", ()))


def _places(chart: Chart, layout: str, axis: str) -> list[tuple[str, float]]:
    """(what it says, its place) of every mark that answers the pointer, as they are drawn."""
    return [
        (text, at)
        for t in _traces(chart, layout, "markers")
        for text, at in zip(t.get("hovertext", ()), t[axis], strict=False)
    ]


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


def _cells(chart: Chart, layout: str) -> Counter[tuple[str, str]]:
    """(what the pointer is told, the symbol) of every mark in the cells of a matrix."""
    return Counter(
        (text, t["marker"]["symbol"])
        for t in _traces(chart, layout, "markers")
        for text in t.get("hovertext", ())
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_of_a_matrix_are_the_table(layout: str) -> None:
    """Each row of the table has its mark in its pair's cell, and every other cell the square."""
    data, told = samples.related("en", 5, 4), words("matrix", "en")
    chart = samples.matrix_chart("en", data)
    shapes = {"stated": "circle", "external": "diamond"}
    expected = Counter(
        (told["pair"].format(row=r.text, column=c.text, how=how.text), shapes.get(how.basis or ""))
        for r, c, how in chart.table.rows[:-1]
    )
    drawn = _cells(chart, layout)
    open_too = Counter({(k, s if s in shapes.values() else None): n for (k, s), n in drawn.items()})
    silent = {(k, s): n for (k, s), n in drawn.items() if s == "square-open"}
    assert len(silent) == 5 * 4 - len(data.marks)
    for key, count in expected.items():
        assert open_too[key] == count
    assert sum(drawn.values()) == sum(expected.values()) + len(silent)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_against_itself_has_each_pair_once(layout: str) -> None:
    """Above the diagonal stands a mark for each pair, on it and below it none."""
    one = samples.related("en", 4, 4)
    upper = {at: marks for at, marks in one.marks.items() if at[1] > at[0]}
    data = replace(one, columns=one.rows, marks=upper, is_self=True)
    pairs = Counter(text for text, _ in _cells(samples.matrix_chart("en", data), layout))
    assert len(pairs) == 6


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
    """The lines of the narrow picture, which has no head of its own, without grounds."""
    return [t for t in _traces(chart, "narrow", "lines") if "fill" not in t]


def test_a_closed_list_ends_in_a_bar_and_an_open_one_trails_off() -> None:
    """The last stroke of a layer's line is upright where the list is closed, dashed if open."""
    data = samples.whole("en", 3)
    only = [replace(data, layers=(layer,)) for layer in data.layers[1:3]]
    opened, closed = (samples.glance_chart("en", one) for one in only)
    assert [t["line"]["dash"] for t in _strokes(opened)] == ["solid", "4px,4px"]
    assert {t["line"]["dash"] for t in _strokes(closed)} == {"solid"}
    bars = [t for t in _strokes(closed) if len(set(t["x"])) == 1]
    assert len(bars) == 1


def _hostile(kind: str) -> Chart:
    """A chart of the kind in which every word is hostile."""
    head = Heading("x", "en", HOSTILE, HOSTILE)
    name, mark = Name(HOSTILE, "n"), Mark("stated", HOSTILE, "m")
    layer = Layer(HOSTILE, HOSTILE, (Station(HOSTILE, "s"),), joint=Joint("stated", HOSTILE))
    entry = Entry("stated", HOSTILE, HOSTILE, Decimal(2020), HOSTILE)
    matrix_words = {**words("matrix", "en"), "basis_stated": HOSTILE, "basis_not_stated": HOSTILE}
    return {
        "milestones": lambda: milestones(
            [Lane(HOSTILE, (entry,))], head, words("milestones", "en"), PALETTE
        ),
        "matrix": lambda: matrix(
            Matrix((name,), (name, name), {(0, 0): (mark,)}, HOSTILE), head, matrix_words, PALETTE
        ),
        "glance": lambda: glance(Glance((layer,)), head, words("glance", "en"), PALETTE),
    }[kind]()


@pytest.mark.parametrize("kind", ["milestones", "matrix", "glance"])
def test_hostile_words_are_words(kind: str) -> None:
    """Markup, templates and marks of direction in any word come out as plain words everywhere."""
    chart = _hostile(kind)
    for layout in LAYOUTS:
        svg, made = getattr(draw(chart, PALETTE), layout), getattr(chart, layout)
        assert not [sign for sign in ("<b>", "</script") if sign in svg]
        assert not [sign for sign in ("</script", "\u202e") if sign in embedded(made)]
        assert "%{x}" in "".join(t["text"][0] for t in _traces(chart, layout, "text"))
        assert not [t for t in made["data"] if "hovertemplate" in t or "texttemplate" in t]


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
