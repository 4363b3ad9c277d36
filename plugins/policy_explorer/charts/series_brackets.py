"""Brackets above a series: which scope covers which years, in as many rows as the words need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.places import wrapped

SIZE, LINE = 13, 17
"""Of the words in px, and of a line of them."""
OVER, FOOT, GAP = 9.0, 9.0, 5.0
"""In px: how far a bracket reaches over its marks, what it takes under the words, between rows."""
TICK = 5.0
"""The bracket's ends, in px."""
APART = 14.0
"""Between two brackets or words of one row, in px."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket from `left` to `right`, `up` px above the plot, and its words from `words_at`."""

    left: float
    right: float
    up: float
    words_at: float
    lines: tuple[str, ...]

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where it fills its row."""
        width = max(width_of(line, SIZE) for line in self.lines)
        return min(self.left, self.words_at), max(self.right, self.words_at + width)

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The bracket itself, its ends downwards; px from the plot's left and above its top."""
        low, high = self.up, self.up + TICK
        return (self.left, low), (self.left, high), (self.right, high), (self.right, low)

    @property
    def words(self) -> tuple[tuple[float, str], ...]:
        """Each line of words with the height of its middle above the plot, in px."""
        foot, last = self.up + FOOT, len(self.lines) - 0.5
        return tuple((foot + LINE * (last - n), line) for n, line in enumerate(self.lines))

    @property
    def height(self) -> float:
        """Of bracket and words in px."""
        return FOOT + LINE * len(self.lines)


def packed(spans: Iterable[tuple[float, float, str]], width: float) -> tuple[Bracket, ...]:
    """Brackets over spans in px, each in the lowest row where it meets none."""
    rows: list[list[Bracket]] = []
    for start, end, words in spans:
        made = _bracket(start, end, words, width)
        row = next((row for row in rows if all(_apart(made, other) for other in row)), None)
        if row is None:
            rows.append([made])
        else:
            row.append(made)
    return _raised(rows)


def _bracket(start: float, end: float, words: str, width: float) -> Bracket:
    """Words from the bracket's left end, or as far left as they have to be to fit."""
    left, right = max(0.0, start - OVER), min(width, end + OVER)
    lines = wrapped(words, SIZE, width)
    wide = max(width_of(line, SIZE) for line in lines)
    return Bracket(left, right, 0, max(0.0, min(left, width - wide)), lines)


def _apart(one: Bracket, other: Bracket) -> bool:
    (a, b), (c, d) = one.reach, other.reach
    return b + APART <= c or d + APART <= a


def _raised(rows: Sequence[Sequence[Bracket]]) -> tuple[Bracket, ...]:
    out, up = [], GAP
    for row in rows:
        out += [Bracket(b.left, b.right, up, b.words_at, b.lines) for b in row]
        up += max(b.height for b in row) + GAP
    return tuple(out)


def height_of(brackets: Sequence[Bracket]) -> float:
    """What all rows take in px."""
    return max((b.up + b.height for b in brackets), default=0.0)
