"""What milestones are drawn from: a lane for each voice, with what has a date and what has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Entry:
    """What is due or happened: its title and its date, in full and as it reads under its year.

    Unit: `at` in years, with fractions: 2025 is the beginning of that year; None where that is
    not stated, and then `gap` says so. `lasts` in years: of what has a whole year and no day;
    without `at`, anything but 0 says that a span is stated and its start is not. `fact` is the
    item's, `when_fact` its date's.
    """

    basis: str
    when: str
    title: str
    at: Decimal | None
    day: str = ""
    gap: str = ""
    lasts: Decimal = Decimal(0)
    is_due: bool = False
    fact: str = ""
    when_fact: str = ""

    @property
    def said(self) -> str:
        """Its date, or why it has none."""
        return self.when or self.gap


@dataclass(frozen=True, slots=True)
class Lane:
    """Entries of one voice, by date, what has none last; years of `span` without any are silent.

    `silent` says so in words; '' where silence means nothing.
    """

    title: str
    entries: tuple[Entry, ...]
    span: range = field(default=range(0))
    silent: str = ""

    @property
    def years(self) -> frozenset[int]:
        """The years it says something of."""
        return frozenset(int(entry.at) for entry in self.entries if entry.at is not None)

    def silences(self, years: range) -> tuple[range, ...]:
        """Runs of silent years among these, in order."""
        if not self.silent:
            return ()
        empty = [y for y in years if y in self.span and y not in self.years]
        runs = groupby(enumerate(empty), lambda pair: pair[1] - pair[0])
        found = ([year for _, year in run] for _, run in runs)
        return tuple(range(run[0], run[-1] + 1) for run in found)
