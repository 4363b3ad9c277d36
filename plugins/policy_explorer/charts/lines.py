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

PART = re.compile(r"[^/]*/+|[^/]+$")
"""A part of an address, with the slash after it."""


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines of at most `room` px; a wider word is cut, an address after a slash.

    >>> wrapped("工业总产值翻一番，以上", 10, 80)
    ('工业总产值翻一', '番，以上')
    >>> wrapped("at least double", 10, 50)
    ('at least', 'double')
    """
    lines, line = [], ""
    for piece in _pieces(text, size, room):
        if line and width_of((line + piece).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _pieces(text: str, size: float, room: float) -> Iterator[str]:
    most = max(1, int(room / size))
    for word in PIECE.findall(" ".join(text.split())):
        for piece in (word,) if width_of(word.rstrip(), size) <= room else PART.findall(word):
            if width_of(piece.rstrip(), size) <= room:
                yield piece
            else:
                yield from (piece[at : at + most] for at in range(0, len(piece), most))
