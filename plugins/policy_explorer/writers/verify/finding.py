"""The index of the search: its parts are there and whole, and all it holds leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policy_explorer.problems import said
from policy_explorer.writers.search import PATH, read
from policy_explorer.writers.verify.links import Site, wrong
from policy_explorer.writers.verify.markup import Fault


def flaws(site: Site) -> Iterator[Fault]:
    """Parts that are missing or hold less than is promised, entries that lead nowhere."""
    if PATH not in site.files:
        return
    whole = _read(PATH, site)
    yield from _lost(PATH, whole, site)
    for path, size in whole.get("parts", ()):
        if told := wrong(path, "", PATH, site):
            yield Fault(PATH, _at(PATH, path, site), told)
            continue
        part = _read(path, site)
        if len(part.get("items", ())) != size:
            yield Fault(path, 0, said("it holds another number of entries than {} says", PATH))
        yield from _lost(path, part, site)


def _read(path: str, site: Site) -> Mapping[str, Any]:
    """What a file of the index holds; nothing where it is none."""
    try:
        return read(site.files[path])
    except ValueError:
        return {}


def _lost(path: str, part: Mapping[str, Any], site: Site) -> Iterator[Fault]:
    """The entries that lead nowhere, in any language; a file without any is no index."""
    if not part.get("items"):
        yield Fault(path, 0, said("it is no index of the search"))
    for row in part.get("items", ()):
        ways = (f"{folder}{row[0]}" for folder in site.terms.folders)
        told = next(filter(None, (wrong(way, "", PATH, site) for way in ways)), "")
        if told:
            yield Fault(path, _at(path, row[0], site), told)


def _at(path: str, words: str, site: Site) -> int:
    return max(site.files[path].decode().find(f'"{words}"'), 0)
