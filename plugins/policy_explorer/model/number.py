"""Numbers as a plan writes them: digits, digits with a scale word, number words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
SCALES = {
    "万": 4,
    "亿": 8,
    "万亿": 12,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "lakh": 5,
    "crore": 7,
    "lakh crore": 12,
}
"""Powers of ten of the scale words that may follow digits."""
DIGITS = {word: n for n, word in enumerate("零一二三四五六七八九")} | {"两": 2}
UNITS = {"千": 1000, "百": 100, "十": 10, "": 1}
PART = re.compile("(零?)([一二两三四五六七八九]?)([千百十]?)")
FORM = (
    rf"(?:{PLAIN.pattern})\s*(?:{'|'.join(SCALES)})?\s*"
    rf"|(?=.)[{''.join(DIGITS)}{''.join(UNITS)}]*(?:万亿|亿|万)?"
)
"""A pattern that everything fits which `parse` reads, and little else; for editors."""
MAX_DIGITS = 20
"""No plan has a number of more digits; arithmetic stays exact within them."""


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number and how it was written; its digits are significant ones."""

    value: Decimal
    written: str

    @property
    def is_word(self) -> bool:
        """Whether it was written in words, as 三百亿."""
        return not any(c.isdigit() and c.isascii() for c in self.written)


def parse(written: str) -> Number | None:
    """The number that was meant, exactly; None for anything but the forms in the module's head.

    >>> parse("572.8亿").value == Decimal("57280000000")
    True
    >>> parse("三百亿").value == Decimal("30000000000")
    True
    >>> parse("1e3"), parse("010"), parse("１０")
    (None, None, None)
    """
    plain = PLAIN.match(written)
    if plain:
        return _scaled(plain[0], written[plain.end() :].strip(), written)
    for scale in ("万亿", "亿", "万", ""):
        if written.endswith(scale):
            small = _small(written.removesuffix(scale) or ("一" if scale else ""))
            return None if small is None else _scaled(str(small), scale, written)
    return None


def _scaled(digits: str, scale: str, written: str) -> Number | None:
    power = SCALES.get(scale) if scale else 0
    if power is None or len(digits) > MAX_DIGITS:
        return None
    return Number(Decimal(f"{digits}e{power}"), written)


def _small(word: str) -> int | None:
    """A Chinese numeral below ten thousand: 三百 is 300, 百 is 100, 十二 is 12, 一百零五 is 105.

    Its units fall; only the first may go without a digit; 零 stands where one is left out.
    """
    if word == "零":
        return 0
    parts = [part for part in PART.findall(word) if any(part)]
    if not parts or "".join(map("".join, parts)) != word:
        return None
    total, above = 0, 0
    for zero, digit, unit in parts:
        size = UNITS[unit]
        is_gap = total > 0 and size * 10 < above
        is_first = total == 0
        if bool(zero) != is_gap or (not is_first and size >= above):
            return None
        if not digit and not (unit and is_first):
            return None
        total, above = total + DIGITS.get(digit, 1) * size, size
    return total


def plain(value: Decimal) -> str:
    """Digits without an exponent: 1E+10 becomes 10000000000; precision as it stands."""
    return f"{value:f}"
