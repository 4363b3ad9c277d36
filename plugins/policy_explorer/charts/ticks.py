"""Round numbers for an axis."""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def round_ticks(low: Decimal, high: Decimal, parts: int = 3) -> tuple[Decimal, ...]:
    """Round numbers from `low` or below to `high` or above, in about so many equal parts.

    >>> [str(t) for t in round_ticks(Decimal(0), Decimal("1.67"), 4)]
    ['0.0', '0.5', '1.0', '1.5', '2.0']
    """
    rough = (high - low) / parts if high > low else Decimal(1)
    power = Decimal(10) ** math.floor(rough.log10())
    step = next(s * power for s in STEPS if s * power >= rough)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = max(int((high / step).to_integral_value(ROUND_CEILING)), first + 1)
    return tuple(step * n for n in range(first, last + 1))
