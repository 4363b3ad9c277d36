"""The arithmetic between a baseline and a goal."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.model.trajectory import even_path, rate, rounded

RATIOS = st.decimals("0.01", "100", places=2)
YEARS = st.integers(1, 40)


def test_a_doubling_in_five_years() -> None:
    """Twice as much in five years: these six values, and 14.87 percent a year."""
    path = [str(rounded(value, 2)) for value in even_path(Decimal(2), 5)]
    assert path == ["100.00", "114.87", "131.95", "151.57", "174.11", "200.00"]
    assert rounded(rate(Decimal(2), 5) * 100, 2) == Decimal("14.87")


@given(RATIOS, YEARS)
def test_the_ends_are_exact(ratio: Decimal, years: int) -> None:
    """A path begins at 100 and ends at 100 times the ratio, whatever is rounded between."""
    path = even_path(ratio, years)
    assert (path[0], path[-1]) == (Decimal(100), 100 * ratio)
    assert len(path) == years + 1


@given(RATIOS, YEARS)
def test_growth_is_even(ratio: Decimal, years: int) -> None:
    """Every step of a path is the same growth, that of the rate."""
    growth = 1 + rate(ratio, years)
    path = even_path(ratio, years)
    assert all(abs(after / before - growth) < Decimal("1e-20") for before, after in pairwise(path))


def test_halves_go_to_the_even_neighbour() -> None:
    """A half is rounded to the even neighbour, and long numbers are rounded too."""
    assert [str(rounded(Decimal(word), 1)) for word in ("0.25", "0.35", "-0.25")] == [
        "0.2",
        "0.4",
        "-0.2",
    ]
    assert str(rounded(Decimal("9" * 40 + ".06"), 1)) == "9" * 40 + ".1"
