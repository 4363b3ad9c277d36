"""What to write instead of a number, a date or a line as it was typed; '' where it is not certain.

Only what can mean one thing is answered: 8,900 is 8900, but 1,5 may be a list, or 1.5.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from decimal import Decimal

from policy_explorer.inputs.slips import half
from policy_explorer.model import number, when
from policy_explorer.problems import said

GROUPED = re.compile(r"(-?[1-9][0-9]{0,2}(?:([ ,_'])[0-9]{3})(?:\2[0-9]{3})*)(?![0-9])(.*)")
"""Digits in groups of three; what parts them is the same throughout."""
POWER = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)[eE]([+-]?[0-9]{1,2})")
PADDED = re.compile(r"(-?)0+([1-9].*)")
BARE = re.compile(r"(-?)\.([0-9]+)")
OPEN = re.compile(r"(-?[0-9]+)\.")
DAYS = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
SIGNS = re.compile(r"([0-9]{4})年(?:(1[0-2]|0?[1-9])月(?:([0-9]{1,2})[日号])?)?")
SOLID = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
QUARTER = re.compile(r"([0-9]{4})(?:年第?|[- ]?[Qq])([1-4一二三四])(?:季度?)?")
SPAN = re.compile(r"([0-9]{4})年([0-9]{1,2})月?[-~～—–至到]([0-9]{1,2})月")
LINE = re.compile(r"(?:第|[Ll]\.?|[Ll]ine)? ?([1-9][0-9]{0,5}) ?行?")
LISTED = re.compile(r"[1-9][0-9]{0,6}(?:\s*[,、;]\s*[1-9][0-9]{0,6})+")
LINES = re.compile(r"第?([1-9][0-9]{0,5}) ?[-~～—–至到] ?([1-9][0-9]{0,5})行?")
LONGEST = 9
"""Lines in a row that are written out."""
YEAR = re.compile("[〇零一二三四五六七八九]{4}年")
CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")


def of_number(word: str, units: Iterable[str] = ()) -> str:
    """What to write for a number: without separators and exponent, and without its unit."""
    plain = half(word).strip()
    for form in (plain, *(_without(plain, half(unit)) for unit in units)):
        mended = _grouped(form) or _powered(form) or _padded(form) or form
        if mended != word and form and number.parse(mended):
            return said("write {}", mended)
    return ""


def _without(word: str, unit: str) -> str:
    return word.removesuffix(unit).rstrip() if unit and word.endswith(unit) else ""


def _grouped(word: str) -> str:
    found = GROUPED.fullmatch(word)
    return found[1].replace(found[2], "") + found[3] if found else ""


def _powered(word: str) -> str:
    found = POWER.fullmatch(word)
    return number.plain(Decimal(found[1]).scaleb(int(found[2])).normalize()) if found else ""


def _padded(word: str) -> str:
    word = word.removeprefix("+")
    for form, shape in ((PADDED, r"\1\2"), (BARE, r"\g<1>0.\2"), (OPEN, r"\1")):
        if form.fullmatch(word):
            return form.sub(shape, word)
    return word


def of_date(word: str) -> str:
    """What to write for a date or a period, or why there is no such day."""
    plain = re.sub(r"\s", "", half(word))
    read = plain.translate(CHINESE) if YEAR.match(plain) else plain
    if found := QUARTER.fullmatch(read):
        return said("write {}", f"{found[1]}-Q{found[2].translate(CHINESE)}")
    if found := SPAN.fullmatch(read):
        return _told(f"{found[1]}-{int(found[2]):02}..{found[1]}-{int(found[3]):02}", word)
    if found := SIGNS.fullmatch(read) or SOLID.fullmatch(read):
        return _of_day(word, *found.groups())
    if found := DAYS.fullmatch(read):
        return _of_day(word, found[1], found[3], found[4])
    return ""


def _of_day(word: str, year: str, month: str | None, day: str | None) -> str:
    parts = [int(part) for part in (year, month, day) if part]
    if len(parts) > 1 and not 1 <= parts[1] <= when.DECEMBER:
        return said("months are 01 to 12")
    mended = "-".join((year, *(f"{part:02}" for part in parts[1:])))
    if len(parts) > 2 and int(year):  # noqa: PLR2004 -- year, month and day
        last = calendar.monthrange(parts[0], parts[1])[1]
        if not 1 <= parts[2] <= last:
            return said("{} has {} days", mended[:7], last)
    return _told(mended, word)


def _told(mended: str, word: str) -> str:
    return said("write {}", mended) if mended != word and when.parse(mended) else ""


def of_line(word: str) -> str:
    """What to write for a line, or several in a row."""
    plain = half(word).strip()
    if found := LINE.fullmatch(plain):
        return said("write {}", found[1])
    if LISTED.fullmatch(plain):
        return said("write {}", f"[{', '.join(re.findall('[0-9]+', plain))}]")
    found = LINES.fullmatch(plain)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    rows = range(first, last + 1) if first < last <= first + LONGEST else ()
    return said("write {}", f"[{', '.join(map(str, rows))}]") if rows else ""
