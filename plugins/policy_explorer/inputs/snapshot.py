"""facts.lock: what every fact said when a version of the data was told of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policy_explorer.inputs import text
from policy_explorer.problems import Problem, Refused, said
from policy_explorer.settings import Settings

LOCK = "facts.lock"
HEAD = "# Written by `new changes VERSION`: what every fact said in version "
SPLIT = "\t"


def read(settings: Settings) -> tuple[str, dict[str, str]] | None:
    """The version and what every fact said in it; None where nothing was remembered.

    Problems (raised): those of reading a file; bad-lock for a line that is none of ours.
    """
    path = settings.data / LOCK
    if not text.is_there(path):
        return None
    shown = settings.shown(path)
    head, *lines = text.read(path, shown, by_hand=False).split("\n")
    rows = [(n, line) for n, line in enumerate(lines, 2) if line]
    bad = [n for n, line in rows if line.count(SPLIT) != 1]
    bad = bad if head.startswith(HEAD) else [1, *bad]
    if bad:
        hint = said("write it anew: new changes VERSION")
        message = said("no fact with its value")
        raise Refused([Problem(shown, n, 1, "bad-lock", message, hint) for n in bad])
    pairs = (line.partition(SPLIT) for _, line in rows)
    return head.removeprefix(HEAD), {name: words for name, _, words in pairs}


def write(settings: Settings, version: str, state: Mapping[str, str]) -> Path:
    """Remember what every fact says, sorted by its id, and say where."""
    path = settings.data / LOCK
    lines = "".join(f"{name}{SPLIT}{words}\n" for name, words in sorted(state.items()))
    path.write_bytes(f"{HEAD}{version}\n{lines}".encode())
    return path
