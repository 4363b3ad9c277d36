"""Which sections stand against each other, and what links their items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from policy_explorer.graph import Site, Tie
from policy_explorer.model.basis import ORDER
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Group, Record, Section

POINTERS = ("ref", "refs")
LARGEST = 2000
"""Cells of a matrix; larger ones are left to the pages of the items."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sections, the larger as rows; the same one twice where its items are linked."""

    rows: Section
    columns: Section
    is_led: bool
    """Whether home shows both."""

    @property
    def is_self(self) -> bool:
        """Whether a section stands against itself."""
        return self.rows.id == self.columns.id

    @property
    def size(self) -> int:
        """How many pairs of items there are; of a section with itself, one half of the square."""
        rows, columns = len(self.rows.items), len(self.columns.items)
        return rows * (rows - 1) // 2 if self.is_self else rows * columns

    @property
    def is_large(self) -> bool:
        """Whether it has more cells than a page can hold."""
        return len(self.rows.items) * len(self.columns.items) > LARGEST

    @property
    def id(self) -> str:
        """The anchor of its matrix."""
        return f"{self.rows.id}-{self.columns.id}"


def pairs(site: Site) -> tuple[Pair, ...]:
    """Those home shows, linked or not; then all others that a relation or a field links."""
    order = list(site.sections)
    shown = {*site.policy.columns, site.policy.line} & set(order)
    led = {frozenset(two) for two in combinations(shown, 2)}
    found = led | set(_related(site)) | set(_declared(site))
    ranked = sorted(sorted(map(order.index, two)) for two in found)
    made = (_pair(site, [order[n] for n in two], led) for two in ranked)
    return tuple(sorted(made, key=lambda pair: not pair.is_led))


def _pair(site: Site, names: list[str], led: set[frozenset[str]]) -> Pair:
    """The section with fewer items gives the columns, so that narrow screens hold them."""
    columns, rows = sorted((site.sections[n] for n in (names[0], names[-1])), key=_size)
    return Pair(rows, columns, frozenset(names) in led)


def _size(section: Section) -> int:
    return len(section.items)


def _related(site: Site) -> Iterator[frozenset[str]]:
    """The sections between whose items there is a link."""
    for ref, ties in site.ties.items():
        for tie in ties:
            files = frozenset((site.records[ref].file, site.records[tie.to].file))
            if files <= site.sections.keys():
                yield files


def _declared(site: Site) -> Iterator[frozenset[str]]:
    """The sections of which one declares a field that points into the other."""
    for section in site.sections.values():
        for key in section.fields:
            if key.type in POINTERS and key.to in site.sections:
                yield frozenset((section.id, key.to))


@dataclass(frozen=True, slots=True)
class Cell:
    """Two items that something links, strongest first."""

    row: Record
    column: Record
    ties: tuple[Tie, ...]


def linked(site: Site, pair: Pair) -> tuple[Cell, ...]:
    """The cells that hold something, row by row; found from the links, which are few."""
    cells = {
        (row, column) if not pair.is_self or row < column else (column, row)
        for row, column in _ends(site, pair)
        if not pair.is_self or row != column
    }
    pairs = ((pair.rows.items[row], pair.columns.items[column]) for row, column in sorted(cells))
    return tuple(Cell(row, column, between(site, row, column)) for row, column in pairs)


def _ends(site: Site, pair: Pair) -> Iterator[tuple[int, int]]:
    """Places in rows and columns of every two items of which one leads to the other."""
    for one, other, is_row in ((pair.rows, pair.columns, True), (pair.columns, pair.rows, False)):
        for n, record in enumerate(one.items):
            for tie in site.ties.get(record.ref, ()):
                if site.records[tie.to].file == other.id:
                    there = site.places[tie.to]
                    yield (n, there) if is_row else (there, n)


def between(site: Site, one: Record, other: Record) -> tuple[Tie, ...]:
    """What links two items, strongest first; worded from the first, where it can be."""
    out: dict[str, Tie] = {}
    for here, there in ((one, other), (other, one)):
        for tie in site.ties.get(here.ref, ()):
            if tie.to == there.ref:
                out.setdefault(tie.fact.id, tie)
    return tuple(sorted(out.values(), key=lambda tie: ORDER.index(tie.fact.basis)))


def silence(site: Site, one: Record, other: Record) -> Fact | None:
    """The fact that the plan does not say to which of the other's section one belongs."""
    for here, there in ((one, other), (other, one)):
        for key in site.sections[here.file].fields:
            fact = here.get(key.name) if key.to == there.file else None
            if fact is not None and fact.value is None:
                return fact
    return None


def grouped(section: Section) -> tuple[tuple[Group | None, tuple[Record, ...]], ...]:
    """The items of a section by group, without groups that are empty."""
    return tuple((group, items) for group, items in section.grouped() if items)


def ordered(section: Section) -> tuple[Record, ...]:
    """The items of a section, group by group."""
    return tuple(record for _, items in grouped(section) for record in items)
