"""Dates as exact as the source gives them: a year, a month, or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A year, a month of it, or a day; 0 stands for what is not said. Sorts earliest first."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601, as far as it is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def last_day(self) -> dt.date:
        """The last day it can mean: a due year ends on 31 December."""
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, day)


def parse(written: str) -> When | None:
    """`2020`, `2020-06` or `2020-06-30`; None for anything else, and for days that never were."""
    found = WRITTEN.fullmatch(written)
    if not found or not found[0].isascii():
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if (found[2] and not month) or (found[3] and not day):
        return None
    return When(year, month, day)
