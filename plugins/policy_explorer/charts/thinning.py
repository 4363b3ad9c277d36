"""Which years of an axis get a label where there is not room for all."""

from __future__ import annotations

import math


def thinned(years: range, room: float, year: float) -> list[int]:
    """The years to label where each label needs `room` px and a year has `year`; both ends always.

    >>> thinned(range(2000, 2011), 40, 20)
    [2000, 2002, 2004, 2006, 2008, 2010]
    """
    need, span = math.ceil(room / year), len(years) - 1
    # an even step that ends on the last year, if one is near; else the last gap is wider
    step = next((s for s in range(need, 2 * need + 1) if span % s == 0), need)
    kept = [y for y in years if (y - years[0]) % step == 0 and years[-1] - y >= step]
    return [*kept, years[-1]]
