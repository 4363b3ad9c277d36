"""Lists of names: the 5, the N, the 7; closed lists and open ones."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Group, Record, Section
from policy_explorer.views import gist, lists
from policy_explorer.views.cut import FIRST, Piece, first
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Pager, Siblings, Turn
from policy_explorer.views.parts import Link, Named, Names, Seg

SIBLINGS, NEAR = 24, 7
"""Up to so many are all shown beside an item; of more, so many around it, and the way to all."""


def columns(lens: Lens, section: Section) -> tuple[Names, ...]:
    """One list for each group of a section, or one for all of it: of a long one what comes first.

    All of it stands on the section's own page; where that is several pages, groups are shown by
    half as many names.
    """
    groups = section.grouped()
    if len(groups) == 1 or not lists.of_section(section)[0].is_cut:
        return tuple(_shown(lens, section, *found) for found in groups)
    return tuple(_shown(lens, section, *found, most=FIRST // 2) for found in first(groups))


def _shown(
    lens: Lens, section: Section, group: Group | None, items: tuple[Record, ...], most: int = FIRST
) -> Names:
    few = first(items, most)
    made = column(lens, section, Piece(group, few, 0, len(few)))
    return made if len(few) == len(items) else replace(made, rest=all_of(lens, section))


def all_of(lens: Lens, section: Section) -> Link:
    """The way to all items of a section, where only the first of them are shown."""
    words = lens.words.say("nav.all", what=section.plural[lens.lang])
    return Link(words, lens.page(f"{section.id}/index"))


def column(lens: Lens, section: Section, piece: Piece[Group | None, Record]) -> Names:
    """The items of a group, or of a section without groups, that stand on one page."""
    group, items = piece.key, piece.rows
    count = group.stated_count if group else section.stated_count
    is_open = group.is_open if group else section.is_open
    name = group.name if group else section.short
    title = Seg(name[lens.lang], lens.page(f"{section.id}/index"))
    note = (group.note[lens.lang] if group.note else "") if group else ""
    symbol = (group.symbol if group else "") or (lens.value(count) if count else "")
    numbered = not is_open
    rows = tuple(
        Named(lens.item(record), str(n) if numbered else "", gist.elsewhere(lens, record))
        for n, record in enumerate(items, piece.before + 1)
    )
    fact = _count_id(count, symbol)
    is_counted = is_open and count is not None and count.value is not None
    is_ended = is_open and piece.is_last
    return Names(symbol, title, note, _shared(items), rows, is_ended, fact, is_counted)


def _count_id(count: Fact | None, symbol: str) -> str:
    """The fact behind the large figure, where the figure is the count and not a letter."""
    return count.id if count is not None and symbol.isdigit() else ""


def _shared(items: tuple[Record, ...]) -> str:
    bases = {str(record.fact.basis) for record in items if record.fact is not None}
    return bases.pop() if len(bases) == 1 else ""


def siblings(lens: Lens, record: Record) -> Siblings | None:
    """The other items of a section (of its group, where it has groups), this one among them.

    Of many, those around this one.
    """
    section = lens.site.sections.get(record.file)
    if section is None:
        return None
    items, at = lens.site.among(record)
    shown = len(items) if len(items) <= SIBLINGS else NEAR
    start = max(0, min(at - shown // 2, len(items) - shown))
    rows = []
    for n, other in enumerate(items[start : start + shown], start + 1):
        seg = lens.item(other)
        here = Seg(seg.text, "", seg.fact, seg.basis)
        rows.append(Named(here if other is record else seg, str(n)))
    label = lens.words.say("item.siblings", what=section.plural[lens.lang])
    return Siblings(label, tuple(rows), all_of(lens, section) if shown < len(items) else None)


def pager(lens: Lens, record: Record) -> Pager | None:
    """The items before and after one in its file."""
    items, at = lens.site.items(record.file), lens.site.at(record)
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if before is None and after is None:
        return None
    label = lens.words.say("nav.neighbours", what=lens.file_name(record.file))
    ways = (Link(lens.name(r), lens.href(r)) if r is not None else None for r in (before, after))
    return turned(lens, label, *ways)


def turned(
    lens: Lens, label: str, before: Link | None, after: Link | None, *, unit: str = ""
) -> Pager:
    """The ways to the neighbours of a page; `unit` is `_page` for the pages of one list."""
    ends = (("nav.previous", before), ("nav.next", after))
    turns = (
        Turn(lens.words[f"{key}{unit}"], way) if way is not None else None for key, way in ends
    )
    return Pager(label, *turns)
