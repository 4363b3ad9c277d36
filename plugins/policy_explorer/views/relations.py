"""What goes with what: any two sections as a matrix, every cell with its ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_explorer.graph import Tie
from policy_explorer.model.basis import ORDER, Basis
from policy_explorer.model.record import Group, Record, Section
from policy_explorer.views.grids import (
    Box,
    Line,
    Matrix,
    Part,
    Reason,
    RelationsView,
    Said,
    Span,
    Sum,
)
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.pair_words import both, finding, tally
from policy_explorer.views.pairs import (
    Pair,
    between,
    grouped,
    linked,
    ordered,
    pairs,
    silence,
)
from policy_explorer.views.parts import Link, Seg
from policy_explorer.views.spelled import capital, spelled

OTHERS = frozenset({Basis.EXTERNAL, Basis.INFERRED})
FEW = 3
"""Columns that a phone can show at once."""


def relations_view(lens: Lens) -> RelationsView:
    """Every pair of sections that has something between it, in the lens's language."""
    every = pairs(lens.site)
    found = tuple(pair for pair in every if not pair.is_large)
    matrices = tuple(_matrix(lens, pair) for pair in found)
    lead = "lead" if found else "too_large" if every else "none"
    head = Head(Seg(_finding(lens, found)), (), (Seg(lens.words[f"relations.{lead}"]),))
    ways = tuple(Link(both(lens, pair), f"#{pair.id}") for pair in found)
    large = ("relations.large",) if found and len(found) < len(every) else ()
    reading = (*large, "relations.reading_cell", "relations.reading_name")
    return RelationsView(head, ways, matrices, tuple((Seg(lens.words[k]),) for k in reading))


# --- findings, in words ------------------------------------------------------------------------


def _finding(lens: Lens, found: tuple[Pair, ...]) -> str:
    """Whether the plan links what home shows: the sections by name, and in how many places."""
    led = [pair for pair in found if pair.is_led]
    if not led:
        return lens.words["relations.heading"]
    count = sum(tally(lens, pair)[Basis.STATED] for pair in led)
    ids = {s.id for pair in led for s in (pair.rows, pair.columns)}
    names = (s.plural[lens.lang] for s in lens.site.sections.values() if s.id in ids)
    joined = lens.words["sep.list"].join(names)
    key = "relations.finding" if count else "relations.finding_none"
    return capital(lens.words.say(key, names=joined, n=spelled(count, lens.words)))


# --- one matrix ---------------------------------------------------------------------------------


def _matrix(lens: Lens, pair: Pair) -> Matrix:
    sums = tally(lens, pair)
    records = ordered(pair.columns)
    own = sum(1 for cell in linked(lens.site, pair) if _is_own(cell.ties))
    hidden = pair.size - own
    is_same = hidden == sums[Basis.NOT_STATED]
    return Matrix(
        id=pair.id,
        title=finding(lens, pair, sums),
        caption=both(lens, pair),
        corner=_opened(lens, pair.rows.short[lens.lang], is_open=pair.rows.is_open),
        spans=_spans(lens, pair.columns),
        columns=tuple(_named(lens, record) for record in records),
        parts=tuple(_part(lens, pair, group) for group in grouped(pair.rows)),
        sums=tuple(Sum(str(b), _pairs(lens, sums[b])) for b in ORDER if sums[b]),
        silent="" if is_same else _pairs(lens, hidden),
        reasons=tuple(_reasons(lens, pair)),
        is_wide=len(records) > FEW,
    )


def _pairs(lens: Lens, count: int) -> str:
    return lens.words.say("relations.pairs_count", n=spelled(count, lens.words))


def _is_own(found: tuple[Tie, ...]) -> bool:
    return any(tie.fact.basis not in OTHERS for tie in found)


def _opened(lens: Lens, name: str, *, is_open: bool) -> str:
    return lens.words.say("relations.open", name=name) if is_open else name


def _spans(lens: Lens, section: Section) -> tuple[Span, ...]:
    """Groups over the columns; of a section without any, that its list is open."""
    spans = (
        Span(_group_name(lens, section, group), len(items)) for group, items in grouped(section)
    )
    return tuple(spans) if section.groups or section.is_open else ()


def _group_name(lens: Lens, section: Section, group: Group | None) -> str:
    if group is None:
        return _opened(lens, section.short[lens.lang], is_open=section.is_open)
    return _opened(lens, group.name[lens.lang], is_open=group.is_open)


def _part(lens: Lens, pair: Pair, part: tuple[Group | None, tuple[Record, ...]]) -> Part:
    """The rows of one group, under its name where there is one."""
    group, rows = part
    columns = ordered(pair.columns)
    title = _group_name(lens, pair.rows, group) if group is not None else ""
    lines = (
        Line(_named(lens, row), tuple(_box(lens, row, column) for column in columns))
        for row in rows
    )
    return Part(title, tuple(lines))


def _named(lens: Lens, record: Record) -> Seg:
    """An item under its short name, where it has one."""
    seg = lens.item(record)
    return replace(seg, text=record.short[lens.lang]) if record.short is not None else seg


def _box(lens: Lens, row: Record, column: Record) -> Box:
    label = lens.name(column)
    if row.ref == column.ref:
        return Box(label)
    found = between(lens.site, row, column)
    said = tuple(_said(lens, tie) for tie in found)
    quiet = None if _is_own(found) else _silent(lens, row, column)
    return Box(label, said or ((quiet,) if quiet else ()), quiet if said else None)


def _said(lens: Lens, tie: Tie) -> Said:
    href = lens.to(lens.urls.fact(tie.fact.id, lens.lang))
    return Said(str(tie.fact.basis), tie.name[lens.lang], href)


def _silent(lens: Lens, row: Record, column: Record) -> Said:
    """That nothing is stated; it leads to the ledger where the data say so of one of the two."""
    fact = silence(lens.site, row, column)
    href = lens.to(lens.urls.fact(fact.id, lens.lang)) if fact is not None else ""
    return Said(str(Basis.NOT_STATED), "", href)


def _reasons(lens: Lens, pair: Pair) -> Iterator[Reason]:
    """The links that others than the plan make, in the order of the rows."""
    for cell in linked(lens.site, pair):
        for tie in cell.ties:
            if tie.fact.basis in OTHERS:
                ends = (_named(lens, cell.row), _named(lens, cell.column))
                why = lens.rich(tie.fact.ground.because)
                at = lens.source_link(tie.fact)
                yield Reason(str(tie.fact.basis), ends, tie.name[lens.lang], why, at)
