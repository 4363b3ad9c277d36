"""The whole plan on paper: a poster, then every target, item, open question and source in short.

Nothing new is said here, and only the plan speaks: what others say stands on the pages. Of a list
that several pages hold, what stands on its first, and where the rest is: nobody prints thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from policy_explorer.model.record import Group, Record, Section
from policy_explorer.views import gist, headline, lists, names, related, sources
from policy_explorer.views.atlas import Stratum, atlas
from policy_explorer.views.cut import Piece, Sheet
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Figure, Link, Named, Rich, Seg, Status

POSTER = "glance"
"""The kind of chart that shows a whole plan."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: its number, its name, by when, where it stands; place and gaps of what is said."""

    number: Rich
    name: Seg
    words: Rich
    status: Status
    place: Link | None
    silent: str
    """What is not stated of it, in words; '' for nothing."""


@dataclass(frozen=True, slots=True)
class Gist:
    """An item: its name, what the plan says of it, what only of it is not stated."""

    name: Seg
    number: str
    said: Rich
    silent: str


@dataclass(frozen=True, slots=True)
class Part:
    """The items of a section or of a group; `is_plain`: names and no more."""

    title: str
    told: Rich
    """How many the source states."""
    items: tuple[Gist, ...]
    is_open: bool
    is_counted: bool
    is_plain: bool
    rest: Link | None = None
    """The way to all of them, where these are only the first."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the plan: the basis of its items where they share one, what none has stated."""

    title: str
    basis: str
    parts: tuple[Part, ...]
    silent: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A source: its name, its publisher and date, its grade in words, where it can be read."""

    name: Seg
    told: Rich
    grade: str
    address: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """The poster is a chart, or the plan's lists where no chart shows it whole."""

    head: Head
    poster: Figure | None
    strata: tuple[Stratum, ...]
    aims: tuple[Aim, ...]
    chapters: tuple[Chapter, ...]
    questions: tuple[Named, ...]
    gaps: tuple[str, ...]
    sources: tuple[Origin, ...]
    rests: Mapping[str, Link] = field(default_factory=dict)
    """Of targets, questions and sources, the way to all, where these are only the first."""


def brief_view(lens: Lens, gallery: Gallery) -> BriefView:
    """The plan in the lens's language."""
    policy = lens.site.policy
    poster, site = _poster(lens, gallery), lens.site
    aims, asked = lists.of_checks(site)[0], lists.of_questions(site)[0]
    origins = lists.of_sources(site)[0]
    return BriefView(
        head=Head(Seg(policy.title[lens.lang]), (Seg(lens.words["title.brief"]),), _lead(lens)),
        poster=poster,
        strata=atlas(lens) if poster is None else (),
        aims=tuple(_aim(lens, record) for record in aims.rows),
        chapters=tuple(_chapter(lens, s) for s in lens.site.sections.values() if s.items),
        questions=tuple(related.named_question(lens, q) for q in asked.rows),
        gaps=tuple(_gaps(lens)),
        sources=tuple(_origin(lens, record) for record in origins.rows),
        rests=_rests(lens, {"targets/index": aims, "questions": asked, "sources/index": origins}),
    )


def _rests(lens: Lens, shown: Mapping[str, Sheet[None, Record]]) -> dict[str, Link]:
    """The way to each list, by its file, of which only a part is shown."""
    cut = ((page.partition("/")[0], page) for page, sheet in shown.items() if sheet.is_cut)
    return {name: Link(lens.words[f"list.all_{name}"], lens.page(page)) for name, page in cut}


def _lead(lens: Lens) -> Rich:
    """The sentence of home; all of it rests on the plan, so no mark is needed."""
    return tuple(replace(seg, mark=False) for seg in lens.rich(lens.site.policy.sentence))


def _poster(lens: Lens, gallery: Gallery) -> Figure | None:
    found = (name for name, hung in gallery.charts.items() if hung.chart.kind == POSTER)
    name = next(found, None)
    return gallery.figure(lens, name) if name is not None else None


def _aim(lens: Lens, record: Record) -> Aim:
    fact = record.fact
    return Aim(
        number=headline.number(lens, record),
        name=lens.item(record),
        words=tuple(replace(s, mark=False) for s in related.target_words(lens, record)),
        status=headline.status(lens, (record,)),
        place=lens.source_link(fact) if fact is not None else None,
        silent=_listed(lens, gist.silent(lens, record)),
    )


def _chapter(lens: Lens, section: Section) -> Chapter:
    bases = {str(r.fact.basis) for r in section.items if r.fact is not None}
    shared = _shared(lens, section)
    sheet = lists.of_section(section)[0]
    parts = tuple(_part(lens, section, piece, shared) for piece in sheet.pieces if piece.rows)
    if sheet.is_cut:
        parts = (*parts[:-1], replace(parts[-1], rest=names.all_of(lens, section)))
    return Chapter(
        title=section.name[lens.lang],
        basis=bases.pop() if len(bases) == 1 else "",
        parts=parts,
        silent=_listed(lens, shared),
    )


def _shared(lens: Lens, section: Section) -> tuple[str, ...]:
    """What is not stated of any item, in the order of its first."""
    each = [gist.silent(lens, record) for record in section.items]
    return tuple(label for label in each[0] if all(label in labels for labels in each))


def _part(
    lens: Lens, section: Section, piece: Piece[Group | None, Record], shared: tuple[str, ...]
) -> Part:
    group = piece.key
    count = group.stated_count if group else section.stated_count
    is_open = group.is_open if group else section.is_open
    is_counted = count is not None and count.value is not None
    numbered = enumerate(piece.rows, 1)
    rows = [_gist(lens, r, "" if is_open else str(n), shared) for n, r in numbered]
    key = "section.listed_open" if is_open else "section.listed"
    return Part(
        title=group.name[lens.lang] if group else "",
        told=lens.framed(key, lens.bare(count)) if count is not None and is_counted else (),
        items=tuple(rows),
        is_open=is_open and piece.is_whole,
        is_counted=is_counted,
        is_plain=not any(row.said or row.silent for row in rows),
    )


def _gist(lens: Lens, record: Record, number: str, shared: tuple[str, ...]) -> Gist:
    own = tuple(label for label in gist.silent(lens, record) if label not in shared)
    return Gist(lens.item(record), number, gist.said(lens, record), _listed(lens, own))


def _listed(lens: Lens, labels: Iterable[str]) -> str:
    return lens.words["sep.list"].join(labels)


def _gaps(lens: Lens) -> Iterator[str]:
    for gap in lens.site.files["questions"].head.structs("not_stated"):
        name = gap.words("name")
        if name is not None:
            yield name[lens.lang]


def _origin(lens: Lens, record: Record) -> Origin:
    """A source; silence about its publisher or date is left to its page."""
    told: list[Seg] = []
    for key in ("publisher", "published"):
        fact = record.get(key)
        if fact is not None and fact.value is not None:
            told += [Seg(lens.words["sep.dot"])] if told else []
            told.append(replace(lens.seg(fact), basis=""))
    grade = lens.words[f"grade.{record.word('grade')}"]
    return Origin(lens.item(record), tuple(told), grade, sources.address(record))
