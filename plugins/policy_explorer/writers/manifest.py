"""build.json: which files a site consists of, and all that their bytes depend on."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from policy_explorer.writers.packed import END, gzip
from policy_explorer.writers.rows import in_rows

MARK = "build.json"
GENERATOR = "policy-explorer"
SCHEMA = 1
MAX_MARK = 100_000_000
"""Bytes of a mark; several hundred thousand files have one of this size."""
SHAPING = ("jinja2", "markdown", "pypinyin", "resvg-py", "segno", "XlsxWriter")
"""Packages whose version shows in the bytes of a site."""
PROGRAM = Path(__file__).resolve().parents[1]
THEME_ENDS = frozenset({".css", ".html", ".js", ".md", ".svg", ".yaml"})


@dataclass(frozen=True, slots=True)
class Made:
    """What a site was made from and with."""

    version: str = ""
    """Of the data, and the day of that version."""
    date: str = ""
    address: str = ""
    """Where it is to stand; '' where that is not known."""
    inputs: Mapping[str, bytes] = field(default_factory=dict)
    """The plan's own files, by name."""
    theme: Path | None = None
    bundle: str = ""
    """The script of others that the site brings, by name and version."""
    fonts: Iterable[tuple[str, str]] = ()
    """Those that pictures were drawn with: name, size in bytes."""


def mark(digests: Mapping[str, str], made: Made = Made()) -> dict[str, bytes]:
    """build.json of files, and its packed twin.

    `files` has the SHA-256 of every file's bytes; packed twins hold the same bytes and are listed
    apart, since another zlib packs otherwise. Nothing in it tells of a machine, a user or a moment.
    """
    twins = sorted((*(path for path in digests if path.endswith(END)), f"{MARK}{END}"))
    own = {path: of for path, of in sorted(digests.items()) if not path.endswith(END)}
    whole = {
        "generator": GENERATOR,
        "schema": SCHEMA,
        "data_version": made.version,
        "data_date": made.date,
        "site_url": made.address or None,
        "inputs": {name: digest(data) for name, data in made.inputs.items()},
        "program": tree(PROGRAM, frozenset({".py", ".toml", ".yaml"})),
        "theme": tree(made.theme, THEME_ENDS) if made.theme else None,
        "bundle": made.bundle,
        "fonts": dict(made.fonts),
        "with": {**{name: _version(name) for name in SHAPING}, "zlib": zlib.ZLIB_RUNTIME_VERSION},
        "files": own,
        "packed": twins,
    }
    data = in_rows(whole)
    return {MARK: data, f"{MARK}{END}": gzip(data)}


def digest(data: bytes) -> str:
    """Its SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def tree(folder: Path, ends: frozenset[str]) -> str:
    """One SHA-256 for all files of a folder that end so: of their names and their bytes."""
    found = (p for p in folder.rglob("*") if p.suffix in ends and "node_modules" not in p.parts)
    rows = sorted((p.relative_to(folder).as_posix(), digest(p.read_bytes())) for p in found)
    return digest("".join(f"{name} {of}\n" for name, of in rows).encode())


@cache
def _version(name: str) -> str:
    return metadata.version(name)


def is_ours(folder: Path) -> bool:
    """Whether a folder holds a site we built."""
    return _read(folder).get("generator") == GENERATOR


def listed(folder: Path) -> frozenset[str]:
    """The files that an earlier build wrote into a folder."""
    found = _read(folder)
    parts = (found.get("files"), found.get("packed"))
    names = [name for part in parts if isinstance(part, list | dict) for name in part]
    own = {name for name in names if isinstance(name, str)}
    return frozenset(own | {MARK} if own else ())


def _read(folder: Path) -> dict[str, object]:
    path = folder / MARK
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_MARK:
        return {}
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
