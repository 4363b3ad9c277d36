"""All pages of a site: their addresses, their frames, their views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from policy_explorer.charts.palette import Palette
from policy_explorer.graph import Site, Tie
from policy_explorer.model.prose import Prose
from policy_explorer.model.record import Record, Section
from policy_explorer.model.strings import Strings
from policy_explorer.problems import Problem, Refused
from policy_explorer.urls import MISSING, PAGED, Urls
from policy_explorer.views import about, atoz, gist, ledger, list_pages, search
from policy_explorer.views.about import about_view
from policy_explorer.views.atoz import Order
from policy_explorer.views.chart_pages import of_charts
from policy_explorer.views.cut import Sheet
from policy_explorer.views.desk import Desk, Leaf, Page, single
from policy_explorer.views.exports import Export
from policy_explorer.views.frame import Crumb, frame
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.home import home_view
from policy_explorer.views.item import item_view
from policy_explorer.views.ledger import Near, Volume, facts_view, part_view, volumes_of
from policy_explorer.views.lens import Lens, lens
from policy_explorer.views.pages import MissingView, MovedView
from policy_explorer.views.relations import relations_view
from policy_explorer.views.search import Entry
from policy_explorer.views.site_pages import of_site
from policy_explorer.views.take import Weights
from policy_explorer.views.targets import target_view


def lenses(site: Site, strings: Strings, urls: Urls) -> tuple[Lens, ...]:
    """One lens for each language, the default first."""
    return tuple(lens(site, strings, urls, code) for code in site.policy.codes)


def prose_of(views: tuple[Lens, ...], prose: tuple[Prose, ...]) -> None:
    """Follow the links of all pages of text; raises `Refused` with those that lead nowhere."""
    problems: list[Problem] = []
    for one in views:
        charts = tuple(record.id for record in one.site.items("charts"))
        for written in (p for p in prose if p.lang == one.lang):
            try:
                about.check(one, written, charts)
            except Refused as refused:
                problems += refused.problems
    if problems:
        raise Refused(problems)


def galleries(
    views: tuple[Lens, ...], palette: Palette, *, has_pictures: bool
) -> Mapping[str, Gallery]:
    """The charts of each language, each drawn once for all pages and files."""
    return {one.lang: Gallery(one, palette, has_pictures) for one in views}


def exports(views: tuple[Lens, ...], charts: Mapping[str, Gallery]) -> Iterator[Export]:
    """Every chart in every language, ready to be taken away."""
    for one in views:
        for name, hung in charts[one.lang].charts.items():
            yield Export(one.at(one.urls.page(f"charts/{name}", one.lang)), hung)


def desks(
    views: tuple[Lens, ...],
    charts: Mapping[str, Gallery],
    prose: tuple[Prose, ...],
    weights: Weights,
    names: Callable[[], tuple[Entry, ...]],
) -> tuple[Desk, ...]:
    """What the pages of each language are made with."""
    return tuple(Desk(one, views, charts[one.lang], prose, weights, names) for one in views)


def pages(desk: Desk) -> Iterator[Leaf]:
    """Every page of a language but those in frames, still to be made; the same set in each."""
    yield from listed(desk)
    yield from _found(desk)
    yield desk.leaf(MISSING, _missing)
    yield from _moved(desk)


def listed(desk: Desk) -> Iterator[Leaf]:
    """Those of them that are worth finding: not the search itself, nor what is missing or moved."""
    site = desk.lens.site
    yield desk.leaf("index", _home)
    for section in site.sections.values():
        yield from list_pages.section(desk, section)
        for record in section.items:
            yield from list_pages.related(desk, record, _item, section)
    yield from list_pages.targets(desk)
    for record in site.items("targets"):
        yield from list_pages.related(desk, record, _target)
    yield from of_charts(desk)
    yield from list_pages.sources(desk)
    if desk.lens.urls.is_split:
        found = volumes_of(desk.lens)
        for before, one, after in zip((None, *found), found, (*found[1:], None), strict=False):
            name = desk.lens.urls.ledger(one.file, one.number)
            yield desk.leaf(name, _part, name, one, (before, after))
    yield from list_pages.timeline(desk)
    yield desk.leaf("facts", _facts)
    yield from list_pages.questions(desk)
    yield from list_pages.glossary(desk)
    yield from list_pages.checkable(desk)
    yield desk.leaf("relations", _relations)
    yield desk.leaf("about", _about)
    yield from of_site(desk)


def _home(desk: Desk) -> Page:
    at = desk.at("index")
    title = at.site.policy.title[at.lang]
    made = frame(at, "index", "home", title=title)
    return Page(made, "home.html", home_view(at, desk.gallery))


def _item(desk: Desk, sheet: Sheet[str, Tie], record: Record, section: Section) -> Page:
    name = record.ref
    at = desk.at(name)
    title = at.name(record)
    above = (section.name[at.lang], f"{section.id}/index")
    crumbs: tuple[Crumb, ...] = (above, (title, ""))
    described = gist.described(at, record, section.one[at.lang])
    made = frame(at, name, "item", title=title, description=described, crumbs=crumbs)
    return Page(made, "item.html", item_view(at, record, desk.gallery, sheet))


def _target(desk: Desk, sheet: Sheet[str, Tie], record: Record) -> Page:
    at = desk.at(record.ref)
    title = at.name(record)
    crumbs: tuple[Crumb, ...] = ((at.words["title.targets"], "targets/index"), (title, ""))
    made = frame(
        at,
        record.ref,
        "target",
        title=title,
        description=gist.described(at, record, ""),
        crumbs=crumbs,
    )
    return Page(made, "target.html", target_view(at, record, desk.gallery, sheet))


def _facts(desk: Desk) -> Page:
    at = desk.at("facts")
    return Page(single(at, "facts", "facts", "facts"), "facts.html", facts_view(at, desk.lenses))


def _part(desk: Desk, name: str, volume: Volume, near: Near) -> Page:
    at = desk.at(name)
    title = ledger.title(at, volume)
    crumbs: tuple[Crumb, ...] = ((at.words["title.facts"], "facts"), (title, ""))
    whole = f"{at.words['title.facts']}{at.words['sep.dot']}{title}"
    made = frame(at, name, "facts", title=whole, description=whole, crumbs=crumbs)
    return Page(made, "facts.html", part_view(at, desk.lenses, volume, near))


def _relations(desk: Desk) -> Page:
    at = desk.at("relations")
    made = single(at, "relations", "relations", "relations")
    return Page(made, "relations.html", relations_view(at))


def _found(desk: Desk) -> Iterator[Leaf]:
    """The page of search, and the names it leads to where they are many; put in order once."""
    order = cache(lambda: atoz.ordered(desk.lens, desk.names()))
    yield desk.leaf("search", _search, order)
    for number in range(1, atoz.volumes(search.count(desk.lens.site)) + 1):
        yield desk.leaf(atoz.page_name(number), _names, order, number)


def _search(desk: Desk, order: Callable[[], Order]) -> Page:
    at = desk.at("search")
    made = single(at, "search", "search", "search")
    return Page(made, "search.html", atoz.search_view(at, order()))


def _names(desk: Desk, order: Callable[[], Order], number: int) -> Page:
    name = atoz.page_name(number)
    at = desk.at(name)
    title = atoz.title(at, order(), number)
    crumbs: tuple[Crumb, ...] = ((at.words["title.search"], "search"), (title, ""))
    whole = f"{at.words['title.search']}{at.words['sep.dot']}{title}"
    made = frame(at, name, "names", title=whole, description=whole, crumbs=crumbs)
    return Page(made, "search.html", atoz.volume_view(at, order(), number))


def _about(desk: Desk) -> Page:
    at = desk.at("about")
    written = next((p for p in desk.prose if (p.page, p.lang) == ("about", at.lang)), None)
    made = single(at, "about", "about", "about")
    return Page(made, "about.html", about_view(at, written, desk.gallery))


def _missing(desk: Desk) -> Page:
    at = desk.at(MISSING)
    made = single(at, MISSING, "missing", "missing")
    return Page(made, "404.html", MissingView())


def _moved(desk: Desk) -> Iterator[Leaf]:
    """Under each old id of a renamed item, a page that leads to the new one."""
    site = desk.lens.site
    for file in (*site.sections, *PAGED):
        for record in site.items(file):
            for old in record.texts("was"):
                yield desk.leaf(f"{file}/{old}", _signpost, f"{file}/{old}", record)


def _signpost(desk: Desk, name: str, record: Record) -> Page:
    at = desk.at(name)
    made = frame(at, name, "moved", title=at.name(record))
    whole = at.urls.absolute(at.urls.page(record.ref, at.lang))
    return Page(replace(made, canonical=whole), "moved.html", MovedView(at.item(record)))
