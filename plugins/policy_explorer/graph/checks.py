"""What must hold across files: pointers lead somewhere, ids are single, counts and years fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from policy_explorer.graph import names, pointers, unread
from policy_explorer.graph.pointers import Pointer
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.place import Place
from policy_explorer.model.record import Plan, Record, Section
from policy_explorer.model.source import line_count
from policy_explorer.model.targets import KINDS
from policy_explorer.problems import Problem, Severity, any_of, nearest, quoted, said


def problem(
    place: Place, code: str, message: str, hint: str = "", severity: Severity = "error"
) -> Problem:
    """A Problem at a place of the data."""
    return Problem(place.path, place.line, place.col, code, message, hint, severity)


def single_ids(plan: Plan) -> Iterator[Problem]:
    """An id stands once in its file."""
    first: dict[str, Record] = {}
    for record in plan.records():
        other = first.setdefault(record.ref, record)
        if other is not record:
            at = record.own.get("id", record.place)
            where = said("the first stands on line {} of {}", other.place.line, other.place.path)
            yield problem(
                at, "duplicate-id", said("the id {} is given twice", quoted(record.id)), where
            )


def dangling(
    plan: Plan,
    led: Iterable[Pointer],
    records: Mapping[str, Record],
    facts: Mapping[str, Fact],
    broken: frozenset[str],
) -> Iterator[Problem]:
    """Every pointer leads to a record, and into the file it must."""
    files, absent = _files(plan), Counter[str]()
    known = cache(lambda: names.names(records.values()))
    for found in (*led, *pointers.of_heads(plan)):
        file = found.to.partition("/")[0].partition(".")[0]
        if file in broken or (file not in files and broken):
            continue
        if file in plan.files and not plan.files[file].head.place.path:
            absent[file] += 1
            continue
        if not unread.holds(plan, records, found.to):
            yield from _led(found, records, facts, files, known)
    for file, count in absent.items():
        message = said("there is no {}.yaml, though {} references lead into it", file, count)
        hint = "put the file back, or take these references away"
        yield problem(Place(plan.policy.shown, 1, 1), "missing-file", message, hint)


def _files(plan: Plan) -> frozenset[str]:
    return frozenset({*(s.id for s in plan.sections), *plan.files, "policy"})


def _led(
    found: Pointer,
    records: Mapping[str, Record],
    facts: Mapping[str, Fact],
    files: frozenset[str],
    known: Callable[[], names.Names],
) -> Iterator[Problem]:
    is_there = found.to in records or (
        found.may_be_fact and (found.to in facts or _is_field(found.to, files, facts))
    )
    if not is_there:
        legal = (*records, *(facts if found.may_be_fact else ()))
        file = found.file or found.to.partition("/")[0].partition(".")[0]
        near = tuple(ref for ref in legal if ref.startswith((f"{file}/", f"{file}.")))
        legal = near if file in files else legal  # what another file has is no hint
        hint = names.meant(found.to, known()) or nearest(found.to, legal, offer=6)
        yield problem(found.place, "dangling", said("there is no {}", quoted(found.to)), hint)
    elif found.file and found.to.partition("/")[0] != found.file:
        message = said("{} does not stand in {}.yaml", quoted(found.to), found.file)
        yield problem(found.place, "wrong-file", message)


def _is_field(name: str, files: frozenset[str], facts: Mapping[str, Fact]) -> bool:
    """Whether a name is a section, a group of it, or a field of its items (`sectors.place`)."""
    file, _, key = name.partition(".")
    start = f"{file}/"
    own = (fact for fact in facts.values() if fact.id.startswith(start))
    return file in files and (not key or any(fact.key == key for fact in own))


def sources(plan: Plan, broken: frozenset[str]) -> Iterator[Problem]:
    """Every citation names a source there is."""
    known = {record.id for record in plan.files["sources"].items}
    if "sources" in broken:
        return
    if not known:
        at = Place(plan.policy.shown, 1, 1)
        message = "there are no sources: sources.yaml is missing, or lists none"
        yield problem(
            at, "missing-file", message, "every fact needs one; docs/data.md has the keys"
        )
        return
    own = plan.policy.source
    if own not in known:
        at = plan.policy.at("source")
        message = said("the plan's own source {} is not in sources.yaml", quoted(own))
        yield problem(at, "dangling", message, nearest(own, known))
    for fact in pointers.citing(plan):
        for cite in fact.ground.citations:
            if cite.source not in {*known, own}:
                message = said("there is no source {}", quoted(cite.source))
                yield problem(cite.place, "dangling", message, nearest(cite.source, known))


def lines(plan: Plan) -> Iterator[Problem]:
    """A cited line exists, where the source says how many it has."""
    limits = {r.id: line_count(r.word("text")) for r in plan.files["sources"].items}
    for record in plan.files["sources"].items:
        kept = record.word("text")
        if kept not in {"", "none"} and line_count(kept) is None:
            at = record.own.get("text", record.place)
            message = said("{} is not a number of lines", quoted(kept))
            yield problem(at, "bad-number", message, "write none, or how many lines the text has")
    for fact in pointers.citing(plan):
        for cite in fact.ground.citations:
            limit = limits.get(cite.source)
            if limit is not None and cite.line > limit:
                message = said("{} has {} lines, not {}", quoted(cite.source), limit, cite.line)
                yield problem(cite.place, "bad-cite", message)


def counts(plan: Plan, broken: frozenset[str]) -> Iterator[Problem]:
    """A stated count is the number of items its source lists, unless its list is open."""
    for section in plan.sections:
        is_double = len({record.id for record in section.items}) < len(section.items)
        if is_double or section.id in broken:
            continue
        yield from _counted(section.stated_count, section.items, section, is_open=section.is_open)
        if any(record.is_refused("group") for record in section.items):
            continue
        for group in section.groups:
            items = tuple(r for r in section.items if r.group == group.id)
            yield from _counted(group.stated_count, items, section, is_open=group.is_open)


def _counted(
    count: Fact | None, items: tuple[Record, ...], section: Section, *, is_open: bool
) -> Iterator[Problem]:
    if count is None or not isinstance(count.value, Number) or is_open or not section.is_whole:
        return
    listed = sum(1 for r in items if r.fact is not None and r.fact.basis == count.basis)
    if count.value.value != listed:
        message = said("the source states {}, but {} are listed", count.value.written, listed)
        hint = said("open_list: true, if {}.yaml need not be complete", section.id)
        yield problem(count.place, "wrong-count", message, hint)


def targets(plan: Plan, broken: frozenset[str]) -> Iterator[Problem]:
    """A target has what its kind needs, and makes sense."""
    names = {section.id for section in plan.sections} | broken
    for record in plan.files["targets"].items:
        kind = KINDS.get(record.word("kind"))
        if kind is None:
            continue
        at = record.own.get("kind", record.place)
        for wanted in kind.needs:
            if not any(key in record.own for key in wanted):
                message = said("{} is a {} without {}", record.ref, kind.name, any_of(wanted))
                yield problem(at, "missing-key", message)
        for flaw in kind.flaws(record):
            place = record.own.get(flaw.key, record.place)
            yield problem(place, flaw.code, said("{} is {}", record.ref, flaw.message), flaw.hint)
        counted = record.word("counts")
        if counted and counted not in names:
            place = record.own["counts"]
            message = said("there is no section {}", quoted(counted))
            yield problem(place, "dangling", message, nearest(counted, names))


def relations(plan: Plan) -> Iterator[Problem]:
    """A relation is of a kind that is declared."""
    kinds = {kind.word("id") for kind in plan.files["relations"].head.structs("kinds")}
    if "" in kinds:  # of one the id could not be read, which may be the one that is meant
        return
    for record in plan.files["relations"].items:
        if record.word("kind") not in kinds and record.word("kind"):
            at = record.own.get("kind", record.place)
            message = said("{} is no kind of relation", quoted(record.word("kind")))
            yield problem(at, "unknown-choice", message, nearest(record.word("kind"), kinds))


def home(plan: Plan, broken: frozenset[str]) -> Iterator[Problem]:
    """What home and menu name is there."""
    names = {section.id for section in plan.sections}
    fixed = {"targets", "timeline", "sources", "glossary", "facts", "questions", "about"}
    asked = (("home", name, names) for name in (*plan.policy.columns, plan.policy.line) if name)
    menu = (("menu", name, names | fixed) for name in plan.policy.menu)
    for key, name, legal in (*asked, *menu):
        if name not in legal | broken:
            message = said("{} names {}, which is neither section nor page", key, quoted(name))
            yield problem(plan.policy.at(key), "dangling", message, nearest(name, legal))
