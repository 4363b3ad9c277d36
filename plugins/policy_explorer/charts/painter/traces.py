"""The traces of a figure, in order, each by the painter of its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from policy_explorer.charts.painter.bars import draw_bars
from policy_explorer.charts.painter.canvas import Canvas
from policy_explorer.charts.painter.fills import Area
from policy_explorer.charts.painter.reader import FigureError, Node
from policy_explorer.charts.painter.scatter import Ground, draw_scatter

LIVE = (
    "customdata",
    "hoverinfo",
    "hoverlabel",
    "hoveron",
    "hovertemplate",
    "hovertext",
    "ids",
    "meta",
    "name",
    "showlegend",
    "uid",
)
"""Attributes that only the live chart uses."""


def draw_traces(
    canvas: Canvas, traces: Sequence[object], layout: Mapping[str, object]
) -> dict[str, set[str]]:
    """Draw all traces; for each axis in use come out the axes it shares traces with."""
    used: dict[str, set[str]] = {}
    last: dict[tuple[str, str], Area] = {}
    for i, raw in enumerate(traces):
        trace = Node(raw, f"data[{i}]")
        names = trace.text("xaxis", "x"), trace.text("yaxis", "y")
        box = canvas.scale(trace, "xaxis", "x"), canvas.scale(trace, "yaxis", "y")
        for one, other in (names, names[::-1]):
            used.setdefault(one, set()).add(other)
        trace.may(visible=True)
        trace.skip(*LIVE)
        if trace.word("type", ("scatter", "bar")) == "bar":
            _refuse_moved_bars(layout)
            draw_bars(canvas, trace, box)
        else:
            last[names] = draw_scatter(canvas, trace, Ground(*box, last.get(names)))
        trace.done()
    return used


def _refuse_moved_bars(layout: Mapping[str, object]) -> None:
    """Any other setting makes plotly.js stack or narrow them."""
    if layout.get("barmode") != "overlay" or not layout.get("bargap"):
        message = "layout.barmode: bars need barmode 'overlay' and a bargap above 0"
        raise FigureError(message)
