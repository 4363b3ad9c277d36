"""Checking large plans: `check` as a process of its own, its start included, on many lines."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import plans
from tests.bench.bench import Bench, Subject
from tests.bench.peers.ours import Home
from tests.bench.startup import MEASURES, started

SIZES, ROUNDS = (6_000, 60_000), 5
ITEM_LINES = 11.5
"""About so many lines of a plan belong to one item: its own, and the tie that begins at it."""


@contextmanager
def ready() -> Iterator[Bench]:
    """Plans of about these many lines, whose lines are counted."""
    with TemporaryDirectory() as name:
        home = Home(Path(name) / "home")
        subjects = tuple(_checked(home, Path(name) / str(size), size) for size in SIZES)
        terms: dict[str, str | int | float] = {
            "cores": os.cpu_count() or 1,
            "load before": round(os.getloadavg()[0], 1),
            "Python": platform.python_version(),
        }
        yield Bench(subjects, MEASURES, terms, ROUNDS, is_paired=False)


def _checked(home: Home, folder: Path, size: int) -> Subject:
    """The check of a plan whose citations stand in its lock, as those of a plan in use do."""
    plan = plans.write(folder, 10 * round(size / ITEM_LINES / 10))
    check = ("check", "--data", str(plan))
    started(home, *check, "--sources", str(plan / "sources"), "--lock")()
    return Subject(f"check-{size}", f"`check`, {lines(plan):,} lines", started(home, *check))


def lines(plan: Path) -> int:
    """How many lines the files of a plan have."""
    return sum(len(p.read_text("utf-8").splitlines()) for p in plan.glob("data/**/*.yaml"))
