"""What one waits for before a verb does anything: the package on the command line, as a process."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bench import Bench, Measure, Sample, Subject
from tests.bench.peers import jobs
from tests.bench.peers.jobs import ROOT, Job
from tests.bench.peers.ours import Home

MEASURES = (Measure("wall", "wall, ms"), Measure("cpu", "cpu, ms"), Measure("memory", "MB"))
ROUNDS = 9
VERBS = {
    "check": ("check", "--data", str(ROOT)),
    "check-json": ("check", "--format", "json", "--data", str(ROOT)),
    "build": ("build", "--help"),
    "serve": ("serve", "--help"),
    "new": ("new", "--help"),
}


@contextmanager
def ready() -> Iterator[Bench]:
    """A copy of the program, compiled; and a Python that does nothing."""
    with TemporaryDirectory() as name:
        home = Home(Path(name) / "home")
        verbs = (
            Subject(key, f"`{args[0]}`{_of(args)}", started(home, *args))
            for key, args in VERBS.items()
        )
        nothing = Job((sys.executable, "-c", "pass"), Path(name))
        python = Subject("python", "Python, doing nothing", partial(taken, nothing))
        terms: dict[str, str | int | float] = {
            "cores": os.cpu_count() or 1,
            "machine": platform.machine(),
            "Python": platform.python_version(),
        }
        yield Bench((*verbs, python), MEASURES, terms, ROUNDS, is_paired=False)


def _of(args: tuple[str, ...]) -> str:
    if "--help" in args:
        return ", its help"
    return ", all of the shipped plan" + ", as JSON" * ("json" in args)


def started(home: Home, *args: str) -> partial[Sample]:
    """What measures a verb of the package once, as a process of its own."""
    command, env = home.verb(*args)
    return partial(taken, Job(command, home.folder, env))


def taken(job: Job) -> Sample:
    """What a process took, its times in ms."""
    sample: Mapping[str, float] = jobs.taken(job)
    return {**sample, "wall": sample["wall"] * 1000, "cpu": sample["cpu"] * 1000}
