"""An axis of values in words: one unit for all of it, bare numbers at its ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from policy_explorer.charts.ticks import round_ticks
from policy_explorer.model.fact import Unit
from policy_explorer.model.strings import Words
from policy_explorer.model.text import Text
from policy_explorer.model.units import MONEY
from policy_explorer.views.lens import Lens
from policy_explorer.views.quantities import POWERS, digits

PARTS, EXACT = 4, 12
"""Into so many parts an axis is divided; decimals that nothing has more of."""
CUTTABLE = frozenset({"percent", "points"})
"""Units whose axis may begin above zero; amounts and counts begin at zero."""
FAR = Decimal("0.75")
"""Where the lowest value is more than this of the highest, all are far from zero."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks, the power of ten their labels leave out, and the unit that says so."""

    ticks: tuple[Decimal, ...]
    power: int
    unit: str
    words: Words

    @property
    def from_zero(self) -> bool:
        """Whether zero is on it."""
        return self.ticks[0] <= 0

    def label(self, value: Decimal) -> str:
        """A published value in the unit of the axis, to three digits of its highest tick."""
        highest = abs(self.ticks[-1].scaleb(-self.power)) or Decimal(1)
        most = max(0, 2 - math.floor(highest.log10()))
        return digits(_plain(value.scaleb(-self.power), most), self.words)

    def exact(self, value: Decimal) -> str:
        """A goal in the unit of the axis: never rounded."""
        return digits(_plain(value.scaleb(-self.power), EXACT), self.words)

    def tick(self, value: Decimal) -> str:
        """A tick, with as many decimals as any of them needs."""
        scaled = [_plain(tick.scaleb(-self.power), EXACT) for tick in self.ticks]
        exponents = (tick.as_tuple().exponent for tick in scaled)
        least = min(e for e in exponents if isinstance(e, int))
        exact = value.scaleb(-self.power).quantize(Decimal(1).scaleb(min(least, 0)))
        return digits(exact if value else Decimal(0), self.words)


def axis(lens: Lens, values: Sequence[Decimal], unit: Unit) -> Axis:
    """The axis for these values."""
    low, high = min(values), max(values)
    is_far = unit in CUTTABLE and low > high * FAR
    ticks = round_ticks(low if is_far else min(low, Decimal(0)), max(high, Decimal(0)), PARTS)
    power, scale = _scaled(lens.words, ticks[-1]) if unit in MONEY else (0, "")
    name = unit[lens.lang] if isinstance(unit, Text) else ""
    said = name or (lens.words[f"unit.{unit}"] if unit else "")
    joined = lens.words.say("number.unit", x=scale, unit=said) if scale else said
    return Axis(ticks, power, joined, lens.words)


def _scaled(words: Words, highest: Decimal) -> tuple[int, str]:
    """The largest scale word of the language that fits, and its power of ten."""
    said = words.group("scale")
    found = ((power, said.get(name, "")) for name, power in POWERS.items())
    return next(
        ((power, word) for power, word in found if word and highest >= Decimal(10) ** power),
        (0, ""),
    )


def _plain(value: Decimal, most: int) -> Decimal:
    """At most so many decimals, and none that are zero at the end."""
    short = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP).normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
