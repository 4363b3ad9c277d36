"""What is offered in place of a number, a date or a line as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.inputs import answers
from policy_explorer.model import number, when

NUMBERS = {
    "8,900": "8900",
    "8，900": "8900",
    "８，９００": "8900",
    "1 234 567.5": "1234567.5",
    "1_000": "1000",
    "8,900亿": "8900亿",
    "1e3": "1000",
    "1.5E-2": "0.015",
    "010": "10",
    "+5": "5",
    ".5": "0.5",
    "5.": "5",
    "5%": "5",
    "12.0万元": "12.0万",
    "三百亿元": "三百亿",
}
"""What was typed, and what alone it can mean."""
DATES = {
    "2021/11/30": "2021-11-30",
    "2021.11.30": "2021-11-30",
    "2021-1-5": "2021-01-05",
    "20211130": "2021-11-30",
    "2021/11": "2021-11",
    "2021年": "2021",
    "2021 年 3 月": "2021-03",
    "2021年11月30日": "2021-11-30",
    "２０２１年": "2021",
    "二〇二一年": "2021",
    "2021年第三季度": "2021-Q3",
    "2021Q1": "2021-Q1",
    "2021年1-9月": "2021-01..2021-09",
}
"""The same of dates and periods."""
NONE = {
    "2021-11-31": "2021-11 has 30 days",
    "2021/2/29": "2021-02 has 28 days",
    "2024年2月30日": "2024-02 has 29 days",
    "2021-13": "months are 01 to 12",
    "2021-00": "months are 01 to 12",
}
"""Days and months that never were, and why."""
LINES = {"第40行": "40", "40行": "40", "L40": "40", "line 40": "40", "40-42": "[40, 41, 42]"}
"""The same of lines."""
OPEN = ("1,5", "1,00", "1,000,00", "1,000 000", "约5", "0x10", "12:30", "1e", "", "1e99")
"""What may mean this or that, or nothing."""
UNDATED = ("2021年底", "21-11-30", "11/30/2021", "2024-2025", "上半年", "0000", "99991231")


@pytest.mark.parametrize(("word", "meant"), NUMBERS.items(), ids=NUMBERS)
def test_a_number_is_offered(word: str, meant: str) -> None:
    """Without separators, exponent, leading zero and unit."""
    assert answers.of_number(word, ["元", "%"]) == f"write {meant}"


@pytest.mark.parametrize(("word", "meant"), DATES.items(), ids=DATES)
def test_a_date_is_offered(word: str, meant: str) -> None:
    """In the one form that dates and periods have."""
    assert answers.of_date(word) == f"write {meant}"


@pytest.mark.parametrize(("word", "why"), NONE.items(), ids=NONE)
def test_a_day_that_never_was_is_explained(word: str, why: str) -> None:
    """What is wrong is how many days the month has."""
    assert answers.of_date(word) == why


@pytest.mark.parametrize(("word", "meant"), LINES.items(), ids=LINES)
def test_a_line_is_offered(word: str, meant: str) -> None:
    """By its bare number; a few in a row as a list."""
    assert answers.of_line(word) == f"write {meant}"


@pytest.mark.parametrize("word", [*OPEN, *UNDATED])
def test_what_is_not_certain_is_not_answered(word: str) -> None:
    """Where a word may mean this or that, nothing is offered."""
    assert (answers.of_number(word), answers.of_date(word)) == ("", "")


@given(st.text("0123456789,.，eE+-_ 年月日/亿Qq季", max_size=12))
def test_what_is_offered_can_be_read(word: str) -> None:
    """An answer is never itself wrong, and never what was typed."""
    for answer, parse in (
        (answers.of_number(word), number.parse),
        (answers.of_date(word), when.parse),
    ):
        if answer.startswith("write "):
            assert parse(answer.removeprefix("write ")) is not None
            assert answer.removeprefix("write ") != word
