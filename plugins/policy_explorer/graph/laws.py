"""What observations, relations and silences must not do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.graph.checks import problem
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Choice, Fact, Unit
from policy_explorer.model.record import Plan, Record, Struct
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.problems import Problem, nearest, quoted, said

MATTER = ("indicator", "subject", "of", "period", "scope", "value")
"""Keys without which it is not known what an observation says, and of what."""


def observations(plan: Plan) -> Iterator[Problem]:
    """An observation is not the plan's own word, and is in its indicator's unit."""
    units = {r.ref: _unit_of(r) for r in plan.files["indicators"].items}
    for record in plan.files["observations"].items:
        value = record.get("value")
        at = record.own.get("value", record.place)
        cites = value.ground.citations if value else ()
        if any(cite.source == plan.policy.source for cite in cites):
            message = said("{} cites the plan's own source; a plan observes nothing", record.ref)
            yield problem(at, "own-observation", message, "cite who published the figure")
        for ref in record.refs("indicator"):
            wanted, given = units.get(ref.to, ""), _given(record)
            if wanted and given and wanted != given:
                place = record.own.get("unit", record.place)
                message = said(
                    "{} is in {}, but {} is in {}", record.ref, _said(given), ref.to, _said(wanted)
                )
                yield problem(place, "unit-mismatch", message)


def _unit_of(indicator: Record) -> Unit:
    fact = indicator.get("unit")
    value = fact.value if fact is not None else None
    if isinstance(value, Choice):
        return value.id
    return value if isinstance(value, Text) else ""


def _given(record: Record) -> Unit:
    unit = record.props.get("unit", "")
    return unit if isinstance(unit, (str, Text)) else ""


def _said(unit: Unit) -> str:
    return quoted(unit.first if isinstance(unit, Text) else unit)


def conflicts(plan: Plan) -> Iterator[Problem]:
    """Two observations of one thing in one period say that they know of each other."""
    first: dict[tuple[str, ...], Record] = {}
    for record in plan.files["observations"].items:
        if any(map(record.is_refused, MATTER)):
            continue
        other = first.setdefault(_matter(record), record)
        if other is record or _value(record) == _value(other):
            continue
        if {other.ref, record.ref}.isdisjoint({*_named(record), *_named(other)}):
            message = said(
                "{} and {} are of one scope and period, and differ", record.ref, other.ref
            )
            hint = said("if both stand, say so: conflicts_with: [{}]", other.ref)
            yield problem(record.place, "unnoted-conflict", message, hint)


def _matter(record: Record) -> tuple[str, ...]:
    """What is observed: indicator, subject, period, scope."""
    refs = (ref.to for key in ("indicator", "subject", "of") for ref in record.refs(key))
    period, scope = record.get("period"), record.get("scope")
    said = scope.value.first if scope and isinstance(scope.value, Text) else ""
    return (*refs, str(period.value if period else ""), said)


def _value(record: Record) -> object:
    fact = record.get("value")
    return fact.value if fact is not None else None


def _named(record: Record) -> tuple[str, ...]:
    return tuple(ref.to for ref in record.refs("conflicts_with"))


def relations(plan: Plan) -> Iterator[Problem]:
    """Nothing is related to itself, and no link is made twice."""
    seen: dict[tuple[str, ...], Record] = {}
    for record in plan.files["relations"].items:
        if any(map(record.is_refused, ("kind", "from", "to"))):
            continue
        ends = tuple(ref.to for key in ("from", "to") for ref in record.refs(key))
        if len(set(ends)) < len(ends):
            message = said("{} relates {} to itself", record.ref, quoted(ends[0]))
            yield problem(record.own.get("to", record.place), "self-relation", message)
        basis = str(record.fact.basis) if record.fact else ""
        other = seen.setdefault((record.word("kind"), *ends, basis), record)
        if other is not record:
            message = said("{} says what {} says", record.ref, other.ref)
            yield problem(record.place, "double-relation", message)


def editions(plan: Plan) -> Iterator[Problem]:
    """The versions of the data differ, and the newest comes first: it is the one that is shown."""
    seen: dict[str, Record] = {}
    above: When | None = None
    for record in plan.files["changes"].items:
        version, date = record.word("version"), record.props.get("date")
        first = seen.setdefault(version, record)
        if first is not record:
            message = said("the version {} is given twice", quoted(version))
            hint = said("the first stands on line {}", first.place.line)
            yield problem(record.own.get("version", record.place), "duplicate-id", message, hint)
        if isinstance(date, When) and above is not None and date > above:
            message = said("{} is later than the date of the entry above", date)
            at = record.own.get("date", record.place)
            yield problem(at, "bad-date", message, "the newest entry comes first")
        above = date if isinstance(date, When) else above


def questions(plan: Plan) -> Iterator[Problem]:
    """The reading that the site takes is one of those that a question has."""
    for record in plan.files["questions"].items:
        known = [reading.word("id") for reading in record.structs("readings")]
        taken = record.word("default")
        if taken and taken not in known:
            at = record.own.get("default", record.place)
            message = said("{} has no reading {}", record.ref, quoted(taken))
            yield problem(at, "dangling", message, nearest(taken, known))


def silences(plan: Plan, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """What questions.yaml lists as not stated is not stated, and all that is so is listed there."""
    listed: set[str] = set()
    for gap in plan.files["questions"].head.structs("not_stated"):
        named = {ref.to for ref in gap.refs("touches")}
        for found in touched(gap, facts):
            listed.add(found.id)
            if found.key and found.id in named and found.basis is Basis.STATED:
                message = said(
                    "{} lists {} as not stated, but it is", quoted(gap.word("id")), found.id
                )
                yield problem(gap.place, "not-silent", message)
    if not listed:
        return
    for fact in facts.values():
        is_of_plan = not fact.id.startswith(("sources/", "observations/", "revisions/"))
        if fact.basis is Basis.NOT_STATED and is_of_plan and fact.id not in listed:
            message = said(
                "{} is not stated, but no entry of questions.yaml: not_stated says so", fact.id
            )
            legal = (gap.word("id") for gap in plan.files["questions"].head.structs("not_stated"))
            hint = nearest(fact.key, legal, offer=0) or "add it to touches of the entry that fits"
            place = fact.place
            at = (place.path, place.line, place.col)
            yield Problem(*at, "unlisted-silence", message, hint, "warning")


def touched(gap: Struct, facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """The facts an entry touches: one by its id, a record's own, or a field of all items."""
    for ref in gap.refs("touches"):
        if ref.to in facts:
            yield facts[ref.to]
        file, dot, key = ref.to.partition(".")
        if dot and "/" not in file:
            start = f"{file}/"
            yield from (f for f in facts.values() if f.key == key and f.id.startswith(start))
