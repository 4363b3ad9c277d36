"""The timeline: the plan in one lane, all other voices in another, years of silence kept."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.dated import DATED, ELSEWHERE, dated, is_elsewhere
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, TimelineView
from policy_explorer.views.parts import Happening, Seg, Year
from policy_explorer.views.related import happening


def timeline_view(lens: Lens, gallery: Gallery) -> TimelineView:
    """Every dated thing by year, then what has no date."""
    rows = tuple(dated(lens))
    years = sorted({when.year for when, _ in rows} | set(_span(lens)))
    made = (_year(lens, year, [(w, r) for w, r in rows if w.year == year]) for year in years)
    parts = [year for year in made if year.fact]
    undated = _undated(lens)
    if undated:
        parts.append(Year(lens.words["timeline.undated"], is_due=False, plan=undated, elsewhere=()))
    lead = (Seg(lens.words["timeline.lead"]),)
    head = Head(Seg(lens.words["timeline.heading"]), (), lead)
    return TimelineView(head, tuple(parts), gallery.apart(lens))


def _span(lens: Lens) -> range:
    policy = lens.site.policy
    return range(policy.start, policy.end + 1)


def moments(lens: Lens) -> tuple[Happening, ...]:
    """The timeline in short, for home: events, later goals that no event stands for, due years."""
    rows: list[tuple[When, Happening]] = []
    due: dict[tuple[When, str, str], list[Record]] = {}
    for when, record in dated(lens):
        if record.file == "targets":
            due.setdefault((when, *_voice(lens, record)), []).append(record)
        elif record.file == "events" or (record.file == "revisions" and not record.refs("event")):
            rows.append((when, happening(lens, record)))
    rows += [(when, _due_together(lens, records)) for (when, *_), records in due.items()]
    return tuple(row for _, row in sorted(rows, key=lambda found: found[0]))


def _voice(lens: Lens, record: Record) -> tuple[str, str]:
    """Who says so: what one source or the plan says stands on one line, and no other's with it."""
    fact = record.fact
    if fact is None or fact.basis not in ELSEWHERE:
        return ("", "")
    return (str(fact.basis), lens.places(fact))


def _due_together(lens: Lens, records: list[Record]) -> Happening:
    """All that one voice says is due at one time, as one line."""
    first = happening(lens, records[0])
    words: list[Seg] = [Seg(lens.words["timeline.due"] + lens.words["sep.colon"])]
    for n, record in enumerate(records):
        words += [Seg(lens.words["sep.semicolon"])] if n else []
        words.append(lens.item(record))
    source = first.source if len(records) == 1 else None
    return replace(first, words=tuple(words), note=(), source=source)


def _year(lens: Lens, year: int, rows: list[tuple[When, Record]]) -> Year:
    plan = [_line(lens, record) for _, record in rows if not is_elsewhere(record)]
    others = [_line(lens, record) for _, record in rows if is_elsewhere(record)]
    is_due = any(record.file == "targets" for _, record in rows)
    silence = "" if plan else _silence(lens, year)
    label = quantities.date(When(year), lens.words)
    fact = _shown(lens, label, [record for _, record in rows])
    return Year(
        label, is_due=is_due, plan=tuple(plan), elsewhere=tuple(others), silence=silence, fact=fact
    )


def _shown(lens: Lens, label: str, records: list[Record]) -> str:
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


def _undated(lens: Lens) -> tuple[Happening, ...]:
    rows = []
    for record in lens.site.items("targets"):
        due = record.get("due")
        if due is None or due.value is None:
            row = happening(lens, record)
            rows.append(replace(row, when=Seg("")))
    return tuple(rows)
