"""Numbers and dates as each language writes them; patterns come from the strings."""

from __future__ import annotations

from decimal import Decimal

from policy_explorer.model.number import Number, plain
from policy_explorer.model.strings import Words
from policy_explorer.model.units import MONEY
from policy_explorer.model.when import When

POWERS = {
    "trillion": 12,
    "wanyi": 12,
    "lakh_crore": 12,
    "billion": 9,
    "yi": 8,
    "crore": 7,
    "million": 6,
    "lakh": 5,
    "wan": 4,
}
"""Scale words by the power of ten they stand for, largest first; a language has some of them."""
GROUPED_FROM = 4
"""Digits up to which a number is not grouped: 2020, but 15,000."""


def date(when: When, words: Words) -> str:
    """A date as running text has it: 2020年6月30日, 30 June 2020; as exact as it is known."""
    if when.part:
        return words.say(f"date.{_period(when)}", **_parts(when, words))
    key = "day" if when.day else "month" if when.month else "year"
    return words.say(f"date.{key}", **_parts(when, words))


def _period(when: When) -> str:
    return {"Q": "quarter", "FY": "fiscal"}.get(when.part, "span")


def day_of_year(when: When, words: Words) -> str:
    """Month and day without the year, where the year stands beside it: 6月30日, 30 June."""
    return words.say("date.day_short" if when.day else "date.month_short", **_parts(when, words))


def _parts(when: When, words: Words) -> dict[str, object]:
    month = words[f"month.{when.month}"] if when.month else ""
    first = words[f"month.{when.first_month}"] if when.first_month else ""
    return {
        "y": when.year,
        "m": when.month,
        "d": when.day,
        "month": month,
        "q": when.month // 3,
        "first": first,
        "next": f"{(when.year + 1) % 100:02d}",
    }


def dates(when: When, words: Words) -> tuple[str, ...]:
    """Every way a date is written here, the one for running text first."""
    short = (day_of_year(when, words),) if when.month and not when.part else ()
    years = (words.say("date.year", y=when.year), str(when.year))
    return tuple(dict.fromkeys((date(when, words), str(when), *short, *years)))


def digits(value: Decimal, words: Words) -> str:
    """Plain digits, grouped as the language groups them; no exponent, no lost precision."""
    sign, whole = (words["number.minus"], plain(-value)) if value < 0 else ("", plain(value))
    head, dot, tail = whole.partition(".")
    mark = words["number.group"]
    if mark and len(head) > GROUPED_FROM:
        parts = [head[max(0, n - 3) : n] for n in range(len(head), 0, -3)]
        head = mark.join(reversed(parts))
    return f"{sign}{head}{dot}{tail}"


def scaled(value: Decimal, words: Words) -> str:
    """A large number with the largest scale word that fits: 1150亿, 115 billion."""
    scales = {name: said for name, said in words.group("scale").items() if said}
    for name, power in POWERS.items():
        if name in scales and abs(value) >= Decimal(10) ** power:
            return _with(digits(_short(value.scaleb(-power)), words), scales[name], words)
    return digits(_short(value), words)


def _with(number: str, unit: str, words: Words) -> str:
    return words.say("number.unit", x=number, unit=unit)


def _short(value: Decimal) -> Decimal:
    """Without the zeros that only came from scaling: 115.0 is 115, 57.280 is 57.28."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def measured(found: Number, unit: str, words: Words, *, as_written: bool) -> str:
    """A number with its unit, as running text has it; money as printed in the source's language."""
    if unit in MONEY:
        is_printed = as_written and any(c.isalpha() for c in found.written)
        said = found.written if is_printed else scaled(found.value, words)
        return _with(said, words[f"unit.{unit}"], words)
    shown = digits(found.value, words)
    return words.say(f"number.{unit}", x=shown) if f"number.{unit}" in words else shown


def counted(found: Number, what: str, words: Words) -> str:
    """A number of things: 20户, 20 enterprises."""
    return _with(digits(found.value, words), what, words)


def class_word(found: Number, words: Words, *, as_written: bool) -> str:
    """The name of a class of size: 三百亿级 as printed, 30-billion class by computing."""
    computed = scaled(found.value, words).replace(" ", words["number.class_joint"])
    return words.say("compare.class", x=found.written if as_written and found.is_word else computed)
