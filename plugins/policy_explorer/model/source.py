"""What a fact can be checked against."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.model.place import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source and the key words to find there."""

    source: str
    """Id in sources.yaml."""
    line: int
    """Line of the source's text, counted from 1; 0 where the source has no text."""
    terms: tuple[str, ...]
    place: Place
