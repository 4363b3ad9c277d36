"""`python -m tests.bench.peers.by_writing SITE OUTPUT`: the same bytes again, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path


def main(site: Path, output: Path) -> None:
    """Read and write every file of a site."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            target = output / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
