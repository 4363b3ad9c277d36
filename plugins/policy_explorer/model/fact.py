"""A fact: a value, what it is said of, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.model.basis import Basis
from policy_explorer.model.number import Number, plain
from policy_explorer.model.place import Place
from policy_explorer.model.source import Citation
from policy_explorer.model.text import Text
from policy_explorer.model.when import When


@dataclass(frozen=True, slots=True)
class Ref:
    """A pointer to a record, `sectors/paper`, and where it was written."""

    to: str
    place: Place


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list; `words` where the data declare them, else the strings do."""

    id: str
    words: Text | None = None


Value = Text | Number | When | Ref | Choice | None
"""None is silence: the source does not state it."""
Unit = str | Text
"""An id of the unit table, or words for what is counted; '' for none."""


def bare(value: Value) -> Text | str:
    """A value as the data have it, in no language: digits, a date, an id; '' for silence.

    A Text has no such form, and is left as it is.
    """
    match value:
        case Number():
            return plain(value.value)
        case Ref():
            return value.to
        case Choice():
            return value.id
        case Text():
            return value
        case _:
            return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a fact rests on."""

    basis: Basis
    citations: tuple[Citation, ...] = ()
    because: Text | None = None
    by: str = ""
    """The operator that made a derived value."""
    sources: tuple[str, ...] = ()
    """Ids of the facts a derived value was made from."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement, with an address of its own: `sectors/paper.park`."""

    id: str
    subject: str
    """The record it is said of (`sectors/paper`), a section's name, or `policy`."""
    key: str
    """The field's name; '' for the record itself."""
    value: Value
    ground: Ground
    place: Place
    label: Text | None = None
    """What the field is called, where the data declare it; else the strings do, by `key`."""
    unit: Unit = ""
    words: Text | None = None
    """How it reads in running text, as printed: 翻一番以上, where the value is 2."""

    @property
    def basis(self) -> Basis:
        """What it rests on, in one word."""
        return self.ground.basis
