"""Programs that watch a plan and keep a site of it up to date, and how one sees what they made."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tests.bench.bench import NotMeasured
from tests.bench.peers.jobs import Job
from tests.bench.peers.ours import Home

START, PEACE = 120, 3
"""Seconds for the first page, and for the rest of its site."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """A program that runs: its site, what a page says now, the processor time it took so far."""

    site: Path
    see: Callable[[str], str]
    cpu: Callable[[], float]


def of(key: str, job: Job) -> Job:
    """The same builder, told to stay and watch."""
    if key == "eleventy":  # what it is told stands in the line of a shell
        shell, flag, line, *rest = job.command
        return replace(job, command=(shell, flag, f"{line} --watch --incremental", *rest))
    return replace(job, command=(*job.command, "--watch"))


@contextmanager
def watching(job: Job, page: str) -> Iterator[Watcher]:
    """A builder that watches, once its first site has the page and it has come to rest."""
    with _started(job) as (process, _):
        see = reader(job.output)
        _wait(process, lambda: see(page))
        yield Watcher(job.output, see, partial(_cpu, process.pid))


@contextmanager
def live(home: Home, plan: Path) -> Iterator[Watcher]:
    """Our own server, once it answers."""
    command, env = home.verb("serve", "--port", "0", "--data", str(plan))
    with _started(Job(command, plan, env)) as (process, log):
        _wait(process, lambda: _address(log))
        yield Watcher(plan, partial(_got, _address(log)), partial(_cpu, process.pid))


def reader(site: Path) -> Callable[[str], str]:
    """What tells the words of a page of a site on the disk: none while it is not there."""

    def see(page: str) -> str:
        try:
            return (site / page).read_text(encoding="utf-8")
        except (OSError, UnicodeError):  # it is just being written
            return ""

    return see


@contextmanager
def _started(job: Job) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = job.output.with_name(f"{job.output.name}.log")
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", **job.env}
    with log.open("wb") as out:
        process = subprocess.Popen(
            job.command,
            env=env,
            stdin=subprocess.PIPE,  # Eleventy ends with its stdin
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            yield process, log
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def _wait(process: subprocess.Popen[bytes], is_there: Callable[[], str]) -> None:
    end = time.monotonic() + START
    while not is_there():
        if process.poll() is not None or time.monotonic() > end:
            raise NotMeasured(f"no first site: {process.args!r}")
        time.sleep(0.1)
    time.sleep(PEACE)


def _address(log: Path) -> str:
    told = (line for line in log.read_text(encoding="utf-8").splitlines() if "http://" in line)
    return next((line.split()[0] for line in told), "")


def _got(address: str, page: str) -> str:
    try:
        with urllib.request.urlopen(address + page) as answer:  # noqa: S310 -- our own server
            body: bytes = answer.read()
    except urllib.error.HTTPError:
        return ""
    return body.decode()


def _cpu(process: int) -> float:
    """Seconds of the processors that a program took so far, with its children that ended."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    ticks = stat.rpartition(")")[2].split()[11:15]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
