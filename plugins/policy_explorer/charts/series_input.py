"""What a series is drawn from: published values in their scopes, goals, and what is missing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts import crowd
from policy_explorer.charts.trajectory_input import OPEN, SIGNS
from policy_explorer.problems import said


@dataclass(frozen=True, slots=True)
class Scope:
    """What a value covers; values of two scopes are never joined. `step` is in years.

    `step` is the distance of neighbouring periods: 1 for years, 0.25 for quarters.
    """

    id: str
    words: str
    step: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Seen:
    """A published value: its place in years, its scope's id, how it reads, who says so.

    `text` is the value in full, `label` in the unit of the axis, as the picture has it.
    """

    at: Decimal
    period: str
    value: Decimal
    text: str
    label: str
    series: str
    who: str
    fact: str
    estimate: bool = False
    basis: str = "external"


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal: by when, how much, when it was set; `superseded` once another has replaced it.

    `text` is the goal in full as an inequality, `label` its number in the unit of the axis;
    `set_on` may be empty.
    """

    at: Decimal
    period: str
    value: Decimal
    comparator: str
    text: str
    label: str
    fact: str
    set_on: str = ""
    who: str = ""
    superseded: bool = False
    basis: str = "stated"

    @property
    def sign(self) -> str:
        """The number as an inequality."""
        return SIGNS[self.comparator] + self.label

    @property
    def opens(self) -> int:
        """Where it is open: 1 upwards, -1 downwards; 0 for one that is not, or was replaced."""
        return 0 if self.superseded else OPEN.get(self.comparator, 0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of values: round values and how they read, in which unit, from zero or not.

    `years` says how a year reads on the other axis, where that is not its number.
    """

    ticks: tuple[tuple[Decimal, str], ...]
    unit: str
    from_zero: bool = True
    years: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Published values against goals.

    `until` is the last year of which a value could have been published; `absent_fact` says that
    for the missing years none is.

    Raises:
        ValueError: nothing to draw, an unknown scope or comparator, or values off the axis.
    """

    seen: tuple[Seen, ...]
    scopes: tuple[Scope, ...]
    scale: Scale
    goals: tuple[Aim, ...] = ()
    until: int | None = None
    absent_fact: str | None = None

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong."""
        if not self.seen:
            raise ValueError(said("series: at least one value"))
        crowd.few("series", len(self.seen), crowd.VALUES)
        for goal in self.goals:
            if goal.comparator not in SIGNS:
                raise ValueError(said("comparator {} has no picture", f"{goal.comparator!r}"))
        if unknown := {one.series for one in self.seen} - {scope.id for scope in self.scopes}:
            raise ValueError(said("unknown scope: {}", ", ".join(sorted(unknown))))
        if len(self.scale.ticks) < len(("low", "high")) or self.low >= self.scale.ticks[-1][0]:
            raise ValueError(said("series: at least two ticks, ascending"))
        values = [one.value for one in self.seen] + [goal.value for goal in self.goals]
        if min(values) < self.low:
            raise ValueError(said("a value lies below the axis"))

    @property
    def low(self) -> Decimal:
        """Where the axis of values begins."""
        first = self.scale.ticks[0][0]
        return min(first, Decimal(0)) if self.scale.from_zero else first

    @property
    def years(self) -> range:
        """All years that anything is said of."""
        places = [one.at for one in self.seen] + [goal.at for goal in self.goals]
        found = [math.floor(at) for at in places]
        return range(min(found), max(found) + 1)

    @property
    def missing(self) -> tuple[int, ...]:
        """The years between the first value and `until` that have none."""
        known = {math.floor(one.at) for one in self.seen}
        last = self.years[-1] if self.until is None else min(self.until, self.years[-1])
        return tuple(year for year in range(min(known), last + 1) if year not in known)

    @property
    def ordered(self) -> tuple[Seen, ...]:
        """All values by time, then in the order in which they were given."""
        return tuple(sorted(self.seen, key=lambda one: one.at))

    def scope(self, name: str) -> Scope:
        """The scope of this id."""
        return next(scope for scope in self.scopes if scope.id == name)
