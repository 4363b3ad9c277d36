"""Lines of words that fit: where a text may be broken, in Han and in other scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_explorer.charts.fonts import width_of

OPENING, CLOSING = "“‘《（〈「『【(", "”’》）〉」』】，。；：、！？…,.;:!?)%"
HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
PIECE = re.compile(
    rf"[{re.escape(OPENING)}]*(?:{HAN}|(?:(?!{HAN})[^\s{re.escape(OPENING)}])+)"
    rf"[{re.escape(CLOSING)}]*\s*"
)
"""What stays on one line: a Han character or a word, with the marks that lean on it."""

ALONE = re.compile(rf"{HAN}{{2}}[{re.escape(CLOSING)}]*\s*")
LEND = 3
"""A line of so many pieces can spare one."""
PART = re.compile(r"[^/-]*[/-]+|[^/-]+$")
"""A part of an address or of a compound, with the slash or hyphen after it."""


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines of at most `room` px; a wider word is cut, after a slash or hyphen if any.

    No Han character stands alone on the last line where the line before can spare one.

    >>> wrapped("工业总产值翻一番，以上", 10, 80)
    ('工业总产值翻一', '番，以上')
    >>> wrapped("at least double", 10, 50)
    ('at least', 'double')
    >>> wrapped("ultra-high-definition", 10, 60)
    ('ultra-high-', 'definition')
    >>> wrapped("生物医药", 10, 30)
    ('生物', '医药')
    """
    lines: list[list[str]] = [[]]
    for piece in _pieces(text, size, room):
        line = lines[-1]
        if line and width_of("".join((*line, piece)).rstrip(), size) > room:
            lines.append([piece])
        else:
            line.append(piece)
    _mend(lines)
    return tuple("".join(line).rstrip() for line in lines if line)


def _mend(lines: list[list[str]]) -> None:
    """Give a last Han character that stands alone the one before it."""
    before, last = ([[], *lines])[-2:]
    if len(last) == 1 and len(before) >= LEND and ALONE.fullmatch(before[-1] + last[0]):
        last.insert(0, before.pop())


def _pieces(text: str, size: float, room: float) -> Iterator[str]:
    most = max(1, int(room / size))
    for word in PIECE.findall(" ".join(text.split())):
        for piece in (word,) if width_of(word.rstrip(), size) <= room else PART.findall(word):
            if width_of(piece.rstrip(), size) <= room:
                yield piece
            else:
                yield from (piece[at : at + most] for at in range(0, len(piece), most))
