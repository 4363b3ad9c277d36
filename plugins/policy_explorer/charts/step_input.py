"""What a step is drawn from: plain values, checked for what the drawing relies on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.spec import Cell
from policy_explorer.charts.trajectory_input import SIGNS
from policy_explorer.problems import said

NEVER = range(0)
"""The years of an axis that has no calendar."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A published count, of when, and in which year; `year` is None where it is of no one year."""

    period: Cell
    count: Cell
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A count to be reached; `start` and `end` are None where they are not stated.

    `years` are those of the axis, ascending, first and last included: empty unless both ends are
    dates, since between a start and an end in words there is no calendar.
    """

    value: Decimal
    comparator: str
    of: str
    goal: Cell
    start: Cell | None = None
    end: Cell | None = None
    years: range = NEVER
    seen: tuple[Seen, ...] = ()
    start_fact: str | None = None
    end_fact: str | None = None

    @property
    def amount(self) -> str:
        """The goal's number without its sign, as its language writes it."""
        return self.goal.text.removeprefix(SIGNS[self.comparator])

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong.

        Raises:
            ValueError: a comparator that has no picture, a count that is not above zero, an axis
                of years without both ends or of one year only.
        """
        if self.comparator not in SIGNS or self.value <= 0:
            raise ValueError(said("step: {} {} has no picture", self.comparator, self.value))
        is_dated = self.start is not None and self.end is not None and len(self.years) > 1
        if len(self.years) and not is_dated:
            raise ValueError(said("step: an axis of years needs a start and an end"))
