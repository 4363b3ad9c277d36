"""sitemap.xml and robots.txt: which pages there are, each with its twins in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from policy_explorer.model.when import When
from policy_explorer.writers.later import File

PATH, PART, ROBOTS = "sitemap.xml", "sitemap-{}.xml", "robots.txt"
MOST_PAGES, MOST_BYTES = 50_000, 50_000_000
"""What one sitemap may hold; of more there are several, and one that lists them."""
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
START = f'{HEAD}<urlset xmlns="{SPACE}" xmlns:xhtml="{LINKS}">\n'
END = "</urlset>\n"
Twins = tuple[tuple[str, str], ...]
"""A page: (BCP 47 tag, address) in every language, the default first."""


def robots(address: str) -> bytes:
    """Everybody may read everything; with an address, where the sitemap is."""
    told = f"\nSitemap: {address}/{PATH}\n" if address else ""
    return f"User-agent: *\nAllow: /\n{told}".encode()


def sitemaps(
    pages: Iterable[Twins],
    address: str,
    date: When,
    limit: tuple[int, int] = (MOST_PAGES, MOST_BYTES),
) -> dict[str, File]:
    """The sitemap by its path; where it would hold too much, its parts and their index.

    Args:
        pages: Every page once, with all its twins.
        address: Where the site is published.
        date: Of the data: all pages name it at their foot, so that with it each has changed.
        limit: Pages and bytes that one file may hold.
    """
    changed = "" if date.part else f"<lastmod>{date}</lastmod>"
    rows = (row for twins in pages for row in _rows(twins, changed))
    parts = [f"{START}{''.join(part)}{END}".encode() for part in split(rows, *limit)]
    if len(parts) == 1:
        return {PATH: parts[0]}
    found: dict[str, File] = {PART.format(n): part for n, part in enumerate(parts, 1)}
    return {PATH: _index(found, address, changed), **found}


def _rows(twins: Twins, changed: str) -> Iterator[str]:
    """An entry for each language of a page, all with the same ways to the others."""
    ways = "".join(_way(tag, to) for tag, to in (*twins, ("x-default", twins[0][1])))
    for _, to in twins:
        yield f"<url><loc>{escape(to)}</loc>{changed}{ways}</url>\n"


def _way(tag: str, to: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{escape(to)}"/>'


def split(rows: Iterable[str], most: int, size: int) -> Iterator[list[str]]:
    """The rows in lists of at most `most`, which make files of at most `size` bytes.

    >>> [len(part) for part in split(["x" * 100] * 5, 2, 10_000)]
    [2, 2, 1]
    """
    frame = len((START + END).encode())
    part: list[str] = []
    room = size - frame
    for row in rows:
        length = len(row.encode())
        if part and (len(part) == most or length > room):
            yield part
            part, room = [], size - frame
        part.append(row)
        room -= length
    yield part


def _index(parts: Iterable[str], address: str, changed: str) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{escape(f'{address}/{path}')}</loc>{changed}</sitemap>\n" for path in parts
    )
    return f'{HEAD}<sitemapindex xmlns="{SPACE}">\n{rows}</sitemapindex>\n'.encode()
