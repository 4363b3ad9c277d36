"""Dots: published values of one thing, each on a line of its own, on one axis from zero.

Sources that disagree stand under each other, both named; there is no mean, and nothing is joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.figure import (
    Frame,
    Part,
    Symbol,
    axis,
    face,
    marks,
    stroke,
    unseen,
)
from policy_explorer.charts.figure import words_at as words
from policy_explorer.charts.fonts import FIGURES
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

ROW = 100
"""Height of one value's line in px."""


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
            raise ValueError("dots: at least one value, none below zero")


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
    height = ROW * len(data.dots)
    frame = Frame(layout.width, height + 44, left=12, right=28, top=8, bottom=36)
    highest = float(max(tick for tick, _ in data.ticks))
    rows = enumerate(data.dots, 1)
    traces = [p for n, dot in rows for p in _row(dot, height - ROW * n, highest, colours)]
    axes = {"xaxis": _scale(data, highest, colours), "yaxis": unseen(0, height)}
    return {"data": traces, "layout": frame.layout(colours) | axes}


def _row(dot: Dot, base: float, highest: float, colours: Colours) -> list[Part]:
    """The value in large figures, what it is, who says so, and the diamond on its line."""
    symbol = Symbol("diamond-open", 11, colours.external, 1.6)
    full = Symbol("diamond", 12, colours.external)
    hover = (f"{dot.of}: {dot.text}",)
    value = face(21, colours.ink, 700, FIGURES)
    return [
        words(0, base + 80, dot.text, "middle right", value),
        words(0, base + 56, dot.of, "middle right", face(14, colours.ink)),
        words(0, base + 37, dot.who, "middle right", face(13, colours.muted)),
        stroke([0, highest], [base + 16] * 2, colours.hair, 1, "solid"),
        marks([float(dot.value)], [base + 16], symbol if dot.estimate else full, hover),
    ]


def _scale(data: Dots, highest: float, colours: Colours) -> Part:
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
        tickvals=[float(tick) for tick, _ in data.ticks],
        ticktext=[text for _, text in data.ticks],
        tickangle=0,
        tickfont=face(13, colours.muted),
    )
