"""A table for each file of a plan, and one for each list inside an item or a head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from policy_explorer.model.files import COMMON, HEADS
from policy_explorer.model.keys import Key
from policy_explorer.model.record import File, Record, Section, Struct
from policy_explorer.model.status import Status
from policy_explorer.views.lens import Lens
from policy_explorer.writers.opendata.cells import (
    About,
    Column,
    Drawn,
    Table,
    closed,
    column,
    table,
)
from policy_explorer.writers.opendata.columns import Columns
from policy_explorer.writers.opendata.parts import GROUPS
from policy_explorer.writers.opendata.scribe import Scribe
from policy_explorer.writers.schema import of_file, of_section

COMPUTED = {"derived": (Key("value", "number"),)}
"""What is no key of a file, but computed for its items."""
LEFT = frozenset({"id", "draft"})
"""Common keys that are no columns: the id is the first, and no draft is published."""


def tables(scribe: Scribe) -> Iterator[Drawn]:
    """Sections, fixed files, and what stands in lists inside them."""
    for section in scribe.site.sections.values():
        yield section.id, partial(_section, scribe, section)
    for file in scribe.site.files.values():
        yield file.id, partial(_fixed, scribe, file)
        yield from _lists(scribe, file)


def _section(scribe: Scribe, section: Section) -> Table:
    about = About(section.id, scribe.title(section.id), _summary(scribe, section))
    return _items(scribe, about, of_section(section), section.items)


def _fixed(scribe: Scribe, file: File) -> Table:
    about = About(file.id, scribe.title(file.id), _meaning(scribe, file))
    return _items(scribe, about, of_file(file), file.items)


def _meaning(scribe: Scribe, file: File) -> str:
    return scribe.meaning(f"file.{file.id}")


def _summary(scribe: Scribe, section: Section) -> str:
    summary = section.summary
    return "" if summary is None else "\n".join(lens.flat(summary) for lens in scribe.lenses)


def _items(scribe: Scribe, about: About, own: Iterable[Key], items: Iterable[Record]) -> Table:
    """Ids and words, what stands under each key, then where all of it comes from."""
    columns = Columns(scribe, about.name)
    common = [key for key in COMMON if key.name not in LEFT]
    keys = (*own, *COMPUTED.get(about.name, ()))
    made: list[Column[Record]] = [column("id", _ref, scribe.column("id"))]
    made += (one for key in common for one in columns.of(key))
    made += (one for key in keys for one in _own(columns, key))
    if about.name == "targets":
        told = {**scribe.column("status"), **closed(_statuses(scribe))}
        made.append(column("status", partial(_status, scribe), told))
    made.append(column("page", partial(_page, scribe), scribe.column("page")))
    made.append(column("basis", _basis, scribe.column("basis")))
    made += (
        column(f"because.{lens.lang}", partial(_because, lens), scribe.column("because"))
        for lens in scribe.lenses
    )
    made += (one for key in keys for one in columns.grounds(key))
    return table(about, made, items)


def _own(columns: Columns, key: Key) -> Iterator[Column[Record]]:
    if key.name == "group":
        yield column("group", _group, columns.scribe.told("any.group", key), to=GROUPS)
    elif columns.path == "relations" and key.name == "kind":
        yield column("kind", _kind, columns.scribe.told("any.kind", key), to="relations_kinds")
    else:
        yield from columns.of(key)


def _ref(record: Record) -> str:
    return record.ref


def _group(record: Record) -> str:
    return f"{record.file}.{record.group}" if record.group else ""


def _kind(record: Record) -> str:
    return record.word("kind")


def _status(scribe: Scribe, record: Record) -> str:
    status = scribe.site.statuses.get(record.ref)
    return str(status) if status is not None else ""


def _statuses(scribe: Scribe) -> Iterator[tuple[str, str]]:
    return ((str(status), scribe.say(f"status.{status}")) for status in Status)


def _page(scribe: Scribe, record: Record) -> str:
    first = scribe.lenses[0]
    return first.urls.record(record.ref, first.lang)


def _basis(record: Record) -> str:
    return str(record.fact.basis) if record.fact is not None else ""


def _because(lens: Lens, record: Record) -> str:
    fact = record.fact
    text = fact.ground.because if fact is not None else None
    return lens.flat(text) if text is not None else ""


# --- lists inside items and heads ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list, the item it stands in, and its number there."""

    owner: str
    n: int
    struct: Struct


def _lists(scribe: Scribe, file: File) -> Iterator[Drawn]:
    """`<file>_<key>` for each list of mappings: those of the head, those of the items."""
    for key in HEADS.get(file.id, ()):
        if key.type == "structs":
            yield f"{file.id}_{key.name}", partial(_of_head, scribe, file, key)
    for key in of_file(file):
        if key.type == "structs":
            yield f"{file.id}_{key.name}", partial(_of_items, scribe, file, key)


def _of_head(scribe: Scribe, file: File, key: Key) -> Table:
    """A row for each entry of a list in a head."""
    rows = (_Entry("", n, row) for n, row in enumerate(file.head.structs(key.name), 1))
    return table(_about(scribe, file, key, ("id",)), _entries(scribe, file, key), rows)


def _of_items(scribe: Scribe, file: File, key: Key) -> Table:
    """A row for each entry of such a list, with the item that it stands in."""
    rows = (
        _Entry(record.ref, n, row)
        for record in file.items
        for n, row in enumerate(record.structs(key.name), 1)
    )
    own: list[Column[_Entry]] = [
        column("item", _owner, scribe.column("item"), to=file.id),
        column("n", _number, {**scribe.column("n"), "type": "integer"}),
    ]
    columns = (*own, *_entries(scribe, file, key))
    return table(_about(scribe, file, key, ("item", "n")), columns, rows)


def _about(scribe: Scribe, file: File, key: Key, by: tuple[str, ...]) -> About:
    name, told = f"{file.id}_{key.name}", scribe.told(f"{file.id}.{key.name}", key)
    return About(name, scribe.title(name), str(told["description"]), by)


def _entries(scribe: Scribe, file: File, key: Key) -> Iterator[Column[_Entry]]:
    columns = Columns(scribe, f"{file.id}.{key.name}")
    return (_inside(one) for inner in key.of for one in columns.plain(inner))


def _inside(own: Column[Struct]) -> Column[_Entry]:
    """A column of a mapping as one of its entry in a list."""
    return Column(own.field, lambda entry: own.cell(entry.struct), own.to)


def _owner(entry: _Entry) -> str:
    return entry.owner


def _number(entry: _Entry) -> str:
    return str(entry.n)
