"""What a matrix is drawn from: two lists of names, and what links a name of one to the other's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policy_explorer.charts import crowd
from policy_explorer.problems import said


@dataclass(frozen=True, slots=True)
class Mark:
    """One link of a pair: the ground, how they are related in words, the fact that says so."""

    basis: str
    said: str
    fact: str


@dataclass(frozen=True, slots=True)
class Name:
    """An item at the head of a row or column, and the fact that it exists.

    `short` is what the picture calls it, where that is not the whole name.
    """

    text: str
    fact: str = ""
    short: str = ""

    @property
    def label(self) -> str:
        """What the picture calls it."""
        return self.short or self.text


Cell = tuple[int, int]
"""Row and column, both counted from 0."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two lists against each other, or one against itself; a pair without a mark is silent.

    Shape: `marks` from a cell to all that links its pair, strongest ground first. `silent` says
    in words how many pairs nothing is said of, `counts` for each basis in words how many pairs
    rest on it. Where `is_self`, each pair stands once, above the diagonal.
    """

    rows: tuple[Name, ...]
    columns: tuple[Name, ...]
    marks: Mapping[Cell, tuple[Mark, ...]]
    silent: str
    counts: Mapping[str, str] = field(default_factory=dict)
    is_self: bool = False

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong.

        Raises:
            ValueError: a list is empty, or a mark lies outside of the matrix.
        """
        if not self.rows or not self.columns:
            raise ValueError(said("matrix: both lists need an item"))
        crowd.few("matrix", max(len(self.rows), len(self.columns)), crowd.SIDE)
        if not self.marks.keys() <= set(self.cells):
            raise ValueError(said("matrix: a mark lies outside of it"))

    @property
    def cells(self) -> Iterator[Cell]:
        """Every pair, once."""
        for r in range(len(self.rows)):
            first = r + 1 if self.is_self else 0
            yield from ((r, c) for c in range(first, len(self.columns)))

    @property
    def links(self) -> Iterator[tuple[Name, Name, Mark]]:
        """Everything that is said, row by row."""
        for (r, c), marks in sorted(self.marks.items()):
            yield from ((self.rows[r], self.columns[c], mark) for mark in marks)
