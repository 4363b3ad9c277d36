"""A page of running text, as it was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of Markdown in one language, not yet made into HTML."""

    page: str
    lang: str
    title: str
    summary: str
    markdown: str
    shown: str
    """Its path, as problems name it."""
