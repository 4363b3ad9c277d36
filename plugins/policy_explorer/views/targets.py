"""The list of targets, and the page of each: the number, the picture, what is not stated."""

from __future__ import annotations

from policy_explorer.graph import Tie
from policy_explorer.model.record import Record
from policy_explorer.views import headline, names, related, sheets, standing, turning
from policy_explorer.views.cut import Sheet
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.lineage import lineage
from policy_explorer.views.pages import (
    Answer,
    Head,
    TargetGroup,
    TargetRow,
    TargetsView,
    TargetView,
)
from policy_explorer.views.parts import Rich, Row, Seg


def targets_view(lens: Lens, gallery: Gallery, sheet: Sheet[str, Record]) -> TargetsView:
    """The targets of a page, by kind; the first page also has the charts of all."""
    told: turning.Told[str, Record] = turning.Told(
        lens.words["title.targets"],
        lambda pieces: turning.named(lens, pieces),
        lambda kind: lens.words[f"kind.{kind}"],
        "group",
    )
    lead = (Seg(lens.words["targets.lead"]),) if sheet.is_first else ()
    return TargetsView(
        head=Head(turning.title(lens, sheet, told), (), lead),
        groups=tuple(_group(lens, piece.key, piece.rows) for piece in sheet.pieces),
        chapters=gallery.all(lens) if sheet.is_first else (),
        pager=turning.pager(lens, sheet, told),
        ways=turning.ways(lens, sheet, told),
    )


def _group(lens: Lens, kind: str, records: tuple[Record, ...]) -> TargetGroup:
    rows = tuple(_line(lens, record) for record in records)
    return TargetGroup(lens.words[f"kind.{kind}"], rows, lens.words[f"kind_note.{kind}"])


def _line(lens: Lens, record: Record) -> TargetRow:
    words = related.target_words(lens, record)
    status = headline.status(lens, (record,))
    return TargetRow(headline.number(lens, record), lens.item(record), words, status)


def target_view(lens: Lens, record: Record, gallery: Gallery, sheet: Sheet[str, Tie]) -> TargetView:
    """A target as its page shows it."""
    fact = record.fact
    title = Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else "")
    kicker = (Seg(lens.words["title.target"]), Seg(lens.words["sep.dot"]), _kind(lens, record))
    note = record.words("note")
    words = (*_short(lens, record), *related.target_words(lens, record))
    return TargetView(
        head=Head(title, kicker),
        answer=Answer(headline.number(lens, record), words, headline.status(lens, (record,))),
        chapters=gallery.of_target(lens, record),
        reading=(),
        standing=standing.answers(lens, record),
        sheet=_sheet(lens, record),
        related=related.related(lens, sheet),
        mentions=(),
        lineage=lineage(lens, record),
        notes=(lens.rich(note),) if note else (),
        questions=related.questions(lens, record),
        sources=sheets.sources(lens, record, *related.naming(lens, record)),
        pager=names.pager(lens, record),
        ways=turning.ways(lens, sheet, related.ties_told(lens, record)),
    )


def _kind(lens: Lens, record: Record) -> Seg:
    return Seg(lens.words[f"kind.{record.word('kind')}"])


def _short(lens: Lens, record: Record) -> Rich:
    short = record.short
    return (Seg(short[lens.lang]), Seg(lens.words["sep.clause"])) if short else ()


def _sheet(lens: Lens, record: Record) -> tuple[Row, ...]:
    """What is stated and what is not, then what follows; the path is left to its table."""
    written = sheets.sheet(lens, record)
    measured = _measured(lens, record)
    keys = ("goal", "span", "rate", "step")
    found = (lens.site.facts.get(f"{record.ref}.{key}") for key in keys)
    return (*written[:1], *measured, *written[1:], *sheets.rows(lens, (f for f in found if f)))


def _measured(lens: Lens, record: Record) -> tuple[Row, ...]:
    """The indicator, and what is counted: pointers that are no facts of the target itself."""
    out = []
    for ref in record.refs("indicator"):
        indicator = lens.site.records.get(ref.to)
        if indicator is not None and indicator.fact is not None:
            out.append(Row(lens.words["field.indicator"], (lens.voice(indicator.fact),)))
    return tuple(out)
