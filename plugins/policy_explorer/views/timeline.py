"""The timeline: the plan in one lane, all other voices in another, years of silence kept."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views import quantities, turning
from policy_explorer.views.cut import Piece, Pieces, Sheet, first
from policy_explorer.views.dated import DATED, ELSEWHERE, dated, is_elsewhere
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, TimelineView
from policy_explorer.views.parts import Happening, Seg, Year
from policy_explorer.views.related import happening


def timeline_view(lens: Lens, gallery: Gallery, sheet: Sheet[int | None, Record]) -> TimelineView:
    """Every dated thing of a page by year, then what has no date."""
    told: turning.Told[int | None, Record] = turning.Told(
        lens.words["timeline.heading"], lambda pieces: _ends(lens, pieces)
    )
    years = (_year(lens, piece) for piece in sheet.pieces)
    return TimelineView(
        Head(turning.title(lens, sheet, told), (), (Seg(lens.words["timeline.lead"]),)),
        tuple(year for year in years if year is not None),
        gallery.apart(lens) if sheet.is_first else (),
        pager=turning.pager(lens, sheet, told),
        ways=turning.ways(lens, sheet, told),
    )


def _ends(lens: Lens, pieces: Pieces[int | None, Record]) -> tuple[Seg, Seg]:
    """The years at which a page begins and ends."""
    filled = [piece for piece in pieces if piece.rows]
    start, end = (_label(lens, piece) for piece in (filled[0], filled[-1]))
    return start, end


def _label(lens: Lens, piece: Piece[int | None, Record]) -> Seg:
    """What a year is called, and the fact it shows; what has no date shows none."""
    if piece.key is None:
        return Seg(lens.words["timeline.undated"])
    label = quantities.date(When(piece.key), lens.words)
    return Seg(label, fact=_shown(lens, label, piece.rows))


def _span(lens: Lens) -> range:
    policy = lens.site.policy
    return range(policy.start, policy.end + 1)


def moments(lens: Lens) -> tuple[Happening, ...]:
    """The timeline in short, for home: events, later goals that no event stands for, due years.

    Of many, the last.
    """
    rows: list[tuple[When, Happening]] = []
    due: dict[tuple[When, str, str], list[Record]] = {}
    for when, record in dated(lens.site):
        if record.file == "targets":
            due.setdefault((when, *_voice(lens, record)), []).append(record)
        elif record.file == "events" or (record.file == "revisions" and not record.refs("event")):
            rows.append((when, happening(lens, record)))
    rows += [(when, _due_together(lens, records)) for (when, *_), records in due.items()]
    made = tuple(row for _, row in sorted(rows, key=lambda found: found[0]))
    return made[-len(first(made)) :]


def _voice(lens: Lens, record: Record) -> tuple[str, str]:
    """Who says so: what one source or the plan says stands on one line, and no other's with it."""
    fact = record.fact
    if fact is None or fact.basis not in ELSEWHERE:
        return ("", "")
    return (str(fact.basis), lens.places(fact))


def _due_together(lens: Lens, records: list[Record]) -> Happening:
    """All that one voice says is due at one time, as one line."""
    one, few = happening(lens, records[0]), first(records)
    words: list[Seg] = [Seg(lens.words["timeline.due"] + lens.words["sep.colon"])]
    for n, record in enumerate(few):
        words += [Seg(lens.words["sep.semicolon"])] if n else []
        words.append(lens.item(record))
    if len(few) < len(records):
        rest = Seg(lens.words["list.all_targets"], lens.page("targets/index"))
        words += [Seg(lens.words["sep.semicolon"]), rest]
    source = one.source if len(records) == 1 else None
    return replace(one, words=tuple(words), note=(), source=source)


def _year(lens: Lens, piece: Piece[int | None, Record]) -> Year | None:
    """A year, or what of it stands on the page; None for one that shows no fact."""
    label, rows = _label(lens, piece), piece.rows
    if piece.key is None:
        return Year(label.text, is_due=False, plan=_undated(lens, rows), elsewhere=())
    if not label.fact:
        return None
    plan = tuple(_line(lens, record) for record in rows if not is_elsewhere(record))
    return Year(
        label.text,
        is_due=any(record.file == "targets" for record in rows),
        plan=plan,
        elsewhere=tuple(_line(lens, record) for record in rows if is_elsewhere(record)),
        silence="" if plan or not piece.is_whole else _silence(lens, piece.key),
        fact=label.fact,
    )


def _shown(lens: Lens, label: str, records: tuple[Record, ...]) -> str:
    """The fact a year's label shows: a date in it, else a value that a path has for it."""
    found = [f for r in records if (f := r.get(dict(DATED)[r.file])) is not None]
    paths = (fact for fact in lens.site.facts.values() if fact.key == "path")
    return next((f.id for f in (*found, *paths) if label in lens.forms(f)), "")


def _silence(lens: Lens, year: int) -> str:
    """What stands where the plan says nothing: within its period, before it, after it."""
    span = _span(lens)
    key = "before" if year < span.start else "after" if year >= span.stop else "within"
    return lens.words[f"timeline.silence_{key}"]


def _line(lens: Lens, record: Record) -> Happening:
    """A line under its year: the date shortened to month and day, a due date to the word."""
    row = happening(lens, record)
    seg = _when(lens, record, record.get(dict(DATED)[record.file]))
    anchor = "" if record.file == "targets" else record.id
    return replace(row, when=seg, id=anchor)


def _when(lens: Lens, record: Record, fact: Fact | None) -> Seg:
    if record.file == "targets":
        return Seg(lens.words["timeline.due"])
    value = fact.value if fact is not None else None
    if fact is None or not isinstance(value, When) or not value.month:
        return Seg("")
    return lens.seg(fact, quantities.day_of_year(value, lens.words))


def _undated(lens: Lens, records: tuple[Record, ...]) -> tuple[Happening, ...]:
    return tuple(replace(happening(lens, record), when=Seg("")) for record in records)
