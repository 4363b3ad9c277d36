"""A place in an order: among the first three by 2030. Lower is better, so it is `at_most`."""

from __future__ import annotations

from collections.abc import Iterable

from policy_explorer.model.record import Record
from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import Flaw, Kind, compared, due_before_baseline, nothing
from policy_explorer.problems import said


def _flaws(record: Record) -> Iterable[Flaw]:
    yield from due_before_baseline(record)
    fact = compared(record)
    if fact is not None and fact.key not in {"at_most", "exactly"}:
        yield Flaw(
            fact.key, "unknown-choice", said("a rank, which is at_most or exactly"), "at_most: 3"
        )


KIND = Kind(
    name="rank",
    needs=(("indicator", "subject"), ("at_most", "exactly"), ("due", "within_years")),
    derive=nothing,
    flaws=_flaws,
    unit="place",
    asks={
        **COMMON,
        "amount": Ask(("at_most", "exactly")),
        "statistic": Ask(("indicator", "scope")),
    },
)
