"""The page of search: the field, and for whoever has no script, all names from A to Z.

Of many names the page leads to volumes of them. Which name stands in which volume is another in
each language; how many there are is not, so that every page has its twins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from policy_explorer.views import sounds
from policy_explorer.views.lens import Lens
from policy_explorer.views.names import turned
from policy_explorer.views.pages import Head, Pager
from policy_explorer.views.parts import Link, Seg
from policy_explorer.views.search import Entry

SPLIT_ABOVE = 500
"""Names up to which the page of search lists all of them."""
VOLUME = 250
"""Names of a page beyond that; some 12 kB on the line."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name in the list: where it leads, and what it is."""

    name: Seg
    kind: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that begin with one letter; those that begin with none come first."""

    text: str
    anchor: str
    href: str
    """Where they begin: on this page, or in a volume, and then they are not listed here."""
    names: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that has a name, by the letter it begins with; or the ways there; or one volume."""

    head: Head
    letters: tuple[Letter, ...]
    ways: tuple[Link, ...] = ()
    """To the volumes, each from its first name to its last."""
    pager: Pager | None = None
    is_volume: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The names of one language in their order, Chinese ones by how they sound."""

    at: int
    """Which of the languages."""
    entries: tuple[Entry, ...]
    own: Mapping[str, str]
    """Name -> the fact that an item bears it, for terms and pages of the same name."""

    def name(self, entry: Entry) -> str:
        """What a thing is called in the language."""
        return entry.names[self.at][0]

    def letter(self, entry: Entry) -> str:
        """The letter under which it stands."""
        return sounds.letter(self.name(entry))

    def volumes(self) -> tuple[tuple[Entry, ...], ...]:
        """The same, as many together as a page holds; none where one page holds all."""
        if not volumes(len(self.entries)):
            return ()
        starts = range(0, len(self.entries), VOLUME)
        return tuple(self.entries[at : at + VOLUME] for at in starts)


def volumes(count: int) -> int:
    """How many pages of so many names there are beside the first."""
    return -(-count // VOLUME) if count > SPLIT_ABOVE else 0


def page_name(number: int) -> str:
    """The name of the page of a volume, from 1 on."""
    return f"search/{number}"


def ordered(lens: Lens, entries: tuple[Entry, ...]) -> Order:
    """The names of a lens's language in their order."""
    at = lens.urls.codes.index(lens.lang)
    found = sorted(
        entries, key=lambda e: (sounds.letter(e.names[at][0]), sounds.order(e.names[at][0]))
    )
    return Order(at, tuple(found), _facts(at, entries))


def search_view(lens: Lens, order: Order) -> SearchView:
    """The page of search, with all names or the ways to them."""
    found = order.volumes()
    lead = lens.words["search.lead_volumes" if found else "search.lead"]
    head = Head(Seg(lens.words["title.search"]), (), (Seg(lead),))
    if not found:
        return SearchView(head, _letters(lens, order, order.entries))
    ways = tuple(_way(lens, order, number) for number in range(1, len(found) + 1))
    return SearchView(head, _starts(lens, order, found), ways)


def volume_view(lens: Lens, order: Order, number: int) -> SearchView:
    """One volume of the names, from 1 on."""
    found = order.volumes()
    kicker = (Seg(lens.words["title.search"], lens.page("search")),)
    head = Head(Seg(title(lens, order, number)), kicker, (Seg(lens.words["search.volume_lead"]),))
    ends = (n if 1 <= n <= len(found) else 0 for n in (number - 1, number + 1))
    ways = (_way(lens, order, n) if n else None for n in ends)
    pager = turned(lens, lens.words["search.volume_nav"], *ways)
    return SearchView(head, _letters(lens, order, found[number - 1]), (), pager, is_volume=True)


def title(lens: Lens, order: Order, number: int) -> str:
    """What a volume is called: by the names that stand first and last."""
    held = order.volumes()[number - 1]
    first, last = order.name(held[0]), order.name(held[-1])
    return lens.words.say("search.volume", first=first, last=last)


def _way(lens: Lens, order: Order, number: int) -> Link:
    return Link(title(lens, order, number), lens.page(page_name(number)))


def _starts(lens: Lens, order: Order, found: tuple[tuple[Entry, ...], ...]) -> tuple[Letter, ...]:
    """Each letter, and the volume where it begins."""
    starts: dict[str, int] = {}
    for number, held in enumerate(found, 1):
        for entry in held:
            starts.setdefault(order.letter(entry), number)
    return tuple(
        _letter(lens, first, (), lens.page(page_name(number))) for first, number in starts.items()
    )


def _letters(lens: Lens, order: Order, entries: tuple[Entry, ...]) -> tuple[Letter, ...]:
    grouped = groupby(entries, key=order.letter)
    return tuple(
        _letter(lens, first, tuple(_listed(lens, order, entry) for entry in of))
        for first, of in grouped
    )


def _facts(at: int, entries: tuple[Entry, ...]) -> dict[str, str]:
    records = ((e.names[at][0], e.record) for e in entries if e.record is not None)
    return {name: r.fact.id for name, r in records if r.fact is not None}


def _letter(lens: Lens, first: str, names: tuple[Listed, ...], page: str = "") -> Letter:
    text = lens.words["search.no_letter"] if first == sounds.REST else first
    anchor = "letter-none" if first == sounds.REST else f"letter-{first}"
    return Letter(text, anchor, f"{page}#{anchor}", names)


def _listed(lens: Lens, order: Order, entry: Entry) -> Listed:
    title, record, kind = order.name(entry), entry.record, entry.kind[order.at]
    if record is None:
        href = lens.to(lens.urls.folder(lens.lang) + entry.path)
        return Listed(Seg(title, href, order.own.get(title, "")), kind)
    item = lens.item(record)
    told = (seg.fact for seg in lens.rich(record.name) if seg.fact)
    fact = item.fact or order.own.get(title, "") or next(told, "")
    return Listed(replace(item, fact=fact), kind)
