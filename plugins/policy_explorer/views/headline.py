"""A target as a number: large figures for home, lists and answers, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from policy_explorer.model import status as rules
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._kind import compared
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens, framed
from policy_explorer.views.parts import Rich, Seg, Status


def number(lens: Lens, record: Record) -> Rich:
    """One target's number, as `headline.<kind>` of the strings frames it; () where it has none."""
    fact = compared(record)
    if fact is None or not isinstance(fact.value, Number):
        return _wordless(lens, record)
    digits = quantities.digits(fact.value.value, lens.words)
    sign = "" if fact.key == "exactly" else lens.words[f"sign.{fact.key}"]
    href = lens.href(record)
    seg = Seg(digits, href, fact.id, fact.basis)
    runs = framed(lens.words[f"headline.{record.word('kind')}"], seg)
    return (Seg(sign), *runs) if sign else runs


def _wordless(lens: Lens, record: Record) -> Rich:
    """A target without a number: its direction, or its kind in a word."""
    fact = record.get("toward")
    href = lens.href(record)
    if fact is not None:
        return (replace(lens.seg(fact), href=href),)
    words = lens.words[f"headline.{record.word('kind')}"]
    own = record.fact
    return (Seg(words, href, own.id if own else "", own.basis if own else ""),)


def together(lens: Lens, records: tuple[Record, ...]) -> Rich:
    """Several targets of one kind as one number: 1 + 4, or how many rise."""
    if len(records) == 1:
        return number(lens, records[0])
    kind = records[0].word("kind")
    many = f"headline.{kind}.many"
    if many in lens.words:
        href = lens.to(lens.urls.page("targets/index", lens.lang))
        return (Seg(lens.words.say(many, n=len(records)), href, records[0].ref, "stated"),)
    out: list[Seg] = []
    for record in records:
        out += [Seg(" + ")] if out else []
        out += number(lens, record)
    return tuple(out)


def status(lens: Lens, records: tuple[Record, ...]) -> Status:
    """Where they stand together, computed: one word, and its sentence."""
    found = rules.status(
        is_measurable=all(KINDS[r.word("kind")].is_measurable for r in records),
        due=_due(records),
        assessed_on=lens.site.policy.assessed_on,
    )
    key = f"status.{found}"
    text = lens.words[f"{key}_{shade}" if (shade := _shade(records[0])) else key]
    searched = quantities.date(lens.site.policy.as_of, lens.words)
    note = lens.words.say("target.searched", date=searched)
    if found is rules.Status.DUE_PASSED_NO_OBSERVATION:
        note += lens.words["sep.sentence"] + lens.words["target.not_missed"]
    return Status(str(found), text, note)


def _shade(record: Record) -> str:
    """Why there is no stronger word: the shade of a status that the strings tell apart."""
    if record.get("toward") is not None:
        return "size"
    if record.get("subject") is not None or record.refs("subject"):
        return "undated" if record.get("due") is None else ""
    start = record.get("start")
    return "start" if start is not None and start.value is None else ""


def _due(records: tuple[Record, ...]) -> When | None:
    """The last day on which one of them is due; None where one has no date."""
    dues = [fact.value for r in records if (fact := r.get("due")) is not None]
    known = [due for due in dues if isinstance(due, When)]
    return max(known, key=lambda w: w.last_day) if len(known) == len(records) else None


def due_words(lens: Lens, record: Record) -> Rich:
    """By when, as a run: the due date, or within how many years and that no start is stated."""
    due, within = record.get("due"), record.get("within_years")
    if due is not None:
        return _dated(lens, "due.by", due)
    return _dated(lens, "due.within", within) if within is not None else ()


def _dated(lens: Lens, key: str, fact: Fact) -> Rich:
    """A date or a duration in its frame; silence needs none."""
    return (lens.seg(fact),) if fact.value is None else lens.framed(key, lens.seg(fact))


def amount_of(record: Record) -> int:
    """How many, for a small picture; 0 where there is no number."""
    fact = compared(record)
    return int(fact.value.value) if fact is not None and isinstance(fact.value, Number) else 0


def class_of(record: Record) -> Decimal:
    """The size of the class its things are in; 1 where there is none."""
    fact = record.get("class")
    value = fact.value if fact is not None else None
    return value.value if isinstance(value, Number) else Decimal(1)
