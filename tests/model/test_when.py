"""Dates as exact as the source gives them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.model.when import When, parse

YEARS = st.integers(1, 9998)
DAYS = st.dates(max_value=dt.date(9998, 12, 31)).map(lambda day: When(day.year, day.month, day.day))
MONTHS = st.builds(When, YEARS, st.integers(1, 12))
WHENS = YEARS.map(When) | MONTHS | DAYS
QUARTERS = st.builds(When, YEARS, st.sampled_from([3, 6, 9, 12]), part=st.just("Q"))
FISCAL = st.builds(When, YEARS, part=st.just("FY"))
SPANS = MONTHS.filter(lambda when: when.month > 1).map(lambda w: When(w.year, w.month, 0, "M01"))


@given(WHENS | QUARTERS | FISCAL | SPANS)
def test_dates_come_back(when: When) -> None:
    """A date is read back as it is printed, no more exact and no less."""
    assert parse(str(when)) == when


@given(WHENS)
def test_the_last_day(when: When) -> None:
    """The last day a date can mean lies in it, and the next does not."""
    last = when.last_day
    assert last.isoformat().startswith(str(when))
    assert not (last + dt.timedelta(1)).isoformat().startswith(str(when))


@pytest.mark.parametrize(
    "written",
    ["", "20", "2020-", "2020-6", "2020-00", "2020-13", "2020-02-30", "2021-02-29", "2020-06-00",
     "0000", "２０２０", "2020/06/30", "2020-06-30T00:00", " 2020", "2020\n", "+2020", "-2020",
     "2020-Q0", "2020-Q5", "0000-Q1", "FY2024", "FY2024-26", "FY9999-00", "2024-09..2024-01",
     "2024-01..2025-01", "2024-00..2024-02", "2024-q1"],
)  # fmt: skip
def test_what_is_no_date(written: str) -> None:
    """Other forms, and days that never were, are no dates."""
    assert parse(written) is None


def test_earlier_is_less() -> None:
    """Dates sort by time; a year stands before its months, a month before its days."""
    words = ["2019-12-31", "2020", "2020-06", "2020-06-01", "2020-06-30", "2020-07", "2021"]
    dates = [when for word in reversed(words) if (when := parse(word)) is not None]
    assert [str(when) for when in sorted(dates)] == words
