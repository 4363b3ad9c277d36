"""Words: plotly's small markup, refused where it is more than line breaks, and set in lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from policy_explorer.charts.painter.canvas import Canvas, Font, Ink
from policy_explorer.charts.painter.reader import NEED, Node
from policy_explorer.charts.painter.scale import n

MIDDLE, LEADING = 0.35, 1.3
"""Of the font size: plotly.js, constants/alignment.js."""
REFUSED = re.compile(r"<|&(?!(amp|lt|gt);)|\s\s|^\s|\s$|[\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one text; `x`, `y` is the anchor of the first one's baseline."""

    lines: list[str]
    x: float
    y: float
    anchor: str
    font: Font


def read_font(canvas: Canvas, node: Node, key: str) -> Font:
    """The font under a key, which must say its size and colour."""
    font = node.sub(key)
    read = Font(
        font.text("family", canvas.font.family),
        font.size("size"),
        int(font.num("weight", canvas.font.weight)),
        font.text("color"),
    )
    font.done()
    return read


def read_base_font(node: Node) -> Font:
    """The font of the layout, which all others inherit from."""
    font = node.sub("font")
    family, size = font.text("family"), font.size("size")
    read = Font(family, size, int(font.num("weight", 400)), font.text("color", NEED))
    font.done()
    return read


def lines_of(node: Node, key: str, text: str) -> list[str]:
    """The lines of a text, which may hold `<br>` and the entities that escaping makes, no more."""
    lines = text.split("<br>")
    for line in lines:
        if REFUSED.search(line):
            raise node.fail(key, f"{line!r}: only plain text, <br>, &amp; &lt; &gt; are drawn")
    return lines


def set_words(canvas: Canvas, node: Node, words: Words, key: str) -> str:
    """The text as one element; `key` names its colour in an error."""
    font, base, x = words.font, canvas.font, n(words.x)
    at = [f'x="{x}" y="{n(words.y)}"']
    if words.anchor != "start":
        at.append(f'text-anchor="{words.anchor}"')
    at.append(f'font-size="{n(font.size)}"')
    if font.weight != base.weight:
        at.append(f'font-weight="{font.weight}"')
    if font.family != base.family:
        at.append(f'font-family="{escape(font.family)}"')
    at.append(canvas.ink(node, Ink(fill=font.color), key))
    more = "".join(
        f'<tspan x="{x}" y="{n(words.y + i * LEADING * font.size)}">{line}</tspan>'
        for i, line in enumerate(words.lines[1:], 1)
    )
    return f"<text {' '.join(at)}>{words.lines[0]}{more}</text>"
