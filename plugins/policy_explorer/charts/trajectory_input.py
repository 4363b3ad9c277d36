"""What a trajectory is drawn from: plain values, checked for what the drawing relies on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts import crowd
from policy_explorer.charts.decimals import short
from policy_explorer.problems import said

SIGNS: Mapping[str, str] = {
    "at_least": "≥ ",
    "more_than": "> ",
    "at_most": "≤ ",
    "about": "≈ ",
    "exactly": "",
}
"""Comparators that have a picture, and their signs, which need no language."""
OPEN: Mapping[str, int] = {"at_least": 1, "more_than": 1, "at_most": -1}
"""Where a goal is open: 1 upwards, -1 downwards."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value of the index in a year, and the fact that says so."""

    year: int
    value: Decimal
    fact: str


@dataclass(frozen=True, slots=True)
class Observation:
    """A value that somebody published; `estimate` where it is not final."""

    year: int
    value: Decimal
    fact: str
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Trajectory:
    """A ratio to a baseline.

    Shape: `path` has one point for each year from baseline to goal, ends included, ascending.
    Unit: an index on which the baseline has its value; `rate` in percent a year.
    `steps_fact` and `published_fact` say that no yearly step is stated, no value published.

    Raises:
        ValueError: the numbers do not make a path from baseline to goal.
    """

    baseline: Point
    goal: Point
    comparator: str
    path: tuple[Point, ...]
    rate: Decimal
    rate_fact: str | None = None
    observations: tuple[Observation, ...] = ()
    steps_fact: str | None = None
    published_fact: str | None = None

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong."""
        if self.comparator not in SIGNS:
            raise ValueError(
                said("comparator {} has no picture; {}", f"{self.comparator!r}", ", ".join(SIGNS))
            )
        years = [p.year for p in self.path]
        if self.baseline.year >= self.goal.year:
            raise ValueError(said("a goal is due after its baseline"))
        crowd.few("trajectory", self.goal.year - self.baseline.year, crowd.YEARS)
        if years != list(range(self.baseline.year, self.goal.year + 1)):
            raise ValueError(said("path: one point for each year from baseline to goal"))
        if min(self.baseline.value, self.goal.value) <= 0:
            raise ValueError(said("an index is above zero"))
        if any(o.value < 0 for o in self.observations):
            raise ValueError(said("no published index is below zero"))

    @property
    def years(self) -> range:
        """All years that anything is said of, the path's and the observed ones."""
        seen = [o.year for o in self.observations]
        return range(min([self.baseline.year, *seen]), max([self.goal.year, *seen]) + 1)

    @property
    def rises(self) -> bool:
        """Whether the goal lies above the baseline."""
        return self.goal.value >= self.baseline.value

    @property
    def ratio(self) -> Decimal:
        """The goal in baselines."""
        return self.goal.value / self.baseline.value

    @property
    def goal_text(self) -> str:
        """The goal as an inequality."""
        return SIGNS[self.comparator] + short(self.goal.value)
