"""A page as text in which addresses and ids are looked for, since our own pages quote and escape.

Nothing of a page is kept but what other pages have to know of it, so that thousands can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"<([a-zA-Z][\w-]*)(\s[^>]*)>")
ATTRIBUTE = re.compile(r'\s([\w:-]+)="([^"]*)"')
IDS = re.compile(r'\sid="([^"]*)"')
CODE = re.compile(r"(<(script|style)\b[^>]*>)(.*?)(?=</\2>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag where it stands, and its attributes."""

    name: str
    attrs: Mapping[str, str]
    at: int
    """Offset in the page's text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site while it is looked at."""

    path: str
    text: str
    """As it is, but for what stands inside scripts: as many spaces."""

    def tags(self, end: str) -> Iterator[Tag]:
        """The tags with attributes up to a sign, as `</head>`."""
        found = TAG.finditer(self.text, 0, max(self.text.find(end), 0) or len(self.text))
        return (_tag(tag[1], tag[2], tag.start()) for tag in found)

    def tag(self, at: int) -> Tag | None:
        """The tag that a place stands in; None in words."""
        start = self.text.rfind("<", 0, at)
        found = TAG.match(self.text, start) if start > self.text.rfind(">", 0, at) else None
        return _tag(found[1], found[2], start) if found else None

    def places(self, words: str) -> Iterator[tuple[int, Tag]]:
        """Everywhere these words stand in a tag: offset, and the tag."""
        at = self.text.find(words)
        while at >= 0:
            tag = self.tag(at)
            if tag is not None:
                yield at, tag
            at = self.text.find(words, at + 1)


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
    """A page, to be looked at."""
    return Page(path, CODE.sub(_blanked, data.decode()))


def ids(data: bytes) -> tuple[str, ...]:
    """Every id of a page, as often as it is given."""
    found = IDS.findall(data.decode())
    return tuple(unescape(name) if "&" in name else name for name in found)


def _tag(name: str, words: str, at: int) -> Tag:
    pairs = ATTRIBUTE.findall(words)
    return Tag(name, {key: unescape(value) for key, value in pairs}, at)


def _blanked(found: re.Match[str]) -> str:
    """An element of code without its matter, at the same length: offsets stay true."""
    return found[1] + " " * len(found[3])
