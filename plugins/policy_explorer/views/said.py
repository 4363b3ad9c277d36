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
    found: dict[Citation, None] = {}
    seen: set[str] = set()
    waiting = [fact]
    while waiting:  # each fact once, however many were made from it, and however deep it lies
        one = waiting.pop()
        if one.id in seen:
            continue
        seen.add(one.id)
        found |= dict.fromkeys(one.ground.citations)
        if not one.ground.citations:
            facts = (lens.site.facts.get(name) for name in reversed(one.ground.sources))
            waiting += [made_from for made_from in facts if made_from is not None]
    return tuple(found)


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
