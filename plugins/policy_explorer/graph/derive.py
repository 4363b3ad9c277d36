"""Facts that are computed: what target kinds derive, and derived.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from policy_explorer.model import operators
from policy_explorer.model.basis import Basis, weakest
from policy_explorer.model.fact import Fact, Ground, Unit
from policy_explorer.model.number import Number, plain
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.targets import KINDS
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.problems import Problem, quoted


def of_targets(plan: Plan) -> Iterator[Fact]:
    """What follows from each target by the arithmetic of its kind."""
    for record in plan.files["targets"].items:
        kind = KINDS.get(record.word("kind"))
        if kind is not None:
            own = {fact.id: fact for fact in record.fields}
            yield from (weakened(fact, own) for fact in kind.derive(record))


def weakened(fact: Fact, known: Mapping[str, Fact]) -> Fact:
    """A computed fact with the basis of the weakest it was made from."""
    bases = (known[name].basis for name in fact.ground.sources if name in known)
    basis = weakest((Basis.DERIVED, *bases))
    return replace(fact, ground=replace(fact.ground, basis=basis))


def of_derived(
    plan: Plan, facts: Mapping[str, Fact], counts: Mapping[str, int]
) -> tuple[dict[str, Fact], list[Problem]]:
    """The values of derived.yaml, computed from facts and from each other, and what hinders them.

    An entry may use an earlier one; what uses itself, or something later, is an error.
    """
    known = dict(facts)
    out: dict[str, Fact] = {}
    problems: list[Problem] = []
    ahead = [record.ref for record in plan.files["derived"].items]
    for record in plan.files["derived"].items:
        result = _computed(record, known, counts, ahead)
        ahead.remove(record.ref)
        if not result:
            continue  # what hinders it has been said elsewhere
        if isinstance(result, str):
            at = record.own.get("from", record.place)
            problems.append(Problem(at.path, at.line, at.col, "not-derivable", result))
        else:
            known[result.id] = out[result.id] = weakened(result, known)
    return out, problems


def _computed(
    record: Record, known: Mapping[str, Fact], counts: Mapping[str, int], ahead: Sequence[str]
) -> Fact | str:
    """The fact, or in words why there is none; '' where that has been said elsewhere."""
    by = record.word("by")
    names = tuple(ref.to for ref in record.refs("from"))
    if by == "count":
        missing = [name for name in names if name not in counts]
        if missing:
            return f"{quoted(missing[0])} is no section whose items can be counted"
        value: Decimal | str = Decimal(sum(counts[name] for name in names))
    elif by not in operators.OPERATORS:
        return ""
    else:
        numbers = [_number(known.get(name)) for name in names]
        for name, found in zip(names, numbers, strict=True):
            if found is None:
                return _hindered(name, known, ahead)
        value = operators.compute(by, [n for n in numbers if n is not None])
    if isinstance(value, str):
        return value
    return _fact(record, value, by, names)


def _hindered(name: str, known: Mapping[str, Fact], ahead: Sequence[str]) -> str:
    if name in ahead:
        return f"{quoted(name)} is this entry itself, or stands further down"
    return f"{quoted(name)} is no fact with a number" if name in known else ""


def _number(fact: Fact | None) -> Decimal | None:
    value = fact.value if fact is not None else None
    if isinstance(value, When):
        return Decimal(value.year)
    return value.value if isinstance(value, Number) else None


def _fact(record: Record, value: Decimal, by: str, names: tuple[str, ...]) -> Fact:
    written = record.props.get("unit", "")
    unit: Unit = written if isinstance(written, (str, Text)) else ""
    digits = record.word("digits")
    if digits:
        value = operators.significant(value, int(digits))
    number = Number(value, plain(value))
    ground = Ground(Basis.DERIVED, by=by, sources=names)
    return Fact(record.ref, record.ref, "", number, ground, record.place, record.name, unit)
