"""Numbers on the page: pixels of a value, and pixels as SVG writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, NamedTuple

Letter = Literal["x", "y"]


class Point(NamedTuple):
    """A place on the page, in px from its left and top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Values between `lo` and `hi` on a stretch of the page.

    Unit: `start` and `length` in px from the left (x) or the top (y); values of y grow upwards.
    """

    letter: Letter
    lo: float
    hi: float
    start: float
    length: float

    def px(self, value: float) -> float:
        """The pixel of a value."""
        return self.part((value - self.lo) / (self.hi - self.lo))

    def part(self, share: float) -> float:
        """The pixel at a share of its length, from 0 to 1."""
        return self.start + self.length * (share if self.letter == "x" else 1 - share)

    def holds(self, value: float) -> bool:
        """Whether a value lies in its range, ends included."""
        low, high = sorted((self.lo, self.hi))
        return low <= value <= high

    def holds_px(self, pixel: float, pad: float) -> bool:
        """Whether a pixel lies on it, `pad` px from either end."""
        return self.start + pad <= pixel <= self.start + self.length - pad


def n(value: float) -> str:
    """A number with two decimals at most, as short as can be, and never "-0"."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in {"-0", ""} else short


def js_round(value: float) -> int:
    """Rounded as JavaScript does: halves go up, not to the even neighbour."""
    return math.floor(value + 0.5)


def crisp(width: float) -> float:
    """The whole width that plotly.js gives a line it wants sharp; at least one pixel."""
    return max(1, js_round(width)) if width else 0
