"""Annotations: words beside the plot, and arrows without words (components/annotations/draw.js)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from policy_explorer.charts.painter.canvas import Canvas, Ink, Place
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Letter, Point, js_round, n
from policy_explorer.charts.painter.text import LEADING, Words, lines_of, read_font, set_words

HEADS = {
    0: ("", 0.0),
    1: ("M-2.4,-3V3L0.6,0Z", 0.6),
    2: ("M-3.7,-2.5V2.5L1.3,0Z", 1.3),
    3: ("M-4.45,-3L-1.65,-0.2V0.2L-4.45,3L1.55,0Z", 1.55),
    4: ("M-2.2,-2.2L-0.2,-0.2V0.2L-2.2,2.2L-1.4,3L1.6,0L-1.4,-3Z", 1.6),
    5: ("M-4.4,-2.1L-0.6,-0.2V0.2L-4.4,2.1L-4,3L2,0L-4,-3Z", 2.0),
}
"""Arrow heads and how far back they pull the line: components/annotations/arrow_paths.js."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
HALVES = {"top": 0.5, "middle": 0.0, "bottom": -0.5}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a note points on one axis: the value, its pixel, and a shift in px."""

    place: Place
    pixel: float
    shift: float


def draw_note(canvas: Canvas, note: Node) -> None:
    """Draw one annotation: words, or an arrow."""
    spots = _spot(canvas, note, "x"), _spot(canvas, note, "y")
    border = note.size("borderwidth", 1) + note.size("borderpad", 1)
    if note.word("showarrow", (True, False)):
        _draw_arrow(canvas, note, spots, border)
    else:
        _draw_words(canvas, note, Point(*(s.pixel + s.shift for s in spots)), border)
    note.done()


def _spot(canvas: Canvas, note: Node, letter: Letter) -> _Spot:
    place, value = canvas.place(note, f"{letter}ref", letter), note.num(letter)
    if place.scale and not place.scale.holds(value):
        raise note.fail(letter, "outside the axis range plotly.js draws nothing")
    shift = note.num(f"{letter}shift", 0)
    return _Spot(place, place.at(value), shift if letter == "x" else -shift)


def _draw_words(canvas: Canvas, note: Node, at: Point, border: float) -> None:
    across, upright = note.word("xanchor", ANCHORS), note.word("yanchor", HALVES)
    if note.text("align", "center") != across:
        why = "must be the same as xanchor (else the place depends on the width of the text)"
        raise note.fail("align", why)
    font = read_font(canvas, note, "font")
    if font.family not in canvas.theme.metrics:
        raise note.fail("font.family", "has no metrics in the theme")
    metrics = canvas.theme.metrics[font.family]
    # rounded first, since 1.16 * 12.5 is 14.499999999999998
    up, down = (js_round(round(share * font.size, 6)) for share in metrics)
    lines = lines_of(note, "text", note.text("text"))
    outer = js_round(up + down + (len(lines) - 1) * LEADING * font.size + 2 * border)
    top = js_round(at.y + HALVES[upright] * outer - outer / 2)
    left = {"left": js_round(at.x) + border, "center": at.x, "right": js_round(at.x) - border}
    words = Words(lines, left[across], top + border + up, ANCHORS[across], font)
    canvas.add("notes", set_words(canvas, note, words, "font.color"))


def _tail(note: Node, spot: _Spot, letter: Letter) -> float:
    ref, value = note.text(f"a{letter}ref", "pixel"), note.num(f"a{letter}")
    if ref not in {"pixel", note.raw(f"{letter}ref")}:
        raise note.fail(f"a{letter}ref", f"'pixel' or the same as {letter}ref")
    return spot.shift + (spot.pixel + value if ref == "pixel" else spot.place.at(value))


def _draw_arrow(canvas: Canvas, note: Node, spots: tuple[_Spot, _Spot], border: float) -> None:
    if note.text("text"):
        why = "an arrow has no text here (its tail would depend on the width): use two annotations"
        raise note.fail("text", why)
    head = Point(*(s.pixel + s.shift for s in spots))
    tail = Point(_tail(note, spots[0], "x"), _tail(note, spots[1], "y"))
    width, size = note.size("arrowwidth"), note.size("arrowsize", 1)
    path, back = HEADS[note.word("arrowhead", HEADS)]
    colour = note.raw("arrowcolor")
    dx, dy = head.x - tail.x, head.y - tail.y
    if not (dx or dy):
        raise note.fail("ax", "the arrow has no length")
    # the line starts at the edge of the text's box, which is empty
    cut = (js_round(2 * border) - note.num("borderwidth", 1)) / 2 / max(abs(dx), abs(dy))
    end = 1 - (back * width * size + note.num("standoff", 0)) / math.hypot(dx, dy)
    start, tip = (Point(tail.x + dx * k, tail.y + dy * k) for k in (cut, end))
    line = canvas.ink(note, Ink(stroke=colour, width=width), "arrowcolor")
    canvas.add("notes", f'<path d="M{n(start.x)} {n(start.y)}L{n(tip.x)} {n(tip.y)}" {line}/>')
    if path:
        angle, zoom = n(math.degrees(math.atan2(dy, dx))), n(width * size)
        turn = f"translate({n(tip.x)} {n(tip.y)})rotate({angle})scale({zoom})"
        fill = canvas.ink(note, Ink(fill=colour), "arrowcolor")
        canvas.add("notes", f'<path transform="{turn}" d="{path}" {fill}/>')
