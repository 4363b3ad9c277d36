"""Bytes -> a folder, file by file, as Pelican writes; and which folders may be written into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from policy_explorer.problems import Problem, Refused, quoted, said
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
    target, home = folder.resolve(), Path.home().resolve()
    for source in (*sources, home):
        own = source.resolve()
        inside = target.is_relative_to(own) and own != home
        if inside or own.is_relative_to(target):
            name = said("the home folder") if own == home else source.name or source
            message = said("the output folder is, holds or lies in {}", name)
            raise _bad(shown, message, "choose another folder")
    way = (target, *target.parents)
    if (
        file := next((path for path in way if path.exists() and not path.is_dir()), None)
    ) is not None:
        raise _bad(shown, said("{} is no folder", quoted(file.name)), "choose another folder")
    if folder.is_dir() and any(folder.iterdir()) and not is_ours(folder):
        message = "the output folder is not empty and was not made by this program"
        raise _bad(shown, message, "choose another, or empty it yourself")


def _bad(shown: str, message: str, hint: str) -> Refused:
    return Refused([Problem(shown, 1, 1, "bad-output", message, hint)])
