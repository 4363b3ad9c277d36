"""The whole plan, linked and frozen; one per build, all languages in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.graph.citations import State, digest
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import File, Policy, Record, Section
from policy_explorer.model.source import Citation
from policy_explorer.model.status import Seen, Status
from policy_explorer.model.text import Text


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as seen from one of its ends."""

    to: str
    """Ref of the record at the other end."""
    name: Text
    """How it reads from this end."""
    fact: Fact
    """What it rests on."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a page may show. Mappings keep the order of the data."""

    policy: Policy
    sections: Mapping[str, Section]
    files: Mapping[str, File]
    records: Mapping[str, Record]
    """By ref: `sectors/paper`, `targets/output`."""
    facts: Mapping[str, Fact]
    """By id, in the order of the ledger."""
    ties: Mapping[str, tuple[Tie, ...]]
    """By ref of the end one stands on."""
    mentions: Mapping[str, tuple[str, ...]]
    """Ref -> refs of the targets, events, observations … that name it."""
    by_subject: Mapping[str, tuple[Fact, ...]]
    """A record, a section or the plan -> the facts said of it, in the order of the ledger."""
    by_source: Mapping[str, tuple[Fact, ...]]
    """Source id -> the facts that cite it, by line."""
    questions: Mapping[str, tuple[str, ...]]
    """Fact id or ref -> refs of the open questions that touch it."""
    states: Mapping[str, State]
    """Digest of a citation -> how it has been checked."""
    places: Mapping[str, int]
    """Ref -> how many stand before it in its file."""
    groups: Mapping[tuple[str, str], tuple[Record, ...]]
    """(file, group; '' where it has none) -> the items of it."""
    ranks: Mapping[str, int]
    """Ref -> how many stand before it in its group."""
    seen: Mapping[str, tuple[Seen, ...]]
    """Target -> what was observed of it, by date."""
    statuses: Mapping[str, Status]
    """Target -> where it stands."""

    @property
    def is_lined(self) -> bool:
        """Whether the plan's own source has a text, so that its lines are cited."""
        own = self.records.get(f"sources/{self.policy.source}")
        return own is None or own.word("text") != "none"

    def state(self, fact: Fact, cite: Citation) -> State:
        """How one citation of a fact has been checked."""
        return self.states.get(digest(fact, cite), State.UNCHECKED)

    def items(self, file: str) -> tuple[Record, ...]:
        """The items of a section or a fixed file."""
        part = self.sections.get(file) or self.files.get(file)
        return part.items if part is not None else ()

    def at(self, record: Record) -> int:
        """How many items stand before one in its file."""
        return self.places[record.ref]

    def among(self, record: Record) -> tuple[tuple[Record, ...], int]:
        """The items of a record's group, or of its file, and how many stand before it there."""
        return self.groups[record.file, record.group], self.ranks[record.ref]

    def facts_of(self, subject: str) -> tuple[Fact, ...]:
        """All facts said of a record, a section or the plan."""
        return self.by_subject.get(subject, ())
