"""What has changed in the facts since the newest version of the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Unit, bare
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.text import Text

State = Mapping[str, str]
"""What each fact says, in one line, by its id."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that says another thing; '' before for a new one, '' after for one that is gone."""

    fact: str
    before: str = ""
    after: str = ""


def state(facts: Iterable[Fact]) -> dict[str, str]:
    """What every written fact says; what is computed follows from those."""
    return {f.id: said(f) for f in facts if f.place.path and not f.ground.sources}


def said(fact: Fact) -> str:
    """A fact in one line, the same in every language: words, unit, and its basis if not stated.

    >>> from policy_explorer.model.fact import Ground
    >>> from policy_explorer.model.place import NOWHERE
    >>> said(Fact("a/b", "a/b", "", None, Ground(Basis.NOT_STATED), NOWHERE))
    'not_stated'
    """
    if fact.value is None:
        return str(Basis.NOT_STATED)
    words = f"{_value(fact)} {_unit(fact.unit)}".strip()
    return words if fact.basis is Basis.STATED else f"{words} ({fact.basis})"


def since(
    base: State,
    entries: Iterable[Record],
    version: str,
    now: State,
    moved: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Change, ...]:
    """What differs from the newest entry; entries come newest first, the base is of a version.

    What entries after that version list has been told already; what has only another id is no
    change. `moved`: old ref -> the one it has now.
    """
    told = dict(base)
    newer: list[Record] = []
    for entry in entries:
        if entry.word("version") == version:
            break
        newer.append(entry)
    for entry in reversed(newer):
        for row in entry.structs("facts"):
            if row.word("to"):
                told[row.word("fact")] = row.word("to")
            else:
                told.pop(row.word("fact"), None)
    told = {_now(name, moved): words for name, words in told.items()}
    ids = dict.fromkeys((*now, *told))
    pairs = ((name, told.get(name, ""), now.get(name, "")) for name in ids)
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def moves(records: Iterable[Record]) -> dict[str, str]:
    """Old ref -> ref, of all items that were renamed."""
    return {f"{r.file}/{old}": r.ref for r in records for old in r.texts("was")}


def _now(name: str, moved: Mapping[str, str]) -> str:
    subject, point, rest = name.partition(".")
    return f"{moved.get(subject, subject)}{point}{rest}"


def _value(fact: Fact) -> str:
    if isinstance(fact.value, Number):
        return fact.value.written
    found = bare(fact.value)
    return _words(found) if isinstance(found, Text) else found


def _unit(unit: Unit) -> str:
    return _words(unit) if isinstance(unit, Text) else unit


def _words(text: Text) -> str:
    """The words of all languages, in the order of the plan's."""
    return " / ".join(" ".join(words.split()) for _, words in text.by)
