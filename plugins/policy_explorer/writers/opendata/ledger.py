"""Two long tables: a row for each fact, and one for each place that a fact rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Choice, Fact, Ref, bare
from policy_explorer.model.number import Number
from policy_explorer.model.source import Citation
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.views.lens import Lens
from policy_explorer.writers.facts import page
from policy_explorer.writers.opendata.cells import (
    About,
    Column,
    Drawn,
    Table,
    closed,
    column,
    lines,
    several,
    table,
)
from policy_explorer.writers.opendata.scribe import Scribe

FACTS, CITATIONS = "facts", "citations"
KINDS = {Text: "text", Number: "number", When: "date", Ref: "ref", Choice: "choice"}
SILENT = "not_stated"


@dataclass(frozen=True, slots=True)
class _Cited:
    """A place of a fact, and which of its places it is."""

    fact: Fact
    n: int
    cite: Citation


def tables(scribe: Scribe) -> Iterator[Drawn]:
    """Facts, then citations."""
    yield FACTS, lambda: _ledger(scribe)
    yield CITATIONS, lambda: _places(scribe)


def _ledger(scribe: Scribe) -> Table:
    facts = scribe.site.facts.values()
    return table(About(FACTS, scribe.title(FACTS)), _facts(scribe), facts)


def _places(scribe: Scribe) -> Table:
    cited = (
        _Cited(fact, n, cite)
        for fact in scribe.site.facts.values()
        for n, cite in enumerate(fact.ground.citations, 1)
    )
    about = About(CITATIONS, scribe.title(CITATIONS), "", ("fact", "n"))
    return table(about, _citations(scribe), cited)


def _facts(scribe: Scribe) -> Iterator[Column[Fact]]:
    told, lenses = scribe.column, scribe.lenses
    kinds = closed((kind, kind) for kind in (*KINDS.values(), SILENT))
    bases = closed((str(basis), scribe.say(f"basis.{basis}")) for basis in Basis)
    rules = closed((rule, scribe.say(f"rule.{rule}")) for rule in lenses[0].words.group("rule"))
    yield column("id", _id, told("id"))
    yield column("subject", _subject, told("subject"))
    yield column("key", _key, told("key"))
    yield column("type", _type, {**told("type"), **kinds})
    yield column("value", _value, told("value"))
    yield column("unit", scribe.unit, told("unit"))
    for lens in lenses:
        yield column(f"text.{lens.lang}", lens.value, told("text"))
    yield column("basis", _basis, {**told("basis"), **bases})
    for lens in lenses:
        yield column(f"reason.{lens.lang}", partial(_reason, scribe, lens), told("reason"))
    for lens in lenses:
        yield column(f"because.{lens.lang}", partial(_because, lens), told("because"))
    yield column("by", _by, {**told("by"), **rules})
    yield several("from", _from, told("from"))
    yield column("page", partial(_page, lenses[0]), told("page"))


def _citations(scribe: Scribe) -> Iterator[Column[_Cited]]:
    told = scribe.column
    yield column("fact", _of, told("fact"), to=FACTS)
    yield column("n", _n, {**told("n"), "type": "integer"})
    yield column("source", _source, told("source"), to="sources")
    yield column("line", _line, {**told("line"), "type": "integer"})
    yield lines("terms", _terms, told("terms"))


def _id(fact: Fact) -> str:
    return fact.id


def _subject(fact: Fact) -> str:
    return fact.subject


def _key(fact: Fact) -> str:
    return fact.key


def _type(fact: Fact) -> str:
    return SILENT if fact.value is None else KINDS[type(fact.value)]


def _value(fact: Fact) -> str:
    found = bare(fact.value)
    return found if isinstance(found, str) else ""


def _basis(fact: Fact) -> str:
    return str(fact.basis)


def _reason(scribe: Scribe, lens: Lens, fact: Fact) -> str:
    return scribe.reason(fact, lens)


def _because(lens: Lens, fact: Fact) -> str:
    text = fact.ground.because
    return lens.flat(text) if text is not None else ""


def _by(fact: Fact) -> str:
    return fact.ground.by


def _from(fact: Fact) -> tuple[str, ...]:
    return fact.ground.sources


def _page(lens: Lens, fact: Fact) -> str:
    return page(fact, lens)


def _of(cited: _Cited) -> str:
    return cited.fact.id


def _n(cited: _Cited) -> str:
    return str(cited.n)


def _source(cited: _Cited) -> str:
    return f"sources/{cited.cite.source}"


def _line(cited: _Cited) -> str:
    return str(cited.cite.line or "")


def _terms(cited: _Cited) -> tuple[str, ...]:
    return cited.cite.terms
