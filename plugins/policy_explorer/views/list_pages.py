"""The pages of lists: each list on as many as hold it, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from policy_explorer.graph import Tie
from policy_explorer.model.record import Group, Record, Section
from policy_explorer.views import lists
from policy_explorer.views.checkable import checkable_view
from policy_explorer.views.cut import Sheet, Sheets
from policy_explorer.views.desk import Desk, Leaf, Page, single
from policy_explorer.views.frame import Crumb, Frame, frame
from policy_explorer.views.glossary import glossary_view
from policy_explorer.views.lens import Lens
from policy_explorer.views.lists import Cited
from policy_explorer.views.pages import Head
from policy_explorer.views.questions import questions_view
from policy_explorer.views.related import related_view
from policy_explorer.views.section import section_view
from policy_explorer.views.sources import source_view, sources_view
from policy_explorer.views.targets import targets_view
from policy_explorer.views.timeline import timeline_view

K = TypeVar("K")
R = TypeVar("R")
Above = tuple[Crumb, ...]
"""The way from home to the first page of a list."""


class Headed(Protocol):
    """A view of a page with a head."""

    @property
    def head(self) -> Head:
        """The head of the page."""
        ...


def section(desk: Desk, found: Section) -> Iterator[Leaf]:
    """The pages of a section."""
    yield from _leaves(desk, lists.of_section(found), _section, found)


def targets(desk: Desk) -> Iterator[Leaf]:
    """The pages of all targets."""
    yield from _leaves(desk, lists.of_targets(desk.lens.site), _targets)


def sources(desk: Desk) -> Iterator[Leaf]:
    """The pages of all sources, then those of each."""
    site = desk.lens.site
    yield from _leaves(desk, lists.of_sources(site), _sources)
    for record in site.items("sources"):
        yield from _leaves(desk, lists.of_source(site, record), _source, record)


def timeline(desk: Desk) -> Iterator[Leaf]:
    """The pages of the timeline."""
    yield from _leaves(desk, lists.of_timeline(desk.lens.site), _timeline)


def questions(desk: Desk) -> Iterator[Leaf]:
    """The pages of open questions."""
    yield from _leaves(desk, lists.of_questions(desk.lens.site), _questions)


def glossary(desk: Desk) -> Iterator[Leaf]:
    """The pages of terms."""
    yield from _leaves(desk, lists.of_glossary(desk.lens.site), _glossary)


def checkable(desk: Desk) -> Iterator[Leaf]:
    """The pages on how checkable the targets are."""
    yield from _leaves(desk, lists.of_checks(desk.lens.site), _checkable)


def related(
    desk: Desk, record: Record, make: Callable[..., Page], *given: object
) -> Iterator[Leaf]:
    """The page of an item, and those of what else it is related to where one does not hold it."""
    first, *more = lists.of_ties(desk.lens.site, record)
    yield desk.leaf(first.name, make, first, record, *given)
    yield from (desk.leaf(sheet.name, _related, sheet, record) for sheet in more)


def _leaves(
    desk: Desk, sheets: Sheets[K, R], make: Callable[..., Page], *given: object
) -> Iterator[Leaf]:
    return (desk.leaf(sheet.name, make, sheet, *given) for sheet in sheets)


def _page(at: Lens, sheet: Sheet[K, R], whole: Frame, view: Headed, above: Above) -> Page:
    """A page of a list: framed as the `whole` list is or, further on, as the part that it shows."""
    template = f"{whole.kind}.html"
    if sheet.is_first:
        return Page(whole, template, view)
    return Page(_further(at, sheet, whole.kind, view, above), template, view)


def _further(at: Lens, sheet: Sheet[K, R], kind: str, view: Headed, above: Above) -> Frame:
    title = view.head.title.text
    own = title
    for mark in ("sep.colon", "sep.dot"):  # what stands above is not said again in the crumbs
        own = own.removeprefix(f"{above[-1][0]}{at.words[mark]}")
    crumbs = (*above, (own, ""))
    return frame(at, sheet.name, kind, title=title, description=title, crumbs=crumbs)


def _section(desk: Desk, sheet: Sheet[Group | None, Record], found: Section) -> Page:
    at = desk.at(sheet.name)
    title = found.name[at.lang]
    described = at.flat(found.summary) if found.summary else ""
    crumbs = ((title, ""),)
    whole = frame(at, sheet.name, "section", title=title, description=described, crumbs=crumbs)
    view = section_view(at, found, desk.gallery, sheet)
    return _page(at, sheet, whole, view, ((title, sheet.list),))


def _source(desk: Desk, sheet: Sheet[int, Cited], record: Record) -> Page:
    at = desk.at(sheet.name)
    title, listed = at.name(record), (at.words["title.sources"], "sources/index")
    described = at.words.say("describe.source", source=title)
    crumbs: tuple[Crumb, ...] = (listed, (title, ""))
    whole = frame(at, sheet.name, "source", title=title, description=described, crumbs=crumbs)
    view = source_view(at, record, sheet)
    return _page(at, sheet, whole, view, (listed, (title, sheet.list)))


def _related(desk: Desk, sheet: Sheet[str, Tie], record: Record) -> Page:
    at = desk.at(sheet.name)
    view = related_view(at, record, sheet)
    file = record.file
    above = ((at.file_name(file), f"{file}/index"), (at.name(record), record.ref))
    kind = "target" if file == "targets" else "item"
    return Page(_further(at, sheet, kind, view, above), "related.html", view)


def _single(at: Lens, sheet: Sheet[K, R], key: str, view: Headed) -> Page:
    """A page of a list that is titled and described by the strings."""
    above = ((at.words[f"title.{key}"], sheet.list),)
    return _page(at, sheet, single(at, sheet.name, key, key), view, above)


def _targets(desk: Desk, sheet: Sheet[str, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "targets", targets_view(at, desk.gallery, sheet))


def _sources(desk: Desk, sheet: Sheet[None, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "sources", sources_view(at, sheet))


def _timeline(desk: Desk, sheet: Sheet[int | None, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "timeline", timeline_view(at, desk.gallery, sheet))


def _questions(desk: Desk, sheet: Sheet[None, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "questions", questions_view(at, sheet))


def _glossary(desk: Desk, sheet: Sheet[None, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "glossary", glossary_view(at, sheet))


def _checkable(desk: Desk, sheet: Sheet[None, Record]) -> Page:
    at = desk.at(sheet.name)
    return _single(at, sheet, "checkable", checkable_view(at, sheet))
