"""How much one picture holds: more could neither be told apart nor drawn in a bearable time."""

from __future__ import annotations

from policy_explorer.problems import said

SQUARES, DOTS, YEARS, VALUES = 40, 60, 100, 600
SIDE, MOMENTS, GOALS = 80, 200, 40
"""Of a ladder, dots, a trajectory, a series; of a matrix, milestones; of arrows and a lineage."""


def few(what: str, count: int, most: int) -> None:
    """Refuse more than a picture holds.

    Raises:
        ValueError: `count` is above `most`.
    """
    if count > most:
        raise ValueError(said("{}: at most {} can be drawn, not {}", what, most, count))
