"""A target as a number: large figures for home, lists and answers, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.status import Status
from policy_explorer.model.targets._kind import COMPARATORS, compared
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich, Seg
from policy_explorer.views.parts import Status as Standing
from policy_explorer.views.runs import framed

NUMBERS = (*COMPARATORS, "low")
"""Keys by which a target has a number."""


def number(lens: Lens, record: Record) -> Rich:
    """One target's number, as `headline.<kind>` of the strings frames it; words where it has none.

    The frame holds {n} for bare digits, {value} for the number with its unit, or {low} and {high}.
    """
    pattern = lens.words.by.get(f"headline.{record.word('kind')}", "{n}")
    if "{low}" in pattern:
        return _range(lens, record, pattern)
    fact = compared(record)
    if fact is None or not isinstance(fact.value, Number):
        return _wordless(lens, record)
    digits = quantities.digits(fact.value.value, lens.words)
    words = lens.with_unit(fact.value, lens.unit(fact)) if "{value}" in pattern else digits
    sign = "" if fact.key == "exactly" else lens.words[f"sign.{fact.key}"]
    seg = Seg(words, lens.href(record), fact.id, fact.basis)
    runs = framed(pattern.replace("{value}", "{n}"), seg)
    return (Seg(sign), *runs) if sign else runs


def _range(lens: Lens, record: Record, pattern: str) -> Rich:
    """Both ends of a range."""
    low, high = record.get("low"), record.get("high")
    if low is None or high is None:
        return _wordless(lens, record)
    before, _, rest = pattern.partition("{low}")
    between, _, after = rest.partition("{high}")
    runs = (Seg(before), lens.seg(low), Seg(between), lens.seg(high), Seg(after))
    return tuple(run for run in runs if run.text)


def _wordless(lens: Lens, record: Record) -> Rich:
    """A target without a number: its direction, or its kind in a word."""
    fact = record.get("toward")
    href = lens.href(record)
    if fact is not None:
        return (replace(lens.seg(fact), href=href),)
    return (Seg(lens.words[f"headline.{record.word('kind')}"], href),)


def together(lens: Lens, records: tuple[Record, ...]) -> Rich:
    """Several targets of one kind as one number: 1 + 4, or how many rise."""
    if len(records) == 1:
        return number(lens, records[0])
    kind = records[0].word("kind")
    many = f"headline.{kind}.many"
    if many in lens.words:
        href = lens.to(lens.urls.page("targets/index", lens.lang))
        count = _count_of(lens, records)
        text = lens.words.say(many, n=len(records))
        if count is None:
            return (Seg(text, href),)
        return (Seg(text, href, count.id, count.basis),)
    out: list[Seg] = []
    for record in records:
        out += [Seg(" + ")] if out else []
        out += number(lens, record)
    return tuple(out)


def _count_of(lens: Lens, records: tuple[Record, ...]) -> Fact | None:
    """The derived fact that counts just these targets, if the data have one."""
    refs = {record.ref for record in records}
    counts = (f for f in lens.site.facts.values() if f.ground.by == "count")
    return next((f for f in counts if set(f.ground.sources) == refs), None)


def status(lens: Lens, records: tuple[Record, ...]) -> Standing:
    """Where they stand together, computed: one word, and its sentence."""
    found = _together(lens, records)
    key = f"status.{found}"
    shade = _shade(records[0])
    special = f"{key}_{shade}"
    text = lens.words[special if shade and special in lens.words else key]
    is_passed = found is Status.DUE_PASSED_NO_OBSERVATION
    note = lens.words["target.not_missed"] if is_passed else ""
    return Standing(str(found), text, note, searched(lens))


def searched(lens: Lens) -> Rich:
    """Until when was searched, as a sentence; the date is that of the records."""
    fact = lens.site.facts["policy.as_of"]
    date = replace(lens.seg(fact), mark=False)
    return framed(lens.words.say("target.searched", date="{n}"), date)


def _shade(record: Record) -> str:
    """Why there is no stronger word: the shade of a status that the strings tell apart."""
    if record.get("toward") is not None:
        return "size"
    if record.get("subject") is not None or record.refs("subject"):
        return "undated" if record.get("due") is None else ""
    start = record.get("start")
    return "start" if start is not None and start.value is None else ""


def _together(lens: Lens, records: tuple[Record, ...]) -> Status:
    """The status of several targets: theirs if they share one, else the least that holds of all."""
    order = tuple(Status)
    return min((lens.site.statuses[r.ref] for r in records), key=order.index)


def due_words(lens: Lens, record: Record) -> Rich:
    """By when, as a run: the due date, or within how many years and that no start is stated."""
    due, within = record.get("due"), record.get("within_years")
    if due is not None:
        return _dated(lens, "due.by", due)
    return _dated(lens, "due.within", within) if within is not None else ()


def _dated(lens: Lens, key: str, fact: Fact) -> Rich:
    """A date or a duration in its frame; silence needs none."""
    silent = lens.framed("due.silent", lens.seg(fact))
    return silent if fact.value is None else lens.framed(key, lens.seg(fact))


def amount_of(record: Record) -> int:
    """How many, for a small picture; 0 where there is no number."""
    fact = compared(record)
    return int(fact.value.value) if fact is not None and isinstance(fact.value, Number) else 0


def class_of(record: Record) -> Decimal:
    """The size of the class its things are in; 1 where there is none."""
    fact = record.get("class")
    value = fact.value if fact is not None else None
    return value.value if isinstance(value, Number) else Decimal(1)
