"""Matrix: which items of two lists are related, and on what ground; silence is a value, too."""

from __future__ import annotations

from policy_explorer.charts.matrix_figure import figure
from policy_explorer.charts.matrix_input import Mark, Matrix, Name
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Heading,
    Table,
    Words,
    facts_of,
)

__all__ = ["Mark", "Matrix", "Name", "matrix"]


def matrix(data: Matrix, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of relations; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="matrix",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Matrix, words: Words) -> Table:
    """A row for each link: both names and how; then one for all pairs that are silent."""
    columns = tuple(Column(words[key]) for key in ("head_row", "head_column", "head_how"))
    rows = tuple(
        (
            Cell(row.text, None, row.fact),
            Cell(column.text, None, column.fact),
            Cell(mark.said, mark.basis, mark.fact),
        )
        for row, column, mark in data.links
    )
    silent = ((Cell(words["others"]), Cell(""), Cell(data.silent, "not_stated")),)
    return Table(words["caption"], columns, (*rows, *(silent if data.silent else ())))


def describe(data: Matrix, words: Words) -> str:
    """What rests on each ground, pair by pair, and how many pairs are silent."""
    said: dict[str, list[str]] = {}
    for row, column, mark in data.links:
        item = words["item"].format(row=row.text, column=column.text, how=mark.said)
        said.setdefault(mark.basis, []).append(item)
    parts = [
        words["group"].format(basis=words[f"basis_{basis}"], items=words["join"].join(items))
        for basis, items in said.items()
    ]
    if data.silent:
        parts.append(words["describe_silent"].format(silent=data.silent))
    return words["sentences"].join(parts if said else (words["none"], *parts))
