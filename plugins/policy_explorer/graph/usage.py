"""What nothing leads to, and old addresses that two things claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_explorer.graph import pointers
from policy_explorer.graph.checks import problem
from policy_explorer.graph.pointers import Pointer
from policy_explorer.model.place import Place
from policy_explorer.model.record import Plan, Record
from policy_explorer.problems import Problem, quoted, said


def addresses(plan: Plan) -> Iterator[Problem]:
    """An old id of a renamed item is no item's id, and no other's old id."""
    taken = {record.ref: record for record in plan.records()}
    for record in plan.records():
        for old in record.texts("was"):
            other = taken.setdefault(f"{record.file}/{old}", record)
            if other is not record or old == record.id:
                message = said("the old id {} is that of {}", quoted(old), other.ref)
                at = record.own.get("was", record.place)
                yield problem(at, "taken-address", message, said("take it away from one of them"))


def unused(plan: Plan, led: Iterable[Pointer], broken: frozenset[str]) -> Iterator[Problem]:
    """Indicators of nothing, sources of nothing, questions about nothing, groups of nothing."""
    if broken:
        return
    yield from _unled(plan, {found.to.partition(".")[0] for found in led})
    for record in plan.files["questions"].items:
        if not record.refs("touches"):
            yield _idle(record, said("{} touches nothing", record.ref))
    for section in plan.sections:
        filled = {record.group for record in section.items}
        for group in section.groups:
            if group.id not in filled:
                message = said("no item of {} is in the group {}", section.id, quoted(group.id))
                yield _told(section.place, message)


def _unled(plan: Plan, led: set[str]) -> Iterator[Problem]:
    """Indicators and sources that nothing leads to."""
    cited = {cite.source for fact in pointers.citing(plan) for cite in fact.ground.citations}
    for record in plan.files["indicators"].items:
        if record.ref not in led:
            yield _idle(record, said("nothing points to {}", record.ref))
    for record in plan.files["sources"].items:
        if record.id not in {*cited, plan.policy.source} and record.ref not in led:
            yield _idle(record, said("nothing cites {}", record.ref))


def _idle(record: Record, message: str) -> Problem:
    return _told(record.own.get("id", record.place), message)


def _told(place: Place, message: str) -> Problem:
    hint = said("use it, or take it away")
    return problem(place, "unused", message, hint, "warning")
