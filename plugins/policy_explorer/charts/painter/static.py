"""The whole picture: a figure in, one SVG element out; the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import cast

from policy_explorer.charts.painter.axes import anchor_of, draw_axis, read_scale
from policy_explorer.charts.painter.canvas import CLEAR, Canvas, Ink, Theme
from policy_explorer.charts.painter.notes import draw_note
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Letter, Scale, n
from policy_explorer.charts.painter.shapes import draw_shape
from policy_explorer.charts.painter.text import read_base_font
from policy_explorer.charts.painter.traces import draw_traces

AXIS = re.compile(r"[xy]axis\d*")
LIVE = (
    "clickmode",
    "dragmode",
    "hoverdistance",
    "hoverlabel",
    "hovermode",
    "meta",
    "separators",
    "uirevision",
)
"""Attributes that only the live chart uses."""
REGULAR = 400
"""The weight that needs no attribute."""


@dataclass(frozen=True, slots=True)
class Label:
    """What an SVG says about itself; `prefix` makes its ids unique on the page."""

    prefix: str
    title: str
    desc: str
    lang: str


@dataclass(frozen=True, slots=True)
class Painted:
    """What is drawn, without the element around it, in a box of this size in px."""

    width: float
    height: float
    marks: str


def paint(figure: Mapping[str, object], label: Label, theme: Theme) -> str:
    """The figure as one `<svg>`.

    Raises:
        FigureError: the figure uses what this painter does not draw; the message names it.
    """
    drawn = paint_marks(figure, label.prefix, theme)
    width, height = n(drawn.width), n(drawn.height)
    t, d = f"{label.prefix}-t", f"{label.prefix}-d"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-labelledby="{t} {d}" lang="{escape(label.lang)}"'
        ' focusable="false">'
        f'<title id="{t}">{escape(label.title)}</title><desc id="{d}">{escape(label.desc)}</desc>'
        f"{drawn.marks}</svg>"
    )


def paint_marks(figure: Mapping[str, object], prefix: str, theme: Theme) -> Painted:
    """The figure's marks, to stand in an element of one's own; `prefix` keeps its ids unique.

    Raises:
        FigureError: the figure uses what this painter does not draw; the message names it.
    """
    top = Node(figure, "figure")
    data, layout = top.listing("data"), Node(top.raw("layout"), "layout")
    top.skip("config")
    top.done()
    width, height = layout.size("width"), layout.size("height")
    canvas = _canvas(layout, prefix, theme)
    raw = cast("Mapping[str, object]", figure["layout"])
    ground = _ground(canvas, layout)
    nodes = {key[0] + key[5:]: layout.sub(key) for key in raw if AXIS.fullmatch(key)}
    canvas.scales.update({name: read_scale(canvas, node, name) for name, node in nodes.items()})
    layout.must(showlegend=False)
    layout.skip("barmode", "bargap", *LIVE)
    used = draw_traces(canvas, data, raw)
    _draw_axes(canvas, nodes, used, raw)
    for shape in layout.items("shapes"):
        draw_shape(canvas, shape)
    for note in layout.items("annotations"):
        draw_note(canvas, note)
    layout.done()
    return Painted(width, height, _marks(canvas, (width, height), ground))


def _canvas(layout: Node, prefix: str, theme: Theme) -> Canvas:
    margin = layout.sub("margin")
    margin.may(pad=0)
    margin.must(autoexpand=False)
    left, right, top, bottom = (margin.size(side) for side in "lrtb")
    margin.done()
    width, height = layout.size("width"), layout.size("height")
    if not all(v.is_integer() for v in (width, height, left, right, top, bottom)):
        raise layout.fail("margin", "whole pixels only (plotly.js rounds)")
    paper: Mapping[Letter, Scale] = {
        "x": Scale("x", 0, 1, left, width - left - right),
        "y": Scale("y", 0, 1, top, height - top - bottom),
    }
    return Canvas(theme, prefix, read_base_font(layout), paper)


def _ground(canvas: Canvas, layout: Node) -> str:
    """The ink of the paper; empty where it is clear."""
    paper, plot = (layout.raw(key) for key in ("paper_bgcolor", "plot_bgcolor"))
    if plot not in (CLEAR, paper):
        raise layout.fail("plot_bgcolor", "must be clear or the same as paper_bgcolor")
    return "" if paper == CLEAR else canvas.ink(layout, Ink(fill=paper), "paper_bgcolor")


def _draw_axes(
    canvas: Canvas,
    nodes: Mapping[str, Node],
    used: Mapping[str, set[str]],
    layout: Mapping[str, object],
) -> None:
    for name, node in nodes.items():
        if name not in used:
            raise node.fail("", "no trace uses this axis (plotly.js would not draw it)")
        anchor = anchor_of(canvas, node, name)
        other = Node(layout[f"{anchor[0]}axis{anchor[1:]}"], f"layout.{anchor}")
        draw_axis(canvas, node, name, sorted(used[name]), other)


def _marks(canvas: Canvas, size: tuple[float, float], ground: str) -> str:
    width, height = map(n, size)
    # not on the root: a page's style for [lang] would win over an attribute there
    face = f'font-family="{escape(canvas.font.family)}"'
    if canvas.font.weight != REGULAR:
        face += f' font-weight="{canvas.font.weight}"'
    defs = f"<defs>{''.join(canvas.defs)}</defs>" if canvas.defs else ""
    paper = f'<rect width="{width}" height="{height}" {ground}/>' if ground else ""
    body = "".join("".join(marks) for marks in canvas.layers.values())
    return f"{defs}{paper}<g {face}>{body}</g>"
