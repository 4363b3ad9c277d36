"""Are the citations right? Terms at their lines, numbers in their terms, digests in the lock."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from policy_explorer.graph import pointers
from policy_explorer.graph.checks import problem
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Value, bare
from policy_explorer.model.number import Number
from policy_explorer.model.place import Place
from policy_explorer.model.printed import folded, holds, shown
from policy_explorer.model.record import Plan
from policy_explorer.model.source import Citation
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.problems import Problem, Severity, quoted, said

SENTENCE = re.compile(r"[。！？；]|[.!?] ")
LONGEST = 60
"""Characters of a term that is no name."""
Texts = Mapping[str, tuple[str, ...]]
"""Source id -> the lines of its text."""


class State(StrEnum):
    """How a citation has been checked."""

    VERIFIED = "verified"
    LOCKED = "locked"
    UNCHECKED = "unchecked"
    NO_TEXT = "no_text"


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of checking the citations."""

    states: Mapping[str, State] = field(default_factory=dict)
    """By digest of fact and citation."""
    problems: tuple[Problem, ...] = ()


NO_AUDIT = Audit()


def audit(plan: Plan, texts: Texts, locked: frozenset[str], *, strict: bool) -> Audit:
    """The state of every citation of a source that has a text.

    A term that is not on its line is an error; a citation that is neither found now nor locked is
    a warning, and with `strict` an error.
    """
    kept = {r.id for r in plan.files["sources"].items if r.word("text") != "none"}
    states: dict[str, State] = {}
    problems: list[Problem] = []
    told: set[Place] = set()
    before = {record.ref: record.texts("was") for record in plan.records()}
    for fact in pointers.citing(plan):
        for cite in fact.ground.citations:
            key = digest(fact, cite)
            if cite.source not in kept or not cite.line:
                states[key] = State.NO_TEXT
            elif cite.source in texts:
                missed = list(_missed(cite, texts[cite.source]))
                problems += missed
                states[key] = State.UNCHECKED if missed else State.VERIFIED
            elif key in locked or _were_locked(fact, cite, before, locked):
                states[key] = State.LOCKED
            else:
                states[key] = State.UNCHECKED
                if cite.place not in told:  # once for all facts that cite by one mark
                    problems.append(_unchecked(fact, cite, strict=strict))
                told.add(cite.place)
    return Audit(states, tuple(problems))


def _were_locked(
    fact: Fact, cite: Citation, before: Mapping[str, tuple[str, ...]], locked: frozenset[str]
) -> bool:
    """Whether it was found under an old id of the same item: what it proves is no other."""
    file = fact.subject.partition("/")[0]
    olds = (
        f"{file}/{name}{fact.id.removeprefix(fact.subject)}"
        for name in before.get(fact.subject, ())
    )
    return any(digest(replace(fact, id=old), cite) in locked for old in olds)


def digest(fact: Fact, cite: Citation) -> str:
    """What the lock knows a citation by: where it points, its terms, and what it is to prove."""
    parts = (fact.id, cite.source, str(cite.line), *cite.terms, proved(fact.value))
    whole = "\x1f".join(folded(part) for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def proved(value: Value) -> str:
    """A value as text, the same for the same value whatever the language of the page."""
    found = bare(value)
    return found.first if isinstance(found, Text) else found


def _missed(cite: Citation, lines: tuple[str, ...]) -> Iterator[Problem]:
    """A Problem for each term that is not on the cited line, with the nearest line that has it."""
    here = folded(lines[cite.line - 1]) if cite.line <= len(lines) else ""
    for term in cite.terms:
        wanted = folded(term)
        if wanted in here:
            continue
        found = [n for n, line in enumerate(lines, 1) if wanted in folded(line)]
        nearest = min(found, key=lambda n: abs(n - cite.line), default=0)
        hint = said("it is on line {}", nearest) if nearest else "it is on no line of this source"
        message = said("{} is not on line {} of {}", quoted(term), cite.line, cite.source)
        yield problem(cite.place, "not-found", message, hint)


def _unchecked(fact: Fact, cite: Citation, *, strict: bool) -> Problem:
    place = cite.place
    message = said(
        "{} cites line {} of {}, which was never checked so", fact.id, cite.line, cite.source
    )
    hint = "check --sources DIR --lock, where you have the text"
    severity: Severity = "error" if strict else "warning"
    return Problem(place.path, place.line, place.col, "unchecked", message, hint, severity)


def terms(plan: Plan) -> Iterator[Problem]:
    """Key words are key words: no sentences, and every stated number stands in them."""
    seen: set[tuple[str, int, int]] = set()
    for fact in pointers.citing(plan):
        for cite in fact.ground.citations:
            at = (cite.place.path, cite.place.line, cite.place.col)
            if at not in seen:
                seen.add(at)
                yield from _sentences(cite, _names(fact))
        if fact.basis is Basis.STATED and isinstance(fact.value, (Number, When)):
            yield from _unprinted(fact)


def _names(fact: Fact) -> frozenset[str]:
    """The printed names a fact may be found by, whole: a document's title is one."""
    value = fact.value
    return frozenset({value.first}) if isinstance(value, Text) and not fact.key else frozenset()


def _sentences(cite: Citation, names: frozenset[str]) -> Iterator[Problem]:
    for term in cite.terms:
        if term not in names and (SENTENCE.search(term) or len(term) > LONGEST):
            hint = "a few key words that are on the line; never copy the source"
            yield problem(
                cite.place, "sentence-term", said("{} is a sentence", quoted(term, 30)), hint
            )


def _unprinted(fact: Fact) -> Iterator[Problem]:
    value = fact.value
    is_source = fact.id.startswith("sources/")
    cites = (cite for cite in fact.ground.citations if cite.line or not is_source)
    words = [term for cite in cites for term in cite.terms]
    if not words:
        return  # what is said of a source as a whole stands on no line of it
    if isinstance(value, (Number, When)) and not holds(words, value):
        place = fact.place
        printed = " / ".join(map(quoted, words))
        message = said(
            "{} is {}, but its terms do not print that: {}", fact.id, quoted(shown(value)), printed
        )
        yield problem(place, "not-printed", message, "cite the words that say so")
