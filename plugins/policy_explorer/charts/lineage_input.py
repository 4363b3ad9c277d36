"""What a lineage is drawn from: goals of one matter, each in its own unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.spec import Cell
from policy_explorer.problems import said


@dataclass(frozen=True, slots=True)
class Bar:
    """A goal's number as a length, and that of its base where one is stated.

    Unit: the goal's own, whatever it is; the two are compared with each other and nothing else.
    `opens` is 1 where more is as good, -1 where less is.

    Raises:
        ValueError: a number below zero, or nothing but zeros.
    """

    goal: Decimal
    base: Decimal | None = None
    opens: int = 0

    def __post_init__(self) -> None:
        """Refuse what has no length."""
        if min(self.goal, self.base or self.goal) < 0 or not self.longest:
            raise ValueError(said("lineage: {} to {} has no picture", self.base, self.goal))

    @property
    def longest(self) -> Decimal:
        """The longer of the two."""
        return max(self.goal, self.base or self.goal)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as it was set on one day.

    `said` and `due` are in years, with fractions: 2025 is the beginning of that year, 2026 its
    end; None where that is not stated. A cell is None where the data do not ask for it, and says
    that it is not stated where they do. `rate` is the growth that was said with the goal.
    """

    basis: str
    name: str
    when: Cell
    number: Cell
    base: Cell | None
    base_year: Cell | None
    until: Cell | None
    rate: Cell | None = None
    bar: Bar | None = None
    said: Decimal | None = None
    due: Decimal | None = None
