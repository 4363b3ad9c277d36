"""Dots: published values of one thing, each on a line of its own, on one axis from zero.

Sources that disagree stand under each other, both named; there is no mean, and nothing is joined.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts import crowd
from policy_explorer.charts.figure import (
    Frame,
    Part,
    Symbol,
    axis,
    face,
    marks,
    say,
    stroke,
    unseen,
)
from policy_explorer.charts.figure import words_at as words
from policy_explorer.charts.fonts import FIGURES, width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours, Palette
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Figure,
    Heading,
    Layout,
    Table,
    Words,
    facts_of,
)
from policy_explorer.charts.ticks import round_ticks
from policy_explorer.problems import said

ROW, EXTRA = 100, 18
"""Height of one value's row, and of each line of words beyond the first, in px."""
TICK = 13
"""Size of the labels on the axis."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A published value: how it reads, of what it is, who says so; `estimate` if not final."""

    value: Decimal
    text: str
    of: str
    who: str
    period: str
    fact: str
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """Values in one unit; `ticks` says how the axis reads at a value.

    Raises:
        ValueError: there is nothing to draw, or a value below zero.
    """

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[Decimal, str], ...]

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong."""
        if not self.dots or min(dot.value for dot in self.dots) < 0:
            raise ValueError(said("dots: at least one value, none below zero"))
        crowd.few("dots", len(self.dots), crowd.DOTS)


def nice_ticks(highest: Decimal) -> tuple[Decimal, ...]:
    """Round numbers from zero to at least `highest`, three to six of them.

    >>> [int(t) for t in nice_ticks(Decimal(30))]
    [0, 10, 20, 30]
    """
    return round_ticks(Decimal(0), highest)


def dots(data: Dots, heading: Heading, said: Words, palette: Palette) -> Chart:
    """The chart of published values; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, said)
    return Chart(
        id=heading.id,
        kind="dots",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, said),
        wide=figure(data, palette.light, WIDE),
        narrow=figure(data, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Dots, said: Words) -> Table:
    """One row for each value: the value, of what, of when, who says so."""
    heads = ("head_value", "head_of", "head_period", "head_who")
    columns = tuple(Column(said[key]) for key in heads)
    rows = tuple(
        (
            Cell(dot.text, "external", dot.fact),
            Cell(dot.of, None, dot.fact),
            Cell(dot.period, None, dot.fact),
            Cell(dot.who, None, dot.fact),
        )
        for dot in data.dots
    )
    return Table(said["caption"], columns, rows)


def describe(data: Dots, said: Words) -> str:
    """The values in words, and that none is averaged."""
    items = (
        said["item"].format(of=dot.of, period=dot.period, value=dot.text, who=dot.who)
        for dot in data.dots
    )
    return said["sentences"].join((said["join"].join(items), said["describe_apart"]))


def figure(data: Dots, colours: Colours, layout: Layout) -> Figure:
    """Each value on a line of its own: what it is above, the diamond at its place on the axis.

    One unit of the y axis is one px, so that words keep their distance in every layout.
    """
    sides = [math.ceil(width_of(data.ticks[n][1], TICK) / 2) + 4 for n in (0, -1)]
    room = layout.width - sum(sides)
    lines = [_words(dot, room) for dot in data.dots]
    tall = [ROW + EXTRA * (len(of) + len(who) - 2) for of, who in lines]
    height = sum(tall)
    frame = Frame(layout.width, height + 44, sides[0], sides[1], top=8, bottom=36)
    highest = float(max(tick for tick, _ in data.ticks))
    bases = [height - sum(tall[: n + 1]) for n in range(len(tall))]
    traces = [
        part
        for dot, base, said in zip(data.dots, bases, lines, strict=True)
        for part in _row(dot, (base, highest), said, colours)
    ]
    axes = {"xaxis": _scale(data, highest, colours, room), "yaxis": unseen(0, height)}
    return {"data": traces, "layout": frame.layout(colours) | axes}


def _words(dot: Dot, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a value is of, and who says so, in lines that fit."""
    return wrapped(dot.of, 14, room), wrapped(dot.who, TICK, room)


def _row(
    dot: Dot,
    at: tuple[int, float],
    lines: tuple[tuple[str, ...], tuple[str, ...]],
    colours: Colours,
) -> list[Part]:
    """The value in large figures, what it is, who says so, and the diamond on its line."""
    base, highest = at
    symbol = Symbol("diamond-open", 11, colours.external, 1.6)
    full = Symbol("diamond", 12, colours.external)
    hover = (f"{dot.of}: {dot.text}",)
    of, who = lines
    below = base + 37 + EXTRA * (len(who) - 1)
    above = below + 19 + EXTRA * (len(of) - 1)
    parts = [words(0, above + 24, dot.text, "middle right", face(21, colours.ink, 700, FIGURES))]
    for n, line in enumerate(of):
        parts.append(words(0, above - EXTRA * n, line, "middle right", face(14, colours.ink)))
    for n, line in enumerate(who):
        parts.append(words(0, below - EXTRA * n, line, "middle right", face(TICK, colours.muted)))
    return [
        *parts,
        stroke([0, highest], [base + 16] * 2, colours.hair, 1, "solid"),
        marks([float(dot.value)], [base + 16], symbol if dot.estimate else full, hover),
    ]


def _scale(data: Dots, highest: float, colours: Colours, room: float) -> Part:
    ticks = _fitting(data.ticks, room)
    return axis(
        0,
        highest,
        anchor="y",
        showgrid=False,
        showline=True,
        linecolor=colours.ink,
        linewidth=1,
        ticks="outside",
        ticklen=6,
        tickwidth=1,
        tickcolor=colours.faint,
        tickvals=[float(tick) for tick, _ in ticks],
        ticktext=[say(text) for _, text in ticks],
        tickangle=0,
        tickfont=face(TICK, colours.muted),
    )


def _fitting(
    ticks: tuple[tuple[Decimal, str], ...], room: float
) -> tuple[tuple[Decimal, str], ...]:
    """Every tick, or every second, third …, so that no label runs into the next."""
    widest = max(width_of(text, TICK) for _, text in ticks) + TICK
    apart = room / max(1, len(ticks) - 1)
    return ticks[:: max(1, math.ceil(widest / apart))]
