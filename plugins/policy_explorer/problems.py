"""What is wrong with the data, as values: place, code, words, hint."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
SHOWN = 50
"""Problems printed in one run; the rest are counted."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. Lines and columns count from 1; columns count characters."""

    path: str
    line: int
    col: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """`path:line:col: error code: message; hint`, one line."""
        hint = f"; {self.hint}" if self.hint else ""
        place = f"{self.path}:{self.line}:{self.col}"
        return f"{place}: {self.severity} {self.code}: {self.message}{hint}"


class Refused(Exception):  # noqa: N818 -- named for what happened to the data
    """The data were not accepted; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by place."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problem(s)")

    def __str__(self) -> str:
        """All problems, one a line."""
        return "\n".join(map(str, self.problems))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop a build."""
    return tuple(p for p in problems if p.severity == "error")


def quoted(word: str, limit: int = 60) -> str:
    """The editor's own word in quotes, cut at `limit` characters."""
    flat = " ".join(word.split())
    return f'"{flat[:limit]}…"' if len(flat) > limit else f'"{flat}"'


def nearest(word: str, legal: Iterable[str], *, offer: int = 8) -> str:
    """The hint for a word that is not one of `legal`: the nearest, else the list, else ''."""
    choices = sorted(set(legal))
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"did you mean {quoted(close[0])}?"
    if choices and len(choices) <= offer:
        return "it can be " + ", ".join(choices)
    return ""


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, errors first, at most `SHOWN`, then how many more there are."""
    rows = sorted(set(problems), key=lambda p: (p.severity != "error", p))
    lines = [str(p) for p in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f"… and {len(rows) - SHOWN} more")
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """`{problems: [{path, line, col, code, severity, message, hint}], count}`."""
    keys = ("path", "line", "col", "code", "severity", "message", "hint")
    rows = [{key: getattr(p, key) for key in keys} for p in sorted(set(problems))]
    return json.dumps({"problems": rows, "count": len(rows)}, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that mark the lines in a pull request."""
    return "\n".join(_github(p) for p in sorted(set(problems)))


def _github(p: Problem) -> str:
    words = f"{p.code}: {p.message}" + (f"; {p.hint}" if p.hint else "")
    path = _escaped(p.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{p.severity} file={path},line={p.line},col={p.col}::{_escaped(words)}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
