"""The page of patterns: every component of the theme once, for those who build and test it."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.views.desk import Page
from policy_explorer.views.frame import frame
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Seg

NAME = "patterns"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A component: how it is called, what its remark says, and what comes out of a sample."""

    name: str
    params: str
    words: str
    shown: str
    """HTML, safe; '' where there is nothing to be seen, as `note` says."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The components of one template."""

    name: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class PatternsView:
    """All components."""

    head: Head
    shelves: tuple[Shelf, ...]


def patterns_page(lens: Lens, shelves: tuple[Shelf, ...]) -> Page:
    """The page in the lens's language; no page leads to it."""
    title, lead = lens.words["title.patterns"], lens.words["patterns.lead"]
    at = lens.at(lens.urls.page(NAME, lens.lang))
    made = frame(at, NAME, NAME, title=title, description=lead, crumbs=((title, ""),))
    view = PatternsView(Head(Seg(title), (), (Seg(lead),)), shelves)
    return Page(made, f"{NAME}.html", view)
