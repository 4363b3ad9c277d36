"""What the pages show by which a plan is checked: sources, facts, terms, open questions."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.views.pages import Head, Pager
from policy_explorer.views.parts import (
    LedgerPart,
    Link,
    Named,
    Rich,
    Row,
    Seg,
    Tally,
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list."""

    name: Seg
    grade: str
    """A, B, C or D."""
    published: Seg
    publisher: Rich
    note: Rich = ()
    is_own: bool = False
    """Whether it is the plan's own source."""


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, the plan's own first."""

    head: Head
    rows: tuple[SourceRow, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A fact that rests on a source: its place in it, its words, its key words."""

    anchor: str
    """Id of the place, on its first fact only: line-40."""
    place: str
    fact: Seg
    """`href` leads to the ledger, `basis` is the fact's."""
    label: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: what is known of it, and every fact that rests on it."""

    head: Head
    sheet: tuple[Row, ...]
    address: Link | None
    """The source itself, where linking is all right."""
    facts: tuple[SourceFact, ...]
    notes: tuple[Rich, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the plan, and what this site means by it."""

    id: str
    name: Seg
    other: tuple[tuple[str, str], ...]
    """(BCP 47 tag, term) in the other languages."""
    aliases: tuple[str, ...]
    definition: Rich
    see: tuple[Seg, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The terms."""

    head: Head
    terms: tuple[Term, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class FactsView:
    """The ledger: every fact, by file."""

    head: Head
    tally: tuple[Tally, ...]
    parts: tuple[LedgerPart, ...]
    ways: tuple[Named, ...]
    """Leads to the parts: anchors on this page, or pages of their own."""
    sources: tuple[Link, ...] = ()
    """To filter by; `href` is the source's id."""
    pager: Pager | None = None
    """The volumes before and after, of a file with more facts than a page holds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an open question, and what follows from it."""

    name: str
    consequence: Rich
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """An open question of the text, how this site handles it, what it touches."""

    id: str
    name: Seg
    note: Rich
    readings: tuple[Reading, ...]
    handling: Rich
    touches: tuple[Seg, ...]
    places: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What the plan does not state and an author may be tempted to fill in."""

    id: str
    name: Seg
    note: Rich
    touches: tuple[Seg, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """What is open, and what is not stated."""

    head: Head
    questions: tuple[Question, ...]
    gaps: tuple[Gap, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()
