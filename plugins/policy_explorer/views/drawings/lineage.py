"""What was said later of a target's matter, beside the target: goals that share no scale."""

from __future__ import annotations

from decimal import Decimal

from policy_explorer.charts.lineage import Entry, lineage
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.drawings._periods import place
from policy_explorer.views.lens import Lens
from policy_explorer.views.lineage import lineage as said
from policy_explorer.views.lineage import revisions
from policy_explorer.views.pages import Goal
from policy_explorer.views.parts import Rich

ALONE = True


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The lineage of the chart's first target; None while nothing was said later."""
    target = lens.site.records[record.refs("targets")[0].to]
    found = said(lens, target)
    if found is None:
        return None
    announced = lens.site.policy.announced
    records = (target, *revisions(lens, target))
    dates = (announced, *(one.get("said_on") for one in records[1:]))
    goals = tuple(
        _entry(lens, goal, one, when)
        for goal, one, when in zip(found.goals, records, dates, strict=True)
    )
    title = heading(lens, record, "finding.lineage", lens.name(record))
    return lineage(goals, title, lens.words.group("lineage"), palette)


def _entry(lens: Lens, goal: Goal, record: Record, when: Fact | None) -> Entry:
    """A goal as a row: its number and its terms as the target's page has them."""
    due = record.get("due")
    name = lens.name(record)
    fact = next((seg.fact for seg in goal.number if seg.fact), "")
    at = when.value if when is not None else None
    until = due.value if due is not None else None
    silent = lens.words.say("lineage.gap")
    return Entry(
        basis=goal.basis,
        when=goal.when.text,
        title=lens.words.say("lineage.row", when=goal.when.text, name=name),
        detail=_flat(goal.unit),
        fact=fact or (record.fact.id if record.fact else ""),
        at=_place(at),
        figure=_flat(goal.number),
        until=_end(until) if isinstance(until, When) else None,
        gap="" if isinstance(until, When) else silent,
    )


def _place(when: object) -> Decimal | None:
    return place(when) if isinstance(when, When) else None


def _end(when: When) -> Decimal:
    """A due year is over at its end."""
    return place(when) + (0 if when.month else 1)


def _flat(runs: Rich) -> str:
    return "".join(seg.text for seg in runs).strip()
