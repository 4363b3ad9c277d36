"""Where a period stands on an axis of years, and which periods may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from policy_explorer.model.strings import Words
from policy_explorer.model.when import DECEMBER, When

YEAR, QUARTER, MONTH = Decimal(1), Decimal("0.25"), Decimal(1) / 12


def place(when: When) -> Decimal:
    """In years: a year stands at its number, a quarter or month at its beginning."""
    if when.part == "FY" or not when.month:
        return Decimal(when.year)
    first = when.month - 3 if when.part == "Q" else when.month - 1
    return when.year + Decimal(first) / 12


def due_place(when: When) -> Decimal:
    """Of a due date: one at the end of a year is that year's."""
    return Decimal(when.year) if when.month == DECEMBER else place(when)


def kind(when: When) -> str:
    """What sort of period it is: only values of one sort may be joined.

    '' for a year; months from January on are of one sort where they end in the same month.
    """
    if when.part.startswith("M"):
        return f"{when.part}..{when.month:02d}"
    return when.part or ("month" if when.month else "")


def step(name: str, places: Iterable[Decimal]) -> Decimal:
    """How far neighbours of a sort are apart; of months, as far as the nearest two."""
    if name == "month":
        gaps = [b - a for a, b in pairwise(sorted(set(places)))]
        return min(gaps, default=MONTH)
    return QUARTER if name == "Q" else YEAR


def said(when: When, words: Words) -> str:
    """The sort of a period in words, for a scope that has several."""
    if when.part.startswith("M"):
        first, last = words[f"month.{when.first_month}"], words[f"month.{when.month}"]
        return words.say("period.span", first=first, last=last)
    return words[f"period.{kind(when) or 'year'}"]


def fiscal(years: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """How fiscal years read on an axis: 2024/25."""
    return tuple((year, f"{year}/{(year + 1) % 100:02d}") for year in years)
