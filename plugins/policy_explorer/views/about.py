"""A page of running text: Markdown with links to items and charts of the plan."""

from __future__ import annotations

from markupsafe import Markup

from policy_explorer.model.prose import Prose
from policy_explorer.views import prose
from policy_explorer.views.frame import page_of
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import AboutView, Head, Piece
from policy_explorer.views.parts import Seg


def about_view(lens: Lens, written: Prose | None, gallery: Gallery) -> AboutView:
    """About this site: the plan's own page, the theme's, or else what policy.yaml says.

    Problems (raised as `Refused`): dangling links and charts, unsafe addresses.
    """
    if written is None:
        policy = lens.site.policy
        head = Head(Seg(lens.words["title.about"]), (), lens.rich(policy.summary))
        return AboutView(head, ())
    charts, text = tuple(gallery.charts), written.markdown
    found = prose.pieces(text, _targets(lens), charts=charts, shown=written.shown)
    pieces = tuple(
        Piece(figure=gallery.figure(lens, piece.chart))
        if piece.chart in gallery.charts
        else Piece(html=Markup(piece.html))  # noqa: S704 -- raw HTML in it was escaped
        for piece in found
    )
    lead = (Seg(written.summary),) if written.summary else ()
    return AboutView(Head(Seg(written.title), (), lead), pieces)


def check(lens: Lens, written: Prose, charts: tuple[str, ...]) -> None:
    """Follow the links of a page of text. Problems (raised as `Refused`): as of `about_view`."""
    prose.check(written.markdown, _targets(lens), charts=charts, shown=written.shown)


def _targets(lens: Lens) -> prose.Targets:
    return prose.Targets(lambda to: _find(lens, to), tuple(lens.site.records))


def _find(lens: Lens, to: str) -> tuple[str, str] | None:
    """Where a link of Markdown leads: an item, a section, or a page of this site by its name."""
    record = lens.site.records.get(to)
    if record is not None:
        return lens.href(record), lens.name(record)
    section = lens.site.sections.get(to)
    if section is not None:
        return lens.page(f"{to}/index"), section.name[lens.lang]
    if to in PAGES:
        page = page_of(to, lens.urls.sections)
        return lens.page(page), lens.words[f"title.{to}"]
    return None


PAGES = frozenset(
    {
        "targets",
        "charts",
        "sources",
        "timeline",
        "glossary",
        "facts",
        "questions",
        "checkable",
        "about",
    }
)
