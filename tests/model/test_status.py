"""Where a target stands: one word from what was observed and what the calendar says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from policy_explorer.model.status import Goal, Seen, Status, status
from policy_explorer.model.when import When

TODAY = When(2025, 6, 30)
PATH = {2023: Decimal(120), 2024: Decimal(140)}


def goal(comparator: str = "at_least", due: When | None = None) -> Goal:
    """A goal of 200."""
    return Goal(comparator, Decimal(200), due, PATH)


def seen(year: int, value: int) -> Seen:
    """A published value of a year."""
    return Seen(When(year), Decimal(value), "observations/x.value")


@pytest.mark.parametrize(
    ("due", "answer"),
    [
        (When(2025), Status.NO_OBSERVATION),
        (When(2025, 6), Status.NO_OBSERVATION),
        (When(2025, 6, 29), Status.DUE_PASSED_NO_OBSERVATION),
        (When(2024), Status.DUE_PASSED_NO_OBSERVATION),
        (None, Status.NO_OBSERVATION),
    ],
)
def test_the_calendar(due: When | None, answer: Status) -> None:
    """A goal that nobody measured is past only after the last day its due date can mean."""
    assert status(goal(due=due), (), TODAY) is answer


def test_no_number_no_answer() -> None:
    """What no number could show cannot be assessed, whatever was observed."""
    bare = Goal("", None, When(2024))
    assert status(bare, (seen(2024, 500),), TODAY) is Status.NOT_ASSESSABLE


@pytest.mark.parametrize(
    ("comparator", "value", "answer"),
    [
        ("at_least", 200, Status.MET),
        ("at_least", 199, Status.NOT_MET),
        ("more_than", 200, Status.NOT_MET),
        ("more_than", 201, Status.MET),
        ("at_most", 200, Status.MET),
        ("at_most", 201, Status.NOT_MET),
        ("exactly", 201, Status.MET),
        ("exactly", 199, Status.NOT_MET),
        ("about", 190, Status.MET),
        ("about", 211, Status.NOT_MET),
    ],
)
def test_the_due_year_decides(comparator: str, value: int, answer: Status) -> None:
    """A value of the due year meets the goal as its comparator says, or does not."""
    assert status(goal(comparator, When(2024)), (seen(2024, value),), TODAY) is answer


@pytest.mark.parametrize(
    ("year", "value", "answer"),
    [
        (2024, 140, Status.ON_PACE),
        (2024, 139, Status.BEHIND),
        (2022, 139, Status.NOT_ASSESSABLE),
        (2022, 200, Status.MET),
    ],
)
def test_an_earlier_value(year: int, value: int, answer: Status) -> None:
    """A value before the due year is held against the path of its year, where there is one."""
    assert status(goal(due=When(2026)), (seen(year, value),), TODAY) is answer


def test_the_latest_value_counts() -> None:
    """Of several values the latest is judged, in whatever order they stand."""
    rows = (seen(2024, 139), seen(2023, 500))
    for given in (rows, rows[::-1]):
        assert status(goal(due=When(2026)), given, TODAY) is Status.BEHIND


def test_the_due_period_decides() -> None:
    """A later figure does not undo what that of the due period showed."""
    figures = (seen(2023, 150), seen(2024, 210), seen(2025, 190))
    assert status(goal(due=When(2024)), figures, TODAY) is Status.MET
    assert status(goal(due=When(2023)), figures, TODAY) is Status.NOT_MET


def test_growth_in_one_year_is_not_another_s() -> None:
    """Where only the due period counts, figures of other periods are none."""
    of_due = Goal("at_least", Decimal(200), When(2024), is_of_due=True)
    assert status(of_due, (seen(2023, 500),), TODAY) is Status.DUE_PASSED_NO_OBSERVATION
    assert status(of_due, (seen(2023, 500), seen(2024, 100)), TODAY) is Status.NOT_MET
