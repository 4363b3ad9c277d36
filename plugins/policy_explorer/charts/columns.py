"""A chart's table as plain rows: what is shown, the bare numbers, the grounds, the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policy_explorer.charts.spec import Cell, Table

Rows = tuple[tuple[str, ...], ...]
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Heads:
    """How the columns that are added are headed, each with a place for {column}."""

    basis: str
    fact: str
    number: str


def rows(table: Table, heads: Heads, bases: Say, number: Callable[[str, str], str]) -> Rows:
    """The head and the rows as words.

    Shape: the columns of the table; then for each of them that has any, the bare numbers of words
    that are more than a number (`number` of a text and a fact's id), the grounds, said by `bases`,
    and the ids of the facts.
    """
    body, columns = table.rows, range(len(table.columns))
    added = [
        (heads.number, [[_bare(number, row[n]) for row in body] for n in columns]),
        (heads.basis, [[_ground(bases, table, n, row) for row in body] for n in columns]),
        (heads.fact, [[row[n].fact or "" for row in body] for n in columns]),
    ]
    titles = [column.text for column in table.columns]
    kept = [
        (head.format(column=titles[n]), cells)
        for head, found in added
        for n, cells in enumerate(found)
        if any(cells)
    ]
    first = (*titles, *(head for head, _ in kept))
    rest = (
        (*(cell.text for cell in row), *(cells[at] for _, cells in kept))
        for at, row in enumerate(body)
    )
    return (first, *rest)


def _bare(number: Callable[[str, str], str], cell: Cell) -> str:
    """The number that a cell says among other words; a cell that is one already needs none."""
    found = number(cell.text, cell.fact or "")
    return "" if found == cell.text else found


def _ground(bases: Say, table: Table, n: int, row: tuple[Cell, ...]) -> str:
    """The ground of a cell that says something: its own, else that of its column."""
    found = row[n].basis or table.columns[n].basis or ""
    return bases(found) if found and row[n].text else ""
