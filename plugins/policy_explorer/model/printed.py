"""Whether key words hold a number, as a whole printed token or as a number word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from policy_explorer.model import number
from policy_explorer.model.number import Number, plain
from policy_explorer.model.when import When

_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
WORDS: dict[str, Decimal | int] = {
    "翻一番": 2,
    "翻番": 2,
    "翻两番": 4,
    "double": 2,
    "doubles": 2,
    "doubled": 2,
    "doubling": 2,
    "triple": 3,
    "half": Decimal("0.5"),
    **{word: n for n, word in enumerate(_COUNTING.split())},
}
"""Words that are numbers, beside the numerals that `number.parse` reads."""
_GROUPED = r"\d+(?:(?:,\d{2,3})*,\d{3})?(?:\.\d+)?"
"""Digits, grouped by thousands (15,000) or as in India (1,97,000), or not at all."""
_SCALES = "|".join(sorted(number.SCALES, key=len, reverse=True))
DIGITS = re.compile(rf"(?<![\d.]){_GROUPED}(?![\d.]*\d)")
NUMERAL = re.compile("[零一二三四五六七八九两十百千万亿]+")
SCALED = re.compile(rf"(?<![\d.])({_GROUPED})\s*({_SCALES})(?![a-z])")
LETTERS = re.compile(r"[a-z]+")
KEPT = 16384
"""Words kept with their folded form: as many as a large plan has, since each check asks for all."""


@lru_cache(maxsize=KEPT)
def folded(words: str) -> str:
    """Words as they are compared: NFKC, without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


def holds(terms: Iterable[str], value: Number | When) -> bool:
    """Whether one of the terms prints the value.

    A number must be a whole token: 20 does not stand in 2020. Of a date, its year must be there,
    and its month and day where it has them.

    >>> holds(["20户以上"], Number(Decimal(20), "20")), holds(["2020年"], Number(Decimal(20), "20"))
    (True, False)
    """
    normal = [unicodedata.normalize("NFKC", term) for term in terms]
    if isinstance(value, When):
        parts = [Decimal(part) for part in (value.year, value.month, value.day) if part]
        return all(part in printed(normal) for part in parts)
    return value.value in printed(normal)


def printed(terms: Iterable[str]) -> set[Decimal]:
    """Every number that some term prints, in digits or in words."""
    out: set[Decimal] = set()
    for term in terms:
        out |= {Decimal(token.replace(",", "")) for token in DIGITS.findall(term)}
        for found in SCALED.finditer(term):
            scaled = number.parse(f"{found[1].replace(',', '')} {found[2]}")
            out |= {scaled.value} if scaled else set()
        for token in NUMERAL.findall(term):
            read = number.parse(token)
            out |= {read.value} if read else set()
        words = set(LETTERS.findall(term.lower()))
        out |= {Decimal(n) for word, n in WORDS.items() if word in words or _is_han(word, term)}
    return out


def _is_han(word: str, term: str) -> bool:
    return not word.isascii() and word in term


def shown(value: Number | When) -> str:
    """The value as the editor wrote it."""
    return str(value) if isinstance(value, When) else value.written or plain(value.value)
