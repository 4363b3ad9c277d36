"""Every pointer in a plan, with where it was written and what it must lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.model.fact import Fact, Ref
from policy_explorer.model.files import FILES
from policy_explorer.model.keys import Key
from policy_explorer.model.place import Place
from policy_explorer.model.record import Plan, Record, Section, Struct
from policy_explorer.model.text import Text, spans


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer: its target, its place, and the file it must lead into ('' for any)."""

    to: str
    place: Place
    file: str = ""
    may_be_fact: bool = False


def pointers(plan: Plan) -> Iterator[Pointer]:
    """All of them, in the order of the data."""
    for lead in plan.policy.leads:
        yield from (Pointer(ref.to, ref.place, "targets") for ref in lead.targets)
    files = (*(s.id for s in plan.sections), *plan.files)
    known = {file: {key.name: key for key in keys_of(plan, file)} for file in files}
    for record in plan.records():
        keys = known[record.file]
        yield from _of_facts(record, keys)
        yield from _of_props(record, keys)
    for file in plan.files.values():
        for name in file.head.props:
            yield from _of_structs(file.head.props[name])


def keys_of(plan: Plan, file: str) -> tuple[Key, ...]:
    """What the items of a file may have."""
    section = next((s for s in plan.sections if s.id == file), None)
    return section.fields if section else (*FILES[file], *plan.files[file].fields)


def _of_facts(record: Record, keys: dict[str, Key]) -> Iterator[Pointer]:
    for fact in record.fields:
        if isinstance(fact.value, Ref):
            key = keys.get(fact.key)
            yield Pointer(fact.value.to, fact.value.place, key.to if key else "")


def _of_props(record: Record, keys: dict[str, Key]) -> Iterator[Pointer]:
    for name, value in record.props.items():
        key = keys.get(name)
        is_facts = key is not None and key.type == "facts"
        for ref in record.refs(name):
            yield Pointer(ref.to, ref.place, key.to if key else "", may_be_fact=is_facts)
        yield from _of_words(value, record.own.get(name, record.place))
        yield from _of_structs(value)


def _of_structs(value: object) -> Iterator[Pointer]:
    for struct in value if isinstance(value, tuple) else ():
        if isinstance(struct, Struct):
            for name, inner in struct.props.items():
                yield from _of_words(inner, struct.place)
                for ref in struct.refs(name):
                    yield Pointer(ref.to, ref.place, may_be_fact=True)


def _of_words(value: object, place: Place) -> Iterator[Pointer]:
    if isinstance(value, Text):
        yield from of_text(value, place)


def of_text(words: Text, place: Place) -> Iterator[Pointer]:
    """The references inside a Text, each once."""
    found = {span.to: None for _, said in words.by for span in spans(said) if span.to}
    for to in found:
        yield Pointer(to, place, may_be_fact=True)


def of_heads(plan: Plan) -> Iterator[Pointer]:
    """The references in the words of the plan's and the sections' heads."""
    policy = plan.policy
    yield from of_text(policy.sentence, policy.at("sentence"))
    yield from of_text(policy.summary, policy.at("summary"))
    for lead in policy.leads:
        if lead.words is not None:
            yield from of_text(lead.words, policy.at("home"))
    for section in plan.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Pointer]:
    notes = (group.note for group in section.groups)
    for words in (section.summary, *notes):
        if words is not None:
            yield from of_text(words, section.place)


def citing(plan: Plan) -> Iterator[Fact]:
    """Every fact that was written down, wherever it stands."""
    yield from plan.policy.facts
    for section in plan.sections:
        groups = (fact for g in section.groups for fact in (g.fact, g.stated_count))
        counts = (section.stated_count, *groups)
        yield from (fact for fact in counts if fact is not None)
    for record in plan.records():
        yield from record.all_facts()
