"""Up or down, without a number: a share is to rise substantially."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="direction",
    needs=(("indicator",), ("toward",), ("due",)),
    derive=nothing,
    flaws=due_before_baseline,
    is_measurable=False,
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS, partly="size"),
        "baseline": Ask(("baseline",)),
        "unit": Ask(("unit", "denominator")),
        "price": Ask(("price_basis",), is_always=False),
        "statistic": Ask(("indicator", "scope")),
    },
)
