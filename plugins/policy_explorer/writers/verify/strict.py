"""The slow part of the verification: pages as an HTML5 parser and a careful author see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from re import compile as pattern

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.markup import Fault, Page

HEADING = pattern(r"<h([1-6])\b")
IMAGE = pattern(r"<img\b(?![^>]*\balt=)")


def flaws(pages: Mapping[str, Page]) -> Iterator[Fault]:
    """What is not valid HTML5, and headings that leave out a level or are not one h1 first.

    A block inside a paragraph is among the errors of the parser, which has to close the paragraph.
    """
    import html5lib  # noqa: PLC0415 -- only this asks for it, and it comes with the tests

    parser = html5lib.HTMLParser(strict=False)
    for page in pages.values():
        parser.parse(page.text)
        for (line, col), name, _ in parser.errors:
            yield Fault(
                page.path, _offset(page.text, line, col), said("not valid: {}", quoted(name))
            )
        yield from _headings(page)


def _offset(text: str, line: int, col: int) -> int:
    """Where a line and a column stand in a text."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return min(at + max(col - 1, 0), len(text))


def _headings(page: Page) -> Iterator[Fault]:
    found = [(int(head[1]), head.start()) for head in HEADING.finditer(page.text)]
    levels = [level for level, _ in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield Fault(page.path, found[0][1] if found else 0, said("it needs one h1, and that first"))
    for (before, _), (after, at) in pairwise(found):
        if after > before + 1:
            yield Fault(page.path, at, said("an h{} follows an h{}", after, before))
    for image in IMAGE.finditer(page.text):
        yield Fault(page.path, image.start(), said("a picture without alt"))
