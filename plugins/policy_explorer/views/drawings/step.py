"""A count to be reached within a time."""

from __future__ import annotations

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.charts.step import Seen, Step, step
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import compared
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The chart's first target; None while it states no count or no end."""
    target = lens.site.records[record.refs("targets")[0].to]
    fact, end = compared(target), _end(lens, target)
    if fact is None or not isinstance(fact.value, Number) or end is None:
        return None
    start = target.get("start")
    begun = lens.value(start) if start is not None and start.value is not None else ""
    data = Step(
        value=fact.value.value,
        comparator=fact.key,
        of=target.short[lens.lang] if target.short else lens.name(target),
        start=begun,
        end=end[0],
        goal_fact=fact.id,
        start_fact=start.id if start is not None else None,
        end_fact=end[1].id,
        seen=_seen(lens, target),
    )
    title = heading(lens, record, "finding.step", lens.name(record))
    return step(data, title, lens.words.group("step"), palette)


def _end(lens: Lens, target: Record) -> tuple[str, Fact] | None:
    """By when: a date, or a number of years after a start."""
    for key in ("due", "within_years"):
        fact = target.get(key)
        if fact is not None and fact.value is not None:
            return lens.words.say(f"step.{key}", when=lens.value(fact)), fact
    return None


def _seen(lens: Lens, target: Record) -> tuple[Seen, ...]:
    rows = []
    for row in lens.site.seen[target.ref]:
        fact = lens.site.facts[row.fact]
        period = lens.site.records[fact.subject].get("period")
        said = lens.value(period) if period is not None else ""
        rows.append(Seen(lens.value(fact), said, row.fact))
    return tuple(rows)
