"""Lists that no page can hold: cut into sheets of a bounded length, all by one law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_explorer.urls import sheet

K = TypeVar("K")
R = TypeVar("R")
SLACK = 4
"""A list may be longer by a fourth before it is cut: no sheet is made for a few rows."""
SHORT, FIRST = 30, 12
"""Rows up to which a list is shown whole away from its own page; of a longer one, the first."""


@dataclass(frozen=True, slots=True)
class Piece(Generic[K, R]):
    """The rows of a group that stand on one sheet."""

    key: K
    """Of the group."""
    rows: tuple[R, ...]
    before: int
    """How many rows of the group stand on sheets before."""
    of: int
    """How many rows the group has."""

    @property
    def is_whole(self) -> bool:
        """Whether the group stands on this sheet alone."""
        return len(self.rows) == self.of

    @property
    def is_last(self) -> bool:
        """Whether nothing of the group follows."""
        return self.before + len(self.rows) == self.of


Pieces = tuple[Piece[K, R], ...]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[K, R]):
    """One page of a list; most lists have one."""

    list: str
    """The name of the list's first page: 'sectors/index'."""
    number: int
    """From 1 on."""
    all: tuple[Pieces[K, R], ...]
    """What stands on each sheet of the list."""

    @property
    def name(self) -> str:
        """The name of its page: 'sectors/index.2'."""
        return sheet(self.list, self.number)

    @property
    def pieces(self) -> Pieces[K, R]:
        """What stands on it."""
        return self.all[self.number - 1]

    @property
    def rows(self) -> tuple[R, ...]:
        """All that stands on it, whatever the group."""
        return tuple(row for piece in self.pieces for row in piece.rows)

    @property
    def is_first(self) -> bool:
        """Whether the list begins on it."""
        return self.number == 1

    @property
    def is_cut(self) -> bool:
        """Whether the list has other sheets."""
        return len(self.all) > 1


Sheets = tuple[Sheet[K, R], ...]


def sheets(name: str, groups: Iterable[tuple[K, Sequence[R]]], length: int) -> Sheets[K, R]:
    """A list as its pages, at least one; a group is parted only where no page holds it whole.

    Args:
        name: Of the list's first page.
        groups: The groups of the list with their rows; those without rows are kept.
        length: How many rows a page holds; by a fourth more, where that spares a page.
    """
    made = tuple(_cut(groups, length))
    return tuple(Sheet(name, n, made) for n in range(1, len(made) + 1))


def _cut(groups: Iterable[tuple[K, Sequence[R]]], length: int) -> Iterator[Pieces[K, R]]:
    held: list[Piece[K, R]] = []
    count = 0
    for piece in (p for key, rows in groups for p in _pieces(key, rows, length)):
        if count and count + len(piece.rows) > length + length // SLACK:
            yield tuple(held)
            held, count = [], 0
        held.append(piece)
        count += len(piece.rows)
    yield tuple(held)


def _pieces(key: K, rows: Sequence[R], length: int) -> Iterator[Piece[K, R]]:
    count = max(1, -((length // SLACK - len(rows)) // length))  # rounded up
    for n in range(count):
        start, stop = n * length, (n + 1) * length if n + 1 < count else len(rows)
        yield Piece(key, tuple(rows[start:stop]), start, len(rows))


def first(rows: Sequence[R], most: int = FIRST) -> tuple[R, ...]:
    """The rows that stand away from a list's own page: all of a short list, the first of a long.

    >>> len(first(range(30))), len(first(range(31)))
    (30, 12)
    """
    return tuple(rows if len(rows) <= SHORT * most // FIRST else rows[:most])
