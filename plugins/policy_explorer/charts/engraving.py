"""Two drawn signs: the engraved band of an open goal, and the half disc of arithmetic."""

from __future__ import annotations

from policy_explorer.charts.figure import Part, place
from policy_explorer.charts.painter import CLEAR
from policy_explorer.charts.palette import Colours

LINES = 11
"""Of the engraving at most; they thin out and have no last one."""
FIRST, GAP, WIDER = 5.0, 3.6, 1.135
"""Where the first line lies, the gap after it, and by how much each gap is wider."""
THICK, THINNER = 1.5, 0.93
OPACITY, FAINTER = 0.85, 0.86
FLOOR = 4.5
"""The one thick line: the goal itself."""
SHAFT, CHANNEL, HEAD = 12.0, 5.0, 6.0
"""Of the arrow: where it begins, half the white around it, and its head; all in px."""
HALF_DISC = "M0,4.3 C-2.37,4.3 -4.3,2.37 -4.3,0 C-4.3,-2.37 -2.37,-4.3 0,-4.3 Z"


def pinned(x: float, y: float) -> Part:
    """A shape that keeps its size in px at a place of the data; y grows upwards."""
    modes = {"xsizemode": "pixel", "ysizemode": "pixel", "layer": "above"}
    return {"xref": "x", "yref": "y", "xanchor": place(x), "yanchor": place(y), **modes}


def half_disc(x: float, y: float, colour: str) -> Part:
    """The filled half of the mark for derived."""
    look = {"line": {"width": 0}, "fillcolor": colour}
    return {"type": "path", **pinned(x, y), "path": HALF_DISC, **look}


def engrave(pin: Part, half: int, room: float, opens: int, colours: Colours) -> list[Part]:
    """The goal as one thick line and, where it is open, lines that fade and an arrow.

    `opens` is 1 upwards, -1 downwards, 0 for a goal that is not open; `room` in px is what the
    band may take.
    """
    floor = _line(pin, half, 0.0, {"width": FLOOR, "color": colours.ink})
    if not opens:
        return [floor]
    lines, reach = [], FIRST
    for i in range(LINES):
        alpha = f"{round(255 * OPACITY * FAINTER**i):02x}"
        pen = {"width": round(THICK * THINNER**i, 2), "color": colours.ink + alpha}
        lines.append(_line(pin, half, round(opens * reach, 2), pen))
        reach += GAP * WIDER**i
        if reach > room:
            break
    return [*lines, floor, *_arrow(pin, round(min(reach, room), 1), opens, colours)]


def _line(pin: Part, half: int, y: float, pen: Part) -> Part:
    return {"type": "line", **pin, "x0": -half, "x1": half, "y0": y, "y1": y, "line": pen}


def _arrow(pin: Part, tip: float, opens: int, colours: Colours) -> list[Part]:
    start, end, barb = (n(opens * v) for v in (SHAFT, tip, tip - HEAD))
    ends = {"x0": -CHANNEL, "x1": CHANNEL, "y0": float(start), "y1": float(end)}
    path = f"M0,{start} L0,{end} M-4.5,{barb} L0,{end} L4.5,{barb}"
    pen = {"line": {"width": 1.4, "color": colours.ink}, "fillcolor": CLEAR}
    return [
        {"type": "rect", **pin, **ends, "line": {"width": 0}, "fillcolor": colours.surface},
        {"type": "path", **pin, "path": path, **pen},
    ]


def n(value: float) -> str:
    """A number in a path, with one decimal."""
    return f"{value:.1f}"
