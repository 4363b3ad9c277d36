"""Two tables of the plan's own build: its sections, and the groups inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from policy_explorer.model.fact import Fact, bare
from policy_explorer.model.record import Group, Section
from policy_explorer.model.text import Text
from policy_explorer.views.lens import Lens
from policy_explorer.writers.opendata.cells import About, Column, Drawn, Table, column, table
from policy_explorer.writers.opendata.scribe import Scribe

SECTIONS, GROUPS = "policy_sections", "policy_groups"
"""No file of a plan has such a name: ids hold no low line."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section, or one group of it."""

    section: Section
    group: Group | None = None

    @property
    def id(self) -> str:
        """As facts are said of it."""
        return f"{self.section.id}.{self.group.id}" if self.group else self.section.id

    @property
    def count(self) -> Fact | None:
        """How many the source says there are."""
        return (self.group or self.section).stated_count

    @property
    def is_open(self) -> bool:
        """Whether the list is not complete."""
        return (self.group or self.section).is_open

    @property
    def names(self) -> dict[str, Text | None]:
        """What it is called, by the keys of the data."""
        one = self.section
        if self.group is not None:
            return {"name": self.group.name, "note": self.group.note}
        known = {"name": one.name, "short": one.short, "one": one.one, "plural": one.plural}
        return {**known, "summary": one.summary}


def tables(scribe: Scribe) -> Iterator[Drawn]:
    """Sections, then groups; a plan without groups has none in its table."""
    parts = [_Part(section) for section in scribe.site.sections.values()]
    groups = [_Part(part.section, group) for part in parts for group in part.section.groups]
    keys = ("name", "short", "one", "plural", "summary")
    yield SECTIONS, lambda: _table(scribe, SECTIONS, "section", keys, parts)
    yield GROUPS, lambda: _table(scribe, GROUPS, "group", ("name", "note"), groups)


def _table(
    scribe: Scribe, name: str, kind: str, keys: tuple[str, ...], parts: list[_Part]
) -> Table:
    about = About(name, scribe.title(name))
    made: list[Column[_Part]] = [column("id", _id, scribe.column("id"))]
    if kind == "group":
        made.append(column("section", _section, to=SECTIONS))
        made.append(column("symbol", _symbol))
    for key in keys:
        told = scribe.spoken(f"{kind}.{key}")
        made += (column(f"{key}.{x.lang}", partial(_words, key, x), told) for x in scribe.lenses)
    told = scribe.spoken("any.stated_count")
    made.append(column("stated_count", _count, {**told, "type": "number"}))
    made.append(column("stated_count.basis", _basis, scribe.column("basis")))
    made.append(column("stated_count.fact", _fact, scribe.column("fact")))
    opened = {**scribe.spoken("any.open_list"), "type": "boolean"}
    made.append(column("open_list", _is_open, opened))
    return table(about, made, parts)


def _id(part: _Part) -> str:
    return part.id


def _section(part: _Part) -> str:
    return part.section.id


def _symbol(part: _Part) -> str:
    return part.group.symbol if part.group else ""


def _words(key: str, lens: Lens, part: _Part) -> str:
    text = part.names[key]
    return lens.flat(text) if text is not None else ""


def _count(part: _Part) -> str:
    found = bare(part.count.value) if part.count is not None else ""
    return found if isinstance(found, str) else ""


def _basis(part: _Part) -> str:
    return str(part.count.basis) if part.count is not None else ""


def _fact(part: _Part) -> str:
    return part.count.id if part.count is not None else ""


def _is_open(part: _Part) -> str:
    return str(part.is_open).lower()
