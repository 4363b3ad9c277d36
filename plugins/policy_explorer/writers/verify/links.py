"""Where a site's addresses lead: to a file of its own, case and all, or to what its data name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.markup import Fault, Page, Tag, Terms

ADDRESSES = frozenset(
    {"action", "data-copy-image", "data-plotly", "data-plotly-css", "formaction", "href", "poster",
     "src", "xlink:href"}
)  # fmt: skip
OUTWARD = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LED = frozenset({"a", "area"})
"""Tags that a reader follows; all others load."""
OF_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, slots=True)
class _Site:
    """What an address is held against."""

    files: Mapping[str, bytes]
    ids: Mapping[str, frozenset[str]]
    """Of each page."""
    terms: Terms


def flaws(files: Mapping[str, bytes], pages: Mapping[str, Page], terms: Terms) -> Iterator[Fault]:
    """Addresses that lead nowhere or away, anchors that are not there, ids that are twice."""
    site = _Site(files, {path: frozenset(page.ids) for path, page in pages.items()}, terms)
    for page in pages.values():
        if len(site.ids[page.path]) < len(page.ids):
            yield from _twice(page)
        for tag in page.tags:
            for address in _addresses(tag):
                message = _wrong(address, tag, page.path, site)
                if message:
                    yield Fault(page.path, tag.at, message)
    for path in (path for path in files if path.endswith((".css", ".svg"))):
        yield from _loads(path, files)
    for path in (path for path in files if path.endswith((".xml", ".txt")) and terms.address):
        yield from _told(path, site)


def _twice(page: Page) -> Iterator[Fault]:
    seen: set[str] = set()
    for tag in page.tags:
        name = tag.attrs.get("id")
        if name is not None:
            if name in seen:
                yield Fault(page.path, tag.at, said("the id {} stands twice", quoted(name)))
            seen.add(name)


def _addresses(tag: Tag) -> Iterator[str]:
    for name, value in tag.attrs.items():
        if name in ADDRESSES:
            yield value
        elif name == "data-find":
            yield from value.split()
        elif name == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.split())


def _wrong(address: str, tag: Tag, path: str, site: _Site) -> str:
    """What is wrong with an address on a page; '' where nothing is."""
    way, _, anchor = address.partition("#")
    found = own(way, path, site.terms)
    if found is None:
        return _outward(address, tag, site.terms)
    if found not in site.files:
        return said("{} leads nowhere: there is no file {}", quoted(address), quoted(found))
    if anchor and found in site.ids and unquote(anchor) not in site.ids[found]:
        return said("{} leads nowhere: {} has no such id", quoted(address), quoted(found))
    return ""


def own(way: str, path: str, terms: Terms) -> str | None:
    """The file of the site that an address on a page stands for; None where it leads out of it."""
    return _resolved(way, posixpath.dirname(path), terms.address) if way else path


@lru_cache(maxsize=100_000)
def _resolved(way: str, folder: str, site: str) -> str | None:
    root = f"{site}/"
    if site and way.startswith(root):
        way = f"{urlsplit(root).path}{way.removeprefix(root)}"
    elif OUTWARD.match(way):
        return None
    plain = unquote(way.partition("?")[0])
    if plain.startswith("/"):
        return posixpath.normpath(plain).removeprefix(urlsplit(root).path)
    return posixpath.normpath(posixpath.join(folder, plain))


def _outward(address: str, tag: Tag, terms: Terms) -> str:
    if tag.name in LED and address in terms.written:
        return ""
    return said("{} leads away from the site, and nothing in the data says so", quoted(address))


def _told(path: str, site: _Site) -> Iterator[Fault]:
    """Addresses of the site that a list for programs tells, and that lead nowhere."""
    text = site.files[path].decode()
    for found in re.finditer(rf"{re.escape(site.terms.address)}/[^\s<>\"#]*", text):
        message = _wrong(unescape(found[0]), Tag("a", {}, 0), path, site)
        if message:
            yield Fault(path, found.start(), message)


def _loads(path: str, files: Mapping[str, bytes]) -> Iterator[Fault]:
    """What style sheets and drawings would load from elsewhere, or cannot find."""
    text = files[path].decode()
    for found in OF_CSS.finditer(text):
        address = found[1] or found[2]
        is_there = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) in files
        if not (is_there or address.startswith("#")):
            yield Fault(path, found.start(), said("{} is not there to be loaded", quoted(address)))
