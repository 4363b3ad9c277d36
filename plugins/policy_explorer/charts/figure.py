"""The parts of a figure: what plotly.js would guess is written out, so that nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from policy_explorer.charts.fonts import SANS
from policy_explorer.charts.painter import CLEAR
from policy_explorer.charts.palette import Colours

Part = dict[str, object]
BREAK = "\n"
"""Where a word of a chart may be broken; `flat` takes it out."""


def say(text: str) -> str:
    r"""A text as plotly.js reads it: escaped, one space at most, a line break for each newline.

    >>> say(" a & <b>  c\nd")
    'a &amp; &lt;b&gt; c<br>d'
    """
    lines = (" ".join(line.split()) for line in text.split(BREAK))
    visible = ("".join(c for c in line if c.isprintable()) for line in lines)
    return "<br>".join(escape(line, quote=False) for line in visible)


def flat(text: str) -> str:
    """A text on one line."""
    return text.replace(BREAK, "")


def face(size: float, color: str, weight: int | None = None, family: str | None = None) -> Part:
    """A font; weight and family are inherited where they are not given."""
    font: Part = {"size": size, "color": color}
    return font | ({"weight": weight} if weight else {}) | ({"family": family} if family else {})


def place(value: float) -> float:
    """A coordinate as it is written: no digits that differ from machine to machine.

    >>> place(2020.0000000001), place(1 / 3)
    (2020, 0.3333)
    """
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True, slots=True)
class Frame:
    """Size and margins of a figure in whole px."""

    width: int
    height: int
    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0

    def layout(self, colours: Colours) -> Part:
        """The figure's layout, still without axes."""
        font = {"family": SANS, "size": 14, "color": colours.ink}
        sides = {"l": self.left, "r": self.right, "t": self.top, "b": self.bottom}
        return {
            "width": self.width,
            "height": self.height,
            "margin": {**sides, "pad": 0, "autoexpand": False},
            "font": font,
            "paper_bgcolor": colours.surface,
            "plot_bgcolor": colours.surface,
            "showlegend": False,
            "hovermode": "closest",
            "hoverdistance": 48,
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": colours.surface,
                "bordercolor": colours.ink,
                "font": font,
                "align": "left",
            },
        }


def axis(low: float, high: float, /, **more: object) -> Part:
    """An axis whose range, ticks and lines are all explicit."""
    fixed = {"type": "linear", "fixedrange": True, "automargin": False, "autorange": False}
    return {
        **fixed,
        "range": [place(low), place(high)],
        "zeroline": False,
        "tickmode": "array",
        **more,
    }


def unseen(low: float, high: float, **more: object) -> Part:
    """An axis that only places things."""
    fixed = {"type": "linear", "fixedrange": True, "autorange": False, "visible": False}
    return {**fixed, "range": [place(low), place(high)], **more}


def words_at(x: float, y: float, text: str, where: str, font: Part) -> Part:
    """Words as a trace, since these stand alike in every font; `text` is escaped here."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [place(x)],
        "y": [place(y)],
        "text": [say(text)],
        "textposition": where,
        "textfont": font,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def note_at(x: float, y: float, text: str, font: Part, **more: object) -> Part:
    """Words beside the plot, where no trace can stand, to the right of a place."""
    fixed = {"showarrow": False, "xanchor": "left", "align": "left", "yanchor": "middle"}
    at = {"x": place(x), "y": place(y), "xref": "x", "yref": "y"}
    return {**at, "text": say(text), "font": font, **fixed, **more}


def stroke(xs: Sequence[float], ys: Sequence[float], color: str, width: float, dash: str) -> Part:
    """A line."""
    line = {"color": color, "width": width, "dash": dash}
    points = {"x": [place(x) for x in xs], "y": [place(y) for y in ys]}
    return {"type": "scatter", "mode": "lines", **points, "line": line, "hoverinfo": "skip"}


@dataclass(frozen=True, slots=True)
class Symbol:
    """How a marker looks; an open symbol draws its line in `color`."""

    name: str
    size: float
    color: str = CLEAR
    line: float = 0
    dash: str | None = None


def marks(
    xs: Sequence[float], ys: Sequence[float], symbol: Symbol, hover: Sequence[str] = ()
) -> Part:
    """Markers; `hover` is what the live chart says of each, nothing where it is empty."""
    line: Part = {"width": symbol.line, "color": CLEAR}
    marker = {
        "size": symbol.size,
        "symbol": symbol.name,
        "color": symbol.color,
        "line": line | ({"dash": symbol.dash} if symbol.dash else {}),
        "opacity": 1,
    }
    told: Part = {"hoverinfo": "text", "hovertext": [say(text) for text in hover]}
    points = {"x": [place(x) for x in xs], "y": [place(y) for y in ys]}
    trace = {"type": "scatter", "mode": "markers", **points, "cliponaxis": False}
    return trace | {"marker": marker} | (told if hover else {"hoverinfo": "skip"})
