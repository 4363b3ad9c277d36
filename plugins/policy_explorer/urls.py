"""Addresses: where every page and every fact stands, and the way from one page to another."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote, urlsplit

ANCHORED = {
    "events": "timeline",
    "revisions": "timeline",
    "observations": "timeline",
    "questions": "questions",
    "glossary": "glossary",
}
"""Files whose items stand on one page together, and which."""
PAGED = ("targets", "sources", "charts")
"""Fixed files whose items have pages of their own, as those of sections do."""
LEDGER = "facts"
MISSING = "404"
"""The page that is shown at any address that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Urls:
    """The addresses of one site. Paths are relative to its root, without a leading slash."""

    codes: tuple[str, ...]
    """Language codes; the first stands at the root."""
    sections: tuple[str, ...]
    site_url: str = ""
    is_split: bool = False
    """Whether the ledger is one page for each file."""
    volumes: Mapping[str, int] = field(default_factory=dict)
    """Subject -> volume of its file's ledger, from 2 on; all others stand in the first."""
    sheets: Mapping[str, int] = field(default_factory=dict)
    """An item without a page of its own, or a line of a source ('sources/paper.40') -> the sheet
    of its list that it stands on, from 2 on; all others stand on the first."""

    def page(self, name: str, lang: str) -> str:
        """The path of a page: ('sectors/index', 'en') is 'en/sectors/index.html'."""
        return f"{self.folder(lang)}{name}.html"

    def folder(self, lang: str) -> str:
        """Where the pages of a language stand: '' for the first, else 'en/'."""
        return "" if lang == self.codes[0] else f"{lang}/"

    def file(self, chart: str, suffix: str, lang: str) -> str:
        """The path of one of a chart's files: ('output', 'csv', 'en')."""
        return self.page(f"charts/{chart}", lang).removesuffix("html") + suffix

    def feed(self, lang: str) -> str:
        """The path of the feed of a language: 'en/feed.xml'."""
        return f"{self.folder(lang)}feed.xml"

    def card(self, lang: str) -> str:
        """The path of the picture that stands for the site where a page of it is shared."""
        return f"{self.folder(lang)}card.png"

    def record(self, ref: str, lang: str) -> str:
        """Where an item is shown: its page, its place on a page, or its entry in the ledger."""
        file, _, name = ref.partition("/")
        if file in self.sections or file in PAGED:
            return self.page(f"{file}/{name or 'index'}", lang)
        if file in ANCHORED:
            page = sheet(ANCHORED[file], self.sheets.get(ref, 1))
            return f"{self.page(page, lang)}#{name}"
        return self.fact(ref, lang)

    def cited(self, source: str, line: int, lang: str) -> str:
        """The page of a source, at a line where there is one."""
        ref = f"sources/{source}"
        number = self.sheets.get(sheet(ref, line), 1)
        return self.page(sheet(ref, number), lang) + (f"#line-{line}" if line else "")

    def fact(self, fact_id: str, lang: str) -> str:
        """A fact's entry in the ledger."""
        subject = fact_id.partition(".")[0]
        page = self.ledger(subject.partition("/")[0], self.volumes.get(subject, 1))
        return f"{self.page(page, lang)}#{quote(fact_id, safe='/.-')}"

    def ledger(self, file: str, volume: int = 1) -> str:
        """The name of the page where the facts of a file stand."""
        if not self.is_split:
            return LEDGER
        return sheet(f"{LEDGER}/{file}", volume)

    def section_of(self, fact_id: str, lang: str) -> str:
        """The page of a section, or home for what is said of the plan."""
        name = fact_id.partition(".")[0]
        if name == "ledger":
            return self.page(LEDGER, lang)
        known = name in self.sections or name in PAGED
        return self.page(f"{name}/index" if known else "index", lang)

    def absolute(self, path: str) -> str:
        """The published address of a path, or '' where the site has none."""
        return f"{self.site_url}/{path}" if self.site_url else ""

    def way(self, start: str, to: str) -> str:
        """The way from one page to another path, or to the root, which is ''.

        Nobody knows at which address the page of what is missing will be shown: it leads from the
        host's root, where the site has an address.
        """
        if self.site_url and start.rpartition("/")[2] == f"{MISSING}.html":
            return f"{urlsplit(self.site_url).path}/{to}"
        return relative(start, to) if to else root(start)


def sheet(name: str, number: int) -> str:
    """The name of a page of a list that several pages hold; no id holds a point.

    >>> sheet("parts/index", 1), sheet("parts/index", 2)
    ('parts/index', 'parts/index.2')
    """
    return name if number == 1 else f"{name}.{number}"


def relative(start: str, to: str) -> str:
    """The way from one page to another, both given from the root; anchors stay.

    >>> relative("en/parts/x.html", "en/facts.html#parts/x")
    '../facts.html#parts/x'
    >>> relative("facts.html", "facts.html#parts/x")
    '#parts/x'
    """
    path, mark, anchor = to.partition("#")
    if path == start and mark:
        return f"#{anchor}"
    return _way(start.rpartition("/")[0], path) + mark + anchor


@lru_cache(maxsize=200_000)  # pages of a folder lead to the same places, mostly
def _way(folder: str, path: str) -> str:
    return posixpath.relpath(f"/{path}", f"/{folder}")  # never asks where we are


def resolved(start: str, way: str) -> str:
    """Where a way leads from a page, as a path from the root; anchors stay.

    >>> resolved("en/parts/x.html", "../facts.html#parts/x")
    'en/facts.html#parts/x'
    """
    path, mark, anchor = way.partition("#")
    to = posixpath.normpath(posixpath.join(posixpath.dirname(start), path)) if path else start
    return to + mark + anchor


def root(path: str) -> str:
    """The way from a page to the root: '../' for each folder it stands in."""
    return "../" * path.count("/")
