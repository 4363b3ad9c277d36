"""What a chart needs before it can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.graph.checks import problem
from policy_explorer.model.files import CHARTS, DRAWN
from policy_explorer.model.record import Plan, Record
from policy_explorer.problems import Problem, quoted


def charts(plan: Plan, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Each chart names what its kind draws, and targets of a kind that it can draw."""
    for chart in plan.files["charts"].items:
        kind = chart.word("kind")
        for key in CHARTS.get(kind, ()):
            if not chart.refs(key) and not chart.word(key):
                message = f"{chart.ref} is a {kind} and names no {key}"
                yield problem(chart.place, "missing-key", message, f"add {key}: …")
        yield from _fitting(chart, kind, records)


def _fitting(chart: Record, kind: str, records: Mapping[str, Record]) -> Iterator[Problem]:
    legal = DRAWN.get(kind, ())
    for ref in chart.refs("targets") if legal else ():
        target = records.get(ref.to)
        if target is not None and target.word("kind") not in legal:
            given = quoted(target.word("kind"))
            message = f"{chart.ref} is a {kind}, but {ref.to} is of the kind {given}"
            hint = f"a {kind} draws {' or '.join(legal)}"
            yield problem(chart.own.get("targets", chart.place), "no-picture", message, hint)
