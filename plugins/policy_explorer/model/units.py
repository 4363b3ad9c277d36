"""The unit table: what numbers are measured in. Their words stand in the theme's strings.

Currencies are named by their common English name; codes after ISO 4217.
"""

from __future__ import annotations

MONEY = {
    "yuan": "CNY",
    "us-dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rupee": "INR",
    "rupiah": "IDR",
    "won": "KRW",
    "real": "BRL",
    "rand": "ZAR",
}
"""Unit -> ISO 4217 code; amounts are said with a scale word."""
PLAIN = ("percent", "points", "index", "times", "years", "place", "done")
"""Units of bare numbers: `points` are percentage points, `place` a rank, `done` a deed."""
UNITS = (*MONEY, *PLAIN)
