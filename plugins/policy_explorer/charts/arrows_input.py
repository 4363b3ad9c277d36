"""What arrows are drawn from: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.charts.spec import Cell


@dataclass(frozen=True, slots=True)
class Direction:
    """One thing that is to change.

    `way` says which way, with the plan's own word for how much where it has one; `due` by when,
    or that it is not stated, and `until` the same as a part of a sentence. `base` is the year from
    whose level the change is counted, or that it is not stated; None where nobody asks for it.
    """

    name: Cell
    rises: bool
    way: Cell
    due: Cell
    until: str
    base: Cell | None = None
