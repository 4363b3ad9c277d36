"""`python -m tests.bench.peers.by_mkdocs PLAN DOCS COMMAND...`: Markdown, then MkDocs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.peers import pages
from tests.bench.peers.pages import LANGUAGES, Page


def main(plan: Path, docs: Path, *command: str) -> int:
    """Write every page as Markdown, and let MkDocs make its own of it."""
    shutil.rmtree(docs, ignore_errors=True)
    for page in pages.pages(pages.read(plan)):
        if not page.up:
            menu = docs.parent / "theme" / f"menu-{page.lang}.html"
            menu.write_text("\n".join(_menu(page)), encoding="utf-8")
        path = (docs / page.path).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_markdown(page)), encoding="utf-8")
    return subprocess.run(command, check=False).returncode


def _menu(page: Page) -> Iterator[str]:
    """The menu of a language as a part of the theme, which is the same for every page."""
    up = "{{ base_url }}/" if page.lang == LANGUAGES[0] else "{{ base_url }}/" + f"{page.lang}/"
    yield from (f'<a href="{up}{link.href}">{link.name}</a>' for link in page.nav)


def _markdown(page: Page) -> Iterator[str]:
    yield from (f"# {page.title}", "", page.ground, "", page.note, "")
    if page.rows:
        yield from ("| | | |", "|---|---|---|")
    for row in page.rows:
        label = f"{row.label} ({_link(row.of, row.of_href)})" if row.of else row.label
        ground = f"[{row.ground}]({row.source.replace('.html#', '.md#')})"
        yield f"| {label} | {_link(row.value, row.href)} | {ground} |"
    yield ""
    for tie in page.ties:
        yield f"- {tie.words} {_link(tie.name, tie.href)} {tie.ground}"
    if page.chart:
        yield from ("", f'<script type="application/json">{page.chart}</script>')


def _link(words: str, href: str) -> str:
    return f"[{words}]({href.removesuffix('html')}md)" if href else words


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
