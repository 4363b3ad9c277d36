"""What all pages hold: titles, menu, languages, crumbs, the index at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.model.record import Record
from policy_explorer.urls import PAGED
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Link, Rich, Seg, Social

Crumb = tuple[str, str]
"""Words, and the name of a page; '' for the page one stands on."""
READING = ("targets", "timeline", "charts", "brief")
CHECKING = ("facts", "checkable", "relations", "questions", "sources", "glossary")
ABOUT = ("search", "data", "changes", "about", "licenses")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the index at the foot of each page."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Foot:
    """What stands at the foot of all pages of a folder: one and the same for them all."""

    index: tuple[Column, ...]
    facts: str
    """Path of the ledger from here."""
    publisher: str
    contact: Rich
    data_line: Rich
    """Version, date and licence of the data."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages hold."""

    lang: str
    tag: str
    path: str
    """Path in the site, as zh stands at the root: en/sectors/index.html."""
    root: str
    """What leads from this page to the site's root: '../' or ''."""
    site_title: str
    title: str
    description: str
    crumbs: tuple[Link, ...]
    menu: tuple[Link, ...]
    languages: tuple[Link, ...]
    """The same page in the other languages; text is their own name."""
    alternates: tuple[tuple[str, str], ...]
    """(hreflang, address) of every language and x-default; relative without a site address."""
    canonical: str
    foot: Foot
    home: str
    search: str
    """Path of the page of search from here."""
    kind: str
    """The page's kind: home, section, item, target …"""
    crumbs_home: str = ""
    oembed: Link | None = None
    """What to ask for to embed the page's chart, by its published address."""
    feed: Link | None = None
    """The versions of the data as a feed."""
    linked: Mapping[str, object] | None = None
    """What the page is, for machines: schema.org, to be written as JSON."""
    social: Social | None = None


def frame(  # noqa: PLR0913 -- what a page is, each named where it is called
    lens: Lens,
    name: str,
    kind: str,
    *,
    title: str,
    description: str = "",
    crumbs: tuple[Crumb, ...] = (),
) -> Frame:
    """The frame of the page called `name` ('sectors/index') in the lens's language."""
    policy = lens.site.policy
    site_title = policy.title[lens.lang]
    return Frame(
        lang=lens.lang,
        tag=lens.tag,
        path=lens.path,
        root=lens.to(""),
        site_title=site_title,
        title=title if name == "index" else f"{title}{lens.words['sep.dot']}{site_title}",
        description=description or lens.flat(policy.summary),
        crumbs=_crumbs(lens, crumbs),
        menu=tuple(_menu(lens, entry, name) for entry in policy.menu),
        languages=_languages(lens, name),
        alternates=_alternates(lens, name),
        canonical=lens.urls.absolute(lens.path),
        foot=_foot(lens),
        home=lens.page("index"),
        search=lens.page("search"),
        kind=kind,
        crumbs_home=lens.words["nav.home"],
        feed=Link(
            lens.words.say("feed.title", plan=site_title), lens.to(lens.urls.feed(lens.lang))
        ),
    )


def page_of(entry: str, sections: tuple[str, ...]) -> str:
    """The page a menu's entry stands for: a section's index, or a page of its own."""
    return f"{entry}/index" if entry in (*sections, *PAGED) else entry


def short_name(lens: Lens, entry: str) -> str:
    """What menus call a section or a page."""
    section = lens.site.sections.get(entry)
    if section:
        return section.short[lens.lang]
    short = f"title.{entry}_short"
    return lens.words[short if short in lens.words else f"title.{entry}"]


def _menu(lens: Lens, entry: str, name: str) -> Link:
    page = page_of(entry, lens.urls.sections)
    is_here = name.partition(".")[0] == page or name.startswith(f"{entry}/")
    return Link(short_name(lens, entry), lens.page(page), current=is_here)


def _crumbs(lens: Lens, crumbs: tuple[Crumb, ...]) -> tuple[Link, ...]:
    return tuple(Link(words, lens.page(name) if name else "") for words, name in crumbs)


def _languages(lens: Lens, name: str) -> tuple[Link, ...]:
    others = (x for x in lens.site.policy.languages if x.code != lens.lang)
    return tuple(Link(x.name, lens.to(lens.urls.page(name, x.code)), tag=x.tag) for x in others)


def _alternates(lens: Lens, name: str) -> tuple[tuple[str, str], ...]:
    """Tag and address of each language, and x-default; relative without a site address."""
    rows = []
    for language in lens.site.policy.languages:
        path = lens.urls.page(name, language.code)
        rows.append((language.tag, lens.urls.absolute(path) or lens.to(path)))
    return (*rows, ("x-default", rows[0][1]))


def _foot(lens: Lens) -> Foot:
    """The foot of a page: made once for all pages from which the same ways lead on."""
    key = f"foot {lens.path.rpartition('/')[0]} {lens.page('index')}"  # what is missing leads apart
    if not isinstance(found := lens.kept.get(key), Foot):
        found = Foot(
            index=_index(lens),
            facts=lens.page("facts"),
            publisher=lens.site.policy.publisher[lens.lang],
            contact=_contact(lens),
            data_line=_data_line(lens),
        )
        lens.kept[key] = found
    return found


def _index(lens: Lens) -> tuple[Column, ...]:
    sections = tuple(
        Link(s.short[lens.lang], lens.page(f"{s.id}/index")) for s in lens.site.sections.values()
    )
    columns = (
        ("index.plan", (*_links(lens, READING), *sections)),
        ("index.check", _links(lens, CHECKING)),
        ("index.site", _links(lens, ABOUT)),
    )
    return tuple(Column(lens.words[key], links) for key, links in columns)


def _links(lens: Lens, names: tuple[str, ...]) -> tuple[Link, ...]:
    pages = ((name, page_of(name, lens.urls.sections)) for name in names)
    return tuple(Link(short_name(lens, name), lens.page(page)) for name, page in pages)


def _contact(lens: Lens) -> Rich:
    policy = lens.site.policy
    return (Seg(policy.contact[lens.lang], policy.contact_url),)


def newest(lens: Lens) -> Record | None:
    """The newest entry of changes.yaml, which gives the data its version and date."""
    return next(iter(lens.site.items("changes")), None)


def _data_line(lens: Lens) -> Rich:
    """Version, date and licence; nothing here changes with every edit."""
    policy = lens.site.policy
    entry = newest(lens)
    when = entry.props.get("date") if entry else policy.as_of
    said = quantities.date(when, lens.words) if isinstance(when, type(policy.as_of)) else ""
    version = entry.word("version") if entry else ""
    return (
        Seg(lens.words.say("footer.data", version=version, date=said)),
        Seg(lens.words["sep.dot"]),
        Seg(lens.words.say("footer.data_licence", licence=policy.licence), policy.licence_url),
    )
