"""`python -m tests.bench.peers.by_jinja PLAN OUTPUT`: Jinja alone, a template and a loop."""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from tests.bench.peers import pages


def main(plan: Path, output: Path) -> None:
    """Read the plan, and write every page of it."""
    folder = FileSystemLoader(pages.TEMPLATE.parent)
    template = Environment(loader=folder, autoescape=True).get_template(pages.TEMPLATE.name)
    for page in pages.pages(pages.read(plan)):
        path = output / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.render(it=page), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
