"""Where in the data a thing was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """File, line and column, the last two counted from 1."""

    path: str
    line: int
    col: int


NOWHERE = Place("", 1, 1)
"""Of what the build itself made."""
