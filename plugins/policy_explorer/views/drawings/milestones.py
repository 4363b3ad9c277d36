"""What is due or happened when: the plan in one lane, other voices in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from policy_explorer.charts.milestones import Entry, Lane, milestones
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.dated import DATED, is_elsewhere
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.drawings._periods import place
from policy_explorer.views.lens import Lens

ALONE = True
FILES = ("events", "targets")


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The chart's targets and events, or all of the plan's; None while there is none."""
    named = [ref.to for file in FILES for ref in record.refs(file)]
    refs = named or [one.ref for file in FILES for one in lens.site.items(file)]
    records = [lens.site.records[ref] for ref in refs]
    own = [_entry(lens, one) for one in records if not is_elsewhere(one)]
    others = [_entry(lens, one) for one in records if is_elsewhere(one)]
    words = lens.words.group("milestones")
    # of what a chart leaves out, a year without anything is no silence of the plan
    period = range(0) if named else range(lens.site.policy.start, lens.site.policy.end + 1)
    lanes = (
        Lane(words["plan"], _sorted((*_announced(lens), *own)), period, words["silent"]),
        Lane(words["elsewhere"], _sorted(others)),
    )
    filled = tuple(lane for lane in lanes if lane.entries)
    if not filled:
        return None
    title = heading(lens, record, "finding.milestones", lens.name(record))
    return milestones(filled, title, words, palette)


def _announced(lens: Lens) -> Iterator[Entry]:
    fact = lens.site.policy.announced
    if fact is not None and isinstance(fact.value, When):
        title = lens.words["milestones.announced"]
        made = Entry(str(fact.basis), lens.value(fact), title, place(fact.value))
        yield replace(made, day=_day(lens, fact.value), lasts=_lasts(fact.value), when_fact=fact.id)


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By date, what is due in a year at its end, what has no date last; else as in the data."""
    return tuple(sorted(entries, key=lambda e: (e.at is None, _end(e))))


def _end(entry: Entry) -> Decimal:
    return (entry.at or Decimal(0)) + (entry.lasts if entry.is_due else Decimal(0))


def _entry(lens: Lens, record: Record) -> Entry:
    fact, own = record.get(dict(DATED)[record.file]), record.fact
    basis = str(own.basis) if own is not None else "stated"
    made = Entry(basis, "", lens.name(record), None, fact=own.id if own is not None else "")
    value = fact.value if fact is not None else None
    if fact is None or not isinstance(value, When):
        return _undated(lens, record, made)
    is_due = record.file == "targets"
    day = _day(lens, value)
    if is_due:
        day = lens.words.say("milestones.due", when=day) if day else lens.words["timeline.due"]
    when = replace(made, when=lens.value(fact), when_fact=fact.id, at=place(value))
    return replace(when, day=day, lasts=_lasts(value), is_due=is_due)


def _lasts(when: When) -> Decimal:
    return Decimal(0) if when.month else Decimal(1)


def _day(lens: Lens, when: When) -> str:
    """How it reads under its year; '' where it is all of it."""
    is_day = when.month and not when.part
    return quantities.day_of_year(when, lens.words) if is_day else ""


def _undated(lens: Lens, record: Record, made: Entry) -> Entry:
    """Why it has no place: a number of years whose start is not stated, or no date at all."""
    within = record.get("within_years")
    if within is not None and within.value is not None:
        gap = lens.words.say("milestones.within", years=lens.value(within))
        return replace(made, gap=gap, lasts=Decimal(1), when_fact=within.id)
    return replace(made, gap=lens.words["milestones.undated"])
