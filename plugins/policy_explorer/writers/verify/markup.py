"""A page as its tags: read by one pattern, since our own pages quote and escape everything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

ANY = (
    "action|content|data-copy-image|data-find|data-plotly|data-plotly-css|formaction|href"
    "|hreflang|id|name|poster|rel|src|srcset|xlink:href"
)
"""Attributes that are looked at."""
TAG = re.compile(r"<([a-zA-Z][\w-]*)(\s[^>]*)>")
ATTRIBUTE = re.compile(rf'\s({ANY})="([^"]*)"')
CODE = re.compile(r"(<(script|style)\b[^>]*>)(.*?)(?=</\2>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag where it stands, and those of its attributes that are looked at."""

    name: str
    attrs: Mapping[str, str]
    at: int
    """Offset in the page's text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site."""

    path: str
    text: str
    tags: tuple[Tag, ...]
    """All of them that have such attributes."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a site is held against."""

    folders: tuple[str, ...] = ("",)
    """Where the pages of each language stand: ('', 'en/')."""
    address: str = ""
    """Of the site; '' where it has none."""
    written: str = ""
    """All that editors wrote: what stands there may stand on a page."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in which file, at which offset of its text."""

    path: str
    at: int
    message: str


def page(path: str, data: bytes) -> Page:
    """A page, read; what stands inside scripts is not markup."""
    text = data.decode()
    found = (
        Tag(tag[1], _attributes(tag[2]), tag.start())
        for tag in TAG.finditer(CODE.sub(_blanked, text))
    )
    tags = tuple(tag for tag in found if tag.attrs)
    return Page(path, text, tags, tuple(t.attrs["id"] for t in tags if "id" in t.attrs))


def _attributes(words: str) -> Mapping[str, str]:
    pairs = ATTRIBUTE.findall(words)
    return {name: unescape(value) if "&" in value else value for name, value in pairs}


def _blanked(found: re.Match[str]) -> str:
    """An element of code without its matter, at the same length: offsets stay true."""
    return found[1] + " " * len(found[3])
