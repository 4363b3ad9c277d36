"""The small frozen things pages are made of; templates only read them."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go: its words and a path relative to the page it stands on."""

    text: str
    href: str
    current: bool = False
    tag: str = ""
    """BCP 47 tag of the words, where they are not in the page's language."""


@dataclass(frozen=True, slots=True)
class Social:
    """What other sites show where a page is shared: Open Graph, and the form of the card."""

    properties: tuple[tuple[str, str], ...]
    """(property, words) in the order written."""
    card: str
    """With a large picture (`summary_large_image`) or without one (`summary`)."""


WHOLE = 9.0
"""How many Han characters wide an amount or a date is at most that is kept on one line."""


@dataclass(frozen=True, slots=True)
class Seg:
    """A run of words, all of one kind: plain, a link, or a fact."""

    text: str
    href: str = ""
    fact: str = ""
    """Fact id; the words hold one of its forms, and `href` leads to what it rests on."""
    basis: str = ""
    mark: bool = True
    """Whether the mark of its basis stands after it; of neighbours with one basis, the last."""

    @property
    def is_whole(self) -> bool:
        """Whether it is a number, an amount or a date, which is never broken between two lines."""
        if len(self.text) > 2 * WHOLE or not any(sign.isdigit() for sign in self.text):
            return False  # as most words, and quick to see
        return sum(1 if east_asian_width(sign) in "WF" else 0.5 for sign in self.text) <= WHOLE


Rich = tuple[Seg, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement: its words, whose it is, and why."""

    basis: str
    words: Rich
    fact: str
    why: Rich = ()
    source: Link | None = None
    """Leads to the ledger; its words say the place, as 第40行."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a fact sheet: what the plan says first, other voices after it."""

    label: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An item in a list: its name, where it leads, and the fact that it exists."""

    name: Seg
    number: str = ""
    note: Rich = ()


@dataclass(frozen=True, slots=True)
class Names:
    """A list of items under a head, closed or open (the source says "such as")."""

    symbol: str
    """Large figure before the head: 5, N, 7; empty where there is none."""
    title: Seg
    note: str
    basis: str
    """The basis of all of them, said once; empty where they differ."""
    items: tuple[Named, ...]
    is_open: bool = False
    symbol_fact: str = ""
    """Fact id of the count, where the symbol is one."""
    is_counted: bool = False
    """Whether it is open though its number is stated: the rest are not named."""
    rest: Link | None = None
    """The way to all of them, where these are only the first."""


@dataclass(frozen=True, slots=True)
class Status:
    """Where a target stands: one computed word, its picture and its sentence."""

    word: str
    """due_passed_no_observation, no_observation, not_assessable, on_pace, behind, met, not_met."""
    text: str
    note: str = ""
    more: Rich = ()
    """What follows the note where it holds a date or a number: the day of the search."""


@dataclass(frozen=True, slots=True)
class Stat:
    """A headline number: the number is the picture, its status stands in words."""

    number: Rich
    mini: str
    """A small SVG, already safe; empty where the kind has none."""
    words: Rich
    status: Status


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart on a page: the finding, two drawings, the table, the source, the live figure."""

    id: str
    finding: str
    measure: Rich
    wide: str
    """SVG, safe."""
    narrow: str
    wide_json: str
    """Plotly figure as JSON, safe inside a script element."""
    narrow_json: str
    tokens: str
    """JSON object of colour to CSS custom property."""
    table: Table
    source: Rich
    facts: tuple[str, ...] = ()
    basis: str = ""
    """External or inferred, where the plan itself says nothing of what is drawn."""
    take: tuple[Link, ...] = ()
    """Download, embed, cite: to the chart's own page."""
    picture: str = ""
    """The way to its PNG; '' where there is none."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its words, what they rest on, the fact they show."""

    text: str
    basis: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """The head of a column."""

    text: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    sources: tuple[str, ...] = ()
    """Of each row, the way to the ledger; empty where it rests on nothing."""
    fact: str = ""
    """Fact id of what the caption says, where it says a number."""


@dataclass(frozen=True, slots=True)
class Related:
    """An item related to the one at hand: how, on what basis, and why."""

    item: Seg
    voice: Voice
    kind: str
    """How: read before the item's name, or after it where a field of the item points here."""
    is_field: bool = False


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """The related items of one section; `silent` where the plan names none."""

    title: str
    items: tuple[Related, ...]
    silent: Voice | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline."""

    when: Seg
    basis: str
    words: Rich
    note: Rich = ()
    source: Link | None = None
    id: str = ""
    """Anchor, where it is shown on this page and no other."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the timeline: what the plan says of it, what others said in it."""

    label: str
    is_due: bool
    plan: tuple[Happening, ...]
    elsewhere: tuple[Happening, ...]
    silence: str = ""
    """Words for a year within the plan of which it says nothing."""
    fact: str = ""
    """Fact id behind the label, where it is a date of the plan."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A fact in the ledger."""

    id: str
    """The fact id, also the anchor."""
    basis: str
    label: str
    subject: Seg
    value: str
    other: tuple[tuple[str, str], ...]
    """(BCP 47 tag, value) in the other languages."""
    places: tuple[Link, ...]
    """Source and line, leading to the source's page."""
    terms: tuple[str, ...]
    why: str = ""
    how: Rich = ()
    """For derived facts, the rule, the sum, and links to what it was made from."""
    state: str = ""
    """How its citations have been checked, in words."""
    sources: tuple[str, ...] = ()
    """Ids of the sources it cites, to filter by."""
    questions: tuple[Link, ...] = ()
    citations: tuple[tuple[str, str], ...] = ()
    """(style, how this fact is cited in it)."""


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """The facts of one file."""

    id: str
    title: str
    entries: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts rest on one basis."""

    basis: str
    count: str
    words: str
    fact: str = ""
    """Fact id of the count, where it is one."""
