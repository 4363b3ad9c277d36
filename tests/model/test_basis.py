"""What facts rest on."""

from __future__ import annotations

from itertools import combinations_with_replacement

from policy_explorer.model.basis import ORDER, Basis, weakest


def test_the_order() -> None:
    """From the strongest to the weakest: stated, derived, external, inferred, not stated."""
    assert " ".join(ORDER) == "stated derived external inferred not_stated"


def test_the_weakest_wins() -> None:
    """Of several grounds the weakest counts, in whatever order they are named."""
    for strong, weak in combinations_with_replacement(ORDER, 2):
        assert weakest((strong, weak)) is weakest((weak, strong)) is weak


def test_nothing_is_derived() -> None:
    """What uses no fact at all is only derived."""
    assert weakest(()) is Basis.DERIVED
