"""A line of source with a caret under a place in it, as a terminal shows it; and its colours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

COLUMNS = 100
"""A line of the source that is longer is cut round the place."""
BEFORE = 60
"""Columns kept before the place of a line that is cut."""
NEAR = 400
"""Characters on each side of a place that are looked at, whatever their width."""
CUT = "..."
GUTTER = 4
"""Columns for the number of the line."""
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Kinds of characters that steer a terminal, or cannot be seen; they are shown as U+FFFD."""
SPACE = re.compile(r"\S")


def visible(word: str) -> str:
    """A word in which nothing turns, hides or escapes the line that it is printed on."""
    if word.isprintable():
        return word
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in word)


def bold(words: str) -> str:
    """Words in bold type."""
    return _in(1, words)


def red(words: str) -> str:
    """Words in red."""
    return _in(31, words)


def yellow(words: str) -> str:
    """Words in yellow."""
    return _in(33, words)


def _in(number: int, words: str) -> str:
    return f"\x1b[{number}m{words}\x1b[0m"


def width(sign: str) -> int:
    """Columns that a character takes: two for wide ones, none for marks set on another."""
    if unicodedata.category(sign) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def excerpt(source: str, line: int, col: int, *, is_coloured: bool = False) -> tuple[str, ...]:
    """The numbered line, cut to what fits, and the caret under the column (from 1) below it.

    The blanks before the caret are as wide as the words above them, tabs being kept as tabs; so
    it stands right whatever the terminal makes of a tab.
    """
    at = min(max(col - 1, 0), len(source))
    first, last = max(0, at - NEAR), at + NEAR
    signs, at = [_seen(sign) for sign in source[first:last]], at - first
    start, end = _window(signs, at)
    head = CUT if first or start else ""
    tail = CUT if end < len(signs) or last < len(source) else ""
    blank = SPACE.sub(" ", head) + "".join(_blank(sign) for sign in signs[start:at])
    number = f"{line:>{GUTTER}}"
    caret = red("^") if is_coloured else "^"
    shown = "".join(signs[start:end]).rstrip()
    return f"{number} | {head}{shown}{tail}", f"{' ' * len(number)} | {blank}{caret}"


def _seen(sign: str) -> str:
    return "\ufffd" if sign != "\t" and unicodedata.category(sign) in UNSEEN else sign


def _blank(sign: str) -> str:
    return sign if sign == "\t" else " " * width(sign)


def _window(signs: list[str], at: int) -> tuple[int, int]:
    """From where to where a line is shown: all of it, or what fits round the place."""
    if sum(map(width, signs)) <= COLUMNS:
        return 0, len(signs)
    start = at - _fitting(reversed(signs[:at]), BEFORE)
    used = sum(map(width, signs[start:at]))
    return start, at + _fitting(signs[at:], COLUMNS - used)


def _fitting(signs: Iterable[str], columns: int) -> int:
    """How many characters, from the first on, fit into so many columns."""
    used = count = 0
    for sign in signs:
        used += width(sign)
        if used > columns:
            break
        count += 1
    return count
