"""The list of sources, and the page of each: what it is, and every fact that rests on it."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.views import names, sheets
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, SourceFact, SourceRow, SourcesView, SourceView
from policy_explorer.views.parts import Link, Rich, Row, Seg


def sources_view(lens: Lens) -> SourcesView:
    """All sources, the plan's own first."""
    own = lens.site.policy.source
    records = sorted(lens.site.items("sources"), key=lambda r: r.id != own)
    lead = (Seg(lens.words["sources.lead"]),)
    head = Head(Seg(lens.words["title.sources"]), (), lead)
    return SourcesView(head, tuple(_row(lens, record) for record in records))


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


def source_view(lens: Lens, record: Record) -> SourceView:
    """A source as its page shows it."""
    fact = record.fact
    title = Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else "")
    kicker = (
        Seg(lens.words["title.source"]),
        Seg(lens.words["sep.dot"]),
        Seg(lens.words[f"grade.{record.word('grade')}"]),
    )
    return SourceView(
        head=Head(title, kicker),
        sheet=(*sheets.sheet(lens, record), *_unused(lens, record)),
        address=_address(lens, record),
        facts=_facts(lens, record),
        notes=_notes(lens, record),
        pager=names.pager(lens, record),
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


def _facts(lens: Lens, record: Record) -> tuple[SourceFact, ...]:
    """In the order of its lines; the first of each line carries the line's anchor."""
    out = []
    seen: set[int] = set()
    for fact in dict.fromkeys(lens.site.by_source.get(record.id, ())):
        for cite in fact.ground.citations:
            if cite.source == record.id and (cite.line or fact.subject != record.ref):
                anchor = f"line-{cite.line}" if cite.line and cite.line not in seen else ""
                seen.add(cite.line)
                place = lens.words.say("place.line", line=cite.line) if cite.line else ""
                row = SourceFact(anchor, place, lens.seg(fact), _label(lens, fact), cite.terms)
                out.append((cite.line, row))
    return tuple(row for _, row in sorted(out, key=lambda found: found[0]))


def _label(lens: Lens, fact: Fact) -> str:
    """What it is said of, and the field."""
    record = lens.site.records.get(fact.subject)
    subject = lens.name(record) if record else lens.subject_name(fact.subject)
    if not fact.key:
        return "" if subject == lens.value(fact) else subject
    return f"{subject}{lens.words['sep.dot']}{lens.label(fact)}"
