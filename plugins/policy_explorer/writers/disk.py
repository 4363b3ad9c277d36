"""Bytes -> a folder, file by file, as Pelican writes; and which folders may be written into."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from policy_explorer.problems import Problem, Refused, said

MARK = "build.json"
GENERATOR = "policy-explorer"
MAX_MARK = 100_000_000
"""Bytes of a mark; a million files have one of this size."""


class Disk:
    """An output folder. Only `write` and `prune` touch it."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made until something is written."""
        self.folder = folder
        self.written: dict[str, bool] = {}
        """Path -> whether its bytes were new."""
        self._before = listed(folder)

    def write(self, path: str, data: bytes) -> None:
        """Write a file unless it holds these bytes already; the old one is replaced whole."""
        target = self.folder / path
        if not target.resolve().is_relative_to(self.folder.resolve()):
            raise ValueError(path)
        if path in self.written:
            raise FileExistsError(path)
        is_new = not target.is_file() or target.read_bytes() != data
        if is_new:
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(f"{target.name}.part")
            part.write_bytes(data)
            part.replace(target)
        self.written[path] = is_new

    def prune(self) -> tuple[str, ...]:
        """Remove what an earlier build wrote and this one did not; the paths removed.

        Only files that the earlier build's mark lists are ever removed.
        """
        gone = []
        for name in sorted(set(self._before) - set(self.written)):
            path = self.folder / name
            is_within = path.resolve().is_relative_to(self.folder.resolve())
            if is_within and ".." not in Path(name).parts and path.is_file():
                path.unlink()
                gone.append(name)
                self._leave(path.parent)
        return tuple(gone)

    def _leave(self, folder: Path) -> None:
        """Remove a folder that has become empty, and those above it."""
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def guard(folder: Path, sources: Iterable[Path], shown: str) -> None:
    """Refuse an output folder that is, holds or lies in a source folder, or is not ours to prune.

    Problems (raised): bad-output.
    """
    target = folder.resolve()
    for source in (*sources, Path.home()):
        own = source.resolve()
        inside = target.is_relative_to(own) and own != Path.home().resolve()
        if inside or own.is_relative_to(target):
            message = said("the output folder is, holds or lies in {}", source.name or source)
            raise Refused([Problem(shown, 1, 1, "bad-output", message, "choose another folder")])
    if folder.is_dir() and any(folder.iterdir()) and not is_ours(folder):
        message = "the output folder is not empty and was not made by this program"
        hint = "choose another, or empty it yourself"
        raise Refused([Problem(shown, 1, 1, "bad-output", message, hint)])


def is_ours(folder: Path) -> bool:
    """Whether a folder holds a site we built."""
    return _read_mark(folder).get("generator") == GENERATOR


def _read_mark(folder: Path) -> dict[str, object]:
    path = folder / MARK
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_MARK:
        return {}
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def listed(folder: Path) -> frozenset[str]:
    """The files that an earlier build wrote into a folder."""
    found = _read_mark(folder).get("files")
    names = found if isinstance(found, list) else []
    return frozenset(name for name in names if isinstance(name, str))


def mark(
    version: str, date: str, files: Iterable[str], pictures: Iterable[tuple[str, str]] = ()
) -> bytes:
    """build.json: who built this, from which data, which files it consists of.

    `pictures` are the fonts (name, size in bytes) and the program that pictures were made with.
    """
    whole = {
        "generator": GENERATOR,
        "data_version": version,
        "data_date": date,
        "pictures": dict(pictures),
        "files": sorted((*files, MARK)),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
