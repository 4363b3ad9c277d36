"""Small counts in words: what the site counts itself is no fact and stands without digits."""

from __future__ import annotations

from policy_explorer.model.strings import Words

TEENS = 20
"""Below it, every number has a word of its own."""
TOP = 100


def spelled(n: int, words: Words) -> str:
    """A count in words, as it stands before what is counted: 两, twenty-three.

    From 100 on, a word for many: the number is left out.
    """
    if n >= TOP:
        return words["spell.many"]
    if n < TEENS:
        return words["spell.small"].split()[n]
    tens = words["spell.tens"].split()[n // 10 - 2]
    rest = words["spell.units"].split()[n % 10 - 1]
    return tens if n % 10 == 0 else words["spell.joint"].join((tens, rest))


def capital(sentence: str) -> str:
    """A sentence that begins with a capital letter, where its script has any."""
    return sentence[:1].upper() + sentence[1:]
