"""A Plan -> the Site, or the Problems that keep it from being one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from policy_explorer.graph import (
    assess,
    charted,
    checks,
    citations,
    derive,
    laws,
    pointers,
    usage,
    wording,
)
from policy_explorer.graph.citations import NO_AUDIT, Audit
from policy_explorer.graph.site import Site, Tie
from policy_explorer.model.fact import Fact, Ref
from policy_explorer.model.record import Plan, Record, Section
from policy_explorer.model.status import Seen, Status, status
from policy_explorer.model.text import Text
from policy_explorer.problems import MOST, Problem

NAMING = ("subject", "about", "of", "targets", "indicator", "event", "see")
"""Keys by which the items of fixed files name others."""


def link(
    plan: Plan, audit: Audit = NO_AUDIT, broken: frozenset[str] = frozenset()
) -> tuple[Site, tuple[Problem, ...]]:
    """The linked plan and what is wrong across its files; with errors, only the latter counts.

    `broken` are files that could not be read; nothing that points into them is called dangling.
    """
    records = {record.ref: record for record in plan.records()}
    facts = _facts(plan)
    sizes = {s.id: len(s.items) for s in plan.sections}
    sizes |= {f"{s.id}.{g.id}": len(i) for s in plan.sections for g, i in s.grouped() if g}
    derived, hindered = derive.of_derived(plan, facts, sizes)
    facts |= derived
    seen, indexed = assess.seen(plan, facts)
    facts |= {fact.id: fact for fact in (*indexed, *derive.unused_lines(plan, facts))}
    method = derive.of_method(plan)
    facts |= {method.id: method}
    facts |= derive.of_ledger(facts)
    led = tuple(pointers.pointers(plan))
    problems = [
        *islice(checks.single_ids(plan), MOST),
        *islice(checks.dangling(plan, led, records, facts, broken), MOST),
        *islice(checks.sources(plan, broken), MOST),
        *islice(checks.lines(plan), MOST),
        *checks.counts(plan, broken),
        *checks.targets(plan, broken),
        *checks.relations(plan),
        *checks.home(plan, broken),
        *citations.terms(plan),
        *laws.observations(plan),
        *laws.conflicts(plan),
        *laws.relations(plan),
        *laws.editions(plan),
        *laws.questions(plan),
        *laws.silences(plan, facts),
        *charted.charts(plan, records, broken),
        *usage.addresses(plan),
        *usage.unused(plan, led, broken),
        *wording.same(plan),
        *wording.term_base(plan),
        *(() if broken else hindered),
    ]
    by_subject, groups = _by_subject(facts.values()), _groups(plan)
    site = Site(
        policy=plan.policy,
        sections={section.id: section for section in plan.sections},
        files=plan.files,
        records=records,
        facts=facts,
        ties=_ties(plan, records),
        mentions=_mentions(plan, records),
        by_subject=by_subject,
        by_source=_by_source(facts.values()),
        questions=_questions(plan, facts),
        states=audit.states,
        places=_places(_lists(plan)),
        groups=groups,
        ranks=_places(groups.values()),
        seen=seen,
        statuses=_statuses(plan, by_subject, seen),
    )
    return site, tuple(problems)


def _facts(plan: Plan) -> dict[str, Fact]:
    """Every fact by its id: written ones in the order of the data, then what targets derive."""
    written = {fact.id: fact for fact in pointers.citing(plan)}
    return written | {fact.id: fact for fact in derive.of_targets(plan)}


def _ties(plan: Plan, records: Mapping[str, Record]) -> dict[str, tuple[Tie, ...]]:
    out: dict[str, list[Tie]] = {}
    for start, tie in chain(_related(plan), _fields(plan, records)):
        out.setdefault(start, []).append(tie)
    return {ref: tuple(ties) for ref, ties in out.items()}


def _related(plan: Plan) -> Iterator[tuple[str, Tie]]:
    """relations.yaml, each seen from both its ends."""
    kinds = {k.word("id"): k for k in plan.files["relations"].head.structs("kinds")}
    for record in plan.files["relations"].items:
        kind = kinds.get(record.word("kind"))
        ends = [ref.to for key in ("from", "to") for ref in record.refs(key)]
        there, back = (kind.words("name"), kind.words("inverse")) if kind else (None, None)
        if record.fact is None or there is None or back is None:
            continue
        for start, to in zip(ends, reversed(ends), strict=True):
            yield start, Tie(to, there if start == ends[0] else back, record.fact)


def _fields(plan: Plan, records: Mapping[str, Record]) -> Iterator[tuple[str, Tie]]:
    """Fields that point at an item, seen from that item: named by the section they stand in."""
    names = {section.id: section.one for section in plan.sections}
    for record in plan.records():
        for fact in record.fields:
            if isinstance(fact.value, Ref) and fact.value.to in records:
                name = fact.label or names.get(record.file) or _named(record)
                if name is not None:
                    yield fact.value.to, Tie(record.ref, name, fact)


def _named(record: Record) -> Text | None:
    return record.name


def _mentions(plan: Plan, records: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    """Which items of the fixed files name a record."""
    out: dict[str, dict[str, None]] = {}
    for file in plan.files.values():
        for record in file.items:
            for key in NAMING:
                for ref in record.refs(key):
                    if ref.to in records:
                        out.setdefault(ref.to, {})[record.ref] = None
    for section in plan.sections:
        _counted(plan, section, out)
    return {ref: tuple(found) for ref, found in out.items()}


def _counted(plan: Plan, section: Section, out: dict[str, dict[str, None]]) -> None:
    """Targets that count a section's items are the matter of each of them."""
    for target in plan.files["targets"].items:
        if target.word("counts") == section.id:
            for item in section.items:
                out.setdefault(item.ref, {})[target.ref] = None


def _statuses(
    plan: Plan, said: Mapping[str, tuple[Fact, ...]], seen: Mapping[str, tuple[Seen, ...]]
) -> dict[str, Status]:
    day = plan.policy.assessed_on
    targets = plan.files["targets"].items
    return {t.ref: status(assess.goal(t, said.get(t.ref, ())), seen[t.ref], day) for t in targets}


def _lists(plan: Plan) -> Iterator[tuple[Record, ...]]:
    yield from (section.items for section in plan.sections)
    yield from (file.items for file in plan.files.values())


def _groups(plan: Plan) -> dict[tuple[str, str], tuple[Record, ...]]:
    out: dict[tuple[str, str], list[Record]] = {}
    for record in (record for items in _lists(plan) for record in items):
        out.setdefault((record.file, record.group), []).append(record)
    return {key: tuple(items) for key, items in out.items()}


def _places(lists: Iterable[tuple[Record, ...]]) -> dict[str, int]:
    return {record.ref: n for items in lists for n, record in enumerate(items)}


def _by_subject(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    out: dict[str, list[Fact]] = {}
    for fact in facts:
        out.setdefault(fact.subject, []).append(fact)
    return {subject: tuple(found) for subject, found in out.items()}


def _by_source(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    out: dict[str, list[tuple[int, int, Fact]]] = {}
    for n, fact in enumerate(facts):
        for cite in fact.ground.citations:
            out.setdefault(cite.source, []).append((cite.line, n, fact))
    return {s: tuple(f for *_, f in sorted(rows, key=_by_line)) for s, rows in out.items()}


def _by_line(row: tuple[int, int, Fact]) -> tuple[int, int]:
    return row[:2]


def _questions(plan: Plan, facts: Mapping[str, Fact]) -> dict[str, tuple[str, ...]]:
    """What each question touches: what it names, and where that is a field of a section, all."""
    out: dict[str, dict[str, None]] = {}
    for record in plan.files["questions"].items:
        named = (ref.to for ref in record.refs("touches"))
        for to in (*named, *(fact.id for fact in laws.touched(record, facts))):
            out.setdefault(to, {})[record.ref] = None
    return {ref: tuple(found) for ref, found in out.items()}
