"""The components of the theme as their templates document them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from policy_explorer.inputs import text

MACRO = re.compile(
    r"(?:\{#(?P<words>(?:(?!#\}).)*)#\}\s*)?\{%-? macro (?P<name>\w+)\((?P<params>[^)]*)\)",
    re.DOTALL,
)
DEFAULT = re.compile(r"=.*")


@dataclass(frozen=True, slots=True)
class Macro:
    """A component: its template, its name, its parameters, and the remark above it ('' if none)."""

    file: str
    name: str
    params: tuple[str, ...]
    words: str


def read(theme: Path) -> tuple[Macro, ...]:
    """Every component, by template and in the order in which it stands there.

    Problems (raised as `Refused`): a template that cannot be read.
    """
    paths = sorted((theme / "templates/macros").glob("*.html"))
    return tuple(macro for path in paths for macro in _macros(path))


def _macros(path: Path) -> Iterator[Macro]:
    for found in MACRO.finditer(text.read(path, path.name)):
        params = (DEFAULT.sub("", param).strip() for param in found["params"].split(","))
        words = " ".join((found["words"] or "").split())
        yield Macro(path.stem, found["name"], tuple(p for p in params if p), words)
