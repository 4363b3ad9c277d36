"""Bytes -> a folder, file by file, as Pelican writes; and which folders may be written into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from policy_explorer.problems import Problem, Refused, said
from policy_explorer.writers.manifest import is_ours, listed


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
