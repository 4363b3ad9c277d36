"""What was published of an indicator, over time, against the goals set for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.series import Aim, Scale, Scope, Seen, Series, series
from policy_explorer.charts.spec import Chart
from policy_explorer.charts.trajectory_input import SIGNS
from policy_explorer.graph.assess import ESTIMATES
from policy_explorer.model.fact import Fact, Unit
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import compared
from policy_explorer.model.when import When
from policy_explorer.views.drawings import _periods as periods
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.drawings._scale import Axis, axis
from policy_explorer.views.drawings._who import who
from policy_explorer.views.lens import Lens


@dataclass(frozen=True, slots=True)
class _Row:
    """An observation or a target with what is needed to draw it."""

    record: Record
    fact: Fact
    value: Decimal
    when: When


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The observations of an indicator with its goals; None while there is no observation."""
    seen = tuple(_observed(lens, record))
    if not seen:
        return None
    unit = lens.unit(seen[0].fact)
    seen = tuple(row for row in seen if lens.unit(row.fact) == unit)
    aims = tuple(row for row in _aimed(lens, record) if lens.unit(row.fact) == unit)
    data = _data(lens, seen, aims, unit)
    title = heading(lens, record, _finding(lens, aims), _measure(lens, record))
    return series(data, title, lens.words.group("series"), palette)


def _data(lens: Lens, seen: tuple[_Row, ...], aims: tuple[_Row, ...], unit: Unit) -> Series:
    values = [row.value for row in (*seen, *aims)]
    made = axis(lens, values, unit)
    is_fiscal = any(row.when.part == "FY" for row in seen)
    years = range(min(row.when.year for row in seen), max(r.when.year for r in (*seen, *aims)) + 1)
    scale = Scale(
        tuple((tick, made.tick(tick)) for tick in made.ticks),
        made.unit,
        made.from_zero,
        periods.fiscal(years) if is_fiscal else (),
    )
    return Series(
        seen=tuple(_seen(lens, row, made) for row in seen),
        scopes=_scopes(lens, seen),
        scale=scale,
        goals=tuple(_aim(lens, row, made) for row in aims),
        until=lens.site.policy.assessed_on.year - 1,
    )


def _indicators(lens: Lens, record: Record) -> set[str]:
    """What is measured: the chart's own indicator, else that of its targets."""
    own = record.refs("indicator")
    targets = (lens.site.records[ref.to] for ref in record.refs("targets"))
    return {ref.to for ref in own or (ref for one in targets for ref in one.refs("indicator"))}


def _observed(lens: Lens, record: Record) -> Iterator[_Row]:
    """The observations a chart names, else all of its indicator that are not of a part of it."""
    named, of = [ref.to for ref in record.refs("observations")], _indicators(lens, record)
    for one in lens.site.items("observations"):
        is_of = not one.refs("subject") and bool(of & {ref.to for ref in one.refs("indicator")})
        row = _row(one, one.get("value"), one.get("period"))
        if row is not None and (one.ref in named if named else is_of):
            yield row


def _aimed(lens: Lens, record: Record) -> Iterator[_Row]:
    """The goals a chart names and those they replaced, else all of its indicator."""
    named, of = {ref.to for ref in record.refs("targets")}, _indicators(lens, record)
    for one in lens.site.items("targets"):
        is_of = bool(of & {ref.to for ref in one.refs("indicator")})
        is_named = bool(named & {one.ref, *(ref.to for ref in one.refs("replaced_by"))})
        fact = compared(one)
        row = _row(one, fact, one.get("due"))
        if row is not None and row.fact.key in SIGNS and (is_named if named else is_of):
            yield row


def _row(record: Record, fact: Fact | None, when: Fact | None) -> _Row | None:
    if fact is None or when is None or not isinstance(fact.value, Number):
        return None
    return (
        _Row(record, fact, fact.value.value, when.value) if isinstance(when.value, When) else None
    )


def _seen(lens: Lens, row: _Row, made: Axis) -> Seen:
    period = row.record.get("period")
    return Seen(
        at=periods.place(row.when),
        period=lens.value(period) if period is not None else "",
        value=row.value,
        text=lens.value(row.fact),
        label=made.label(row.value),
        series=_scope_id(lens, row),
        who=who(lens, row.fact),
        fact=row.fact.id,
        estimate=row.record.word("status") in ESTIMATES,
        basis=str(row.fact.basis),
    )


def _aim(lens: Lens, row: _Row, made: Axis) -> Aim:
    due, on = row.record.get("due"), row.record.get("set_on")
    return Aim(
        at=periods.due_place(row.when),
        period=lens.value(due) if due is not None else "",
        value=row.value,
        comparator=row.fact.key,
        text=lens.value(row.fact),
        label=made.exact(row.value),
        fact=row.fact.id,
        set_on=lens.value(on) if on is not None and on.value is not None else "",
        who=who(lens, row.fact),
        superseded=bool(row.record.refs("replaced_by")),
        basis=str(row.fact.basis),
    )


def _scope(lens: Lens, row: _Row) -> Fact | None:
    """What an observation covers: as it says, else as its indicator says."""
    own = row.record.get("scope")
    of = (lens.site.records[ref.to].get("scope") for ref in row.record.refs("indicator"))
    return own or next((fact for fact in of if fact is not None), None)


def _scope_words(lens: Lens, row: _Row) -> str:
    fact = _scope(lens, row)
    is_silent = fact is None or fact.value is None
    return lens.words["scope.not_stated"] if fact is None or is_silent else lens.value(fact)


def _scope_id(lens: Lens, row: _Row) -> str:
    return f"{_scope_words(lens, row)}|{periods.kind(row.when)}"


def _scopes(lens: Lens, seen: tuple[_Row, ...]) -> tuple[Scope, ...]:
    """Each scope once, in order of time; with its sort of period where there are several."""
    ordered = sorted(seen, key=lambda row: periods.place(row.when))
    first = {_scope_id(lens, row): row for row in reversed(ordered)}
    is_mixed = len({periods.kind(row.when) for row in seen}) > 1
    out = []
    for name in dict.fromkeys(_scope_id(lens, row) for row in ordered):
        row = first[name]
        more = (periods.said(row.when, lens.words),) if is_mixed else ()
        words = lens.words["sep.clause"].join((_scope_words(lens, row), *more))
        places = (periods.place(r.when) for r in seen if _scope_id(lens, r) == name)
        out.append(Scope(name, words, periods.step(periods.kind(row.when), places)))
    return tuple(out)


def _finding(lens: Lens, aims: tuple[_Row, ...]) -> str:
    """The heading's key: where the last goal in force stands; without one, that there is none."""
    current = [row for row in aims if not row.record.refs("replaced_by")]
    if not current:
        return "finding.series"
    last = max(current, key=lambda row: row.when.last_day)
    return f"finding.series.{lens.site.statuses[last.record.ref]}"


def _measure(lens: Lens, record: Record) -> str:
    names = (lens.name(lens.site.records[ref]) for ref in sorted(_indicators(lens, record)))
    return lens.name(record) if record.name else next(names, "")
