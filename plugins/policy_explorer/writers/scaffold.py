"""New plans and new items: commented beginnings that say what only their author can fill in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from policy_explorer.inputs import slots
from policy_explorer.inputs.spots import Spot
from policy_explorer.problems import Problem, Refused, said
from policy_explorer.writers import stubs
from policy_explorer.writers.stubs import Stub

SKELETON = Path("examples/skeleton")


@dataclass(frozen=True, slots=True)
class Added:
    """What was put into a file: its lines, and the first one's number."""

    rows: tuple[str, ...]
    first: int

    def holds(self, line: int) -> bool:
        """Whether a line of the file is one of them."""
        return self.first <= line < self.first + len(self.rows)


def policy(root: Path, folder: Path) -> tuple[str, ...]:
    """Copy the skeleton of a plan; the paths of what was made, relative to the folder.

    Problems (raised): bad-output where there is something already.
    """
    if folder.exists() and any(folder.iterdir()):
        message = "the folder is not empty"
        raise Refused([Problem(folder.as_posix(), 1, 1, "bad-output", message, "choose another")])
    shutil.copytree(root / SKELETON, folder, dirs_exist_ok=True)
    made = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(made))


def item(spot: Spot, shown: str, stub: Stub, rows: tuple[str, ...]) -> Added:
    """Put a new item into a file; nothing else in it changes, and it is replaced whole.

    Problems (raised): those of the file; wrong-shape where an item has no place in it.
    """
    is_first = stub.file in stubs.NEWEST_FIRST
    before = spot.text
    if not before and not spot.path.exists():
        before = stubs.head(stub.file, stub.codes, stub.legend)
    after, first = slots.find(shown, before, is_first=is_first).filled(before, rows)
    if not slots.is_added(shown, before, after, is_first=is_first):
        message = said("a new item does not fit in here")
        raise Refused([Problem(shown, first, 1, "wrong-shape", message, said("write it by hand"))])
    _put(spot.path, after.encode())
    return Added(tuple(after.splitlines()[first - 1 : first - 1 + len(rows)]), first)


def schemas(folder: Path, files: dict[str, bytes]) -> int:
    """Write schemas into a folder, and take away those of sections that are no more; how many."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            _put(path, data)
    for old in folder.glob("*.schema.json"):
        if old.name not in files:
            old.unlink()
    return len(files)


def _put(path: Path, data: bytes) -> None:
    """Write a file beside the old one, then put it in its place."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
