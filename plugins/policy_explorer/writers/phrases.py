"""Phrases of another language inside a page, told from their script and given their `lang`."""

from __future__ import annotations

import re
from collections.abc import Iterator

WHOLE = ("script", "style", "title", "svg", "code", "pre", "option", "textarea")
"""Elements that hold no phrases, or may hold no elements."""
PIECE = re.compile(
    rf"<(?P<whole>{'|'.join(WHOLE)})\b[^>]*>.*?</(?P=whole)>|<!.*?>|<[^>]*>|(?P<words>[^<]+)",
    re.DOTALL,
)
OPEN = re.compile(r"<([a-z0-9]+)(?=[^>]*?\slang=\"([^\"]*)\")")
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
    if not foreign or not pattern.search(html):
        return html
    return "".join(_pieces(html, pattern, rf'<span lang="{foreign}">\g<0></span>'))


def _pieces(html: str, pattern: re.Pattern[str], new: str) -> Iterator[str]:
    """What stands in an element with a `lang` of its own is left to it."""
    own, depth = "", 0
    for piece in PIECE.finditer(html):
        text = piece[0]
        if piece["words"]:
            yield pattern.sub(new, text) if not own else text
            continue
        if own:
            depth += text.startswith((f"<{own}>", f"<{own} ")) - text.startswith(f"</{own}>")
            own = own if depth else ""
        elif (found := OPEN.match(text)) and found[1] not in ("html", *WHOLE, "link"):
            own, depth = found[1], 1
        yield text
