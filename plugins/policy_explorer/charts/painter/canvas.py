"""What all drawing shares: the page, its scales and colours, and the layers that fill up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from policy_explorer.charts.painter.reader import NEED, Node
from policy_explorer.charts.painter.scale import Letter, Point, Scale, n

CLEAR = "rgba(0,0,0,0)"
HEX = re.compile(r"#[0-9a-f]{6}([0-9a-f]{2})?")
LAYERS = ("lowest", "below", "grid", "between", "bars", "traces", "axes", "above", "notes")
"""The order in which plotly.js paints, from the bottom."""
NAMED_DASHES: Mapping[str, tuple[int, ...]] = {
    "solid": (),
    "dot": (1, 1),
    "dash": (3, 3),
    "longdash": (5, 5),
    "dashdot": (3, 1, 1, 1),
    "longdashdot": (5, 2, 1, 2),
}
"""In widths of the line, or in 3 px for thinner ones."""
THINNEST_DASH = 3
PIXEL_DASH = re.compile(r"\d+(\.\d+)?px(,\d+(\.\d+)?px)*")
ENDLESS = Scale("x", 0, 1, -9999, 29998)
"""Stands for a direction that is not cut."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and fonts that a figure may use.

    Shape: `tokens` from '#rrggbb' to the suffix of a class; `metrics` from a font family to its
    ascent and descent, for annotations only (all other text needs its size alone).
    Unit: metrics in parts of the font size.
    """

    tokens: Mapping[str, str]
    metrics: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Font:
    """The face of a text."""

    family: str
    size: float
    weight: int
    color: str


@dataclass(frozen=True, slots=True)
class Ink:
    """How a mark is filled and outlined; colours as the figure writes them."""

    fill: object = CLEAR
    stroke: object = CLEAR
    width: float = 0
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Colour:
    """A token of the theme; alpha 0 draws nothing."""

    token: str
    hexa: str
    alpha: float


@dataclass(frozen=True, slots=True)
class Place:
    """What a reference such as 'x', 'paper' or 'x domain' means.

    `at` turns a value into a pixel; `scale` is the one that cuts off what is drawn, if any.
    """

    at: Callable[[float], float]
    scale: Scale | None


@dataclass(slots=True)
class Canvas:
    """The one thing that grows while a figure is drawn; `paper` is the area inside the margins."""

    theme: Theme
    prefix: str
    font: Font
    paper: Mapping[Letter, Scale]
    scales: dict[str, Scale] = field(default_factory=dict)
    defs: list[str] = field(default_factory=list)
    layers: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in LAYERS})
    clips: dict[tuple[str, ...], str] = field(default_factory=dict)

    def add(self, layer: str, svg: str) -> None:
        """Put a mark on top of a layer."""
        self.layers[layer].append(svg)

    def scale(self, node: Node, key: str, letter: Letter) -> Scale:
        """The scale that a trace names; the first one if it names none."""
        ref = node.text(key, letter)
        if ref not in self.scales or ref[0] != letter:
            raise node.fail(key, f"no such {letter} axis: {ref!r}")
        return self.scales[ref]

    def place(self, node: Node, key: str, letter: Letter) -> Place:
        """What the reference of a shape or annotation means."""
        ref = node.text(key)
        if ref == "paper":
            return Place(self.paper[letter].part, None)
        scale = self.scales.get(ref.removesuffix(" domain"))
        if scale is None or scale.letter != letter:
            raise node.fail(key, f"no such {letter} reference: {ref!r}")
        return Place(scale.part, None) if ref.endswith(" domain") else Place(scale.px, scale)

    def colour(self, node: Node, key: str, value: object) -> Colour:
        """The token of a colour."""
        if value == CLEAR:
            return Colour("", "none", 0.0)
        if not isinstance(value, str) or not HEX.fullmatch(value):
            raise node.fail(key, f"expected '#rrggbb', '#rrggbbaa' or {CLEAR!r}, got {value!r}")
        if value[:7] not in self.theme.tokens:
            raise node.fail(key, f"{value[:7]} is not a token of the theme")
        return Colour(self.theme.tokens[value[:7]], value[:7], int(value[7:] or "ff", 16) / 255)

    def ink(self, node: Node, ink: Ink, key: str = "color") -> str:
        """Presentation attributes: the class first (themed), the hex for a file on its own."""
        fill = self.colour(node, key, ink.fill)
        stroke = self.colour(node, key, ink.stroke if ink.width else CLEAR)
        marks = [f"f-{fill.token}"] if fill.alpha else []
        out = _paint("fill", fill) if fill.alpha else ['fill="none"']
        if stroke.alpha:
            marks.append(f"s-{stroke.token}")
            out += [*_paint("stroke", stroke), f'stroke-width="{n(ink.width)}"']
            out += [f'stroke-dasharray="{ink.dash}"'] if ink.dash else []
        return " ".join([f'class="{" ".join(marks)}"', *out] if marks else out)

    def clip(self, points: Sequence[Point], pad: float, box: tuple[Scale | None, ...]) -> str:
        """The attribute that cuts at the plot's edge, only where something would be cut."""
        if not any(_cut(p, pad, box) for p in points):
            return ""
        x, y = (scale or ENDLESS for scale in box)
        key = (n(x.start), n(y.start), n(x.length), n(y.length))
        if key not in self.clips:
            self.clips[key] = f"{self.prefix}-c{len(self.clips)}"
            left, top, width, height = key
            rect = f'<rect x="{left}" y="{top}" width="{width}" height="{height}"/>'
            self.defs.append(f'<clipPath id="{self.clips[key]}">{rect}</clipPath>')
        return f' clip-path="url(#{self.clips[key]})"'


def _paint(prop: str, colour: Colour) -> list[str]:
    faded = [f'{prop}-opacity="{n(colour.alpha)}"'] if colour.alpha < 1 else []
    return [f'{prop}="{colour.hexa}"', *faded]


def _cut(point: Point, pad: float, box: tuple[Scale | None, ...]) -> bool:
    pairs = zip(box, point, strict=True)
    return any(scale is not None and not scale.holds_px(px, pad) for scale, px in pairs)


def dashes(node: Node, width: float, key: str = "dash") -> str:
    """The dash pattern of a line, as SVG writes it; empty for a solid one."""
    dash = node.text(key, "solid")
    if dash in NAMED_DASHES:
        unit = max(width or 1, THINNEST_DASH)
        return " ".join(n(part * unit) for part in NAMED_DASHES[dash])
    if not PIXEL_DASH.fullmatch(dash):
        raise node.fail(key, f"{dash!r} is not drawn")
    return dash.replace("px", "").replace(",", " ")


def read_line(node: Node, *, fill: object = CLEAR) -> Ink:
    """The outline of a shape or bar; its colour must be written only if it has a width."""
    width = node.size("width", NEED if node.has("color") else 0)
    stroke = node.raw("color", NEED if width else CLEAR)
    dash = dashes(node, width)
    node.done()
    return Ink(fill, stroke, width, dash if width else "")
