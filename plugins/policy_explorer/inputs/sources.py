"""The texts of sources, where one has them, and sources.lock, which remembers their check."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from policy_explorer.inputs import text
from policy_explorer.problems import Problem, Refused
from policy_explorer.settings import Settings

LOCK = "sources.lock"
HEAD = "# Written by `check --sources DIR --lock`: a digest for each citation found at its line.\n"
DIGEST = re.compile(r"[0-9a-f]{16}")


def texts(folder: Path, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Source id -> lines, of those sources whose text stands in the folder as `<id>.txt`.

    Problems (raised): those of reading a file; missing-file where there is no such folder.
    """
    if not folder.is_dir():
        message = "there is no such folder of sources"
        raise Refused([Problem(folder.as_posix(), 1, 1, "missing-file", message)])
    paths = {name: folder / f"{name}.txt" for name in names}
    return {
        name: tuple(text.read(path, path.as_posix()).split("\n"))
        for name, path in paths.items()
        if text.is_there(path)
    }


def locked(settings: Settings) -> frozenset[str]:
    """The digests in the lock; none where there is no lock.

    Problems (raised): those of reading a file; bad-lock for a line that is no digest.
    """
    path = settings.data / LOCK
    if not text.is_there(path):
        return frozenset()
    shown = settings.shown(path)
    rows = list(enumerate(text.read(path, shown, by_hand=False).split("\n"), 1))
    lines = [(n, line) for n, line in rows if line and not line.startswith("#")]
    bad = [n for n, line in lines if not DIGEST.fullmatch(line)]
    if bad:
        hint = "write it anew: check --sources DIR --lock"
        raise Refused([Problem(shown, n, 1, "bad-lock", "no digest", hint) for n in bad])
    return frozenset(line for _, line in lines)


def lock(settings: Settings, digests: Iterable[str]) -> Path:
    """Write the lock, sorted, and say where."""
    path = settings.data / LOCK
    lines = "".join(f"{digest}\n" for digest in sorted(set(digests)))
    path.write_bytes((HEAD + lines).encode())
    return path
