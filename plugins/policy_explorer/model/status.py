"""Where a target stands, computed from observations and the calendar; never typed."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from policy_explorer.model.when import When

METHOD = "1"
"""Version of the rules below, printed with every status."""


class Status(StrEnum):
    """The closed list of answers."""

    NOT_ASSESSABLE = "not_assessable"
    NO_OBSERVATION = "no_observation"
    DUE_PASSED_NO_OBSERVATION = "due_passed_no_observation"


def status(*, is_measurable: bool, due: When | None, assessed_on: When) -> Status:
    """The status of a target for which nothing is observed.

    A target that no number could ever show met is not assessable; one whose due date has passed
    is not thereby missed, it is unobserved.
    """
    if not is_measurable:
        return Status.NOT_ASSESSABLE
    today = dt.date(assessed_on.year, assessed_on.month, assessed_on.day)
    if due is not None and due.last_day < today:
        return Status.DUE_PASSED_NO_OBSERVATION
    return Status.NO_OBSERVATION
