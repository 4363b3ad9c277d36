"""The page of search: the field, and for whoever has no script, all names from A to Z."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from policy_explorer.views import sounds
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Seg
from policy_explorer.views.search import Entry


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
    names: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that has a name, by the letter it begins with."""

    head: Head
    letters: tuple[Letter, ...]


def search_view(lens: Lens, entries: tuple[Entry, ...]) -> SearchView:
    """The names of one language, Chinese ones by how they sound."""
    head = Head(Seg(lens.words["title.search"]), (), (Seg(lens.words["search.lead"]),))
    at = lens.urls.codes.index(lens.lang)
    found = sorted(
        entries,
        key=lambda entry: (sounds.letter(title := entry.names[at][0]), sounds.order(title)),
    )
    own = _facts(at, entries)
    grouped = groupby(found, key=lambda entry: sounds.letter(entry.names[at][0]))
    letters = (_letter(lens, first, [_listed(lens, at, e, own) for e in g]) for first, g in grouped)
    return SearchView(head, tuple(letters))


def _facts(at: int, entries: tuple[Entry, ...]) -> dict[str, str]:
    """Name -> the fact that an item bears it, for terms and pages of the same name."""
    records = ((e.names[at][0], e.record) for e in entries if e.record is not None)
    return {name: r.fact.id for name, r in records if r.fact is not None}


def _letter(lens: Lens, first: str, names: list[Listed]) -> Letter:
    text = lens.words["search.no_letter"] if first == sounds.REST else first
    anchor = "letter-none" if first == sounds.REST else f"letter-{first}"
    return Letter(text, anchor, tuple(names))


def _listed(lens: Lens, at: int, entry: Entry, own: dict[str, str]) -> Listed:
    title, record = entry.names[at][0], entry.record
    if record is None:
        href = lens.to(lens.urls.folder(lens.lang) + entry.path)
        return Listed(Seg(title, href, own.get(title, "")), entry.kind[at])
    item = lens.item(record)
    told = (seg.fact for seg in lens.rich(record.name) if seg.fact)
    fact = item.fact or own.get(title, "") or next(told, "")
    return Listed(replace(item, fact=fact), entry.kind[at])
