"""What the server adds to pages, and pages of its own: mistakes, and a file at a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policy_explorer import caret, excerpt
from policy_explorer.inputs import text
from policy_explorer.problems import SHOWN, Catalogue, Problem, Refused, in_order, worded
from policy_explorer.serve.watch import counts
from policy_explorer.settings import Settings

ENV = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ADDRESS = re.compile(rb'((?:href|src|action)=")([^"#][^"]*)"')
ENDS = (".yaml", ".yml", ".md", ".css", ".js", ".html")
"""Files that may be shown: those somebody edits."""


def lively(page: bytes, print_: str) -> bytes:
    """A page that follows its own changes; the print says which state of it this is."""
    ours = (
        '<link rel="stylesheet" href="/__live/live.css">'
        f'<script src="/__live/live.js" data-print="{print_}" defer></script></body>'
    )
    before, end, after = page.rpartition(b"</body>")
    return before + ours.encode() + after if end else page + ours.encode()


def rooted(page: bytes, path: str) -> bytes:
    """A page whose addresses hold wherever it is shown, as one in place of any that is missing."""

    def whole(found: re.Match[bytes]) -> bytes:
        to: str = urljoin(f"/{path}", found[2].decode())
        return b'%s%s"' % (found[1], to.encode())

    return ADDRESS.sub(whole, page)


def told(
    settings: Settings, problems: Iterable[Problem], words: Catalogue
) -> list[dict[str, object]]:
    """Problems as the page shows them, each with the line it stands in; `SHOWN` of them at most."""
    rows, line_of = in_order(problems), excerpt.lines(settings)
    shown = [
        {
            "path": p.path,
            "line": p.line,
            "col": p.col,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
            "source": _shown(p, line_of(p)),
        }
        for p in (worded(row, words) for row in rows[:SHOWN])
    ]
    more = len(rows) - SHOWN
    return [*shown, {"more": more}] if more > 0 else shown


def refused(problems: Iterable[Problem]) -> bytes:
    """A page that stands where no site could be made yet; what is wrong is laid over it."""
    return ENV.get_template("refused.html").render(problems=in_order(problems)).encode()


def source(settings: Settings, path: str, query: Mapping[str, list[str]]) -> bytes | None:
    """A file, its lines numbered and the one asked for marked; None where it is not for show."""
    found = _ours(settings, path)
    if found is None:
        return None
    line = next((int(w) for w in query.get("line", []) if w.isdecimal() and w.isascii()), 1)
    try:
        lines = text.read(found, path).split("\n")
    except Refused:
        lines = found.read_bytes().decode("utf-8", "replace").split("\n")
    page = ENV.get_template("source.html")
    return page.render(path=path, lines=lines, line=line, file=found.resolve().as_posix()).encode()


def _shown(problem: Problem, line: str) -> str:
    """The line with its number, and the caret under the place."""
    return "\n".join(caret.excerpt(line, problem.line, problem.col)) if line else ""


def _ours(settings: Settings, path: str) -> Path | None:
    """A file of the data, the content or the theme by the name it is shown under."""
    homes = (settings.data, settings.content, settings.theme, settings.data.parent)
    asked = settings.root / path
    is_edited = asked.suffix in ENDS and counts(asked) and not asked.is_symlink()
    if not is_edited or not asked.is_file():
        return None
    inside = (asked.resolve().is_relative_to(home.resolve()) for home in homes)
    return asked if any(inside) else None
