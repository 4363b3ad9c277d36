"""`python -m tests.bench.peers.by_mkdocs PLAN DOCS COMMAND...`: Markdown, then MkDocs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.peers import pages
from tests.bench.peers.pages import Page


def main(plan: Path, docs: Path, *command: str) -> int:
    """Write every page as Markdown, and let MkDocs make its own of it."""
    shutil.rmtree(docs, ignore_errors=True)
    for page in pages.pages(pages.read(plan)):
        path = (docs / page.path).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_markdown(page)), encoding="utf-8")
    return subprocess.run(command, check=False).returncode


def _markdown(page: Page) -> Iterator[str]:
    yield from (f"# {page.title}", "", page.ground, "", page.note, "")
    if page.rows:
        yield from ("| | | |", "|---|---|---|")
    for row in page.rows:
        yield f"| {row.label} | {_link(row.value, row.href)} | {row.ground} |"
    yield ""
    for tie in page.ties:
        yield f"- {tie.words} {_link(tie.name, tie.href)} {tie.ground}"


def _link(words: str, href: str) -> str:
    return f"[{words}]({href.removesuffix('html')}md)" if href else words


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
