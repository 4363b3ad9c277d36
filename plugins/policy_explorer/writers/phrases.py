"""Phrases of another language inside a page, told from their script and given their `lang`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

WHOLE = ("script", "style", "title", "svg", "code", "pre", "option", "textarea")
"""Elements that hold no phrases, or may hold no elements."""
ASIDE = re.compile(
    rf"<(?P<whole>{'|'.join(WHOLE)})\b[^>]*>.*?</(?P=whole)>|<!.*?>"
    rf"|<(?P<own>(?!html\b|link\b)[a-z0-9]+)(?=[^>]*?\slang=)[^>]*>",
    re.DOTALL,
)
"""What is left as it is: such an element, a remark, the start of one with a `lang` of its own."""
TAG = re.compile("<[^>]*>")
SIGN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
HAN = re.compile(rf"{SIGN}(?:[、，。·“”‘’（）0-9+]*{SIGN})*")
"""Han characters, with the stops and figures between them."""
LATIN = re.compile(r"[A-Za-z][A-Za-z’-]*(?: [A-Za-z][A-Za-z’-]*){2,}")
"""Three words in a row: fewer are names and abbreviations, which belong to no language."""
IN_HAN = ("zh", "ja", "yue")


def is_han(tag: str) -> bool:
    """Whether a language is written in Han characters."""
    return tag.partition("-")[0] in IN_HAN


def marked(html: str, tag: str, others: tuple[str, ...]) -> str:
    """The page with a span around every phrase of another script than its language's.

    Args:
        html: A page of ours: attributes hold no bare `>`.
        tag: Its language.
        others: The plan's other languages; the first of the other script is taken, in a plan
            without one nothing is marked.
    """
    foreign = next((other for other in others if is_han(other) != is_han(tag)), "")
    pattern = LATIN if is_han(tag) else HAN
    if not foreign:
        return html
    marks = rf'<span lang="{foreign}">', "</span>"
    return replaced(html, pattern, lambda found: found[0].join(marks), is_own=True)


def replaced(
    html: str,
    pattern: re.Pattern[str],
    new: Callable[[re.Match[str]], str],
    *,
    is_own: bool = False,
) -> str:
    """The page with what a pattern finds in its words replaced; its markup and code are left alone.

    `is_own`: so are elements with a `lang` of their own.
    """
    if not pattern.search(TAG.sub("<", html)):  # as on most pages
        return html
    there = [found for found in pattern.finditer(html) if _is_words(html, found.start())]
    spans = _spans(html, is_own=is_own)
    out: list[str] = []
    done, aside = 0, next(spans, None)
    for found in there:
        start = found.start()
        while aside is not None and aside[1] <= start:
            aside = next(spans, None)
        if aside is None or aside[0] > start:
            out += (html[done:start], new(found))
            done = found.end()
    return "".join((*out, html[done:]))


def _is_words(html: str, at: int) -> bool:
    """Whether a place is in no tag."""
    return html.rfind("<", 0, at) <= html.rfind(">", 0, at)


def _spans(html: str, *, is_own: bool) -> Iterator[tuple[int, int]]:
    """Where what is left alone begins and ends, in order, each outside of the others."""
    at = 0
    while (found := ASIDE.search(html, at)) is not None:
        name = found["own"]
        at = found.end() if name is None or not is_own else _end(html, name, found.end())
        if name is None or is_own:
            yield found.start(), at


def _end(html: str, name: str, start: int) -> int:
    """Where an element ends that begins before a place."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)
