"""Fact sheets: the same questions for every item, unanswered ones kept as rows."""

from __future__ import annotations

from collections.abc import Iterable

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich, Row, Seg, Voice

ELSEWHERE = frozenset({Basis.EXTERNAL, Basis.INFERRED})


def sheet(lens: Lens, record: Record) -> tuple[Row, ...]:
    """Name first, then every field in the order of its declaration."""
    first = () if record.fact is None else (Row(lens.words["field.name"], (_named(lens, record),)),)
    return (*first, *rows(lens, record.fields))


def _named(lens: Lens, record: Record) -> Voice:
    fact = record.fact
    if fact is None:
        raise ValueError(record.ref)
    words = (Seg(lens.name(record), "", fact.id, fact.basis),)
    return Voice(fact.basis, words, fact.id, lens.rich(fact.ground.because), lens.source_link(fact))


def rows(lens: Lens, facts: Iterable[Fact]) -> tuple[Row, ...]:
    """One row a field; entries of a list share one."""
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.key, []).append(fact)
    return tuple(_row(lens, found) for found in grouped.values())


def _row(lens: Lens, facts: list[Fact]) -> Row:
    """A field: where only others speak, the plan's own silence is said first."""
    voices = [lens.voice(fact) for fact in facts]
    if all(fact.basis in ELSEWHERE for fact in facts) and not _is_elsewhere(lens, facts[0]):
        voices.insert(0, _silence(lens))
    return Row(lens.label(facts[0]), tuple(voices))


def _is_elsewhere(lens: Lens, fact: Fact) -> bool:
    """Whether the whole record is another voice's; then the plan's silence is no news."""
    record = lens.site.records.get(fact.subject)
    return bool(record and record.fact and record.fact.basis in ELSEWHERE)


def _silence(lens: Lens) -> Voice:
    words = (Seg(lens.words["absent.not_stated"]),)
    return Voice(str(Basis.NOT_STATED), words, "")


def sources(lens: Lens, record: Record, *others: Record) -> Rich:
    """The sources its facts cite, each once, in the order first cited."""
    ties = (tie.fact for tie in lens.site.ties.get(record.ref, ()))
    facts = (*record.all_facts(), *ties, *(f for other in others for f in other.all_facts()))
    cited = (c.source for fact in facts for c in fact.ground.citations)
    found = (lens.site.records.get(f"sources/{name}") for name in dict.fromkeys(cited))
    return tuple(lens.item(record) for record in found if record is not None)
