"""A ratio to a baseline, drawn as an index with what was published of it."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.charts.trajectory import Observation, Point, Trajectory, trajectory
from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.status import Status
from policy_explorer.model.targets._kind import compared
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens

HELD = {Status.ON_PACE, Status.BEHIND, Status.MET, Status.NOT_MET}
"""What figures can say of a path; one from before its baseline says nothing."""


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The index of the chart's first target; None while what it needs is silent."""
    target = lens.site.records[record.refs("targets")[0].to]
    path = tuple(points(lens.site, target.ref))
    fact = compared(target)
    facts = lens.site.facts
    if not path or fact is None:
        return None
    rate = facts[f"{target.ref}.rate"]
    silent = target.get("milestones")
    data = Trajectory(
        baseline=path[0],
        goal=Point(path[-1].year, path[-1].value, f"{target.ref}.goal"),
        comparator=_sign(fact),
        path=path,
        rate=rate.value.value if isinstance(rate.value, Number) else path[0].value,
        rate_fact=rate.id,
        observations=_observed(lens, target),
        steps_fact=silent.id if silent is not None and silent.value is None else None,
    )
    index = lens.words.say("target.index", year=path[0].year)
    measured = _measured(lens, target) + lens.words["sep.clause"] + index
    measure = lens.name(record) if record.name else measured
    title = heading(lens, record, _finding(lens, target, fact), measure)
    return trajectory(data, title, lens.words.group("trajectory"), palette)


def points(site: Site, ref: str) -> Iterator[Point]:
    """The implied path of a target, as the ledger has it."""
    for fact in site.facts.values():
        if fact.subject == ref and fact.key == "path" and isinstance(fact.value, Number):
            yield Point(int(fact.id.rpartition(".")[2]), fact.value.value, fact.id)


def _observed(lens: Lens, target: Record) -> tuple[Observation, ...]:
    """What was published, on the target's own index."""
    return tuple(
        Observation(row.when.year, row.value, row.fact, row.is_estimate)
        for row in lens.site.seen[target.ref]
    )


def _finding(lens: Lens, target: Record, fact: Fact) -> str:
    """The heading's key: what the plan sets, and, once there are figures, where they stand."""
    status = lens.site.statuses[target.ref]
    return f"finding.trajectory.{status if status in HELD else _sign(fact)}"


def _sign(fact: Fact) -> str:
    """How the goal on the index is compared: what is reduced has a ceiling."""
    return "at_most" if fact.key == "reduce_by" else fact.key


def _measured(lens: Lens, target: Record) -> str:
    found = (lens.site.records.get(ref.to) for ref in target.refs("indicator"))
    return next((lens.name(record) for record in found if record), lens.name(target))
