"""The three answers on a target: what was said, what was recorded, what the calendar says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from policy_explorer.model.basis import Basis
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views import headline
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich, Row, Seg, Voice
from policy_explorer.views.runs import framed


def answers(lens: Lens, record: Record) -> tuple[Row, ...]:
    """One row each, and a last one for the method that makes one word of them."""
    return (
        Row(lens.words["target.said"], (_said(lens, record),)),
        Row(lens.words["target.observed"], _observed(lens, record)),
        Row(lens.words["target.calendar"], (_calendar(lens, record),)),
        Row(lens.words["target.method"], (_method(lens),)),
    )


def _said(lens: Lens, record: Record) -> Voice:
    """The plan's own wording, and by when."""
    strength = record.get("strength")
    due = tuple(replace(seg, mark=False) for seg in headline.due_words(lens, record))
    if strength is None:
        own = record.fact
        words = due or (Seg(lens.words["absent.no_date"]),)
        return Voice(str(own.basis) if own else "", words, "")
    first = Seg(lens.value(strength), "", strength.id, strength.basis, mark=False)
    joint = (Seg(lens.words["sep.clause"]),) if due else ()
    source = lens.source_link(strength)
    return Voice(str(strength.basis), (first, *joint, *due), strength.id, (), source)


def _observed(lens: Lens, record: Record) -> tuple[Voice, ...]:
    """Each figure with its period; where there is none, that none was found, and until when."""
    rows = []
    for seen in lens.site.seen[record.ref]:
        fact = lens.site.facts[seen.fact]
        words = (Seg(lens.value(fact), "", fact.id, fact.basis, mark=False), *_when(lens, fact.id))
        rows.append(Voice(str(fact.basis), words, fact.id, (), lens.source_link(fact)))
    if rows:
        return tuple(rows)
    none = Seg(lens.words["target.none_recorded"] + lens.words["sep.sentence"])
    return (Voice(str(Basis.NOT_STATED), (none, *headline.searched(lens)), ""),)


def _when(lens: Lens, name: str) -> Rich:
    """The period an observation is of."""
    fact = lens.site.facts[name]
    origin = fact.ground.sources[0] if fact.ground.sources else name
    record = lens.site.records.get(lens.site.facts[origin].subject)
    period = record.get("period") if record is not None else None
    if period is None:
        return ()
    return (Seg(lens.words["sep.clause"]), replace(lens.seg(period), mark=False))


def _calendar(lens: Lens, record: Record) -> Voice:
    """Whether the due date has passed on the day of assessment."""
    today = lens.site.facts["policy.assessed_on"]
    due = record.get("due")
    key = "calendar.none"
    if due is not None and isinstance(due.value, When) and isinstance(today.value, When):
        day = dt.date(today.value.year, today.value.month, today.value.day)
        key = "calendar.passed" if due.value.last_day < day else "calendar.ahead"
    words = framed(lens.words[key], replace(lens.seg(today), mark=False))
    return Voice(str(today.basis), words, today.id, (), lens.source_link(today))


def _method(lens: Lens) -> Voice:
    fact = lens.site.facts["policy.method"]
    words = lens.framed("target.method_words", replace(lens.bare(fact), mark=False))
    return Voice(str(fact.basis), words, fact.id, (), lens.source_link(fact))
