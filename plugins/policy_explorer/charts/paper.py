"""A sheet that fills up from its top left corner, in px: for pictures that have no scale of values.

The axes of the figure count px, downwards; so words, marks and lines keep their places in every
font, and plotly.js and the static painter put them alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policy_explorer.charts.engraving import half_disc, n, pinned
from policy_explorer.charts.figure import (
    Frame,
    Part,
    Symbol,
    face,
    marks,
    place,
    stroke,
    unseen,
    words_at,
)
from policy_explorer.charts.painter import CLEAR
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.spec import Figure

LINE = 1.3
"""From one line of type to the next, in its size; as plotly.js sets them."""
DASHED, DOTTED = "4px,4px", "1px,4px"
SIDES = {"right": "middle right", "left": "middle left", "center": "middle center"}
HATCH = 9.0
"""Between two lines of a hatching, in px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Paper:
    """A figure while it is drawn; later parts lie on earlier ones."""

    colours: Colours
    width: int
    traces: list[Part] = field(default_factory=list)
    shapes: list[Part] = field(default_factory=list)

    def words(self, x: float, y: float, text: str, font: Part, side: str = "right") -> None:
        """One line, its middle at the height `y`, to this side of `x`."""
        self.traces.append(words_at(x, y, text, SIDES[side], font))

    def block(self, x: float, top: float, lines: Sequence[str], font: Part) -> float:
        """Lines that begin at the top left; the height they take."""
        if not any(lines):
            return 0.0
        self.traces.append(words_at(x, top, "\n".join(lines), "bottom right", font))
        size = font["size"]
        return LINE * (float(size) if isinstance(size, int | float) else 0.0) * len(lines)

    def line(
        self,
        ends: tuple[float, float, float, float],
        colour: str,
        width: float = 1,
        dash: str = "solid",
    ) -> None:
        """A stroke from x, y to x, y."""
        x0, y0, x1, y1 = ends
        self.traces.append(stroke([x0, x1], [y0, y1], colour, width, dash))

    def mark(self, x: float, y: float, basis: str, hover: str = "", size: float = 11) -> None:
        """The mark of a basis, on a little paper so that lines end before it."""
        told = (hover,) if hover else ()
        halo = Symbol("circle", size + 5, self.colours.surface)
        self.traces.append(marks([x], [y], halo))
        self.traces.append(marks([x], [y], symbol(basis, self.colours, size), told))
        if basis == "derived":
            self.shapes.append(half_disc(x, y, self.colours.accent))

    def target(self, x: float, y: float, hover: str) -> None:
        """An unseen place that tells something to the pointer."""
        self.traces.append(marks([x], [y], Symbol("circle", 16), (hover,)))

    def hatch(self, box: Box) -> None:
        """Slanted lines over a part: the source is silent there."""
        tall = box.bottom - box.top
        count = int((box.right - box.left + tall) // HATCH)
        segments = []
        for step in range(1, count + 1):
            foot = box.left + step * HATCH - tall
            x0, x1 = max(foot, box.left), min(foot + tall, box.right)
            if x1 - x0 > 1:
                y0, y1 = box.bottom - (x0 - foot), box.bottom - (x1 - foot)
                segments.append(f"M{n(x0)},{n(y0)} L{n(x1)},{n(y1)}")
        line = {"color": self.colours.hair, "width": 1}
        at = {"xref": "x", "yref": "y", "layer": "below"}
        if segments:
            path = {"type": "path", "path": " ".join(segments), "fillcolor": CLEAR}
            self.shapes.append({**path, **at, "line": line})

    def ground(self, box: Box, colour: str) -> None:
        """A filled part, under what comes after it."""
        xs = [place(v) for v in (box.left, box.right, box.right, box.left, box.left)]
        ys = [place(v) for v in (box.top, box.top, box.bottom, box.bottom, box.top)]
        line = {"color": colour, "width": 0}
        points: Part = {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line}
        self.traces.append(points | {"fill": "toself", "fillcolor": colour, "hoverinfo": "skip"})

    def arrow(self, x: float, foot: float, tip: float, dash: str = "solid") -> None:
        """An arrow up or down, from its foot to its tip."""
        barb = 6 if tip < foot else -6
        self.line((x, foot, x, tip), self.colours.ink, 1.6, dash)
        head = f"M-5,{-barb} L0,0 L5,{-barb}"
        pen: Part = {"line": {"width": 1.6, "color": self.colours.ink}, "fillcolor": CLEAR}
        self.shapes.append({"type": "path", **pinned(x, tip), "path": head, **pen})

    def figure(self, height: float) -> Figure:
        """The figure, as high as what stands on it."""
        frame = Frame(self.width, round(height))
        axes = {"xaxis": unseen(0, self.width), "yaxis": unseen(round(height), 0)}
        more = {"shapes": self.shapes} if self.shapes else {}
        return {"data": self.traces, "layout": {**frame.layout(self.colours), **axes, **more}}


def symbol(basis: str, colours: Colours, size: float = 11) -> Symbol:
    """The mark of a basis as charts draw it."""
    return {
        "stated": Symbol("circle", size, colours.ink),
        "derived": Symbol("circle-open", 8.6, colours.accent, 1.4),
        "external": Symbol("diamond", size + 1, colours.external),
        "inferred": Symbol("circle-open", size - 1, colours.inferred, 1.6, "2.3px,2.2px"),
        "not_stated": Symbol("square-open", size - 2, colours.muted, 1.4),
    }[basis]


def bold(colours: Colours, size: float = 15) -> Part:
    """The face of names."""
    return face(size, colours.ink, 600)


def plain(colours: Colours, size: float = 14) -> Part:
    """The face of what is said."""
    return face(size, colours.ink)


def quiet(colours: Colours, size: float = 13) -> Part:
    """The face of what explains."""
    return face(size, colours.muted)
