"""Between two values by a date: 25 to 30 % by 2025. `low` and `high` are both within it."""

from __future__ import annotations

from collections.abc import Iterable

from policy_explorer.model.record import Record
from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import Flaw, Kind, amount, due_before_baseline, nothing
from policy_explorer.problems import said


def _flaws(record: Record) -> Iterable[Flaw]:
    yield from due_before_baseline(record)
    low, high = amount(record, "low"), amount(record, "high")
    if low is not None and high is not None and high <= low:
        yield Flaw("high", "bad-number", said("a range whose high is not above its low"))


KIND = Kind(
    name="range",
    needs=(("indicator", "subject"), ("low",), ("high",), ("unit",), ("due", "within_years")),
    derive=nothing,
    flaws=_flaws,
    asks={
        **COMMON,
        "amount": Ask(("low",), beside="high"),
        "baseline": Ask(("baseline",), is_always=False),
        "unit": Ask(("unit",)),
        "price": Ask(("price_basis",), is_always=False),
        "statistic": Ask(("indicator", "scope")),
    },
)
