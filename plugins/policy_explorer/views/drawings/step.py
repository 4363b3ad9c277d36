"""A count to be reached within a time."""

from __future__ import annotations

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart
from policy_explorer.charts.step import NEVER, Seen, Step, step
from policy_explorer.charts.trajectory_input import SIGNS
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import compared
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.drawings._cells import stated
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens

ENDS = ("due", "within_years")


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The chart's first target; None while it states no count that has a picture."""
    target = lens.site.records[record.refs("targets")[0].to]
    fact = compared(target)
    if fact is None or not isinstance(fact.value, Number) or not _has_picture(fact, fact.value):
        return None
    start, end = target.get("start"), _end(target)
    sign, digits = SIGNS[fact.key], quantities.digits(fact.value.value, lens.words)
    begun = stated(lens, start)
    data = Step(
        value=fact.value.value,
        comparator=fact.key,
        of=target.short[lens.lang] if target.short else lens.name(target),
        goal=Cell(f"{sign}{digits}", str(fact.basis), fact.id),
        start=begun,
        end=stated(lens, end, f"step.{end.key}") if end is not None else None,
        years=_years(start, end),
        seen=_seen(lens, target),
        start_fact=start.id if start is not None else None,
        end_fact=end.id if end is not None else None,
    )
    finding = "finding.step_started" if begun else "finding.step"
    title = heading(lens, record, finding, lens.name(record))
    return step(data, title, lens.words.group("step"), palette)


def _has_picture(fact: Fact, value: Number) -> bool:
    return fact.key in SIGNS and value.value > 0


def _end(target: Record) -> Fact | None:
    """By when: a date, or a number of years after a start; else that it is not stated."""
    found = [fact for key in ENDS if (fact := target.get(key)) is not None]
    return next((fact for fact in found if fact.value is not None), next(iter(found), None))


def _years(start: Fact | None, end: Fact | None) -> range:
    """The years of the axis; none unless both ends are dates in different years."""
    first = start.value if start is not None else None
    last = end.value if end is not None else None
    if not isinstance(first, When) or not isinstance(last, When) or first.year >= last.year:
        return NEVER
    return range(first.year, last.year + 1)


def _seen(lens: Lens, target: Record) -> tuple[Seen, ...]:
    rows = []
    for row in lens.site.seen[target.ref]:
        fact = lens.site.facts[row.fact]
        period = lens.site.records[fact.subject].get("period")
        said = stated(lens, period) or Cell("")
        count = Cell(lens.value(fact), str(fact.basis), fact.id)
        rows.append(Seen(said, count, row.when.year))
    return tuple(rows)
