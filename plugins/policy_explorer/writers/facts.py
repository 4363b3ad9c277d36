"""data/facts.json: every fact with its basis and its places, for machines."""

from __future__ import annotations

from policy_explorer.model.fact import Fact, Unit, Value, bare
from policy_explorer.model.text import Text
from policy_explorer.views.data import FACTS
from policy_explorer.views.lens import Lens
from policy_explorer.views.silence import Gaps, gaps, reason
from policy_explorer.writers.rows import in_rows

PATH = FACTS
SCHEMA = 1


def facts_json(lenses: tuple[Lens, ...], version: str) -> bytes:
    """`{schema, data_version, facts: […]}`; paths are of the first language."""
    first = lenses[0]
    known = gaps(first.site)
    rows = (row(fact, lenses, known) for fact in first.site.facts.values())
    return in_rows({"schema": SCHEMA, "data_version": version, "facts": rows})


def row(fact: Fact, lenses: tuple[Lens, ...], known: Gaps) -> dict[str, object]:
    """A fact as facts.json has it, its words in the languages of these lenses."""
    first = lenses[0]
    ground = fact.ground
    return {
        "id": fact.id,
        "subject": fact.subject,
        "page": page(fact, first),
        "basis": str(fact.basis),
        "value": _value(fact.value),
        "unit": _unit(first.unit(fact)),
        "text": {lens.lang: lens.value(fact) for lens in lenses},
        "forms": {lens.lang: list(lens.forms(fact)) for lens in lenses},
        "citations": [
            {"source": c.source, "line": c.line or None, "terms": list(c.terms)}
            for c in ground.citations
        ],
        "by": ground.by or None,
        "from": list(ground.sources),
        "because": dict(ground.because.by) if ground.because else None,
        "key": fact.key,
        "reason": None if fact.value is not None else _reason(fact, lenses, known),
    }


def _reason(fact: Fact, lenses: tuple[Lens, ...], known: Gaps) -> dict[str, str]:
    return {lens.lang: reason(lens, fact, known) for lens in lenses}


def page(fact: Fact, lens: Lens) -> str:
    """Where a fact is shown, from the root of the site."""
    if fact.subject in lens.site.records:
        return lens.urls.record(fact.subject, lens.lang)
    return lens.urls.section_of(fact.subject, lens.lang)


def _value(value: Value) -> object:
    """Numbers as decimal text, so that none is ever rounded on the way."""
    return _unit(bare(value))


def _unit(unit: Unit) -> object:
    return dict(unit.by) if isinstance(unit, Text) else unit or None
