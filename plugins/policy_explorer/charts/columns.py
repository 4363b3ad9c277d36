"""A chart's table as plain rows: what is shown, then on what ground, then by which fact."""

from __future__ import annotations

from collections.abc import Callable

from policy_explorer.charts.spec import Cell, Table

Rows = tuple[tuple[str, ...], ...]


def rows(table: Table, basis: str, fact: str, bases: Callable[[str], str]) -> Rows:
    """The head and the rows as words.

    Shape: the columns of the table; then for each of them that has any, its grounds, headed by
    `basis` ("{column}: basis") and said by `bases`; then likewise the ids of its facts.
    """
    columns = range(len(table.columns))
    grounded = [n for n in columns if any(_basis(table, n, row) for row in table.rows)]
    traced = [n for n in columns if any(row[n].fact for row in table.rows)]
    titles = [column.text for column in table.columns]
    head = (
        *titles,
        *(basis.format(column=titles[n]) for n in grounded),
        *(fact.format(column=titles[n]) for n in traced),
    )
    body = (
        (
            *(cell.text for cell in row),
            *(bases(found) if (found := _basis(table, n, row)) else "" for n in grounded),
            *(row[n].fact or "" for n in traced),
        )
        for row in table.rows
    )
    return (head, *body)


def _basis(table: Table, n: int, row: tuple[Cell, ...]) -> str:
    """The ground of a cell that says something: its own, else that of its column."""
    cell = row[n]
    return (cell.basis or table.columns[n].basis or "") if cell.text else ""
