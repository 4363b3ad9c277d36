"""A thing to be brought about: a park is to become a national one. Done or not done."""

from __future__ import annotations

from policy_explorer.model.targets._kind import Kind, due_before_baseline, nothing

KIND = Kind(
    name="deliverable",
    needs=(("subject",),),
    derive=nothing,
    flaws=due_before_baseline,
    is_deed=True,
)
