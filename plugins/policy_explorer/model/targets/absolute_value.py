"""A value in a unit by a date: value added above 1.5 trillion yuan by 2025."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="absolute_value",
    needs=(("indicator", "subject"), COMPARATORS, ("unit",), ("due", "within_years")),
    derive=nothing,
    flaws=due_before_baseline,
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "baseline": Ask(("baseline",), is_always=False),
        "unit": Ask(("unit",)),
        "price": Ask(("price_basis",), is_always=False),
        "statistic": Ask(("indicator", "scope")),
    },
)
