"""Facts that are computed: what target kinds derive, and derived.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from policy_explorer.model import operators
from policy_explorer.model.basis import Basis, weakest
from policy_explorer.model.fact import Fact, Ground, Unit
from policy_explorer.model.number import Number, plain
from policy_explorer.model.place import NOWHERE, Place
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.source import line_count
from policy_explorer.model.status import METHOD
from policy_explorer.model.targets import KINDS
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.problems import Problem, quoted, said


def of_targets(plan: Plan) -> Iterator[Fact]:
    """What follows from each target by the arithmetic of its kind."""
    for record in plan.files["targets"].items:
        kind = KINDS.get(record.word("kind"))
        if kind is not None:
            known = {fact.id: fact for fact in record.fields}
            for fact in kind.derive(record):
                known[fact.id] = weakened(fact, known)
                yield known[fact.id]


def weakened(fact: Fact, known: Mapping[str, Fact]) -> Fact:
    """A computed fact with the basis of the weakest it was made from."""
    bases = (known[name].basis for name in fact.ground.sources if name in known)
    basis = weakest((Basis.DERIVED, *bases))
    return replace(fact, ground=replace(fact.ground, basis=basis))


def of_derived(
    plan: Plan, facts: Mapping[str, Fact], counts: Mapping[str, int]
) -> tuple[dict[str, Fact], list[Problem]]:
    """The values of derived.yaml, computed from facts and from each other, and what hinders them.

    Their order in the file does not matter. What in the end leads back to itself is `circular`;
    what lacks an input is `not-derivable`; what differs from what it `equals` is a `wrong-sum`.
    """
    known = dict(facts)
    records = {record.ref: record for record in plan.files["derived"].items}
    lacking = {ref: _inputs(record) & records.keys() for ref, record in records.items()}
    out: dict[str, Fact] = {}
    problems: list[Problem] = []
    for record in _in_order(records, lacking):
        result = _computed(record, known, counts)
        if not isinstance(result, str):
            known[result.id] = out[result.id] = weakened(result, known)
        elif result:
            problems.append(_hindered(record, "not-derivable", result))
    problems += (p for record in records.values() for p in _claimed(record, known))
    for ref, inputs in lacking.items():
        if inputs:
            message = said(
                "{} is derived from itself, by way of {}", ref, ", ".join(sorted(inputs))
            )
            problems.append(_hindered(records[ref], "circular", message))
    return out, problems


def _inputs(record: Record) -> set[str]:
    return {ref.to for ref in record.refs("from")}


def _in_order(records: Mapping[str, Record], lacking: Mapping[str, set[str]]) -> Iterator[Record]:
    """Each after all it is derived from; what is still `lacking` in the end leads to itself."""
    users: dict[str, list[str]] = {}
    for ref, inputs in lacking.items():
        for name in inputs:
            users.setdefault(name, []).append(ref)
    ready = [ref for ref, inputs in lacking.items() if not inputs]
    for ref in ready:  # grows while it is read
        yield records[ref]
        for user in users.get(ref, ()):
            lacking[user].discard(ref)
            ready += [] if lacking[user] else [user]


def _hindered(record: Record, code: str, message: str) -> Problem:
    at = record.own.get("from", record.place)
    return Problem(at.path, at.line, at.col, code, message)


def _computed(record: Record, known: Mapping[str, Fact], counts: Mapping[str, int]) -> Fact | str:
    """The fact, or in words why there is none; '' where that has been said elsewhere."""
    by = record.word("by")
    names = tuple(ref.to for ref in record.refs("from"))
    if by == "count":
        missing = [name for name in names if name not in counts and name not in known]
        if missing:
            return said("{} is no section whose items can be counted", quoted(missing[0]))
        value: Decimal | str = Decimal(sum(counts.get(name, 1) for name in names))
    elif by not in operators.OPERATORS:
        return ""
    else:
        numbers = [_number(known.get(name)) for name in names]
        for name, found in zip(names, numbers, strict=True):
            if found is None:
                return said("{} is no fact with a number", quoted(name)) if name in known else ""
        value = operators.compute(by, [n for n in numbers if n is not None])
    if isinstance(value, str):
        return value
    return _fact(record, value, by, names)


def _claimed(record: Record, known: Mapping[str, Fact]) -> Iterator[Problem]:
    """What is computed agrees with what is said to be the same, as exactly as that is written."""
    own = _number(known.get(record.ref))
    at = record.own.get("equals", record.place)
    for ref in record.refs("equals"):
        other = _number(known.get(ref.to))
        if ref.to in known and other is None:
            message = said("{} is no fact with a number", quoted(ref.to))
            yield Problem(at.path, at.line, at.col, "not-derivable", message)
        elif own is not None and other is not None and not operators.agree(own, other):
            words = (record.ref, plain(own), ref.to, plain(other))
            message = said("{} comes out as {}, but {} is {}", *words)
            yield Problem(at.path, at.line, at.col, "wrong-sum", message)


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


def of_ledger(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """How many facts rest on each basis: `ledger.stated`; these five are not counted themselves."""
    counts = Counter(fact.basis for fact in facts.values())
    ground = Ground(Basis.DERIVED, by="count")
    out = {}
    for basis in Basis:
        name = f"ledger.{basis}"
        number = Number(Decimal(counts[basis]), str(counts[basis]))
        out[name] = Fact(name, "ledger", str(basis), number, ground, NOWHERE)
    return out


def of_method(plan: Plan) -> Fact:
    """The version of the rules by which a status is computed."""
    ground = Ground(Basis.DERIVED, by="record")
    number = Number(Decimal(METHOD), str(METHOD))
    place = Place(plan.policy.shown, 1, 1)
    return Fact("policy.method", "policy", "method", number, ground, place)


def unused_lines(plan: Plan, facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """Of each source with a text, the lines that no fact cites: `1, 12–15`."""
    codes = plan.policy.codes
    ground = Ground(Basis.DERIVED, by="unused")
    for record in plan.files["sources"].items:
        count = line_count(record.word("text"))
        if count is None:
            continue
        cites = (cite for fact in facts.values() for cite in fact.ground.citations)
        used = {cite.line for cite in cites if cite.source == record.id}
        words = runs([line for line in range(1, count + 1) if line not in used])
        if words:
            text = Text(tuple((code, words) for code in codes))
            name = f"{record.ref}.unused"
            yield Fact(name, record.ref, "unused", text, ground, record.place)


def runs(lines: Sequence[int]) -> str:
    """Ascending numbers, neighbours joined: [1, 3, 4, 5] is '1, 3–5'."""
    groups: list[list[int]] = []
    for line in lines:
        if groups and line == groups[-1][-1] + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
    return ", ".join(f"{g[0]}–{g[-1]}" if len(g) > 1 else str(g[0]) for g in groups)
