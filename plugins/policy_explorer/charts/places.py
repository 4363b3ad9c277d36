"""Places for words among marks: boxes in px, y upwards, and the first place that is free."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policy_explorer.charts.figure import Part
from policy_explorer.charts.fonts import width_of

RISE, FALL = 0.63, 0.47
"""Of the font size: what a line in the middle of its place fills above and below it."""
BOLD, BOLDER = 600, 1.14
"""From which weight on letters are wider, and by how much at most."""
AIR = 2.0
"""Kept free around words, in px."""
SAMPLE = 5.0
"""A slanting line is held against words in pieces of this many px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.low < other.high and other.low < self.high

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.low <= other.low and other.high <= self.high


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words, its font, and how far above its block's place it stands, in px."""

    text: str
    font: Part
    up: float = 0.0

    @property
    def size(self) -> float:
        """Of the font, in px."""
        size = self.font["size"]
        return float(size) if isinstance(size, (int, float)) else 0.0

    @property
    def width(self) -> float:
        """In px, estimated on the wide side."""
        weight = self.font.get("weight", 0)
        is_bold = isinstance(weight, int) and weight >= BOLD
        return width_of(self.text, self.size) * (BOLDER if is_bold else 1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in px, and to which side of it words run: 'right', 'left' or 'center'."""

    x: float
    y: float
    side: str = "center"


Block = tuple[Line, ...]
"""Lines that stand together."""


def box_of(block: Block, spot: Spot) -> Box:
    """What a block fills at a spot."""
    width = max(line.width for line in block)
    left = spot.x - {"right": 0.0, "left": width, "center": width / 2}[spot.side]
    high = max(spot.y + line.up + RISE * line.size for line in block)
    low = min(spot.y + line.up - FALL * line.size for line in block)
    return Box(left - AIR, low - AIR / 2, left + width + AIR, high + AIR / 2)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its spot; `tie` is a thin line to its mark, where it had to move away from it.

    `on_paper` where it stands on an area that makes way for it.
    """

    block: Block
    spot: Spot
    tie: tuple[tuple[float, float], ...] = ()
    on_paper: bool = False

    @property
    def box(self) -> Box:
        """What the words fill."""
        return box_of(self.block, self.spot)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where words may stand: the room, the marks, areas that can make way, words that stand."""

    room: Box
    taken: list[Box]
    areas: tuple[Box, ...] = ()
    said: list[Box] = field(default_factory=list)

    def first_free(self, wishes: Iterable[Placed]) -> Placed | None:
        """The first wish that is inside the room and meets nothing; it is then taken."""
        for wish in wishes:
            box, ties = wish.box, [p for pair in pairwise(wish.tie) for p in along(*pair)]
            barred = self.taken if wish.on_paper else (*self.taken, *self.areas)
            is_clear = not any(box.meets(other) for other in (*barred, *self.said))
            if self.room.holds(box) and is_clear and not _meet(ties, self.said):
                self.taken.extend(ties)
                self.said.append(box)
                return wish
        return None


def _meet(some: Sequence[Box], others: Sequence[Box]) -> bool:
    return any(one.meets(other) for one in some for other in others)


def around(x: float, y: float, half: float = 0.0) -> Iterator[Spot]:
    """Spots around a mark, nearest first; `half` is half the width of what lies behind it."""
    near, off, far = 8.0, 16.0, 29.0
    yield from (Spot(x, y + off), Spot(x, y - off))
    yield from (Spot(x - near, y + off - 2, "left"), Spot(x + near, y - off + 2, "right"))
    yield from (Spot(x + near, y + off - 2, "right"), Spot(x - near, y - off + 2, "left"))
    yield from (Spot(x - near - 3, y, "left"), Spot(x + near + 3, y, "right"))
    if half:
        yield from (Spot(x - half - near, y, "left"), Spot(x + half + near, y, "right"))
        for up in (8.0, -8.0, 16.0, -16.0):
            yield Spot(x - half - near, y + up, "left")
    yield from (Spot(x, y + far), Spot(x, y - far))


def along(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Box]:
    """A straight line as small boxes."""
    count = max(1, math.ceil(math.dist(a, b) / SAMPLE))
    for n in range(count + 1):
        share = n / count
        x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        yield Box(x - SAMPLE / 2, y - SAMPLE / 2, x + SAMPLE / 2, y + SAMPLE / 2)


def open_runs(x: float, low: float, high: float, boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """What is left of an upright line where it steps aside for words."""
    cuts = sorted((b.low, b.high) for b in boxes if b.left - AIR < x < b.right + AIR)
    runs, at = [], low
    for start, end in cuts:
        if start > at:
            runs.append((at, min(start, high)))
        at = max(at, end)
    return [*runs, (at, high)] if at < high else runs


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """A text in lines that fit a width, broken at spaces, or between Han characters.

    >>> wrapped("one two three", 10, 40)
    ('one two', 'three')
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width_of((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _pieces(text: str) -> Iterator[str]:
    word = ""
    for char in text:
        if char.isascii():
            word += char
            if char == " ":
                yield word
                word = ""
        elif char in "，。、；：）":
            word += char
        else:
            if word:
                yield word
            word = char
    if word:
        yield word
