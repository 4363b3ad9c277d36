"""Addresses inside a page that somebody may have cited, kept when an item gets another id."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policy_explorer.graph import Site
from policy_explorer.urls import ANCHORED, LEDGER

Renamed = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind of page -> id that stands on it -> the ids under which the same stood there before."""
OPENING = re.compile(r'<[a-z]+ [^>]*?\bid="([^"]+)"[^>]*>')
REF = re.compile(r"(?P<file>[^/.]+)/(?P<name>[^/.]+)(?P<rest>.*)")


def of(site: Site) -> Renamed:
    """What has been renamed, by the page that it stands on; a ledger's ids are those of facts."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for ref, record in site.records.items():
        before, (file, _, name) = record.texts("was"), ref.partition("/")
        if before:
            found.setdefault(LEDGER, {})[ref] = before
            if file in ANCHORED:
                found.setdefault(ANCHORED[file], {})[name] = before
    return found


def kept(html: str, kind: str, renamed: Renamed) -> str:
    """A page with an empty place under each old id, in what has it now."""
    old = renamed.get(kind)
    return OPENING.sub(lambda tag: tag[0] + _places(tag[1], old), html) if old else html


def _places(name: str, old: Mapping[str, tuple[str, ...]]) -> str:
    found = REF.fullmatch(name)
    if found is None:
        return "".join(f'<span id="{before}"></span>' for before in old.get(name, ()))
    file, now, rest = found.groups()
    before = old.get(f"{file}/{now}", ())
    return "".join(f'<span id="{file}/{was}{rest}"></span>' for was in before)
