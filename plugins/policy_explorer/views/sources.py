"""The list of sources, and the page of each: what it is, and every fact that rests on it."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.views import names, sheets, turning
from policy_explorer.views.checking import SourceFact, SourceRow, SourcesView, SourceView
from policy_explorer.views.cut import Piece, Pieces, Sheet
from policy_explorer.views.lens import Lens
from policy_explorer.views.lists import Cited
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Link, Rich, Row, Seg


def sources_view(lens: Lens, sheet: Sheet[None, Record]) -> SourcesView:
    """The sources of a page, the plan's own first of all."""
    told = turning.of_items(lens, lens.words["title.sources"])
    return SourcesView(
        Head(turning.title(lens, sheet, told), (), (Seg(lens.words["sources.lead"]),)),
        tuple(_row(lens, record) for record in sheet.rows),
        turning.pager(lens, sheet, told),
        turning.ways(lens, sheet, told),
    )


def _row(lens: Lens, record: Record) -> SourceRow:
    published, publisher = record.get("published"), record.get("publisher")
    return SourceRow(
        name=lens.item(record),
        grade=record.word("grade"),
        published=_or_absent(lens, published, "absent.published"),
        publisher=(_or_absent(lens, publisher, "absent.publisher"),),
        note=(),
        is_own=record.id == lens.site.policy.source,
    )


def _or_absent(lens: Lens, fact: Fact | None, key: str) -> Seg:
    if fact is None:
        return Seg(lens.words[key])
    return lens.seg(fact, lens.words[key] if fact.value is None else "")


def source_view(lens: Lens, record: Record, sheet: Sheet[int, Cited]) -> SourceView:
    """A source as its page shows it; where much rests on it, what stands on one of its pages."""
    told: turning.Told[int, Cited] = turning.Told(
        lens.name(record), lambda pieces: _ends(lens, pieces)
    )
    facts = tuple(_cited(lens, piece, n) for piece in sheet.pieces for n in range(len(piece.rows)))
    turns = turning.pager(lens, sheet, told)
    fact = record.fact
    whole = Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else "")
    if not sheet.is_first:
        title = replace(whole, text=turning.title(lens, sheet, told).text)
        return SourceView(Head(title), (), None, facts, (), turns)
    kicker = (
        Seg(lens.words["title.source"]),
        Seg(lens.words["sep.dot"]),
        Seg(lens.words[f"grade.{record.word('grade')}"]),
    )
    return SourceView(
        head=Head(whole, kicker),
        sheet=(*sheets.sheet(lens, record), *_unused(lens, record)),
        address=_address(lens, record),
        facts=facts,
        notes=_notes(lens, record),
        pager=turns or names.pager(lens, record),
        ways=turning.ways(lens, sheet, told),
    )


def address(record: Record) -> str:
    """Where a source can be read; '' where that is not to be linked."""
    is_open = record.props.get("link_ok", True) and record.word("grade") != "D"
    return record.word("url") if is_open else ""


def _address(lens: Lens, record: Record) -> Link | None:
    """Linked only where that is said to be all right; a scraper's copy never is."""
    url = address(record)
    return Link(lens.words["place.open"], url) if url else None


def _notes(lens: Lens, record: Record) -> tuple[Rich, ...]:
    """The site's own words on it, the words to find it by, and why it is not linked."""
    note, find = record.words("note"), record.words("find")
    rows: list[Rich] = [lens.rich(note)] if note else []
    colon = lens.words["sep.colon"]
    if find is not None:
        rows.append((Seg(lens.words["field.find"] + colon), *lens.rich(find)))
    if record.word("url") and _address(lens, record) is None:
        why = lens.words["sep.clause"] + lens.words["sources.not_linked_why"]
        said = lens.words["field.url"] + colon + lens.words["place.not_linked"]
        rows.append((Seg(said + why),))
    return tuple(rows)


def _unused(lens: Lens, record: Record) -> tuple[Row, ...]:
    """The lines of its text that no fact cites."""
    fact = lens.site.facts.get(f"{record.ref}.unused")
    return () if fact is None else sheets.rows(lens, (fact,))


def _cited(lens: Lens, piece: Piece[int, Cited], at: int) -> SourceFact:
    """A fact that rests on a source; the first of each line carries the line's anchor."""
    line, (fact, cite) = piece.key, piece.rows[at]
    anchor = f"line-{line}" if line and not piece.before and not at else ""
    return SourceFact(anchor, _line(lens, line), lens.seg(fact), _label(lens, fact), cite.terms)


def _line(lens: Lens, line: int) -> str:
    return lens.words.say("place.line", line=line) if line else ""


def _ends(lens: Lens, pieces: Pieces[int, Cited]) -> tuple[Seg, Seg]:
    """The lines at which a page begins and ends; of what has none, the facts themselves."""
    rows = [(piece.key, fact) for piece in pieces for fact, _ in piece.rows]
    (line, start), (last, end) = rows[0], rows[-1]
    if line:
        return Seg(_line(lens, line)), Seg(_line(lens, last))
    return lens.seg(start), lens.seg(end)


def _label(lens: Lens, fact: Fact) -> str:
    """What it is said of, and the field."""
    record = lens.site.records.get(fact.subject)
    subject = lens.name(record) if record else lens.subject_name(fact.subject)
    if not fact.key:
        return "" if subject == lens.value(fact) else subject
    return f"{subject}{lens.words['sep.dot']}{lens.label(fact)}"
