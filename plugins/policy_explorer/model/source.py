"""What a fact can be checked against."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.model.place import Place

MAX_LINES = 1_000_000
"""Lines of a text; so many bytes a file may have."""


def line_count(word: str) -> int | None:
    """How many lines a source says its text has; None where that is no such number."""
    is_number = word.isascii() and word.isdigit() and len(word) <= len(str(MAX_LINES))
    return int(word) if is_number and 0 < int(word) <= MAX_LINES else None


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source and the key words to find there."""

    source: str
    """Id in sources.yaml."""
    line: int
    """Line of the source's text, counted from 1; 0 where the source has no text."""
    terms: tuple[str, ...]
    place: Place
