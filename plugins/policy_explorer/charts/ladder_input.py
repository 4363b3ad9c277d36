"""What a ladder is drawn from: plain values, checked for what the drawing relies on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from policy_explorer.charts import crowd
from policy_explorer.problems import said

Kind = Literal["disjoint", "nested"]
"""Whether units of a higher class are others than those of a lower one, or among them."""


@dataclass(frozen=True, slots=True)
class Rung:
    """So many units of a class by a year; `label` names the class in the chart's language.

    Unit: `value` in any unit that is one for all classes; areas are drawn in its proportion.
    """

    year: int
    count: int
    value: Decimal
    label: str
    fact: str
    basis: str = "stated"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the counts of the last year, and how many units that makes in all."""

    label: str
    total: int
    kind: Kind
    fact: str


@dataclass(frozen=True, slots=True)
class Units:
    """What is counted, in the plural of the chart's language; `total` where it is known."""

    name: str
    total: int | None = None
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Counts of unnamed units by class and year.

    Shape: at least one rung; readings, if any, are of the last year. `which_fact` says that the
    units are not named.

    Raises:
        ValueError: a count, a value or a total that could only be drawn wrong.
    """

    units: Units
    rungs: tuple[Rung, ...]
    readings: tuple[Reading, ...] = ()
    which_fact: str | None = None

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong."""
        if not self.rungs:
            raise ValueError(said("a ladder has at least one rung"))
        if any(r.count < 1 or r.value <= 0 for r in self.rungs):
            raise ValueError(said("counts and values are above zero"))
        for year in self.years:
            crowd.few("ladder", sum(rung.count for rung in self.of(year)), crowd.SQUARES)
        for reading in self.readings:
            self._check(reading)

    @property
    def years(self) -> tuple[int, ...]:
        """The years, ascending, each once."""
        return tuple(sorted({r.year for r in self.rungs}))

    def of(self, year: int) -> tuple[Rung, ...]:
        """The rungs of a year, the highest class first."""
        rungs = [r for r in self.rungs if r.year == year]
        return tuple(sorted(rungs, key=lambda r: -r.value))

    def readings_of(self, year: int) -> tuple[Reading, ...]:
        """The readings of a year: those of the last, none of any other."""
        return self.readings if year == self.years[-1] else ()

    def _check(self, reading: Reading) -> None:
        counts = [r.count for r in self.of(self.years[-1])]
        if reading.kind == "nested" and counts != sorted(counts):
            raise ValueError(said("nested: a lower class holds at least as many as a higher one"))
        total = sum(counts) if reading.kind == "disjoint" else counts[-1]
        if reading.total != total:
            raise ValueError(
                said("{}: {} in all, but the counts make {}", reading.label, reading.total, total)
            )
