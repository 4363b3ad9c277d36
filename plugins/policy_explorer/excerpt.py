"""The line of the source in which a problem stands, read with care."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from policy_explorer.inputs.text import MAX_BYTES
from policy_explorer.problems import Problem
from policy_explorer.settings import Settings


def lines(settings: Settings) -> Callable[[Problem], str]:
    """For each problem its line; '' where it cannot, or must not, be quoted.

    Only regular files below the project, or below the folder that holds the data, are read, each
    once. What is said of them is what stood there when the first problem of the file was told.
    """
    roots = [folder.resolve() for folder in (settings.root, settings.data.parent)]

    @cache
    def rows(shown: str) -> tuple[str, ...]:
        path = settings.root / shown
        if not path.exists():
            path = Path(shown)
        return _rows(path, roots)

    def line_of(problem: Problem) -> str:
        found = rows(problem.path)
        return found[problem.line - 1] if 0 < problem.line <= len(found) else ""

    return line_of


def _rows(path: Path, roots: Iterable[Path]) -> tuple[str, ...]:
    """The lines of a file; none of what is no regular file of bounded size, below a root, UTF-8."""
    try:
        found, whole = path.lstat(), path.resolve()
        is_ours = any(whole.is_relative_to(root) for root in roots)
        if not is_ours or not stat.S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
            return ()
        with whole.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig")
    except (OSError, ValueError, RuntimeError):  # gone, not UTF-8, a link to itself
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
