"""Where the tokens of a ladder stand: sizes and places in px, before anything is drawn.

A year is a block: its heading, and below it one stand of tokens, or one for each reading. Blocks
stand side by side as long as they fit, else below each other; so do the stands of a block.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.ladder_input import Kind, Ladder, Reading, Rung
from policy_explorer.charts.ladder_words import group, listed, sentence
from policy_explorer.charts.spec import Words

SIDE, LARGEST = 34.0, 112.0
"""Of a token of the lowest class, and of any token, at most."""
SPACE, GROUP_SPACE, INSET = 7.0, 14.0, 7.0
"""Between tokens, between classes, and from a token to the one inside it."""
STAND_GAP, BLOCK_GAP, BLOCK_GAP_MOST = 56.0, 40.0, 120.0
HEAD, TEXT, SMALL = 17.0, 14.0, 13.0
"""Sizes of type: the year, what is stated of it, the readings."""
EDGE = 2.0
"""The picture keeps this far from the page's edge, so that no outline is cut."""


@dataclass(frozen=True, slots=True)
class Token:
    """A square on the ground: its left edge from the stand's, its side, its height above ground."""

    rung: Rung
    x: float
    side: float
    lift: float = 0.0
    both: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """Tokens on one ground line; a reading, if it is one."""

    tokens: tuple[Token, ...]
    reading: Reading | None
    caption: tuple[str, ...]

    @property
    def ground(self) -> float:
        """The length of its ground line."""
        return max(t.x + t.side for t in self.tokens)

    @property
    def width(self) -> float:
        """Of the ground line or its caption, whichever is wider."""
        return max([self.ground, *(width_of(line, SMALL) for line in self.caption)])

    @property
    def height(self) -> float:
        """Of its highest token."""
        return max(t.side + t.lift for t in self.tokens)


@dataclass(frozen=True, slots=True)
class Block:
    """A year: heading, what is stated of it in lines, and its stands in rows."""

    year: int
    heading: str
    stated: tuple[str, ...]
    rows: tuple[tuple[Stand, ...], ...]

    @property
    def width(self) -> float:
        """Of its widest line or row."""
        lines = [width_of(line, TEXT) for line in self.stated]
        return max([width_of(self.heading, HEAD), *lines, *(row_width(row) for row in self.rows)])


def row_width(row: Sequence[Stand]) -> float:
    """The width of stands side by side."""
    return sum(stand.width for stand in row) + STAND_GAP * (len(row) - 1)


def bands(data: Ladder, words: Words, width: float) -> tuple[tuple[Block, ...], ...]:
    """All blocks, in bands that are no wider than the picture."""
    room = width - 2 * EDGE
    unit = _unit(data, room)
    blocks = (_block(data, words, year, (room, unit)) for year in data.years)
    out: list[list[Block]] = []
    for block in blocks:
        used = sum(b.width + BLOCK_GAP for b in out[-1]) if out else 0.0
        if out and len(block.rows) == 1 and used + block.width <= room and _single(out[-1]):
            out[-1].append(block)
        else:
            out.append([block])
    return tuple(map(tuple, out))


def _single(blocks: Iterable[Block]) -> bool:
    return all(len(block.rows) == 1 for block in blocks)


def _unit(data: Ladder, room: float) -> float:
    """The side of the smallest token, so that the largest and the longest row still fit."""
    lowest = min(r.value for r in data.rungs)
    widest = 0.0
    for year in data.years:
        sides = [(r.count, _times(r.value, lowest)) for r in data.of(year)]
        gaps = SPACE * sum(n for n, _ in sides) + GROUP_SPACE * len(sides)
        widest = max(widest, sum(n * side for n, side in sides) / (room - gaps))
    largest = _times(max(r.value for r in data.rungs), lowest)
    return round(min(SIDE, LARGEST / largest, 1 / widest), 1)


def _times(value: Decimal, lowest: Decimal) -> float:
    """How many times as long a side is; areas are in proportion to values."""
    return math.sqrt(value / lowest)


def _block(data: Ladder, words: Words, year: int, space: tuple[float, float]) -> Block:
    room, unit = space
    rungs, lowest = data.of(year), min(r.value for r in data.rungs)
    sides = {r: round(unit * _times(r.value, lowest), 1) for r in rungs}
    stands = [
        Stand(_tokens(sides, reading.kind), reading, _caption(words, reading))
        for reading in data.readings_of(year)
    ]
    rows = _packed(stands or [Stand(_tokens(sides, "disjoint"), None, ())], room)
    items = listed(words, [group(words, rung) for rung in rungs])
    stated = tuple(_filled(items, room))
    return Block(year, words["by"].format(year=year), stated, rows)


def _caption(words: Words, reading: Reading) -> tuple[str, ...]:
    lines = sentence(words, reading).split("\n")
    return (reading.label, *(line.strip() for line in lines))


def _filled(items: Sequence[str], room: float) -> Iterator[str]:
    """Lines as full as they fit."""
    line = ""
    for item in items:
        if line and width_of(line + item, TEXT) > room:
            yield line.strip()
            line = ""
        line += item
    yield line.strip()


def _packed(stands: Sequence[Stand], room: float) -> tuple[tuple[Stand, ...], ...]:
    rows: list[list[Stand]] = []
    for stand in stands:
        if rows and row_width([*rows[-1], stand]) <= room:
            rows[-1].append(stand)
        else:
            rows.append([stand])
    return tuple(map(tuple, rows))


def _tokens(sides: dict[Rung, float], kind: Kind) -> tuple[Token, ...]:
    """The highest class first. Nested, each higher token holds one of each class below it."""
    tokens: list[Token] = []
    x, rungs = 0.0, list(sides)
    for i, rung in enumerate(rungs):
        within = rungs[i + 1 :] if kind == "nested" else []
        higher = rungs[i - 1].count if kind == "nested" and i else 0
        for _ in range(rung.count - higher):
            tokens.append(Token(rung, x, sides[rung], both=bool(within)))
            tokens += _inside(within, x, sides)
            x += sides[rung] + SPACE
        x += GROUP_SPACE - SPACE
    return tuple(tokens)


def _inside(rungs: Sequence[Rung], x: float, sides: dict[Rung, float]) -> Iterator[Token]:
    for depth, rung in enumerate(rungs, 1):
        yield Token(rung, x + depth * INSET, sides[rung], depth * INSET, both=True)
