"""What a fact goes back to, and how an observation is reported."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.model.source import Citation
from policy_explorer.model.targets._kind import COMPARATORS
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich, Seg


def cited(lens: Lens, fact: Fact) -> tuple[Citation, ...]:
    """A fact's citations; of a computed one, those of what it was made from."""
    if fact.ground.citations:
        return fact.ground.citations
    facts = (lens.site.facts.get(name) for name in fact.ground.sources)
    found = (cite for one in facts if one is not None for cite in cited(lens, one))
    return tuple(dict.fromkeys(found))


def reported(lens: Lens, record: Record) -> str:
    """An observation's value; an estimate or a forecast says that it is one."""
    value = record.get("value")
    said = lens.value(value) if value is not None else ""
    status = record.word("status")
    if status not in {"estimate", "forecast"}:
        return said
    kind = lens.words[f"observation.{status}"]
    return f"{said}{lens.words['sep.open']}{kind}{lens.words['sep.close']}"


def goal(lens: Lens, record: Record) -> Rich:
    """A later goal's number: from what to what, where that is said."""
    start = record.get("base_value")
    found = [fact for fact in record.fields if fact.key in COMPARATORS]
    before = (lens.seg(start), Seg(" → ")) if start is not None else ()
    return (*before, *(lens.seg(fact) for fact in found[:1]))
