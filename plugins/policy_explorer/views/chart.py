"""The pages of charts: the gallery, the page of each, and what it looks like inside a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.charts.spec import draw
from policy_explorer.model.record import Record
from policy_explorer.views.checking import SourceFact
from policy_explorer.views.exports import Export
from policy_explorer.views.figures import shown
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, Pager, Turn
from policy_explorer.views.parts import Figure, Link, Rich, Seg
from policy_explorer.views.take import Take, Weight, Weights, take
from policy_explorer.views.whatif import WhatIf, whatif

ARCHIVE = "data/charts.zip"


@dataclass(frozen=True, slots=True)
class Thumb:
    """A chart in the gallery: its finding, what is measured, its narrow drawing."""

    finding: Link
    measure: Rich
    kind: str
    drawing: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class GalleryView:
    """All charts, and the archive of all of them."""

    head: Head
    charts: tuple[Thumb, ...]
    archive: Link | None
    """None while there is nothing in it."""
    size: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart on its own page; `figure` is None while what it needs is silent."""

    kicker: str
    title: str
    figure: Figure | None
    described: str
    facts: tuple[SourceFact, ...]
    about: tuple[Seg, ...]
    """The items it is about."""
    whatif: WhatIf | None
    take: Take | None
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class EmbedView:
    """A chart to stand in another site's page."""

    figure: Figure
    whole: Link
    """The chart's own page."""
    site: str
    whatif: WhatIf | None


def gallery_view(lens: Lens, gallery: Gallery, weights: Weights) -> GalleryView:
    """The gallery, in the order of charts.yaml."""
    head = Head(Seg(lens.words["title.charts"]), (), (Seg(lens.words["charts.lead"]),))
    thumbs = tuple(_thumb(lens, gallery, name) for name in gallery.charts)
    archive = Link(lens.words["download.charts.zip"], lens.to(ARCHIVE)) if thumbs else None
    found = weights.get(ARCHIVE, Weight())
    size = lens.words.say("take.mb", n=f"{found.size / 1e6:.1f}") if found.size else ""
    return GalleryView(head, thumbs, archive, size)


def _thumb(lens: Lens, gallery: Gallery, name: str) -> Thumb:
    hung, figure = gallery.charts[name], gallery.figure(lens, name)
    drawn = draw(hung.chart, gallery.palette, "thumb-").narrow
    return Thumb(
        finding=Link(hung.chart.title, lens.href(hung.record)),
        measure=figure.measure,
        kind=lens.words[f"chapter.{hung.chart.kind}"],
        drawing=shown(drawn, hung.main),
        basis=figure.basis,
    )


def chart_view(lens: Lens, record: Record, gallery: Gallery, weights: Weights) -> ChartView:
    """A chart's page: the figure, what it rests on, and how to take it along."""
    hung = gallery.charts.get(record.id)
    if hung is None:
        title = lens.name(record)
        return ChartView(lens.words["title.charts"], title, None, "", (), (), None, None, None)
    export = Export(lens, hung)
    return ChartView(
        kicker=lens.words[f"chapter.{hung.chart.kind}"],
        title=hung.chart.title,
        figure=gallery.figure(lens, record.id),
        described=hung.chart.description,
        facts=tuple(_facts(lens, export)),
        about=_about(lens, record),
        whatif=whatif(lens, record),
        take=take(export, weights),
        pager=_pager(lens, gallery, record.id),
    )


def embed_view(lens: Lens, name: str, gallery: Gallery) -> EmbedView:
    """A chart inside a frame: the figure, and the way to its own page."""
    whole = Link(lens.words["embed.whole"], lens.page(f"charts/{name}"))
    site = lens.site.policy.title[lens.lang]
    tried = whatif(lens, gallery.charts[name].record)
    return EmbedView(gallery.figure(lens, name), whole, site, tried)


def _facts(lens: Lens, export: Export) -> Iterator[SourceFact]:
    """What it rests on: each fact with what it is said of, where that is not always the same."""
    facts = export.facts()
    is_one = len({fact.subject for fact in facts}) == 1
    for fact in facts:
        record = lens.site.records.get(fact.subject)
        subject = lens.name(record) if record else lens.subject_name(fact.subject)
        label = lens.label(fact) if fact.key else ""
        parts = (label,) if is_one else (subject, label) if label else ()
        terms = tuple(dict.fromkeys(t for cite in fact.ground.citations for t in cite.terms))
        place = lens.places(fact) or lens.words[f"basis.{fact.basis}"]
        yield SourceFact("", place, lens.seg(fact), lens.words["sep.dot"].join(parts), terms)


def _about(lens: Lens, record: Record) -> tuple[Seg, ...]:
    """The targets it draws, and what its observations are of."""
    refs = [ref.to for key in ("targets", "indicator") for ref in record.refs(key)]
    for ref in record.refs("observations"):
        refs += [to.to for to in lens.site.records[ref.to].refs("subject")]
    found = (lens.site.records.get(ref) for ref in dict.fromkeys(refs))
    paged = (*lens.site.sections, "targets")
    return tuple(lens.item(r) for r in found if r is not None and r.file in paged)


def _pager(lens: Lens, gallery: Gallery, name: str) -> Pager:
    """The charts before and after it."""
    names = list(gallery.charts)
    at = names.index(name)
    before = names[at - 1] if at else ""
    after = names[at + 1] if at + 1 < len(names) else ""
    label = lens.words.say("nav.neighbours", what=lens.words["title.charts"])
    return Pager(
        label,
        _turn(lens, gallery, before, "nav.previous"),
        _turn(lens, gallery, after, "nav.next"),
    )


def _turn(lens: Lens, gallery: Gallery, name: str, key: str) -> Turn | None:
    if not name:
        return None
    chart = gallery.charts[name].chart
    return Turn(lens.words[key], Link(chart.title, lens.page(f"charts/{name}")))


def discovery(export: Export) -> Link | None:
    """What tells other programs that the chart can be embedded; None without an address."""
    told = export.url("oembed.json")
    return Link(export.hung.chart.title, told) if told else None
