"""What each kind of page shows: frozen views made of `parts`; templates only read them."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.views.parts import (
    Figure,
    Happening,
    Link,
    Named,
    Names,
    RelatedGroup,
    Rich,
    Row,
    Seg,
    Status,
    Year,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: where we are, what it is, the one or two sentences on it."""

    title: Seg
    kicker: Rich = ()
    lead: Rich = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A figure under a head of its own in the rail."""

    title: str
    figure: Figure
    note: str = ""
    """Small words under the head, as: external, not the plan."""


@dataclass(frozen=True, slots=True)
class Siblings:
    """The other items of the section; the one at hand has no `href`."""

    label: str
    items: tuple[Named, ...]
    rest: Link | None = None
    """Leads to all of them, where only those around it are shown."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A neighbour at the foot of the page: which it is, and where."""

    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class Pager:
    """The neighbours of a page."""

    label: str
    previous: Turn | None = None
    next: Turn | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """Targets, events or observations that name the item at hand; `when` may be 未载."""

    title: str
    items: tuple[Happening, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: its items, in its groups; targets and pictures that count them."""

    head: Head
    names: tuple[Names, ...]
    chapters: tuple[Chapter, ...]
    mentions: tuple[Mentions, ...]
    notes: tuple[Rich, ...]
    questions: tuple[Named, ...]
    sources: Rich
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()
    """Where a list is cut, the way to its parts; `number` is how many stand there."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item: what the plan says of it, what others say, what nobody says."""

    head: Head
    siblings: Siblings | None
    sheet: tuple[Row, ...]
    related: tuple[RelatedGroup, ...]
    mentions: tuple[Mentions, ...]
    chapters: tuple[Chapter, ...]
    notes: tuple[Rich, ...]
    questions: tuple[Named, ...]
    sources: Rich
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()
    """Where it is related to more than its page holds, the way to all of them."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """What else an item or a target is related to, where its own page does not hold it all."""

    head: Head
    related: tuple[RelatedGroup, ...]
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The number as stated, what it means, and what is known of it."""

    number: Rich
    words: Rich
    status: Status


@dataclass(frozen=True, slots=True)
class Goal:
    """A link of the lineage: a goal as it was set on one day, in its own unit."""

    when: Seg
    basis: str
    number: Rich
    unit: Rich
    """Unit, due year, and its own gap: 亿元，到2025年，基年未载明."""
    words: Rich = ()
    note: Rich = ()
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """What was said of the same matter, in order of date; never on one axis."""

    goals: tuple[Goal, ...]
    closing: Rich
    note: str = ""


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target: the answer, the picture, how to read it, what is stated and what not."""

    head: Head
    answer: Answer
    chapters: tuple[Chapter, ...]
    reading: tuple[Rich, ...]
    standing: tuple[Row, ...]
    """What was said, what was recorded, what the calendar says, and by which method."""
    sheet: tuple[Row, ...]
    related: tuple[RelatedGroup, ...]
    mentions: tuple[Mentions, ...]
    lineage: Lineage | None
    notes: tuple[Rich, ...]
    questions: tuple[Named, ...]
    sources: Rich
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()
    """Where it is related to more than its page holds, the way to all of them."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target in the list: the number, the goal, where it stands."""

    number: Rich
    name: Seg
    words: Rich
    status: Status


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """Targets of one kind, or due in one year."""

    title: str
    rows: tuple[TargetRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TargetsView:
    """All targets."""

    head: Head
    groups: tuple[TargetGroup, ...]
    chapters: tuple[Chapter, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The plan in one lane, all other voices in another."""

    head: Head
    years: tuple[Year, ...]
    chapters: tuple[Chapter, ...] = ()
    closing: Rich = ()
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a page of text: safe HTML, or a figure."""

    html: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class AboutView:
    """A page of running text."""

    head: Head
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page of a renamed item under its old address."""

    to: Seg


@dataclass(frozen=True, slots=True)
class MissingView:
    """There is no page at this address."""
