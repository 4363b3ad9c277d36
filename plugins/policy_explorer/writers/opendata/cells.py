"""Tables as plain values: what a column holds, what a table is, and its bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from policy_explorer.writers.tables import harmless

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
Field = Mapping[str, object]
"""A field of a Table Schema."""
BETWEEN, LINES = "|", "\n"
"""What parts the entries of a list: of ids, in which no sane name holds a bar; of words."""
ONE_LINE = {ord(mark): " " for mark in "\n\r"}
NOTHING: Field = {}


@dataclass(frozen=True, slots=True)
class Column(Generic[T_contra]):
    """A column: how it is described, and the cell of each thing."""

    field: Field
    cell: Callable[[T_contra], str]
    to: str = ""
    """The table whose `id` its cells are; '' where they are none or of several tables."""

    @property
    def name(self) -> str:
        """What stands at its head."""
        return str(self.field["name"])


def column(name: str, cell: Callable[[T], str], told: Field = NOTHING, to: str = "") -> Column[T]:
    """A column of single values; none of them is a formula to a spreadsheet.

    Numbers, dates and ids never look like one, and so stand as the data have them.
    """
    return Column(described(name, told), lambda thing: harmless(cell(thing)), to)


def several(name: str, cells: Callable[[T], Iterable[str]], told: Field = NOTHING) -> Column[T]:
    """A column of lists of ids."""
    field = described(name, {**told, **listed(BETWEEN)})
    return Column(field, lambda thing: BETWEEN.join(cells(thing)))


def lines(name: str, cells: Callable[[T], Iterable[str]], told: Field = NOTHING) -> Column[T]:
    """A column of lists of words, one entry a line."""

    def cell(thing: T) -> str:
        return harmless(LINES.join(row.translate(ONE_LINE) for row in cells(thing)))

    return Column(described(name, {**told, **listed(LINES)}), cell)


def listed(delimiter: str) -> Field:
    """The type of a list."""
    return {"type": "list", "delimiter": delimiter, "itemType": "string"}


def closed(rows: Iterable[tuple[str, str]]) -> Field:
    """What is said of a closed list: (name, what it means) for each of its values."""
    found = [{"value": harmless(name), "label": label or name} for name, label in rows]
    names = [row["value"] for row in found]
    return {"categories": found, "constraints": {"enum": names}} if found else NOTHING


def described(name: str, told: Field) -> Field:
    """A field with what is said of it; what is empty is left out."""
    given = {key: value for key, value in told.items() if value}
    return {"name": harmless(name), "type": "string"} | given


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what it is called and means, its fields and rows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]
    key: tuple[str, ...] = ("id",)
    links: tuple[tuple[str, str], ...] = ()
    """(column, table whose `id` its cells are)."""

    def csv(self) -> bytes:
        """Its bytes: RFC 4180, UTF-8, the names of the fields in the first row."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([field["name"] for field in self.fields])
        writer.writerows(self.rows)
        return out.getvalue().encode()


Drawn = tuple[str, Callable[[], Table]]
"""A table's name, and how it is made: the names are wanted before the tables."""


@dataclass(frozen=True, slots=True)
class About:
    """What a table is called and means, and by which columns a row is known."""

    name: str
    title: str
    description: str = ""
    key: tuple[str, ...] = ("id",)


def table(about: About, columns: Iterable[Column[T]], things: Iterable[T]) -> Table:
    """A row for each thing."""
    made = tuple(_distinct(columns))
    return Table(
        about.name,
        about.title,
        about.description,
        tuple(_keyed(column.field, about.key) for column in made),
        tuple(tuple(column.cell(thing) for column in made) for thing in things),
        about.key,
        tuple((column.name, column.to) for column in made if column.to),
    )


def _distinct(columns: Iterable[Column[T]]) -> Iterator[Column[T]]:
    """Columns with names of their own: a field may be called as another's column is."""
    taken: set[str] = set()
    for one in columns:
        name = one.name
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        yield one if name == one.name else replace(one, field={**one.field, "name": name})


def _keyed(field: Field, key: tuple[str, ...]) -> Field:
    """A field; those of the key are never empty."""
    return {**field, "constraints": {"required": True}} if field["name"] in key else field
