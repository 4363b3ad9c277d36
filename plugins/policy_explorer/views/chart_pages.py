"""The pages that charts have: the gallery, one for each, and one for frames on other sites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_explorer.model.record import Record
from policy_explorer.views.chart import chart_view, discovery, embed_view, gallery_view
from policy_explorer.views.desk import Desk, Leaf, Page, single
from policy_explorer.views.exports import Export
from policy_explorer.views.frame import Crumb, frame


def of_charts(desk: Desk) -> Iterator[Leaf]:
    """All pages of charts of one language."""
    yield desk.leaf("charts/index", _charts)
    for record in desk.lens.site.items("charts"):
        yield desk.leaf(record.ref, _chart, record)


def frames(desk: Desk) -> Iterator[Leaf]:
    """The pages for frames on other sites: one for each chart that there is something to draw of.

    Problems (raised): no-picture.
    """
    for hung in desk.gallery.charts.values():
        for name in (hung.record.id, *hung.record.texts("was")):
            yield desk.leaf(f"embed/{name}", _embed, hung.record, name)


def _charts(desk: Desk) -> Page:
    at = desk.at("charts/index")
    made = single(at, "charts/index", "charts", "charts")
    return Page(made, "charts.html", gallery_view(at, desk.gallery, desk.weights))


def _chart(desk: Desk, record: Record) -> Page:
    at = desk.at(record.ref)
    view = chart_view(at, record, desk.gallery, desk.weights)
    crumbs: tuple[Crumb, ...] = ((at.words["title.charts"], "charts/index"), (view.title, ""))
    made = frame(
        at, record.ref, "chart", title=view.title, description=view.described, crumbs=crumbs
    )
    if record.id in desk.gallery.charts:
        export = Export(at, desk.gallery.charts[record.id])
        made = replace(made, oembed=discovery(export))
    return Page(made, "chart.html", view)


def _embed(desk: Desk, record: Record, name: str) -> Page:
    """The chart for a frame; under an old id, too, so that frames set up before still work."""
    at = desk.at(f"embed/{name}")
    view = embed_view(at, record.id, desk.gallery)
    made = frame(at, f"embed/{name}", "embed", title=view.figure.finding)
    whole = at.urls.absolute(at.urls.page(record.ref, at.lang))
    return Page(replace(made, canonical=whole), "embed.html", view)
