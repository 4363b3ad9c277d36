"""Growth in percent a year, in a year or over a period: above 7 % in 2026."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="growth_rate",
    needs=(("indicator", "subject"), COMPARATORS, ("due", "within_years")),
    derive=nothing,
    flaws=due_before_baseline,
    unit="percent",
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "baseline": Ask(("baseline",), is_always=False),
        "price": Ask(("price_basis",)),
        "statistic": Ask(("indicator", "scope")),
    },
)
