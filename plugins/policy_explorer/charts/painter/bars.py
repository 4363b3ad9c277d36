"""Bar traces: rectangles whose width and base are written out."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.charts.painter.canvas import Canvas, read_line
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Point, Scale, n

THINNEST = 2
"""In px; plotly.js widens a bar that is thinner."""


@dataclass(frozen=True, slots=True)
class _Bar:
    at: float
    size: float
    width: float
    base: float


def draw_bars(canvas: Canvas, trace: Node, box: tuple[Scale, Scale]) -> None:
    """Draw the bars of one trace, upright or lying."""
    upright = trace.word("orientation", ("v", "h")) == "v"
    bars = _bars(trace, upright=upright)
    marker = trace.sub("marker")
    colours = marker.each("color", len(bars), marker.as_text)
    line = marker.sub_or_empty("line")
    edge = read_line(line)
    for bar, colour in zip(bars, colours, strict=True):
        start, end = _corners(trace, bar, box, upright=upright)
        ink = type(edge)(colour, edge.stroke, edge.width, edge.dash)
        look = canvas.ink(marker, ink) + canvas.clip([start, end], edge.width / 2, box)
        canvas.add("bars", f"<rect {_rectangle(start, end)} {look}/>")
    trace.skip("cliponaxis")
    marker.done()


def _bars(trace: Node, *, upright: bool) -> list[_Bar]:
    along, across = ("x", "y") if upright else ("y", "x")
    at, sizes = trace.nums(along), trace.nums(across)
    if len(at) != len(sizes):
        raise trace.fail("y", "must be as long as x")
    widths = trace.each("width", len(at), trace.as_number)
    bases = trace.each("base", len(at), trace.as_number, 0)
    return [_Bar(*bar) for bar in zip(at, sizes, widths, bases, strict=True)]


def _corners(
    trace: Node, bar: _Bar, box: tuple[Scale, Scale], *, upright: bool
) -> tuple[Point, Point]:
    along, across = box if upright else (box[1], box[0])
    p, q = (along.px(bar.at + side * bar.width / 2) for side in (-1, 1))
    a, b = (across.px(value) for value in (bar.base, bar.base + bar.size))
    if bar.size and min(abs(p - q), abs(a - b)) < THINNEST:
        raise trace.fail("x", "a bar thinner than 2 px is widened by plotly.js")
    return (Point(p, a), Point(q, b)) if upright else (Point(a, p), Point(b, q))


def _rectangle(a: Point, b: Point) -> str:
    corner = f'x="{n(min(a.x, b.x))}" y="{n(min(a.y, b.y))}"'
    return f'{corner} width="{n(abs(a.x - b.x))}" height="{n(abs(a.y - b.y))}"'
