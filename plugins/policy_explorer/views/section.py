"""The page of a section: its items, and what counts them."""

from __future__ import annotations

from policy_explorer.model.record import Group, Record, Section
from policy_explorer.views import headline, names, turning
from policy_explorer.views.cut import Sheet, first
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, Mentions, SectionView
from policy_explorer.views.parts import Happening, Rich, Seg
from policy_explorer.views.related import named_question


def section_view(
    lens: Lens, section: Section, gallery: Gallery, sheet: Sheet[Group | None, Record]
) -> SectionView:
    """A section as its page shows it; of a long one, the items of one of its pages."""
    told = _told(lens, section)
    title = turning.title(lens, sheet, told)
    listed = tuple(names.column(lens, section, piece) for piece in sheet.pieces)
    pager = turning.pager(lens, sheet, told)
    if not sheet.is_first:
        return SectionView(Head(title), listed, (), (), (), (), (), pager)
    asked = dict.fromkeys(q for q in lens.site.questions.get(section.id, ()))
    return SectionView(
        head=Head(title, _kicker(lens, section), lens.rich(section.summary)),
        names=listed,
        chapters=gallery.counting(lens, section.id),
        mentions=_targets(lens, section),
        notes=(),
        questions=tuple(named_question(lens, lens.site.records[q]) for q in asked),
        sources=_sources(lens, section),
        pager=pager,
        ways=turning.ways(lens, sheet, told),
    )


def _told(lens: Lens, section: Section) -> turning.Told[Group | None, Record]:
    return turning.Told(
        section.name[lens.lang],
        lambda pieces: turning.named(lens, pieces),
        lambda group: group.name[lens.lang] if group else "",
        "list",
    )


def _kicker(lens: Lens, section: Section) -> Rich:
    if section.stated_count is None:
        return ()
    key = "section.listed_open" if section.is_open else "section.listed"
    return lens.framed(key, lens.bare(section.stated_count))


def _targets(lens: Lens, section: Section) -> tuple[Mentions, ...]:
    found = (t for t in lens.site.items("targets") if t.word("counts") == section.id)
    rows = tuple(
        Happening(
            lens.seg(due) if (due := t.get("due")) else Seg(lens.words["absent.no_date"]),
            str(t.fact.basis) if t.fact else "",
            (lens.item(t),),
            (Seg(headline.status(lens, (t,)).text),),
            lens.source_link(t.fact) if t.fact else None,
        )
        for t in found
    )
    return (Mentions(lens.words["section.targets"], rows),) if rows else ()


def _sources(lens: Lens, section: Section) -> Rich:
    cited = (c.source for r in section.items for f in r.all_facts() for c in f.ground.citations)
    found = (lens.site.records.get(f"sources/{name}") for name in dict.fromkeys(cited))
    known = tuple(record for record in found if record is not None)
    rows = tuple(lens.item(record) for record in first(known))
    return rows if len(rows) == len(known) else (*rows, _all_sources(lens))


def _all_sources(lens: Lens) -> Seg:
    return Seg(lens.words["list.all_sources"], lens.page("sources/index"))
