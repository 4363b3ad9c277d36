"""All pages of a site: their addresses, their frames, their views."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.charts.palette import Palette
from policy_explorer.graph import Site
from policy_explorer.model.prose import Prose
from policy_explorer.model.record import Record, Section
from policy_explorer.model.strings import Strings
from policy_explorer.problems import Problem, Refused
from policy_explorer.urls import Urls
from policy_explorer.views.about import about_view, pieces_of
from policy_explorer.views.checkable import checkable_view
from policy_explorer.views.frame import Crumb, frame
from policy_explorer.views.gallery import Gallery, gallery
from policy_explorer.views.glossary import glossary_view
from policy_explorer.views.home import home_view
from policy_explorer.views.item import item_view
from policy_explorer.views.ledger import facts_view, part_view, parts_of
from policy_explorer.views.lens import Lens, lens
from policy_explorer.views.pages import MissingView, MovedView
from policy_explorer.views.parts import Frame
from policy_explorer.views.questions import questions_view
from policy_explorer.views.relations import relations_view
from policy_explorer.views.section import section_view
from policy_explorer.views.sources import source_view, sources_view
from policy_explorer.views.targets import target_view, targets_view
from policy_explorer.views.timeline import timeline_view


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is put into a template."""

    frame: Frame
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all pages of one language are made with."""

    lens: Lens
    lenses: tuple[Lens, ...]
    gallery: Gallery
    prose: tuple[Prose, ...]

    def at(self, name: str) -> Lens:
        return self.lens.at(self.lens.urls.page(name, self.lens.lang))


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
                tuple(pieces_of(one, written, charts))
            except Refused as refused:
                problems += refused.problems
    if problems:
        raise Refused(problems)


def pages(
    views: tuple[Lens, ...], palette: Palette, prose: tuple[Prose, ...]
) -> Iterator[tuple[Lens, Page]]:
    """Every page of every language, the same set in each."""
    tokens = json.dumps(palette.tokens(), separators=(",", ":"))
    for one in views:
        desk = _Desk(one, views, gallery(one, palette, tokens), prose)
        yield from ((one, page) for page in _of_language(desk))


def _of_language(desk: _Desk) -> Iterator[Page]:
    yield _home(desk)
    for section in desk.lens.site.sections.values():
        yield _section(desk, section)
        yield from (_item(desk, section, record) for record in section.items)
    yield _targets(desk)
    yield from (_target(desk, record) for record in desk.lens.site.items("targets"))
    yield _sources(desk)
    yield from (_source(desk, record) for record in desk.lens.site.items("sources"))
    if desk.lens.urls.is_split:
        yield from (_part(desk, file) for file in parts_of(desk.lens))
    yield from (_timeline(desk), _facts(desk), _questions(desk), _glossary(desk))
    yield from (_checkable(desk), _relations(desk))
    yield from (_about(desk), _missing(desk))
    yield from _moved(desk)


def _home(desk: _Desk) -> Page:
    at = desk.at("index")
    title = at.site.policy.title[at.lang]
    made = frame(at, "index", "home", title=title)
    return Page(made, "home.html", home_view(at, desk.gallery))


def _section(desk: _Desk, section: Section) -> Page:
    name = f"{section.id}/index"
    at = desk.at(name)
    title = section.name[at.lang]
    described = at.flat(section.summary) if section.summary else ""
    made = frame(at, name, "section", title=title, description=described, crumbs=((title, ""),))
    return Page(made, "section.html", section_view(at, section, desk.gallery))


def _item(desk: _Desk, section: Section, record: Record) -> Page:
    name = record.ref
    at = desk.at(name)
    title = at.name(record)
    above = (section.name[at.lang], f"{section.id}/index")
    crumbs: tuple[Crumb, ...] = (above, (title, ""))
    described = f"{title}{at.words['sep.dot']}{section.one[at.lang]}"
    made = frame(at, name, "item", title=title, description=described, crumbs=crumbs)
    return Page(made, "item.html", item_view(at, record, desk.gallery))


def _targets(desk: _Desk) -> Page:
    at = desk.at("targets/index")
    made = _single(at, "targets/index", "targets", "targets")
    return Page(made, "targets.html", targets_view(at, desk.gallery))


def _target(desk: _Desk, record: Record) -> Page:
    at = desk.at(record.ref)
    title = at.name(record)
    crumbs: tuple[Crumb, ...] = ((at.words["title.targets"], "targets/index"), (title, ""))
    made = frame(at, record.ref, "target", title=title, description=title, crumbs=crumbs)
    return Page(made, "target.html", target_view(at, record, desk.gallery))


def _sources(desk: _Desk) -> Page:
    at = desk.at("sources/index")
    made = _single(at, "sources/index", "sources", "sources")
    return Page(made, "sources.html", sources_view(at))


def _source(desk: _Desk, record: Record) -> Page:
    at = desk.at(record.ref)
    title = at.name(record)
    crumbs: tuple[Crumb, ...] = ((at.words["title.sources"], "sources/index"), (title, ""))
    described = at.words.say("describe.source", source=title)
    made = frame(at, record.ref, "source", title=title, description=described, crumbs=crumbs)
    return Page(made, "source.html", source_view(at, record))


def _timeline(desk: _Desk) -> Page:
    at = desk.at("timeline")
    return Page(
        _single(at, "timeline", "timeline", "timeline"),
        "timeline.html",
        timeline_view(at, desk.gallery),
    )


def _facts(desk: _Desk) -> Page:
    at = desk.at("facts")
    return Page(_single(at, "facts", "facts", "facts"), "facts.html", facts_view(at, desk.lenses))


def _part(desk: _Desk, file: str) -> Page:
    name = f"facts/{file}"
    at = desk.at(name)
    title = at.file_name(file)
    crumbs: tuple[Crumb, ...] = ((at.words["title.facts"], "facts"), (title, ""))
    whole = f"{at.words['title.facts']}{at.words['sep.dot']}{title}"
    made = frame(at, name, "facts", title=whole, description=whole, crumbs=crumbs)
    return Page(made, "facts.html", part_view(at, desk.lenses, file))


def _questions(desk: _Desk) -> Page:
    at = desk.at("questions")
    made = _single(at, "questions", "questions", "questions")
    return Page(made, "questions.html", questions_view(at))


def _glossary(desk: _Desk) -> Page:
    at = desk.at("glossary")
    return Page(_single(at, "glossary", "glossary", "glossary"), "glossary.html", glossary_view(at))


def _checkable(desk: _Desk) -> Page:
    at = desk.at("checkable")
    made = _single(at, "checkable", "checkable", "checkable")
    return Page(made, "checkable.html", checkable_view(at))


def _relations(desk: _Desk) -> Page:
    at = desk.at("relations")
    made = _single(at, "relations", "relations", "relations")
    return Page(made, "relations.html", relations_view(at))


def _about(desk: _Desk) -> Page:
    at = desk.at("about")
    written = next((p for p in desk.prose if (p.page, p.lang) == ("about", at.lang)), None)
    made = _single(at, "about", "about", "about")
    return Page(made, "about.html", about_view(at, written, desk.gallery))


def _missing(desk: _Desk) -> Page:
    at = desk.at("404")
    made = _single(at, "404", "missing", "missing")
    return Page(made, "404.html", MissingView())


def _moved(desk: _Desk) -> Iterator[Page]:
    """Under each old id of a renamed item, a page that leads to the new one."""
    site = desk.lens.site
    for file in (*site.sections, "targets", "sources"):
        for record in site.items(file):
            for old in record.texts("was"):
                at = desk.at(f"{file}/{old}")
                made = frame(at, f"{file}/{old}", "moved", title=at.name(record))
                yield Page(made, "moved.html", MovedView(at.item(record)))


def _single(at: Lens, name: str, kind: str, key: str) -> Frame:
    """The frame of a page that there is one of, titled and described by the strings."""
    title = at.words[f"title.{key}"]
    plan = at.site.policy.title[at.lang]
    described = f"describe.{key}"
    words = at.words.say(described, plan=plan) if described in at.words else ""
    return frame(at, name, kind, title=title, description=words, crumbs=((title, ""),))
