"""What was said of one matter, in order of date; each goal in its own unit, with its own gaps."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.record import Record
from policy_explorer.views import headline
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Goal, Lineage
from policy_explorer.views.parts import Rich, Seg
from policy_explorer.views.said import goal


def lineage(lens: Lens, record: Record) -> Lineage | None:
    """This goal and what was said later of the same matter, by date; never on one axis."""
    later = revisions(lens, record)
    if not later:
        return None
    first = _goal(lens, record, own=True)
    goals = (first, *(_goal(lens, revision, own=False) for revision in later))
    closing = (Seg(lens.words["target.lineage_closing"]),)
    return Lineage(goals, closing, lens.words["target.lineage_note"])


def revisions(lens: Lens, record: Record) -> tuple[Record, ...]:
    """The later goals of a target's matter, by date."""
    refs = lens.site.mentions.get(record.ref, ())
    later = (lens.site.records[r] for r in refs if r.startswith("revisions/"))
    return tuple(sorted(later, key=lambda r: str(f.value) if (f := r.get("said_on")) else ""))


def _goal(lens: Lens, record: Record, *, own: bool) -> Goal:
    announced = lens.site.policy.announced
    when = announced if own else record.get("said_on")
    number, unit = _amount(lens, record, own=own)
    fact = record.fact
    return Goal(
        lens.seg(when) if when else Seg(lens.words["absent.no_date"]),
        str(fact.basis) if fact else "",
        number,
        unit,
        (Seg(lens.words["target.lineage_own"]),) if own else (lens.item(record),),
        lens.rich(record.words("note")) if not own else (),
        lens.source_link(fact) if fact else None,
    )


def _amount(lens: Lens, record: Record, *, own: bool) -> tuple[Rich, Rich]:
    """The goal's number (from what to what, where that is said), and its own gaps."""
    if own:
        number = (replace(seg, href="") for seg in headline.number(lens, record))
        return tuple(number), headline.due_words(lens, record)
    gaps: list[Seg] = []
    for key in ("due", "baseline", "rate"):
        found = record.get(key)
        if found is not None:
            joint = Seg(lens.words["sep.clause"])
            gaps += [*([joint] if gaps else []), Seg(lens.label(found) + lens.words["sep.colon"])]
            gaps.append(lens.seg(found))
    return goal(lens, record), tuple(gaps)
