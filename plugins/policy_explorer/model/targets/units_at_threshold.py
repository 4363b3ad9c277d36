"""So many of a section's items in a class of size: four ports of the 10-billion class by 2025.

Which of them is as a rule not stated, and no item may be shown as one of them.
"""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import COMPARATORS, Kind, due_before_baseline, nothing

KIND = Kind(
    name="units_at_threshold",
    needs=(("counts",), COMPARATORS, ("class",), ("due",)),
    derive=nothing,
    flaws=due_before_baseline,
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "unit": Ask(("class_unit",)),
        "price": Ask(("price_basis",)),
        "statistic": Ask(("indicator", "scope")),
    },
)
