"""Numbers as charts write them, exactly, from decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def exact(value: Decimal) -> str:
    """Two decimals, none where the number is whole.

    >>> exact(Decimal("114.8698")), exact(Decimal("200.000001")), exact(Decimal("114.5"))
    ('114.87', '200', '114.50')
    """
    text = format(value.quantize(CENT, ROUND_HALF_UP), "f")
    return text.removesuffix(".00")


def short(value: Decimal) -> str:
    """As whole as the value is, without zeros at its end.

    >>> short(Decimal("2.00")), short(Decimal("1.50")), short(Decimal(200))
    ('2', '1.5', '200')
    """
    text = format(value.quantize(CENT, ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".")


def rounded(value: Decimal) -> str:
    """A whole number, for a label whose exact value stands in the table."""
    return format(value.quantize(Decimal(1), ROUND_HALF_UP), "f")


def signed(value: Decimal) -> str:
    """Two decimals and always a sign; the minus is a typographer's.

    >>> signed(Decimal("14.8698")), signed(Decimal("-3.1"))
    ('+14.87', '−3.10')
    """
    text = format(abs(value).quantize(CENT, ROUND_HALF_UP), "f")
    return f"{'−' if value < 0 else '+'}{text}"
