"""A number of things by a year, or within years: at least 20 firms in five years."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="count_at_least",
    needs=(("unit",), COMPARATORS, ("due", "within_years")),
    derive=nothing,
    flaws=due_before_baseline,
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "unit": Ask(("unit",)),
        "start": Ask(("start",)),
        "statistic": Ask(("indicator", "scope")),
    },
)
