"""Words in every language of the plan, and references inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HINT = "¦"
"""Where a long name may break; no character of the name."""
REFERENCE = re.compile(r"\[\[(\s*[^\[\]|\s][^\[\]|]*)(?:\|([^\[\]]+))?\]\]")
KEPT = 16384
"""Words kept with their runs: as many as a large plan has, since each check asks for all."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in several languages, in the plan's order."""

    by: tuple[tuple[str, str], ...]
    hinted: tuple[tuple[str, str], ...] = ()
    """The same with `HINT` where a line may break, in those languages that say so."""

    def __getitem__(self, lang: str) -> str:
        """The words in one language; KeyError where the plan has no such language."""
        for code, words in self.by:
            if code == lang:
                return words
        raise KeyError(lang)

    @property
    def first(self) -> str:
        """The words in the plan's first language, the one its source is written in."""
        return self.by[0][1]


def hinted(by: tuple[tuple[str, str], ...]) -> Text:
    """The words without their hints, which are kept beside them.

    >>> hinted((("en", "paper¦making"),))
    Text(by=(('en', 'papermaking'),), hinted=(('en', 'paper¦making'),))
    """
    bare = tuple((code, words.replace(HINT, "")) for code, words in by)
    return Text(bare, tuple(pair for pair in by if HINT in pair[1]))


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a Text: plain words, or a reference (`to`) with words of its own or none."""

    words: str
    to: str = ""


@lru_cache(maxsize=KEPT)
def spans(words: str) -> tuple[Span, ...]:
    """The runs of `words`, references (`[[id]]`, `[[id|words]]`) apart from plain text.

    >>> spans("at [[parts/x]], [[parts/y|there]]")[1]
    Span(words='', to='parts/x')
    """
    out: list[Span] = []
    at = 0
    for found in REFERENCE.finditer(words):
        if found.start() > at:
            out.append(Span(words[at : found.start()]))
        out.append(Span(found[2] or "", found[1].strip()))
        at = found.end()
    if at < len(words):
        out.append(Span(words[at:]))
    return tuple(out)
