"""Scatter traces: lines, markers, words at points, and the areas they fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policy_explorer.charts.painter.canvas import CLEAR, Canvas, Ink, dashes
from policy_explorer.charts.painter.fills import Area, draw_area
from policy_explorer.charts.painter.reader import NEED, Node
from policy_explorer.charts.painter.scale import Point, Scale, n
from policy_explorer.charts.painter.symbols import OPEN, SYMBOLS, outline
from policy_explorer.charts.painter.text import LEADING, Words, lines_of, read_font, set_words

PARTS = {"lines", "markers", "text"}
WIDEST_SYMBOL = 0.65
"""Half of a diamond, the widest symbol, in parts of the marker's size."""
BASELINE, MARKER_GAP = 0.75, 0.8
"""Of the font size; of the radius (textPointPosition in components/drawing/index.js)."""
UNSEEN = 'fill="none"'
"""The ink of a marker that is there for the pointer only, in the live chart."""
POSITION = re.compile("(top|middle|bottom) (left|center|right)")
UP_DOWN = {"top": -1, "middle": 0, "bottom": 1}
ACROSS = {"left": (-1, "end"), "center": (0, "middle"), "right": (1, "start")}


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a trace is drawn: on these two scales, on top of the trace before it."""

    x: Scale
    y: Scale
    previous: Area | None

    @property
    def box(self) -> tuple[Scale, Scale]:
        """The two scales, as what cuts."""
        return self.x, self.y


def draw_scatter(canvas: Canvas, trace: Node, ground: Ground) -> Area:
    """Draw one trace; the area under its line comes out, for the next one to fill up to."""
    parts = _parts(trace)
    values = _values(trace)
    points = [Point(ground.x.px(x), ground.y.px(y)) for x, y in values]
    area = Area(points, len(canvas.layers["traces"]))
    draw_area(canvas, trace, area, ground.previous, ground.box)
    if "lines" in parts:
        _draw_line(canvas, trace, points, ground)
    else:
        trace.skip("line")
    if parts & {"markers", "text"}:
        _refuse_outside(trace, values, ground)
    allowed = (False,) if "text" in parts else (True, False)
    free = not trace.word("cliponaxis", allowed, default=True)
    radii = [0.0] * len(points)
    if "markers" in parts:
        radii = _draw_markers(canvas, trace, points, (None, None) if free else ground.box)
    if "text" in parts:
        _draw_words(canvas, trace, points, radii)
    return area


def _parts(trace: Node) -> set[str]:
    mode = trace.text("mode")
    parts = set(mode.split("+")) - {"none"}
    if parts - PARTS:
        raise trace.fail("mode", f"{mode!r} is not drawn")
    return parts


def _values(trace: Node) -> list[tuple[float, float]]:
    xs, ys = trace.nums("x"), trace.nums("y")
    if len(xs) != len(ys) or not xs:
        raise trace.fail("y", "must be as long as x, and not empty")
    return list(zip(xs, ys, strict=True))


def _refuse_outside(trace: Node, values: Sequence[tuple[float, float]], ground: Ground) -> None:
    for i, (x, y) in enumerate(values):
        if not (ground.x.holds(x) and ground.y.holds(y)):
            raise trace.fail(f"x[{i}]", "plotly.js draws no marker or text outside the axis range")


def _draw_line(canvas: Canvas, trace: Node, points: Sequence[Point], ground: Ground) -> None:
    line = trace.sub("line")
    line.may(shape="linear")
    width = line.size("width")
    if width:
        path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points)
        ink = Ink(stroke=line.raw("color"), width=width, dash=dashes(line, width))
        look = canvas.ink(line, ink) + canvas.clip(points, width / 2, ground.box)
        canvas.add("traces", f'<path d="{path}" {look}/>')
    line.skip("color", "dash")
    line.done()


@dataclass(frozen=True, slots=True)
class _Outline:
    width: float
    color: object
    dash: str
    fade: str

    def ink(self, kind: str, colour: str) -> Ink:
        """An open symbol takes the marker's colour for its line, as plotly.js has it."""
        if kind.endswith(OPEN):
            return Ink(stroke=colour, width=self.width or 1, dash=self.dash)
        return Ink(fill=colour, stroke=self.color, width=self.width, dash=self.dash)


def _draw_markers(
    canvas: Canvas, trace: Node, points: Sequence[Point], box: tuple[Scale | None, ...]
) -> list[float]:
    """Draw a symbol at each point; their radii come out."""
    marker, count = trace.sub("marker"), len(points)
    sizes = marker.each("size", count, marker.as_size)
    kinds = marker.each("symbol", count, marker.as_text, "circle")
    colours = marker.each("color", count, marker.as_text)
    edge = _outline(marker, sizes, kinds)
    for at, size, kind, colour in zip(points, sizes, kinds, colours, strict=True):
        if kind not in SYMBOLS:
            raise marker.fail("symbol", f"{kind!r} is not drawn; one of {', '.join(SYMBOLS)}")
        look = canvas.ink(marker, edge.ink(kind, colour))
        if look == UNSEEN:
            continue
        cut = canvas.clip([at], size * WIDEST_SYMBOL + edge.width, box)
        canvas.add("traces", f"{outline(kind, at, size / 2)}{look}{edge.fade}{cut}/>")
    marker.done()
    return [size / 2 for size in sizes]


def _outline(marker: Node, sizes: Sequence[float], kinds: Sequence[str]) -> _Outline:
    line = marker.sub("line")
    width = line.size("width")
    optional = not width or all(kind.endswith(OPEN) for kind in kinds)
    stroke = line.raw("color", CLEAR if optional else NEED)
    dash = dashes(line, width) if line.has("dash") else ""
    line.done()
    # with a list of sizes plotly.js has another default, 0.7
    opacity = marker.size("opacity", NEED if len(set(sizes)) > 1 else 1)
    return _Outline(width, stroke, dash, f' opacity="{n(opacity)}"' if opacity < 1 else "")


def _draw_words(
    canvas: Canvas, trace: Node, points: Sequence[Point], radii: Sequence[float]
) -> None:
    """Only the font's size places these, so that they agree in every font."""
    font, count = read_font(canvas, trace, "textfont"), len(points)
    texts = trace.each("text", count, trace.as_text)
    where = trace.each("textposition", count, trace.as_text)
    for at, radius, text, position in zip(points, radii, texts, where, strict=True):
        if not POSITION.fullmatch(position):
            raise trace.fail("textposition", f"{position!r}: 'top|middle|bottom left|center|right'")
        if text:
            blank = Words(lines_of(trace, "text", text), at.x, at.y, "", font)
            words = _beside(blank, radius, position)
            canvas.add("traces", set_words(canvas, trace, words, "textfont.color"))


def _beside(words: Words, radius: float, position: str) -> Words:
    vertical, horizontal = position.split()
    up_down, (side, anchor) = UP_DOWN[vertical], ACROSS[horizontal]
    size, off = words.font.size, (radius / MARKER_GAP + 1 if radius else 0)
    tall = ((len(words.lines) - 1) * LEADING + 1) * size
    y = words.y + size * BASELINE + up_down * off + (up_down - 1) * tall / 2
    return Words(words.lines, words.x + side * off, y, anchor, words.font)
