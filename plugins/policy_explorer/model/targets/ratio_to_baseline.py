"""A multiple of a baseline year: output at least doubles from 2020 to 2025.

No absolute value is known or needed: the goal is an index, the baseline year being 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from policy_explorer.model import trajectory
from policy_explorer.model.fact import Choice, Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._ask import COMMON, Ask
from policy_explorer.model.targets._kind import (
    COMPARATORS,
    Flaw,
    Kind,
    by,
    compared,
    derived,
    due_before_baseline,
    year,
)
from policy_explorer.problems import said

RELATIVE = (Choice("times"), Choice("index"))
"""Units a bare ratio may have."""
PLACES = 2
"""Decimal places of path and rate."""


def _span(record: Record) -> tuple[Fact, Decimal, int, int] | None:
    """The comparator's fact, the ratio, the baseline year and the due year, if all are stated."""
    fact, start, due = compared(record), year(record, "baseline"), year(record, "due")
    if fact is None or not isinstance(fact.value, Number) or start is None or due is None:
        return None
    return (fact, fact.value.value, start, due) if due > start and fact.value.value > 0 else None


def _derive(record: Record) -> tuple[Fact, ...]:
    """Goal (index), span (years), rate (percent a year), equal step, and the path year by year.

    Unit: index, baseline year = 100; rounded to two places, half to even.
    """
    found = _span(record)
    if found is None:
        return ()
    fact, ratio, start, due = found
    years = due - start
    ends = (f"{record.ref}.due", f"{record.ref}.baseline")
    whole = (fact.id, f"{record.ref}.span")
    goal = trajectory.BASE * ratio
    step = (goal - trajectory.BASE) / years
    growth = trajectory.rounded(trajectory.rate(ratio, years) * 100, PLACES)
    path = trajectory.even_path(ratio, years)
    return (
        derived(record, "goal", _whole(goal), by("times_base", fact.id), "index"),
        derived(record, "span", Decimal(years), by("difference", *ends), "years"),
        derived(record, "rate", growth, by("even_rate", *whole), "percent"),
        derived(record, "step", _shown(step), by("equal_steps", *whole)),
        *(
            derived(record, f"path.{start + n}", _shown(value), by("even_path", *whole), "index")
            for n, value in enumerate(path)
        ),
    )


def _shown(value: Decimal) -> Decimal:
    return _whole(trajectory.rounded(value, PLACES))


def _whole(value: Decimal) -> Decimal:
    """Without the zeros behind the point of a whole number: 150.0 is 150."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _flaws(record: Record) -> Iterable[Flaw]:
    yield from due_before_baseline(record)
    unit = record.get("unit")
    if unit is not None and unit.value is not None and unit.value not in RELATIVE:
        message = said("a ratio in an absolute unit, though its baseline has no value")
        yield Flaw("unit", "absolute-unit", message, "take the unit away; the goal is an index")
    fact = compared(record)
    if fact is not None and isinstance(fact.value, Number) and fact.value.value <= 0:
        yield Flaw(fact.key, "bad-number", said("a ratio to a baseline, which must be above 0"))


KIND = Kind(
    name="ratio_to_baseline",
    needs=(("indicator",), COMPARATORS, ("baseline",), ("due",)),
    derive=_derive,
    flaws=_flaws,
    unit="times",
    asks={
        **COMMON,
        "amount": Ask(COMPARATORS),
        "baseline": Ask(("baseline",)),
        "unit": Ask(("unit",)),
        "price": Ask(("price_basis",)),
        "statistic": Ask(("indicator", "scope")),
    },
)
