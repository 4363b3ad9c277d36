"""Every target held against the observations of it: what was seen, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ground
from policy_explorer.model.number import Number, plain
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.status import Goal, Seen
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._kind import amount, compared, year
from policy_explorer.model.when import When

ESTIMATES = frozenset({"estimate", "forecast"})


def seen(plan: Plan, facts: Mapping[str, Fact]) -> tuple[dict[str, tuple[Seen, ...]], list[Fact]]:
    """Target -> what was observed of it, by date; and the facts that had to be derived for that.

    An observation is of a target that it names (`of`), or whose indicator it measures. Against a
    ratio to a baseline it is an index: its own, or computed from an observation of the base year
    in the same unit and scope; without one it cannot be held against the target.
    """
    out: dict[str, tuple[Seen, ...]] = {}
    derived: list[Fact] = []
    for target in plan.files["targets"].items:
        found = list(_of(plan, target))
        is_ratio = f"{target.ref}.goal" in facts
        made = list(_indexed(target, found)) if is_ratio else _as_they_are(found)
        derived += [fact for _, fact in made if fact.id not in facts]
        rows = (_seen(record, fact) for record, fact in made)
        known = [row for row in rows if row is not None]
        out[target.ref] = tuple(sorted(known, key=lambda row: row.when))
    return out, derived


def goal(target: Record, facts: tuple[Fact, ...]) -> Goal:
    """What a target's status is held against; `facts` are those said of it."""
    kind = KINDS.get(target.word("kind"))
    fact, due = compared(target), target.get("due")
    when = due.value if due is not None and isinstance(due.value, When) else None
    if kind is not None and kind.is_deed:
        return Goal("at_least", Decimal(1), when)
    if kind is not None and kind.name == "range":
        return Goal("between", amount(target, "low"), when, high=amount(target, "high"))
    if kind is None or not kind.is_measurable or fact is None:
        return Goal("", None, when)
    index = next((one for one in facts if one.id == f"{target.ref}.goal"), None)
    value = _number(index) if index is not None else _number(fact)
    path = {int(f.id.rpartition(".")[2]): _number(f) for f in facts if f.key == "path"}
    known = {when: v for when, v in path.items() if v is not None}
    sign = "at_most" if fact.key == "reduce_by" else fact.key
    return Goal(sign, value, when, known, is_of_due=kind.name == "growth_rate")


def _number(fact: Fact) -> Decimal | None:
    return fact.value.value if isinstance(fact.value, Number) else None


def _of(plan: Plan, target: Record) -> Iterator[Record]:
    """The observations of a target; one of a part (`subject`) is none of the whole."""
    indicator = {ref.to for ref in target.refs("indicator")}
    for record in plan.files["observations"].items:
        named = {ref.to for ref in record.refs("of")}
        measured = {ref.to for ref in record.refs("indicator")} & indicator
        if target.ref in named or (measured and not record.refs("subject")):
            yield record


def _as_they_are(records: list[Record]) -> list[tuple[Record, Fact]]:
    """Observations whose own value counts."""
    return [(r, fact) for r in records if (fact := r.get("value")) is not None]


def _indexed(target: Record, records: list[Record]) -> Iterator[tuple[Record, Fact]]:
    """Observations as an index on the target's baseline."""
    base = next((r for r in records if _year(r) == year(target, "baseline")), None)
    for record, fact in _as_they_are(records):
        if record.word("unit") == "index":
            yield record, fact
        elif base is not None and record is not base and _like(record, base):
            ratio = _ratio(record, base)
            if ratio is not None:
                yield record, _derived(target, record, fact, base, ratio)


def _like(one: Record, other: Record) -> bool:
    scope = [s.value if (s := r.get("scope")) else None for r in (one, other)]
    return one.props.get("unit") == other.props.get("unit") and scope[0] == scope[1]


def _ratio(record: Record, base: Record) -> Decimal | None:
    value, start = amount(record, "value"), amount(base, "value")
    return value / start if value is not None and start else None


def _derived(target: Record, record: Record, fact: Fact, base: Record, ratio: Decimal) -> Fact:
    value = (ratio * 100).quantize(Decimal("0.01"))
    sources = (fact.id, f"{base.ref}.value")
    ground = Ground(Basis.EXTERNAL, by="index", sources=sources)
    name = f"{target.ref}.observed.{record.id}"
    number = Number(value, plain(value))
    return Fact(name, target.ref, "observed", number, ground, record.place, unit="index")


def _year(record: Record) -> int | None:
    return year(record, "period")


def _seen(record: Record, fact: Fact) -> Seen | None:
    period, value = record.get("period"), _number(fact)
    if period is None or not isinstance(period.value, When) or value is None:
        return None
    return Seen(period.value, value, fact.id, record.word("status") in ESTIMATES)
