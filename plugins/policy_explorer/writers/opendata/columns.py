"""A key of the data -> the columns that say what stands under it, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from policy_explorer.model.fact import Fact, Ref, bare
from policy_explorer.model.keys import LISTS, Key
from policy_explorer.model.legend import joined
from policy_explorer.model.record import Record, Struct
from policy_explorer.model.text import Text
from policy_explorer.views.lens import Lens
from policy_explorer.writers.opendata.cells import Column, Field, closed, column, lines, several
from policy_explorer.writers.opendata.scribe import Scribe

BARE = frozenset({"number", "date", "ref", "choice", "unit", "who"})
"""Types whose values have a form in no language."""
SPOKEN = frozenset({"text", "unit", "who"})
"""Types whose values may be words."""
MIXED = frozenset({"links", "facts", "ids", "sections"})
"""Types that are lists of ids."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table's keys."""

    scribe: Scribe
    path: str
    """Where the keys stand, for what they mean: a file's name."""

    def of(self, key: Key) -> Iterator[Column[Record]]:
        """What stands under a key of an item."""
        if key.is_fact:
            yield from self._fact(key)
        else:
            yield from self.plain(key)

    def grounds(self, key: Key) -> Iterator[Column[Record]]:
        """Where the facts of a key come from: ground, id, and why one is silent."""
        scribe = self.scribe
        if not key.is_fact:
            return
        for name, cells in (("basis", _bases), ("fact", _ids)):
            told = scribe.column(name)
            found = partial(_each, scribe, key.name, cells)
            if key.type in LISTS:
                yield several(f"{key.name}.{name}", found, told)
            else:
                yield column(f"{key.name}.{name}", partial(_first, found), told)
        for lens in scribe.lenses:
            found = partial(_reasons, scribe, key.name, lens)
            yield column(
                f"{key.name}.reason.{lens.lang}", partial(_first, found), scribe.column("reason")
            )

    def _fact(self, key: Key) -> Iterator[Column[Record]]:
        told, scribe = self.scribe.told(f"{self.path}.{key.name}", key), self.scribe
        one = LISTS.get(key.type)
        found = partial(_each, scribe, key.name, _bare)
        if one == "ref":
            yield several(key.name, found, told)
        elif key.type in BARE:
            kind = {"type": "number"} if key.type == "number" else {}
            more = {**told, **kind, **self._choices(key), "unit": _unit(key)}
            yield column(key.name, partial(_first, found), more, to=self._table(key))
        if key.type == "number":
            units = partial(_each, scribe, key.name, partial(_units, scribe))
            yield column(f"{key.name}.unit", partial(_first, units), scribe.column("unit"))
        if key.type in SPOKEN or one == "text":
            for lens in scribe.lenses:
                said = partial(_each, scribe, key.name, partial(_spoken, lens))
                name = f"{key.name}.{lens.lang}"
                if one:
                    yield lines(name, said, told)
                else:
                    yield column(name, partial(_first, said), told)

    def plain(self, key: Key) -> Iterator[Column[Struct]]:
        """What stands under a key that holds no facts, of an item or a small mapping."""
        told = self.scribe.told(f"{self.path}.{key.name}", key)
        told |= self._choices(key)
        name = key.name
        if key.type in ("words", "said"):
            for lens in self.scribe.lenses:
                yield column(f"{name}.{lens.lang}", partial(_flat, name, lens), told)
        elif key.type in MIXED:
            yield several(name, partial(_entries, name), told)
        elif key.type == "tokens":
            yield lines(name, partial(_entries, name), told)
        elif key.type == "flag":
            yield column(name, partial(_only, name), {**told, "type": "boolean"})
        elif key.type != "structs":  # those are tables of their own
            yield column(name, partial(_only, name), told, to=self._table(key))

    def _table(self, key: Key) -> str:
        """The table a pointer leads into, where there is one."""
        return key.to if key.to in set(self.scribe.tables()) else ""

    def _choices(self, key: Key) -> Field:
        """A closed list, with what each means."""
        at, legend = f"{self.path}.{key.name}", self.scribe.legend
        return closed((name, legend.choice(at, name, said)) for name, said in key.choices)


def _unit(key: Key) -> str:
    """The unit that a declaration gives all values of a field."""
    return joined(key.unit) if isinstance(key.unit, Text) else key.unit


def _first(cells: partial[Iterator[str]], record: Record) -> str:
    return next(iter(cells(record)), "")


def _each(scribe: Scribe, key: str, cell: Callable[[Fact], str], record: Record) -> Iterator[str]:
    """What is said of each fact under a key."""
    return (cell(fact) for fact in scribe.facts(record, key))


def _reasons(scribe: Scribe, key: str, lens: Lens, record: Record) -> Iterator[str]:
    return (scribe.reason(fact, lens) for fact in scribe.facts(record, key))


def _bare(fact: Fact) -> str:
    """A value in no language; '' for words and for silence."""
    found = bare(fact.value)
    return "" if isinstance(found, Text) else found


def _spoken(lens: Lens, fact: Fact) -> str:
    """A value that is words; '' for one that has a form in no language."""
    return lens.flat(fact.value) if isinstance(fact.value, Text) else ""


def _units(scribe: Scribe, fact: Fact) -> str:
    return scribe.unit(fact) if fact.value is not None else ""


def _bases(fact: Fact) -> str:
    return str(fact.basis)


def _ids(fact: Fact) -> str:
    return fact.id


def _flat(key: str, lens: Lens, thing: Struct) -> str:
    text = thing.words(key)
    return lens.flat(text) if text is not None else ""


def _entries(key: str, thing: Struct) -> Iterator[str]:
    value = thing.props.get(key, ())
    return (plain(entry) for entry in (value if isinstance(value, Iterable) else ()))


def _only(key: str, thing: Struct) -> str:
    return plain(thing.props.get(key, ""))


def plain(value: object) -> str:
    """Something that is no fact, in no language."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Ref):
        return value.to
    return joined(value) if isinstance(value, Text) else str(value)
