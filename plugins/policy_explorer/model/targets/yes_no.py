"""A condition that is to hold by a date: a law in force, a line in service. Yes or no."""

from __future__ import annotations

from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import Kind, due_before_baseline, nothing

KIND = Kind(
    name="yes_no",
    needs=(("indicator", "subject"),),
    derive=nothing,
    flaws=due_before_baseline,
    is_deed=True,
    asks={
        **COMMON,
        "statistic": Ask(("indicator",), is_always=False),
    },
)
