"""What a chart needs before it can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.graph.checks import problem
from policy_explorer.model.files import CHARTS, DRAWN
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.text import Text
from policy_explorer.problems import Problem, any_of, nearest, quoted, said


def charts(plan: Plan, records: Mapping[str, Record], broken: frozenset[str]) -> Iterator[Problem]:
    """Each chart names what its kind draws, and targets of a kind that it can draw."""
    known = [*(section.id for section in plan.sections), *sorted(broken)]
    for chart in plan.files["charts"].items:
        kind = chart.word("kind")
        for key in CHARTS.get(kind, ()):
            if not chart.refs(key) and not chart.word(key):
                message = said("{} is of the kind {} and names no {}", chart.ref, kind, key)
                yield problem(chart.place, "missing-key", message, said("add {}: …", key))
        yield from _sections(chart, known)
        yield from _fitting(chart, kind, records)
        yield from _measured(chart, kind, records)


def _fitting(chart: Record, kind: str, records: Mapping[str, Record]) -> Iterator[Problem]:
    legal = DRAWN.get(kind, ())
    for ref in chart.refs("targets") if legal else ():
        target = records.get(ref.to)
        if target is None or target.file != "targets" or target.is_refused("kind"):
            continue  # told of where it is referred to, or where it stands
        if target.word("kind") not in legal:
            given = quoted(target.word("kind"))
            message = said(
                "{} is of the kind {}, but {} of the kind {}", chart.ref, kind, ref.to, given
            )
            hint = said("{} draws {}", kind, any_of(legal))
            yield problem(chart.own.get("targets", chart.place), "no-picture", message, hint)


def _sections(chart: Record, known: list[str]) -> Iterator[Problem]:
    """The sections it names are sections of the plan."""
    for key in ("rows", "columns", "counts"):
        name = chart.word(key)
        if name and name not in known:
            message = said("there is no section {}", quoted(name))
            place = chart.own.get(key, chart.place)
            yield problem(place, "dangling", message, nearest(name, known, offer=20))


def _measured(chart: Record, kind: str, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Values side by side on one axis are in one unit."""
    if kind != "dots":
        return
    seen = [records[ref.to] for ref in chart.refs("observations") if ref.to in records]
    units = dict.fromkeys(_unit(record) for record in seen if not record.is_refused("unit"))
    if len(units) > 1:
        given = ", ".join(quoted(unit) for unit in units)
        message = said("{} puts {} on one axis", chart.ref, given)
        hint = "make a chart for each unit"
        yield problem(chart.own.get("observations", chart.place), "unit-mismatch", message, hint)


def _unit(record: Record) -> str:
    unit = record.props.get("unit", "")
    return unit.first if isinstance(unit, Text) else str(unit)
