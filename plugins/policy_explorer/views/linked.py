"""What a page is, for machines: schema.org as plain data, from which the page's JSON-LD is made.

Addresses are absolute where the site has one, else as seen from the page: JSON-LD follows them from
where the page stands, as a browser follows its links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from policy_explorer.model.record import Record
from policy_explorer.urls import resolved
from policy_explorer.views.checking import GlossaryView, Term
from policy_explorer.views.citing import edition
from policy_explorer.views.data import SCHEMAS, file_title
from policy_explorer.views.desk import Desk, Page
from policy_explorer.views.exports import Export
from policy_explorer.views.frame import Frame
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Link
from policy_explorer.views.said import cited
from policy_explorer.views.sources import address
from policy_explorer.views.take import FORMATS, large

Node = dict[str, object]
CONTEXT = "https://schema.org"
DATA = "data/"
"""Where the files of the data lie, from the site's root."""
LEAST, MOST = 50, 5000
"""Signs in the description of a set of data, as search engines ask for them."""
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Last suffix of a file -> its media type."""
PLAIN = "text/plain"
"""Of a file without one."""


def linked(desk: Desk, page: Page) -> Node | None:
    """What the page is and where it stands; None for a page of which there is nothing to say."""
    at = desk.lens.at(page.frame.path)
    nodes = [*_matter(desk, at, page), *_trail(at, page.frame)]
    if len(nodes) == 1:
        return {"@context": CONTEXT, **nodes[0]}
    return {"@context": CONTEXT, "@graph": nodes} if nodes else None


def _matter(desk: Desk, at: Lens, page: Page) -> Iterator[Node]:
    """What the page is about, by its kind."""
    if page.frame.kind == "home":
        yield from (_site(at), _whole(at))
    elif page.frame.kind == "data":
        yield _whole(at) | _made_of(desk, at)
    elif page.frame.kind == "chart":
        yield from _chart(desk, at)
    elif isinstance(page.view, GlossaryView):
        yield _terms(at, page.view)


def _address(at: Lens, path: str) -> str:
    return at.urls.absolute(path) or at.to(path)


def _page(at: Lens, name: str) -> str:
    return _address(at, at.urls.page(name, at.lang))


def _given(**said: object) -> Node:
    """A node of what there is something to say of."""
    return {key: value for key, value in said.items() if value}


def _trail(at: Lens, frame: Frame) -> Iterator[Node]:
    """The way from home; the page one stands on has no address of its own in it."""
    if frame.crumbs:
        links = (Link(frame.crumbs_home, frame.home), *frame.crumbs)
        steps = [_step(at, n, link) for n, link in enumerate(links, 1)]
        yield {"@type": "BreadcrumbList", "itemListElement": steps}


def _step(at: Lens, n: int, link: Link) -> Node:
    step: Node = {"@type": "ListItem", "position": n, "name": link.text}
    return step | {"item": _address(at, resolved(at.path, link.href))} if link.href else step


def _maker(at: Lens) -> Node:
    return {"@type": "Organization", "name": at.site.policy.publisher[at.lang]}


def _site(at: Lens) -> Node:
    policy = at.site.policy
    return {
        "@type": "WebSite",
        "name": policy.title[at.lang],
        "url": _page(at, "index"),
        "description": at.flat(policy.summary),
        "inLanguage": at.tag,
        "publisher": _maker(at),
    }


def _id(at: Lens) -> str:
    """By what the whole of the data is known: one address, whatever language tells of it."""
    return _address(at, at.urls.page("data", at.site.policy.codes[0]))


def _whole(at: Lens) -> Node:
    """The whole of the data; on home and on its own page it is the same thing."""
    policy, own = at.site.policy, _page(at, "data")
    return {
        "@type": "Dataset",
        "@id": _id(at),
        "name": at.words.say("linked.dataset", plan=policy.title[at.lang]),
        "description": _about(at),
        "url": own,
        "inLanguage": [language.tag for language in policy.languages],
        **_terms_of(at),
        "temporalCoverage": f"{policy.start:04d}/{policy.end:04d}",
    }


def _terms_of(at: Lens) -> Node:
    """What holds of the whole and of its parts: who made it, which edition, under which terms."""
    policy = at.site.policy
    version, date = edition(at)
    licence = {"@type": "CreativeWork", "name": policy.licence}
    return _given(
        creator=_maker(at),
        publisher=_maker(at),
        version=version,
        dateModified="" if date.part else str(date),
        license=policy.licence_url or licence,
        isAccessibleForFree=True,
        spatialCoverage={"@type": "Place", "name": policy.place_name[at.lang]},
    )


def _about(at: Lens) -> str:
    summary = at.flat(at.site.policy.summary)
    return _cut(at.words.say("linked.described", summary=summary))


def _cut(words: str) -> str:
    return words if len(words) <= MOST else f"{words[: MOST - 1]}…"


def _made_of(desk: Desk, at: Lens) -> Node:
    """The files of the data, and the sources they were taken from."""
    paths = (p for p in desk.weights if p.startswith(DATA) and not p.startswith(SCHEMAS))
    named = {path: file_title(at, path.removeprefix(DATA)) for path in paths}
    return _given(distribution=_files(desk, at, named), isBasedOn=_sources(at, _used(at)))


def _used(at: Lens) -> Iterator[str]:
    """The sources on which more rests than what is said of themselves."""
    for name, facts in at.site.by_source.items():
        if any(fact.subject != f"sources/{name}" for fact in facts):
            yield name


def _files(desk: Desk, at: Lens, named: Mapping[str, str]) -> list[Node]:
    """Files by their paths, with what is in each; their size where it is known."""
    return [
        _given(
            **{"@type": "DataDownload"},
            name=name,
            encodingFormat=MEDIA.get(path.rpartition(".")[2], PLAIN),
            contentUrl=_address(at, path),
            contentSize=large(at.words, desk.weights[path].size),
        )
        for path, name in named.items()
    ]


def _sources(at: Lens, names: Iterable[str]) -> list[Node]:
    records = (at.site.records.get(f"sources/{name}") for name in dict.fromkeys(names))
    return [_source(at, record) for record in records if record is not None]


def _source(at: Lens, record: Record) -> Node:
    """A source; it has an address where it may be linked."""
    return _given(**{"@type": "CreativeWork"}, name=at.name(record), url=address(record))


def _chart(desk: Desk, at: Lens) -> Iterator[Node]:
    """The data of a chart, where there is something to draw: a part of the whole."""
    name = PurePosixPath(at.path).stem
    if name not in desk.gallery.charts:
        return
    export = Export(at, desk.gallery.charts[name])
    chart = export.hung.chart
    words = at.words["sep.sentence"].join((chart.description, chart.subtitle))
    named = {export.path(key): at.words[f"format.{key}.what"] for key in FORMATS}
    there = {path: what for path, what in named.items() if path in desk.weights}
    cites = (cite.source for fact in export.facts() for cite in cited(at, fact))
    yield {
        "@type": "Dataset",
        "name": chart.title,
        "description": _cut(words if len(words) >= LEAST else f"{words} {_about(at)}"),
        "url": _address(at, at.path),
        "inLanguage": at.tag,
        **_terms_of(at),
        "isPartOf": {"@id": _id(at)},
        "distribution": _files(desk, at, there),
        **_given(isBasedOn=_sources(at, cites)),
    }


def _terms(at: Lens, view: GlossaryView) -> Node:
    return {
        "@type": "DefinedTermSet",
        "name": view.head.title.text,
        "url": _address(at, at.path),
        "inLanguage": at.tag,
        "hasDefinedTerm": [_term(at, term) for term in view.terms],
    }


def _term(at: Lens, term: Term) -> Node:
    words = "".join(seg.text for seg in term.definition)
    return _given(
        **{"@type": "DefinedTerm"},
        name=term.name.text,
        alternateName=list(term.aliases),
        description=words,
        url=f"{_address(at, at.path)}#{term.id}",
    )
