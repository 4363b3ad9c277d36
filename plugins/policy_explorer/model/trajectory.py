"""The arithmetic between a baseline and a goal: exact where exactness is possible."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

BASE = Decimal(100)
"""Index of the baseline year."""
_PRECISION = 28
_ROUNDING = 100
"""Digits a number may have before it is rounded."""


def rate(ratio: Decimal, years: int) -> Decimal:
    """The constant yearly growth that makes `ratio` in `years`, as a fraction: 0.148698… for 2, 5.

    Limits: ratio > 0, years >= 1.
    """
    with localcontext(prec=_PRECISION):
        return ratio ** (Decimal(1) / years) - 1


def even_path(ratio: Decimal, years: int) -> tuple[Decimal, ...]:
    """The index after 0, 1 … `years` years at constant growth, the base being 100; unrounded.

    The ends are exact: 100, and 100 x ratio.
    """
    with localcontext(prec=_PRECISION):
        growth = ratio ** (Decimal(1) / years)
        inner = (BASE * growth**n for n in range(1, years))
        return (BASE, *inner, BASE * ratio)


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half to even."""
    with localcontext(prec=_ROUNDING):
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
