"""A part of a whole by a date, in percent: industry at least 28 % of GDP."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="share",
    needs=(("indicator", "subject"), COMPARATORS, ("due", "within_years")),
    derive=nothing,
    flaws=due_before_baseline,
    unit="percent",
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "baseline": Ask(("baseline",), is_always=False),
        "unit": Ask(("denominator",)),
        "price": Ask(("price_basis",), is_always=False),
        "statistic": Ask(("indicator", "scope")),
    },
)
