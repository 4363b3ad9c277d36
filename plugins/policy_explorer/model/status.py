"""Where a target stands, computed from observations and the calendar; never typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from policy_explorer.model.when import When

METHOD = 3
"""Version of the rules below, printed beside every status."""


class Status(StrEnum):
    """The closed list of answers."""

    NOT_ASSESSABLE = "not_assessable"
    NO_OBSERVATION = "no_observation"
    DUE_PASSED_NO_OBSERVATION = "due_passed_no_observation"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    MET = "met"
    NOT_MET = "not_met"


@dataclass(frozen=True, slots=True)
class Seen:
    """A published value, in the unit of the goal (an index, for a ratio to a baseline)."""

    when: When
    value: Decimal
    fact: str
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """What a status is held against.

    `path` is the implied value of each year, where a kind implies one; `value` is None for what
    no number could show.
    """

    comparator: str
    value: Decimal | None
    due: When | None
    path: Mapping[int, Decimal] = field(default_factory=dict)
    high: Decimal | None = None
    """The upper end of a range; `value` is then the lower."""
    is_of_due: bool = False
    """Whether only a figure of the due period counts: growth in one year is not another's."""

    def is_met_by(self, seen: Decimal) -> bool:
        """Whether a value satisfies the goal itself."""
        if self.value is None:
            return False
        if self.high is not None:
            return self.value <= seen <= self.high
        return _COMPARE[self.comparator](seen, self.value)


_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda seen, goal: seen >= goal,
    "more_than": lambda seen, goal: seen > goal,
    "at_most": lambda seen, goal: seen <= goal,
    "exactly": lambda seen, goal: seen >= goal,
    "about": lambda seen, goal: abs(seen - goal) <= abs(goal) / 20,
}
"""`exactly` is the number as printed, without "at least": more of it does not miss it. `about`
is within a twentieth."""


def status(goal: Goal, seen: tuple[Seen, ...], assessed_on: When) -> Status:
    """One word from what was observed and what the calendar says.

    Without a goal in numbers nothing can be assessed. Without an observation a passed due date
    is just that, not a miss. An observation of the due period decides, else the first after it; an
    earlier one is held against the implied path where there is one, else it only counts once it
    reaches the goal.
    """
    if goal.value is None:
        return Status.NOT_ASSESSABLE
    counted = tuple(one for one in seen if _counts(goal, one))
    if not counted:
        is_past = goal.due is not None and goal.due.last_day < _day(assessed_on)
        return Status.DUE_PASSED_NO_OBSERVATION if is_past else Status.NO_OBSERVATION
    latest = _decisive(goal, counted)
    is_reached = goal.is_met_by(latest.value)
    if goal.due is not None and latest.when.last_day >= goal.due.last_day:
        return Status.MET if is_reached else Status.NOT_MET
    implied = goal.path.get(latest.when.year)
    if implied is not None:
        keeps_up = _COMPARE[goal.comparator](latest.value, implied)
        return Status.ON_PACE if keeps_up else Status.BEHIND
    return Status.MET if is_reached else Status.NOT_ASSESSABLE


def _counts(goal: Goal, one: Seen) -> bool:
    return not goal.is_of_due or goal.due is None or one.when == goal.due


def _decisive(goal: Goal, seen: tuple[Seen, ...]) -> Seen:
    """The first figure that reaches to the end of the due period, else the latest of all."""
    ends = [one for one in seen if goal.due and one.when.last_day >= goal.due.last_day]
    if ends:
        return min(ends, key=lambda one: one.when.last_day)
    return max(seen, key=lambda one: one.when.last_day)


def _day(when: When) -> dt.date:
    return dt.date(when.year, when.month or 1, when.day or 1)
