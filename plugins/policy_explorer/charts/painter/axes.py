"""Axes: grid, line, ticks and labels where plotly.js puts them (plots/cartesian/axes.js)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from policy_explorer.charts.painter.canvas import Canvas, Font, Ink, dashes
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Letter, Scale, crisp, n
from policy_explorer.charts.painter.text import (
    LEADING,
    MIDDLE,
    Words,
    lines_of,
    read_font,
    set_words,
)

LABEL_GAP = 0.2
"""Between tick and label, in parts of the font size."""


def read_scale(canvas: Canvas, node: Node, name: str) -> Scale:
    """The scale of an axis, from its range and domain."""
    letter = cast("Letter", name[0])
    lo, hi = node.nums("range", 2)
    if lo == hi:
        raise node.fail("range", "is empty")
    first, last = node.nums("domain", 2) if node.has("domain") else (0.0, 1.0)
    paper = canvas.paper[letter]
    start = paper.start + paper.length * (first if letter == "x" else 1 - last)
    return Scale(letter, lo, hi, start, paper.length * (last - first))


@dataclass(frozen=True, slots=True)
class Edge:
    """The side of the plot where an axis stands; `line` is the middle of its line.

    Shape: `sign` is 1 where the labels lie to the right or below, else -1.
    """

    scale: Scale
    sign: int
    line: float
    width: float

    def across(self, at: float, length: float, pixel: float) -> str:
        """A stroke square to the axis, at one of its pixels."""
        if self.scale.letter == "x":
            return f"M{n(pixel)} {n(at)}v{n(length)}"
        return f"M{n(at)} {n(pixel)}h{n(length)}"


@dataclass(frozen=True, slots=True)
class Corner:
    """By how much an x line is longer for the y line it meets, and whether at its start."""

    width: float = 0.0
    at_start: bool = True


def corner_of(other: Node | None) -> Corner:
    """The corner an axis makes with the one it is anchored to."""
    if other is None or other.raw("visible", default=True) is not True:
        return Corner()
    if other.raw("showline", default=False) is not True:
        return Corner()
    return Corner(crisp(other.size("linewidth", 0)), other.raw("side", "left") == "left")


def draw_axis(canvas: Canvas, node: Node, name: str, partners: Sequence[str], other: Node) -> None:
    """Draw one axis; `partners` are those it shares traces with, `other` the one it stands on."""
    node.must(type="linear", fixedrange=True)
    node.may(autorange=False, automargin=False, tickmode="array")
    node.skip("range", "domain", "anchor")
    if node.word("visible", (True, False), default=True):
        node.must(zeroline=False)
        edge, values = _edge(canvas, node, name), node.nums("tickvals")
        _draw_grid(canvas, node, edge, [canvas.scales[p] for p in partners])
        _draw_line(canvas, node, edge, corner_of(other))
        length = _draw_ticks(canvas, node, edge, values)
        _draw_labels(canvas, node, edge, length)
    node.done()


def anchor_of(canvas: Canvas, node: Node, name: str) -> str:
    """The name of the axis that this one stands on."""
    anchor = node.text("anchor", "y" if name[0] == "x" else "x")
    if anchor not in canvas.scales or anchor[0] == name[0]:
        raise node.fail("anchor", f"no such axis: {anchor!r}")
    return anchor


def _edge(canvas: Canvas, node: Node, name: str) -> Edge:
    other = canvas.scales[anchor_of(canvas, node, name)]
    sides = ("bottom", "top") if name[0] == "x" else ("left", "right")
    sign = 1 if node.word("side", sides, sides[0]) in {"bottom", "right"} else -1
    width = node.size("linewidth") if node.word("showline", (True, False)) else 0.0
    end = other.start + (other.length if sign == 1 else 0)
    return Edge(canvas.scales[name], sign, end + sign * (crisp(width) or 1) / 2, width)


def _draw_grid(canvas: Canvas, node: Node, edge: Edge, partners: Sequence[Scale]) -> None:
    if not node.word("showgrid", (True, False)):
        return
    width = node.size("gridwidth")
    # a line within one pixel of the frame is left out (clipEnds in axes.js)
    pixels = [edge.scale.px(v) for v in node.nums("tickvals")]
    inner = [p for p in pixels if 1 < p - edge.scale.start < edge.scale.length - 1]
    path = "".join(edge.across(s.start, s.length, p) for s in partners for p in inner)
    dash = dashes(node, width, "griddash")
    ink = Ink(stroke=node.raw("gridcolor"), width=crisp(width), dash=dash)
    _draw_crisp(canvas, "grid", path, canvas.ink(node, ink, "gridcolor"))


def _draw_line(canvas: Canvas, node: Node, edge: Edge, corner: Corner) -> None:
    if not edge.width:
        return
    scale = edge.scale
    if scale.letter == "x":
        start = scale.start - (corner.width if corner.at_start else 0)
        path = f"M{n(start)} {n(edge.line)}h{n(scale.length + corner.width)}"
    else:
        path = f"M{n(edge.line)} {n(scale.start)}v{n(scale.length)}"
    ink = Ink(stroke=node.raw("linecolor"), width=crisp(edge.width))
    _draw_crisp(canvas, "axes", path, canvas.ink(node, ink, "linecolor"))


def _draw_ticks(canvas: Canvas, node: Node, edge: Edge, values: Sequence[float]) -> float:
    """Draw the ticks; their length comes out."""
    if node.word("ticks", ("", "outside"), "") == "":
        return 0.0
    length, at = node.size("ticklen"), edge.line + edge.sign * (edge.width or 1) / 2
    inside = [edge.scale.px(v) for v in values if edge.scale.holds(v)]
    path = "".join(edge.across(at, edge.sign * length, p) for p in inside)
    ink = Ink(stroke=node.raw("tickcolor"), width=crisp(node.size("tickwidth")))
    _draw_crisp(canvas, "axes", path, canvas.ink(node, ink, "tickcolor"))
    return length


def _draw_crisp(canvas: Canvas, layer: str, path: str, look: str) -> None:
    if path:
        canvas.add(layer, f'<path d="{path}" shape-rendering="crispEdges" {look}/>')


def _draw_labels(canvas: Canvas, node: Node, edge: Edge, tick: float) -> None:
    if not node.word("showticklabels", (True, False), default=True):
        node.skip("ticktext", "tickfont", "tickangle")
        return
    values, font = node.nums("tickvals"), read_font(canvas, node, "tickfont")
    # "auto" turns the labels that it finds too close
    node.must(tickangle=0)
    gap = tick + (LABEL_GAP * font.size if tick or edge.width else 0) + (edge.width or 1) / 2
    texts = node.each("ticktext", len(values), node.as_text)
    for value, text in zip(values, texts, strict=True):
        if text and edge.scale.holds(value):
            lines = lines_of(node, "ticktext", text)
            words = _label(edge, gap, edge.scale.px(value), (lines, font))
            canvas.add("axes", set_words(canvas, node, words, "tickfont.color"))


def _label(edge: Edge, gap: float, pixel: float, label: tuple[list[str], Font]) -> Words:
    lines, font = label
    out = edge.line + edge.sign * gap
    extra = (len(lines) - 1) * LEADING * font.size
    if edge.scale.letter == "x":
        drop = font.size if edge.sign == 1 else -LABEL_GAP * font.size - extra
        return Words(lines, pixel, out + drop, "middle", font)
    anchor = "start" if edge.sign == 1 else "end"
    return Words(lines, out, pixel + MIDDLE * font.size - extra / 2, anchor, font)
