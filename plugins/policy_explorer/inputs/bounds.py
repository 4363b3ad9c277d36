"""How much Markdown a page may hold, so that turning it into HTML ends soon, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.text import position
from policy_explorer.model.place import Place
from policy_explorer.problems import said

MAX_LEVELS = 20
"""Quotations and lists within each other; the parser calls itself for each."""
MAX_BRACKETS = 400
"""Opening brackets of one paragraph; the parser looks for the end of each to the end of it."""
MAX_LINKS = 2_000
"""Opening brackets of a page."""
MAX_SIGNS = 20_000
"""Signs of a page that may mean something; each is set aside and looked up again."""
PREFIX = re.compile(r"[ \t]*((?:>|[*+-](?=[ \t])|[0-9]{1,9}\.(?=[ \t]))[ \t]*)*")
MARKER = re.compile(r"[>*+.-]")
SIGN = re.compile(r"[\[\]*_`<&\\]")
PARAGRAPH = re.compile(r".+(?:\n[ \t]*\S.*)*")
TAB = 4


def check(desk: Desk, shown: str, words: str) -> bool:
    """Whether a page is within bounds; else one complaint, at the first sign beyond them.

    Problems: too-deep, too-big.
    """
    for offset, code, message in _beyond(words):
        desk.fail(Place(shown, *position(words, offset)), code, message)
        return False
    return True


def _beyond(words: str) -> Iterator[tuple[int, str, str]]:
    for line in re.finditer(r".+", words):
        if _levels(line[0]) > MAX_LEVELS:
            message = said("nested deeper than {} levels", MAX_LEVELS)
            yield line.start(), "too-deep", message
    for paragraph in PARAGRAPH.finditer(words):
        at = _nth(paragraph[0], "[", MAX_BRACKETS)
        if at is not None:
            message = said("more than {} opening brackets in one paragraph", MAX_BRACKETS)
            yield paragraph.start() + at, "too-big", message
    at = _nth(words, "[", MAX_LINKS)
    if at is not None:
        yield at, "too-big", said("more than {} opening brackets in one file", MAX_LINKS)
    signs = [found.start() for found in SIGN.finditer(words)]
    if len(signs) > MAX_SIGNS:
        message = said("more than {} signs of Markdown in one file", MAX_SIGNS)
        yield signs[MAX_SIGNS], "too-big", message


def _levels(line: str) -> int:
    """How deep a line stands in quotations and lists."""
    found = PREFIX.match(line)
    markers = MARKER.findall(found[0]) if found else []
    indent = line[: len(line) - len(line.lstrip(" \t"))].expandtabs(TAB)
    return len(markers) + len(indent) // TAB


def _nth(words: str, sign: str, count: int) -> int | None:
    """Where the sign after so many stands, if there are that many."""
    if words.count(sign) <= count:
        return None
    at = -1
    for _ in range(count + 1):
        at = words.index(sign, at + 1)
    return at
