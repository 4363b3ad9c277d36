"""Our own build beside the peers: by a copy of the program, which has kept nothing from before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench import Lacking, NotMeasured, Sample
from tests.bench.peers import jobs
from tests.bench.peers.jobs import ROOT, Job

NAME = "en: Work number 0"
"""The name that is edited."""


class Home:
    """A copy of the program; what it keeps between builds is kept there."""

    def __init__(self, folder: Path) -> None:
        """Copy and compile it; `Lacking` where a process cannot be measured."""
        if not hasattr(os, "wait4"):
            raise Lacking("left out: this system does not tell what a process took")
        self.folder = folder
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, folder / name, symlinks=True)
        compiled = (sys.executable, "-m", "compileall", "-q", str(folder / "plugins"))
        subprocess.run(compiled, check=True)

    def verb(self, *args: str) -> tuple[tuple[str, ...], dict[str, str]]:
        """The command line of the package, and the environment it needs."""
        command = (sys.executable, "-m", "policy_explorer", *args)
        return command, {"PYTHONPATH": str(self.folder / "plugins")}

    def job(self, plan: Path, output: Path) -> Job:
        """The build of a plan."""
        command, env = self.verb("build", "--data", str(plan), "--output", str(output))
        return Job(command, output, env)

    def cold(self, job: Job, least: int = 0) -> Sample:
        """A build with nothing there, not even a picture; at least so many pages come of it."""
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)
        sample = jobs.built(job)
        if sample["pages"] < least:
            raise NotMeasured(f"{job.output}: {sample['pages']:.0f} pages, not even {least}")
        return sample

    def again(self, job: Job) -> Sample:
        """A build over what is there."""
        if not job.output.exists():
            self.cold(job)
        return jobs.weighed(jobs.taken(job), job.output)

    def edited(self, job: Job, plan: Path, marks: Iterator[int]) -> Sample:
        """The same after the name of an item was edited, which its page must then say."""
        file = next(p for p in plan.glob("data/**/*.yaml") if NAME in p.read_text(encoding="utf-8"))
        before = file.read_text(encoding="utf-8")
        mark = f"{NAME[4:]} mark{next(marks)}"
        file.write_text(before.replace(NAME, f"en: {mark}", 1), encoding="utf-8")
        try:
            sample = self.again(job)
        finally:
            file.write_text(before, encoding="utf-8")
        if mark not in (job.output / "en/works/i-0.html").read_text(encoding="utf-8"):
            raise NotMeasured(f"{job.output}: the edited name is not in its page")
        return sample
