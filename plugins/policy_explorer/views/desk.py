"""What the pages of one language are made with, and what a page is before it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policy_explorer.model.prose import Prose
from policy_explorer.views.frame import Frame, frame
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.search import Entry
from policy_explorer.views.take import Weights


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is put into a template."""

    frame: Frame
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page still to be made: in whose language, where it will stand, and how it is made."""

    lens: Lens
    path: str
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class Desk:
    """What all pages of one language are made with."""

    lens: Lens
    lenses: tuple[Lens, ...]
    gallery: Gallery
    prose: tuple[Prose, ...]
    weights: Weights
    names: Callable[[], tuple[Entry, ...]]
    """Gives all that can be found by name, in all languages."""

    def at(self, name: str) -> Lens:
        """The lens on the page of a name: 'sectors/index'."""
        return self.lens.at(self.lens.urls.page(name, self.lens.lang))

    def leaf(self, name: str, make: Callable[..., Page], *given: object) -> Leaf:
        """The page of a name, which `make(desk, *given)` will make."""
        path = self.lens.urls.page(name, self.lens.lang)
        return Leaf(self.lens, path, lambda: make(self, *given))


def single(at: Lens, name: str, kind: str, key: str) -> Frame:
    """The frame of a page that there is one of, titled and described by the strings."""
    title = at.words[f"title.{key}"]
    plan = at.site.policy.title[at.lang]
    described = f"describe.{key}"
    words = at.words.say(described, plan=plan) if described in at.words else ""
    return frame(at, name, kind, title=title, description=words, crumbs=((title, ""),))
