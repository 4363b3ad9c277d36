"""How Han words sound, in plain Latin letters: for finding names, and for ordering them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
IDLE = re.compile(r"[\W_]+")
FIGURES, WIDEST = re.compile(r"[0-9]+"), 12
"""Numbers in names are put in order as numbers, up to so many figures."""
REST = "#"
"""Where names stand that begin with no letter."""


@cache
def syllables(words: str) -> tuple[str, ...]:
    """One sound for each Han character, and each run between them as it is, without white space.

    Empty where the words hold no Han character, so that nothing is loaded for them.

    >>> syllables("乐至A")
    ('le', 'zhi', 'A')
    """
    if not HAN.search(words):
        return ()
    from pypinyin import lazy_pinyin  # noqa: PLC0415 -- takes longer than any page

    said = lazy_pinyin(words)
    return tuple("".join(sound.split()) or "-" for sound in said)


@cache
def order(words: str) -> tuple[str, str]:
    """By what a name is put in order: its sound without marks and accents, then itself.

    >>> sorted(["No. 10", "No. 9"], key=order)
    ['No. 9', 'No. 10']
    """
    said = " ".join(syllables(words)) or words
    plain = unicodedata.normalize("NFKD", said).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    counted = FIGURES.sub(lambda found: found[0].zfill(WIDEST), bare)
    return IDLE.sub(" ", counted).strip(), words


def letter(words: str) -> str:
    """The capital a name stands under, `REST` for those that begin with none.

    >>> [letter(w) for w in ("“药”", "élan", "7+X")]
    ['Y', 'E', '#']
    """
    first = order(words)[0][:1].upper()
    return first if first.isalpha() else REST
