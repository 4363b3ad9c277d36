"""What is due or happened when: the plan in one lane, other voices in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from policy_explorer.charts.milestones import Entry, Lane, milestones
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
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
    own = [one for one in records if not is_elsewhere(one)]
    others = [one for one in records if is_elsewhere(one)]
    words = lens.words.group("milestones")
    lanes = (
        Lane(words["plan"], _sorted((*_announced(lens), *(_entry(lens, one) for one in own)))),
        Lane(words["elsewhere"], _sorted(_entry(lens, one) for one in others)),
    )
    filled = tuple(lane for lane in lanes if lane.entries)
    if not filled:
        return None
    title = heading(lens, record, "finding.milestones", lens.name(record))
    return milestones(filled, title, words, palette)


def _announced(lens: Lens) -> Iterator[Entry]:
    fact = lens.site.policy.announced
    if fact is not None and isinstance(fact.value, When):
        title, when = lens.words["milestones.announced"], lens.value(fact)
        yield Entry(str(fact.basis), when, title, when, fact.id, place(fact.value))


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By date, what has none last; of one date in the order of the data."""
    return tuple(sorted(entries, key=lambda e: (e.at is None, e.at or 0)))


def _entry(lens: Lens, record: Record) -> Entry:
    fact, own = record.get(dict(DATED)[record.file]), record.fact
    value = fact.value if fact is not None else None
    basis = str(own.basis) if own is not None else "stated"
    name, is_due = lens.name(record), record.file == "targets"
    if fact is None or not isinstance(value, When):
        ground = own.id if own is not None else ""
        return Entry(basis, "", name, "", ground, None, gap=_gap(lens, record))
    when = lens.value(fact)
    detail = lens.words.say("milestones.due" if is_due else "milestones.date", when=when)
    lasts = Decimal(0) if value.month else Decimal(1)
    return Entry(basis, when, name, detail, fact.id, place(value), lasts=lasts, is_due=is_due)


def _gap(lens: Lens, record: Record) -> str:
    """Why a row has no place: a number of years whose start is not stated, or no date at all."""
    within = record.get("within_years")
    if within is not None and within.value is not None:
        return lens.words.say("milestones.within", years=lens.value(within))
    return lens.words["milestones.undated"]
