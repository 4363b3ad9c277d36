"""Dates and periods as exact as the source gives them: year, month, day, quarter, fiscal year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
FISCAL = re.compile(r"FY([0-9]{4})-([0-9]{2})")
DECEMBER = 12
SPAN = re.compile(r"([0-9]{4})-([0-9]{2})\.\.([0-9]{4})-([0-9]{2})")
FORM = "|".join(form.pattern for form in (DATE, QUARTER, FISCAL, SPAN))
"""A pattern that everything fits which `parse` reads, and little else; for editors."""
DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A year, a month of it, or a day; 0 stands for what is not said. Sorts earliest first.

    `part` tells a period from a date: `Q` a quarter that ends in `month`, `FY` a fiscal year that
    begins in `year`, `M01` the months of `year` from January to `month`, cumulated.
    """

    year: int
    month: int = 0
    day: int = 0
    part: str = ""

    def __str__(self) -> str:
        """As it is written in the data; ISO 8601 where that has a form."""
        if self.part == "Q":
            return f"{self.year:04d}-Q{self.month // 3}"
        if self.part == "FY":
            return f"FY{self.year:04d}-{(self.year + 1) % 100:02d}"
        if self.part:
            return f"{self.year:04d}-{self.first_month:02d}..{self.year:04d}-{self.month:02d}"
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def first_month(self) -> int:
        """Of a span of months, the first; 0 for anything else."""
        return int(self.part[1:]) if self.part.startswith("M") else 0

    @property
    def last_day(self) -> dt.date:
        """The last day it can mean: a due year ends on 31 December.

        Fiscal years end differently from country to country; the end of the later calendar year
        is the latest they can mean.
        """
        year = self.year + 1 if self.part == "FY" else self.year
        month = self.month or 12
        day = self.day or calendar.monthrange(year, month)[1]
        return dt.date(year, month, day)


def parse(written: str) -> When | None:
    """The date or period that was meant; None for anything else, and for days that never were.

    >>> [str(parse(w)) for w in ("2020-06", "2024-Q3", "FY2024-25", "2024-01..2024-09")]
    ['2020-06', '2024-Q3', 'FY2024-25', '2024-01..2024-09']
    """
    for form, read in ((QUARTER, _quarter), (FISCAL, _fiscal), (SPAN, _span), (DATE, _date)):
        if found := form.fullmatch(written):
            year, *rest = (int(part or 0) for part in found.groups())
            is_year = dt.MINYEAR <= year < dt.MAXYEAR  # a fiscal year ends in the next
            return read(year, *rest) if is_year else None
    return None


def _quarter(year: int, quarter: int) -> When:
    return When(year, quarter * 3, 0, "Q")


def _fiscal(year: int, end: int) -> When | None:
    return When(year, 0, 0, "FY") if end == (year + 1) % 100 else None


def _span(year: int, first: int, end: int, last: int) -> When | None:
    is_span = year == end and 1 <= first < last <= DECEMBER
    return When(year, last, 0, f"M{first:02d}") if is_span else None


def _date(year: int, month: int, day: int) -> When | None:
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return When(year, month, day)
