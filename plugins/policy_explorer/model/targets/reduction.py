"""So many percent less than in a baseline year: energy use down 13.5 % from 2020 to 2025.

The goal is an index, the baseline year being 100, and a ceiling: 86.5 or less.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from policy_explorer.model import trajectory
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record
from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import (
    Flaw,
    Kind,
    amount,
    by,
    derived,
    due_before_baseline,
    year,
)
from policy_explorer.problems import said

PLACES = 2
"""Decimal places of path and rate."""
WHOLE = Decimal(100)


def _derive(record: Record) -> tuple[Fact, ...]:
    """Goal (index), span (years), rate (percent a year), and the path year by year.

    Unit: index, baseline year = 100; rounded to two places, half to even.
    """
    cut, start, due = amount(record, "reduce_by"), year(record, "baseline"), year(record, "due")
    if cut is None or start is None or due is None or due <= start or not 0 < cut < WHOLE:
        return ()
    years, ratio = due - start, (WHOLE - cut) / WHOLE
    ends = (f"{record.ref}.due", f"{record.ref}.baseline")
    whole = (f"{record.ref}.reduce_by", f"{record.ref}.span")
    growth = trajectory.rounded(trajectory.rate(ratio, years) * 100, PLACES)
    path = trajectory.even_path(ratio, years)
    return (
        derived(record, "goal", WHOLE - cut, by("less_percent", whole[0]), "index"),
        derived(record, "span", Decimal(years), by("difference", *ends), "years"),
        derived(record, "rate", growth, by("even_fall", *whole), "percent"),
        *(
            derived(record, f"path.{start + n}", _shown(value), by("even_fall", *whole), "index")
            for n, value in enumerate(path)
        ),
    )


def _shown(value: Decimal) -> Decimal:
    rounded = trajectory.rounded(value, PLACES)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _flaws(record: Record) -> Iterable[Flaw]:
    yield from due_before_baseline(record)
    cut = amount(record, "reduce_by")
    if cut is not None and not 0 < cut < WHOLE:
        yield Flaw(
            "reduce_by", "bad-number", said("a reduction, which is above 0 and below 100 percent")
        )


KIND = Kind(
    name="reduction",
    needs=(("indicator",), ("reduce_by",), ("baseline",), ("due",)),
    derive=_derive,
    flaws=_flaws,
    unit="percent",
    asks={
        **COMMON,
        "amount": Ask(("reduce_by",)),
        "baseline": Ask(("baseline",)),
        "unit": Ask(("unit",), is_always=False),
        "price": Ask(("price_basis",), is_always=False),
        "statistic": Ask(("indicator", "scope")),
    },
)
