"""The page of an item: what the plan says of it, what others say, what nobody says."""

from __future__ import annotations

from policy_explorer.graph import Tie
from policy_explorer.model.record import Record, Section
from policy_explorer.views import gist, names, related, sheets, turning
from policy_explorer.views.cut import Sheet
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, ItemView
from policy_explorer.views.parts import Rich, Seg


def item_view(lens: Lens, record: Record, gallery: Gallery, sheet: Sheet[str, Tie]) -> ItemView:
    """An item of a section as its page shows it."""
    section = lens.site.sections[record.file]
    fact = record.fact
    title = Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else "")
    note = record.words("note")
    return ItemView(
        head=Head(title, _kicker(lens, section, record), _lead(lens, record)),
        siblings=names.siblings(lens, record),
        sheet=sheets.sheet(lens, record),
        related=related.related(lens, sheet),
        mentions=related.mentions(lens, record),
        chapters=gallery.naming(lens, record),
        notes=(lens.rich(note),) if note else (),
        questions=related.questions(lens, record),
        sources=sheets.sources(lens, record, *related.naming(lens, record)),
        pager=names.pager(lens, record),
        ways=turning.ways(lens, sheet, related.ties_told(lens, record)),
    )


def _lead(lens: Lens, record: Record) -> Rich:
    """That the plan only names it, and what others say; nothing where the plan says more."""
    if not gist.silent(lens, record) or gist.said(lens, record):
        return ()
    others = gist.elsewhere(lens, record)
    return (Seg(lens.words["item.name_only_others" if others else "item.name_only"]), *others)


def _kicker(lens: Lens, section: Section, record: Record) -> Rich:
    """What it is one of, as 行业 · 第5个，共7个 where the source says how many there are."""
    group = next((g for g in section.groups if g.id == record.group), None)
    count = group.stated_count if group else section.stated_count
    name = Seg(group.name[lens.lang] if group else section.one[lens.lang])
    if count is None:
        return (name,)
    if group.is_open if group else section.is_open:  # a place among those named is none of all
        said = lens.framed("section.listed_open", lens.bare(count))
        return (name, Seg(lens.words["sep.dot"]), *said)
    words = lens.words.say("nav.position", one="", n=lens.site.among(record)[1] + 1, of="{n}")
    place = words.format(n=lens.bare(count).text)
    return (name, lens.seg(count, place))
