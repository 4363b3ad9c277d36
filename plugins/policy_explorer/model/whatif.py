"""What if: where one and the same growth each year leads, against a goal that is a ratio.

The reader's own arithmetic, never the plan's. `theme/static/js/whatif.js` does the same in the
page; one file of cases holds both together.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

LOW, HIGH, STEP = Decimal(-20), Decimal(60), Decimal("0.1")
"""Percent a year that may be asked for: beyond these no economy has gone for years on end."""
CENT = Decimal("0.01")
NEAR = Decimal("1e-9")
"""Closer than this to the goal is at the goal, so that both programs agree at its very edge."""
FAR = 100
"""Years after the baseline that are looked at; what takes longer is said to be never."""
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal on an index: from a baseline's year and value to a value in the due year.

    Raises:
        ValueError: the goal is not due after its baseline, or a value is not above zero.
    """

    start: int
    base: Decimal
    due: int
    goal: Decimal
    is_strict: bool = False
    """Whether the goal itself is not enough: "more than"."""

    def __post_init__(self) -> None:
        """Refuse what has no answer."""
        if self.due <= self.start or min(self.base, self.goal) <= 0:
            raise ValueError("a goal is due after its baseline, and both are above zero")

    @property
    def rises(self) -> bool:
        """Whether the goal lies above the baseline."""
        return self.goal >= self.base

    def index(self, rate: Decimal, year: int) -> Decimal:
        """The index in a year."""
        return self.base * (1 + rate / HUNDRED) ** (year - self.start)

    def needed(self, index: Decimal, year: int) -> Decimal:
        """Percent a year that leads from an index in a year to the goal in the due year."""
        return ((self.goal / index) ** (Decimal(1) / (self.due - year)) - 1) * HUNDRED

    @property
    def even(self) -> Decimal:
        """Percent a year that leads to the goal exactly."""
        return self.needed(self.base, self.start)

    def lacks(self, index: Decimal) -> Decimal:
        """How far an index is from the goal, in points; 0 or less where it is there."""
        return self.goal - index if self.rises else index - self.goal

    def is_reached(self, index: Decimal) -> bool:
        """Whether an index is enough."""
        lack = self.lacks(index)
        return lack < -NEAR if self.is_strict else lack <= NEAR


@dataclass(frozen=True, slots=True)
class Year:
    """A year: the index, and percent a year needed from then on; None in the due year."""

    year: int
    index: Decimal
    needed: Decimal | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a rate leads.

    Unit: indices and `shortfall` in points, rounded to two decimals, half up.
    `reached` is the first year in which the goal is reached; None where that takes over a century.
    """

    rate: Decimal
    years: tuple[Year, ...]
    reached: int | None
    shortfall: Decimal


def outcome(aim: Aim, rate: Decimal) -> Outcome:
    """Where the same growth in every year leads."""
    indices = {year: aim.index(rate, year) for year in range(aim.start, aim.due + 1)}
    years = tuple(
        Year(year, cents(index), cents(aim.needed(index, year)) if year < aim.due else None)
        for year, index in indices.items()
    )
    lack = max(Decimal(0), cents(aim.lacks(indices[aim.due])))
    return Outcome(rate, years, _reached(aim, rate), lack)


def _reached(aim: Aim, rate: Decimal) -> int | None:
    years = range(aim.start, aim.start + FAR + 1)
    return next((year for year in years if aim.is_reached(aim.index(rate, year))), None)


def cents(value: Decimal) -> Decimal:
    """Two decimals, half up."""
    return value.quantize(CENT, ROUND_HALF_UP)


def samples(aim: Aim) -> tuple[Decimal, ...]:
    """The even rate and round rates around it, ascending, within the limits."""
    even = cents(aim.even)
    middle = (even / 5).quantize(Decimal(1), ROUND_HALF_UP) * 5
    around = (middle + 5 * n for n in (-2, -1, 0, 1))
    return tuple(sorted({even, *(rate for rate in around if LOW <= rate <= HIGH)}))
