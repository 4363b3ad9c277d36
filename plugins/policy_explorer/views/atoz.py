"""The page of search: the field, and for whoever has no script, all names from A to Z."""

from __future__ import annotations

from dataclasses import dataclass
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
    grouped = groupby(found, key=lambda entry: sounds.letter(entry.names[at][0]))
    return SearchView(head, tuple(_letter(lens, at, first, tuple(g)) for first, g in grouped))


def _letter(lens: Lens, at: int, first: str, entries: tuple[Entry, ...]) -> Letter:
    text = lens.words["search.no_letter"] if first == sounds.REST else first
    anchor = "letter-none" if first == sounds.REST else f"letter-{first}"
    return Letter(text, anchor, tuple(_listed(lens, at, entry) for entry in entries))


def _listed(lens: Lens, at: int, entry: Entry) -> Listed:
    if entry.record is not None:
        return Listed(lens.item(entry.record), entry.kind[at])
    href = lens.to(lens.urls.folder(lens.lang) + entry.path)
    return Listed(Seg(entry.names[at][0], href), entry.kind[at])
