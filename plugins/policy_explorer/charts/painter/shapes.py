"""Shapes: lines, rectangles, ellipses and paths, bound to data, to the paper or to pixels."""

from __future__ import annotations

import re
from collections.abc import Callable

from policy_explorer.charts.painter.canvas import CLEAR, Canvas, read_line
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Letter, Point, Scale, n

Place = Callable[[float], float]
LETTERS: tuple[Letter, Letter] = ("x", "y")
X_ARGUMENTS = {
    "M": (0,),
    "L": (0,),
    "H": (0,),
    "V": (),
    "Q": (0, 2),
    "C": (0, 2, 4),
    "T": (0,),
    "S": (0, 2),
    "Z": (),
}
"""Which arguments of a path command lie on x."""
COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "T": 2, "S": 4, "Z": 0}
SEGMENT = re.compile(r"([A-Za-z])([^A-Za-z]*)")
NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)")


def draw_shape(canvas: Canvas, shape: Node) -> None:
    """Draw one shape into the layer it names."""
    kind = shape.word("type", ("line", "rect", "circle", "path"))
    places = [_place(canvas, shape, letter) for letter in LETTERS]
    at = places[0][0], places[1][0]
    fill = shape.raw("fillcolor", CLEAR) if kind != "line" else CLEAR
    ink = read_line(shape.sub("line"))
    ink = type(ink)(fill, ink.stroke, ink.width, ink.dash)
    body, points = _drawn(shape, kind, at)
    look = canvas.ink(shape, ink) + _fade(shape)
    look += canvas.clip(points, ink.width / 2, (places[0][1], places[1][1]))
    if body.count("M") > 1 and fill != CLEAR:
        look += ' fill-rule="evenodd"'
    canvas.add(_layer(canvas, shape), f"{body} {look}/>")
    shape.done()


def _place(canvas: Canvas, shape: Node, letter: Letter) -> tuple[Place, Scale | None]:
    place = canvas.place(shape, f"{letter}ref", letter)
    if shape.word(f"{letter}sizemode", ("scaled", "pixel"), "scaled") == "scaled":
        return place.at, place.scale
    origin, sign = place.at(shape.num(f"{letter}anchor")), 1 if letter == "x" else -1
    return (lambda value: origin + sign * value), place.scale


def _layer(canvas: Canvas, shape: Node) -> str:
    layer = shape.word("layer", ("above", "below", "between"))
    on_data = all(shape.raw(ref) in canvas.scales for ref in ("xref", "yref"))
    if layer == "between" and not on_data:
        why = "'between' needs data references on both axes (plotly.js stops with an error)"
        raise shape.fail("layer", why)
    return "lowest" if layer == "below" and not on_data else layer


def _fade(shape: Node) -> str:
    opacity = shape.size("opacity", 1)
    return f' opacity="{n(opacity)}"' if opacity < 1 else ""


def _drawn(shape: Node, kind: str, at: tuple[Place, Place]) -> tuple[str, list[Point]]:
    """The beginning of the element, and the points it reaches."""
    if kind == "path":
        path, points = _path(shape, at)
        return f'<path d="{path}"', points
    x0, x1 = (at[0](shape.num(key)) for key in ("x0", "x1"))
    y0, y1 = (at[1](shape.num(key)) for key in ("y0", "y1"))
    points = [Point(x0, y0), Point(x1, y1)]
    if kind == "circle":
        centre = f'cx="{n((x0 + x1) / 2)}" cy="{n((y0 + y1) / 2)}"'
        return f'<ellipse {centre} rx="{n(abs(x1 - x0) / 2)}" ry="{n(abs(y1 - y0) / 2)}"', points
    if kind == "line":
        return f'<path d="M{n(x0)} {n(y0)}L{n(x1)} {n(y1)}"', points
    return f'<path d="M{n(x0)} {n(y0)}H{n(x1)}V{n(y1)}H{n(x0)}Z"', points


def _path(shape: Node, at: tuple[Place, Place]) -> tuple[str, list[Point]]:
    out, points, last = "", [], Point(0.0, 0.0)
    for command, rest in SEGMENT.findall(shape.text("path")):
        words = re.split(r"[\s,]+", rest.strip()) if rest.strip() else []
        if len(words) != COUNT.get(command) or not all(map(NUMBER.fullmatch, words)):
            why = "is not drawn by plotly.js (absolute MLHVQCTSZ, one set of numbers each)"
            raise shape.fail("path", f"segment {command + rest!r} {why}")
        on_x = X_ARGUMENTS[command]
        values = [at[i not in on_x](float(word)) for i, word in enumerate(words)]
        out += command + " ".join(map(n, values))
        last = _end(command, values, last)
        points.append(last)
    return out, points


def _end(command: str, values: list[float], last: Point) -> Point:
    if command == "H":
        return Point(values[0], last.y)
    if command == "V":
        return Point(last.x, values[0])
    return Point(values[-2], values[-1]) if values else last
