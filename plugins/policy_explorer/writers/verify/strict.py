"""The slow part of the verification: pages as an HTML5 parser and a careful author see them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from re import compile as pattern

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.markup import Fault

HEADING = pattern(r"<h([1-6])\b")
IMAGE = pattern(r"<img\b(?![^>]*\balt=)")


def flaws(path: str, text: str) -> Iterator[Fault]:
    """What is not valid HTML5 in a page, headings that are not in order, pictures without words.

    A block inside a paragraph is among the errors of the parser, which has to close the paragraph.
    """
    import html5lib  # noqa: PLC0415 -- only this asks for it, and it comes with the tests

    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    for (line, col), name, _ in parser.errors:
        yield Fault(path, _offset(text, line, col), said("not valid: {}", quoted(name)))
    yield from _headings(path, text)


def _offset(text: str, line: int, col: int) -> int:
    """Where a line and a column stand in a text."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return min(at + max(col - 1, 0), len(text))


def _headings(path: str, text: str) -> Iterator[Fault]:
    found = [(int(head[1]), head.start()) for head in HEADING.finditer(text)]
    levels = [level for level, _ in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield Fault(path, found[0][1] if found else 0, said("it needs one h1, and that first"))
    for (before, _), (after, at) in pairwise(found):
        if after > before + 1:
            yield Fault(path, at, said("an h{} follows an h{}", after, before))
    for image in IMAGE.finditer(text):
        yield Fault(path, image.start(), said("a picture without alt"))
