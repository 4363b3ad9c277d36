"""What a chart is: two figures, one table and one description of the same numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from policy_explorer.charts.fonts import QUOTED, SANS, is_han
from policy_explorer.charts.painter import Label, paint
from policy_explorer.charts.palette import Palette

Words = Mapping[str, str]
"""The words of one kind of chart in one language: key -> text with {placeholders}."""
Figure = dict[str, object]
"""A figure in Plotly's schema, as plain values."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One of the two drawings of a chart; its width in px is the view box's, not the page's."""

    name: str
    width: int


WIDE = Layout("wide", 720)
NARROW = Layout("narrow", 360)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its words, what they rest on, and the id of the fact they show."""

    text: str
    basis: str | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `basis` where all its cells have the same."""

    text: str
    numeric: bool = False
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart; the first cell of each row is its head."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a chart is called: its id, its language (BCP 47), the finding, and what is measured."""

    id: str
    lang: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart in one language. `facts` are the ids of all facts it rests on, each once."""

    id: str
    kind: str
    lang: str
    title: str
    subtitle: str
    description: str
    wide: Figure
    narrow: Figure
    table: Table
    facts: tuple[str, ...]


def quoted(chart: Chart) -> Chart:
    """The chart with quotes as narrow as its script has them, in both figures."""
    if is_han(chart.lang):
        return chart
    return replace(chart, wide=_quoted(chart.wide), narrow=_quoted(chart.narrow))


def _quoted(figure: Figure) -> Figure:
    return {key: _narrow(value) for key, value in figure.items()}


def _narrow(part: object) -> object:
    if isinstance(part, dict):
        return {key: _narrow(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_narrow(value) for value in part]
    return QUOTED if part == SANS else part


@dataclass(frozen=True, slots=True)
class Drawings:
    """A chart as two SVG elements."""

    wide: str
    narrow: str


def draw(chart: Chart, palette: Palette, prefix: str = "") -> Drawings:
    """The chart as SVG, wide and narrow; `prefix` where one page shows the same chart twice.

    Raises:
        FigureError: a figure uses what the painter does not draw.
    """
    theme, name = palette.theme(), f"{prefix}{chart.id}"

    def paint_one(figure: Figure, layout: Layout) -> str:
        label = Label(f"{name}-{layout.name}", chart.title, chart.description, chart.lang)
        return paint(figure, label, theme)

    return Drawings(paint_one(chart.wide, WIDE), paint_one(chart.narrow, NARROW))


def embedded(figure: Figure) -> str:
    r"""The figure as JSON that may stand in a `<script type="application/json">`.

    >>> embedded({"text": "</script>&"})
    '{"text":"\\u003c/script\\u003e\\u0026"}'
    """
    text = json.dumps(figure, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def facts_of(table: Table, *more: str | None) -> tuple[str, ...]:
    """All fact ids of a table, and these, each once, in the order of reading."""
    ids = [cell.fact for row in table.rows for cell in row]
    return tuple(dict.fromkeys(fact for fact in (*ids, *more) if fact))
