"""`check --explain ID`: a fact and what it inherited, in lines for the editor."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact, bare
from policy_explorer.model.text import Text
from policy_explorer.problems import nearest, quoted, said


def explain(site: Site, name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether there is such a fact, record or section, and what is known of it, line by line."""
    found = [f for f in site.facts.values() if name in {f.id, f.subject}]
    if not found:
        hint = nearest(name, (*site.facts, *site.records, *site.sections), offer=0)
        missing = said("there is no fact {}", quoted(name))
        return False, (said("{}; {}", missing, hint) if hint else missing,)
    return True, tuple(line for fact in found for line in _lines(fact))


def _lines(fact: Fact) -> Iterator[str]:
    yield f"{fact.id}  {fact.basis}"
    yield said("  value: {}", _shown(fact))
    yield said("  written: {}:{}:{}", fact.place.path, fact.place.line, fact.place.col)
    for cite in fact.ground.citations:
        at = f"{cite.place.path}:{cite.place.line}:{cite.place.col}"
        line = said(", line {}", cite.line) if cite.line else ""
        terms = " / ".join(cite.terms)
        yield said("  cites: {}{}  {}  (from {})", cite.source, line, terms, at)
    if fact.ground.because is not None:
        yield said("  because: {}", fact.ground.because.first)
    if fact.ground.by:
        yield said("  by: {}", f"{fact.ground.by} {', '.join(fact.ground.sources)}".rstrip())


def _shown(fact: Fact) -> str:
    found = bare(fact.value)
    if isinstance(found, Text):
        return " | ".join(words for _, words in found.by)
    return found or said("not stated")
