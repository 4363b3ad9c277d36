"""One build as a job: its command, where its pages will be, and what it took to run it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tests.bench.bench import Measure, NotMeasured, Sample
from tests.bench.peers import meter
from tests.bench.peers.pages import NAV, POINTS, ROWS, SERIES, TIES

ROOT = Path(__file__).resolve().parents[3]
LIMIT = 900
"""Seconds for one build."""
MEASURES = (
    Measure("wall", "wall, s", 2),
    Measure("cpu", "cpu, s", 2),
    Measure("memory", "MB"),
    Measure("pages", "pages"),
    Measure("each", "ms/page", 2),
    Measure("weight", "kB a page", 1),
)
SEEN = ("Work number 0", "Office 0", "Their names are alike", "serves", "They are close")
"""Words of the first item's page in English: its name, a field, a ground, a tie and its reason."""

LEAST = {"a href": NAV + ROWS + TIES, "tr>": ROWS, "li>": TIES}
"""How often it has at least: links, facts, ties."""


@dataclass(frozen=True, slots=True)
class Job:
    """A command that builds a site, and the folder it will be in."""

    command: tuple[str, ...]
    output: Path
    env: Mapping[str, str] = field(default_factory=dict)


def taken(job: Job) -> Sample:
    """Run it; what it took of time, processors and memory, as the system tells."""
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **job.env}
    with TemporaryDirectory() as name:
        told = Path(name) / "told.json"
        command = (sys.executable, "-S", meter.__file__, str(told), *job.command)
        printed = Path(name) / "printed"
        with printed.open("w") as out:
            code = _waited(command, env, out)
        if code:
            said = printed.read_text(encoding="utf-8").strip()[-1500:]
            raise NotMeasured(f"{' '.join(job.command)}: {code}\n{said}")
        sample: Sample = json.loads(told.read_text(encoding="utf-8"))
    return sample


def _waited(command: tuple[str, ...], env: Mapping[str, str], out: IO[str]) -> int:
    """How it ended; what does not end within `LIMIT` is ended, with all it started."""
    process = subprocess.Popen(
        command, env=env, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return process.wait(LIMIT)
    except subprocess.TimeoutExpired as late:
        raise NotMeasured(f"{' '.join(command)}: not done after {LIMIT} s") from late
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def built(job: Job, pages: int = 0) -> Sample:
    """The same for a build into no folder, with its pages, which must be so many if it is known."""
    shutil.rmtree(job.output, ignore_errors=True)
    sample = weighed(taken(job), job.output)
    if pages:
        verify(job.output, sample["pages"], pages)
    return sample


def weighed(sample: Sample, site: Path) -> Sample:
    """The same with the number of pages, the time for each and its weight, not compressed."""
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    if not sizes:
        raise NotMeasured(f"{site}: no pages")
    count = len(sizes)
    return {
        **sample,
        "pages": count,
        "each": sample["wall"] * 1000 / count,
        "weight": sum(sizes) / count / 1000,
    }


def verify(site: Path, pages: float, expected: int) -> None:
    """The site has the pages that were asked for, and the first says what is to be said."""
    if pages != expected:
        raise NotMeasured(f"{site}: {pages:.0f} pages, not {expected}")
    words = (site / "en/works/i-0.html").read_text(encoding="utf-8")
    if absent := [seen for seen in SEEN if seen not in words]:
        raise NotMeasured(f"{site}/en/works/i-0.html says nothing of: {', '.join(absent)}")
    if short := [tag for tag, least in LEAST.items() if words.count(f"<{tag}") < least]:
        raise NotMeasured(f"{site}/en/works/i-0.html has too few of: {', '.join(short)}")
    chart = json.loads(words.partition('<script type="application/json">')[2].split("</script>")[0])
    if [len(line) for line in chart] != [POINTS] * SERIES:
        raise NotMeasured(f"{site}/en/works/i-0.html: its chart is not whole")
