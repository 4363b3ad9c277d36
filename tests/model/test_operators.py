"""The closed list of derivations."""

from __future__ import annotations

from decimal import Decimal

import pytest

from policy_explorer.model.operators import OPERATORS, compute, significant

RESULTS = [
    ("sum", "2 3 4.5", "9.5"),
    ("product", "2 3 4.5", "27.0"),
    ("difference", "2025 2020", "5"),
    ("ratio", "1150 575", "2"),
    ("index", "300 200", "150"),
    ("add_years", "2020 5", "2025"),
    ("cagr", "100 200 5", "14.8698354997035006798626947"),
    ("compound", "100 10 2", "121.00"),
]


@pytest.mark.parametrize(("name", "numbers", "result"), RESULTS)
def test_what_comes_out(name: str, numbers: str, result: str) -> None:
    """An operator gives what it says, to the last place."""
    found = compute(name, [Decimal(word) for word in numbers.split()])
    assert isinstance(found, Decimal)
    assert abs(found - Decimal(result)) < Decimal("1e-20")


def test_every_operator_is_tried() -> None:
    """There is no operator without a result above."""
    assert {name for name, *_ in RESULTS} == set(OPERATORS)


@pytest.mark.parametrize(
    ("name", "numbers", "words"),
    [
        ("ratio", "1", "ratio takes 2 values, not 1"),
        ("sum", "", "sum takes some values, not 0"),
        ("ratio", "1 0", "ratio has no result here (DivisionByZero)"),
        ("ratio", "0 0", "ratio has no result here (InvalidOperation)"),
        ("cagr", "-1 2 2", "cagr has no result here (InvalidOperation)"),
        ("compound", "2024 2024 2024", "compound gives a number too large to print"),
    ],
)
def test_what_does_not(name: str, numbers: str, words: str) -> None:
    """Where there is no result, words say why."""
    assert compute(name, [Decimal(word) for word in numbers.split()]) == words


def test_significant_digits() -> None:
    """Rounding keeps so many digits, wherever the point stands; a half goes to the even side."""
    words = ["1152.105397", "0.00123456", "2.5", "12345.5"]
    found = [
        f"{significant(Decimal(word), n):f}" for word, n in zip(words, (5, 3, 1, 5), strict=True)
    ]
    assert found == ["1152.1", "0.00123", "2", "12346"]
