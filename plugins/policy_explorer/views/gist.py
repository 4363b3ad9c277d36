"""What is said of an item, in short: field by field in one line, and which fields are silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ref
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich, Seg
from policy_explorer.views.sheets import ELSEWHERE

LINE = 300
"""Characters of a description; who shows it cuts it where it likes."""


def said(lens: Lens, record: Record) -> Rich:
    """What the plan says of an item, field by field; what is not stated has its mark."""
    return _run(lens, record, elsewhere=False)


def elsewhere(lens: Lens, record: Record) -> Rich:
    """What other sources, or a reading, say of an item's fields, each with its mark."""
    return _run(lens, record, elsewhere=True)


def silent(lens: Lens, record: Record) -> tuple[str, ...]:
    """The fields of which the plan says nothing, whatever others say; none of others' items."""
    if record.fact is not None and record.fact.basis in ELSEWHERE:
        return ()
    mute = {*ELSEWHERE, Basis.NOT_STATED}
    found = _fields(lens, record)
    return tuple(label for label, facts in found if all(fact.basis in mute for fact in facts))


def described(lens: Lens, record: Record, kind: str) -> str:
    """An item in one line, for those who have not opened its page: what is said, what is not."""
    words = lens.words
    told = "".join(seg.text for seg in said(lens, record))
    mute = words["sep.list"].join(silent(lens, record))
    unsaid = f"{words['absent.not_stated']}{words['sep.colon']}{mute}" if mute else ""
    name = words["sep.dot"].join(part for part in (lens.name(record), kind) if part)
    whole = words["sep.semicolon"].join(part for part in (name, told, unsaid) if part)
    return whole if len(whole) <= LINE else f"{whole[: LINE - 1]}…"


def _run(lens: Lens, record: Record, *, elsewhere: bool) -> Rich:
    runs: list[Seg] = []
    for label, facts in _fields(lens, record):
        voiced = [f for f in facts if f.value is not None and (f.basis in ELSEWHERE) == elsewhere]
        for n, fact in enumerate(voiced):
            joint = lens.words["sep.list" if n else "sep.semicolon"] if runs else ""
            before = joint if n else f"{joint}{label}{lens.words['sep.colon']}"
            runs += [Seg(before), *(_plain(seg) for seg in _shortly(lens, fact))]
    return tuple(runs)


def _shortly(lens: Lens, fact: Fact) -> Rich:
    """A fact's statement; what it points at goes by its short name, which is no form of it."""
    to = lens.site.records.get(fact.value.to) if isinstance(fact.value, Ref) else None
    if to is None or to.short is None:
        return lens.statement(fact)
    return (Seg(to.short[lens.lang], lens.href(to), "", fact.basis),)


def _plain(seg: Seg) -> Seg:
    """A run without its mark where it is stated, as its section is said to be."""
    return replace(seg, basis="") if seg.basis == Basis.STATED else seg


def _fields(lens: Lens, record: Record) -> Iterator[tuple[str, list[Fact]]]:
    """Each field by its label, with all its entries."""
    grouped: dict[str, list[Fact]] = {}
    for fact in record.fields:
        grouped.setdefault(fact.key, []).append(fact)
    for facts in grouped.values():
        yield lens.label(facts[0]), facts
