"""Folders as values: every file below one, to be compared with another."""

from __future__ import annotations

from pathlib import Path

Tree = dict[str, bytes]
"""Path from the folder -> bytes."""


def tree(folder: Path) -> Tree:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
