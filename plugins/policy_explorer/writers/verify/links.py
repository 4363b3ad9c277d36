"""Where a site's addresses lead: to a file of its own, case and all, or to what its data name."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.markup import Fault, Page, Terms

ADDRESS = re.compile(
    r"\s(?:action|data-copy-image|data-plotly|data-plotly-css|formaction|href|poster|src|xlink:href"
    r'|(data-find|srcset))="([^"]*)"'
)
"""An attribute that holds an address, or several."""
OUTWARD = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LED = frozenset({"a", "area"})
"""Tags that a reader follows; all others load."""
OF_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, slots=True)
class Site:
    """What an address is held against."""

    files: Mapping[str, bytes]
    ids: Mapping[str, tuple[str, ...]]
    """Of each page, as often as it is given."""
    terms: Terms
    anchors: Mapping[str, frozenset[str]]
    """The same, each once."""
    good: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    """What pages of a folder hold and was found right: most stands on all of them."""


def flaws(page: Page, site: Site) -> Iterator[Fault]:
    """Addresses that lead nowhere or away, anchors that are not there, ids that are twice."""
    is_single = len(site.anchors[page.path]) == len(site.ids[page.path])
    for name, times in () if is_single else Counter(site.ids[page.path]).items():
        if times > 1:
            places = [at for at, tag in page.places(f' id="{name}"') if tag.attrs.get("id") == name]
            told = said("the id {} stands twice", quoted(name))
            yield from (
                Fault(page.path, page.text.rfind("<", 0, at + 1), told) for at in places[1:]
            )
    good = site.good.setdefault(posixpath.dirname(page.path), set())
    for kind, value in sorted(set(ADDRESS.findall(page.text)) - good):
        odd = [one for one in _each(kind, unescape(value)) if wrong(one, "", page.path, site)]
        if not (odd or value.startswith("#")):  # an anchor alone is one of this page
            good.add((kind, value))
        for one in odd:
            yield from _faults(one, value, page, site)


def _each(kind: str, value: str) -> Iterator[str]:
    """The addresses that an attribute holds."""
    if kind == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.split())
    elif kind:
        yield from value.split()
    else:
        yield value


def _faults(address: str, words: str, page: Page, site: Site) -> Iterator[Fault]:
    """The same at every place where the address stands, if it is wrong there."""
    for _, tag in page.places(f'="{words}"'):
        message = wrong(address, tag.name, page.path, site)
        if message:
            yield Fault(page.path, tag.at, message)


def wrong(address: str, tag: str, path: str, site: Site) -> str:
    """What is wrong with an address in a tag; '' where nothing is."""
    way, _, anchor = address.partition("#")
    found = own(way, path, site.terms)
    if found is None:
        return _outward(address, tag, site.terms)
    if found not in site.files:
        return said("{} leads nowhere: there is no file {}", quoted(address), quoted(found))
    if anchor and found in site.anchors and unquote(anchor) not in site.anchors[found]:
        return said("{} leads nowhere: {} has no such id", quoted(address), quoted(found))
    return ""


def own(way: str, path: str, terms: Terms) -> str | None:
    """The file of the site that an address on a page stands for; None where it leads out of it."""
    return _resolved(way, posixpath.dirname(path), terms.address) if way else path


@lru_cache(maxsize=20_000)
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


def _outward(address: str, tag: str, terms: Terms) -> str:
    if tag in LED and _is_written(address, terms.written):
        return ""
    return said("{} leads away from the site, and nothing in the data says so", quoted(address))


@lru_cache(maxsize=10_000)  # nearly every page leads to the same few
def _is_written(address: str, written: str) -> bool:
    return address in written


def others(path: str, data: bytes, site: Site) -> Iterator[Fault]:
    """The same of style sheets, drawings, and lists for programs."""
    if path.endswith((".css", ".svg")):
        yield from _loads(path, data.decode(), site.files)
    elif path.endswith((".xml", ".txt")) and site.terms.address:
        yield from _told(path, data.decode(), site)


def _told(path: str, text: str, site: Site) -> Iterator[Fault]:
    """Addresses of the site that a list for programs tells, and that lead nowhere."""
    for found in re.finditer(rf"{re.escape(site.terms.address)}/[^\s<>\"#]*", text):
        message = wrong(unescape(found[0]), "a", path, site)
        if message:
            yield Fault(path, found.start(), message)


def _loads(path: str, text: str, files: Mapping[str, bytes]) -> Iterator[Fault]:
    """What style sheets and drawings would load from elsewhere, or cannot find."""
    for found in OF_CSS.finditer(text):
        address = found[1] or found[2]
        is_there = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) in files
        if not (is_there or address.startswith("#")):
            yield Fault(path, found.start(), said("{} is not there to be loaded", quoted(address)))
