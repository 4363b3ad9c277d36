"""Whether key words print a number: whole tokens, scale words, groups of digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from policy_explorer.model.number import Number
from policy_explorer.model.printed import holds


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("1.97 lakh crore rupees", "1970000000000"),
        ("12,195 crore", "121950000000"),
        ("1,97,000 jobs", "197000"),
        ("9.5 lakh", "950000"),
        ("1.5 trillion", "1500000000000"),
    ],
)
def test_scale_words_are_printed_numbers(term: str, value: str) -> None:
    """A number with a scale word, grouped in any way, is printed as what it stands for."""
    assert holds([term], Number(Decimal(value), value))


def test_a_scale_word_is_a_whole_word() -> None:
    """Only a whole word scales, and the longest that fits."""
    assert not holds(["3 millionaires"], Number(Decimal(3000000), "3 million"))
    assert not holds(["3 lakh crore"], Number(Decimal(300000), "3 lakh"))
