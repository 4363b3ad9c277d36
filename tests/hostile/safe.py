"""What a site must not hold, whatever its data say: their markup, files that do not parse."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

SAFE = re.compile(r"(https?:|mailto:|data:image/|[^:]*([/#?]|$))", re.IGNORECASE)
"""Addresses that may be followed: of the net, of the site itself."""
DATA = frozenset({"application/json", "application/ld+json"})
FORMULA = re.compile(r"[=+@\t\r]|-(?![0-9.])")


class _Reader(HTMLParser):
    """Notes what would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and "src" not in given and given.get("type") not in DATA:
            self.found.append("a script in the page")
        if tag in {"iframe", "object", "embed", "base"}:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(f"{name}={value}")
            if name in {"href", "src", "action"} and not SAFE.match(value or ""):
                self.found.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(page: Path) -> str:
    """All words of a page, without its markup."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return "".join(reader.words)


def unsafe(site: Path) -> Iterator[str]:
    """What is wrong with the files of a site, one line each."""
    for path in sorted(site.rglob("*")):
        for complaint in _READERS.get(path.suffix, _nothing)(path):
            yield f"{path.relative_to(site)}: {complaint}"


def _page(path: Path) -> list[str]:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.found


def _json(path: Path) -> list[str]:
    json.loads(path.read_bytes(), parse_constant=_no_number)
    return []


def _no_number(word: str) -> None:
    raise ValueError(word)


def _drawing(path: Path) -> list[str]:
    nodes = list(ET.parse(path).iter())  # noqa: S314 -- a file of our own making
    bad = [str(n.tag) for n in nodes if str(n.tag).endswith(("}script", "}foreignObject"))]
    return bad + [name for node in nodes for name in node.keys() if name.startswith("on")]  # noqa: SIM118


def _table(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row if FORMULA.match(cell)]


def _nothing(_path: Path) -> list[str]:
    return []


_READERS = {".html": _page, ".json": _json, ".svg": _drawing, ".csv": _table}
