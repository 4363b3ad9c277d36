"""Small pictures beside headline numbers: one for each kind of target, without words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT = 112, 58
MOST = 20
"""Things drawn one by one; of more there is no picture, since it would show too few."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many of a thing, and how large each is beside the others."""

    count: int
    weight: Decimal


def mini(kind: str, sizes: tuple[Size, ...]) -> str:
    """The picture of a kind as SVG, hidden from screen readers; '' where there is none to show."""
    draw = _PICTURES.get(kind)
    if draw is None or sum(size.count for size in sizes) > MOST:
        return ""
    view = f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMinYMax"'
    return f'<svg {view} aria-hidden="true" focusable="false">{draw(sizes)}</svg>'


def _line(d: str, look: str = "") -> str:
    """A stroke in the text's colour; `look` are more presentation attributes."""
    return f'<path d="{d}" fill="none" stroke="currentColor"{look}/>'


_AXIS = _line(f"M2 {HEIGHT - 2}H{WIDTH - 2}", ' class="s-faint"')
_WEIGHT = ' stroke-width="1.4"'
_DASHED = ' stroke-width="1.4" stroke-dasharray="4 3"'


def _rise(_sizes: tuple[Size, ...]) -> str:
    """From a dot, by a dashed line, to a floor with an open band above."""
    steps = [(6 + 17.2 * n, 49.9 - 30.6 * (2 ** (n / 5) - 1)) for n in range(6)]
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in steps)
    thinner = ((14.3, 0.85), (10.7, 0.73), (6.6, 0.63), (2, 0.54))
    band = "".join(_line(f"M81 {y}H103", f' stroke-opacity="{o}"') for y, o in thinner)
    path = _line("M" + line, f' class="s-accent"{_DASHED}')
    floor = _line("M81 19.3H103", ' stroke-width="3.4"')
    dot = '<circle cx="6" cy="49.9" r="4" fill="currentColor"/>'
    return f"{_AXIS}{path}{floor}{band}{dot}"


def _tokens(sizes: tuple[Size, ...]) -> str:
    """Unnamed squares, their area in proportion to the class."""
    least = min((s.weight for s in sizes), default=Decimal(1)) or Decimal(1)
    out, x = [_AXIS], 4.0
    for size in sizes:
        side = 13 * math.sqrt(float(size.weight / least))
        for n in range(min(size.count, MOST)):
            column, row = divmod(n, max(1, int(52 // (side + 3))))
            at = x + column * (side + 3), HEIGHT - 5 - side - row * (side + 3)
            out.append(_square(*at, side))
        columns = math.ceil(size.count / max(1, int(52 // (side + 3))))
        x += columns * (side + 3) + 6
    return "".join(out)


def _square(x: float, y: float, side: float) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}"'
    look = 'fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2.6 2"'
    return f"<rect {place} {look}/>"


def _dots(sizes: tuple[Size, ...]) -> str:
    """Two rows of dots and an arrow: so many, or more."""
    count = min(sum(size.count for size in sizes), MOST)
    per_row = math.ceil(count / 2) or 1
    step = 83 / max(per_row - 1, 1)
    places = ((7 + step * (n % per_row), 36 + 12 * (n // per_row)) for n in range(count))
    look = 'r="3.2" fill="none" stroke="currentColor" stroke-width="1.3"'
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y}" {look}/>' for x, y in places)
    return f"{_AXIS}{dots}{_line('M97 42h11m-4-4l4 4-4 4', _WEIGHT)}"


def _arrows(sizes: tuple[Size, ...]) -> str:
    """An arrow for each thing that is to rise; dashed, since how far is not said."""
    arrows = (f"M{20 + 34 * n} 50V14m-6 7l6-7 6 7" for n in range(min(len(sizes), 3)))
    return _AXIS + "".join(_line(arrow, _DASHED) for arrow in arrows)


_PICTURES: dict[str, Callable[[tuple[Size, ...]], str]] = {
    "ratio_to_baseline": _rise,
    "units_at_threshold": _tokens,
    "count_at_least": _dots,
    "direction": _arrows,
}
