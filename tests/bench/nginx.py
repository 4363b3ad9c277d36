"""A page from nginx: packed when it was built, packed while somebody waits, not packed at all."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import nginx
from tests.bench import load
from tests.bench.bench import Bench, Lacking, Measure, NotMeasured, Sample, Subject

from policy_explorer import pipeline, settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = "/index.html"
READERS, SECONDS, ROUNDS = 64, 3, 5
"""Connections kept open, seconds for one sample, rounds."""
ON_THE_FLY = {"gzip off;": "gzip on;", "gzip_static on;": "gzip_static off; gzip_comp_level 6;"}
"""The shipped configuration, as servers are often run."""
PACKED, PLAIN = {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}
MEASURES = (
    Measure("rate", "answers a second"),
    Measure("last", "99 of 100 within, ms", 1),
    Measure("sent", "bytes of an answer"),
)


@contextmanager
def ready() -> Iterator[Bench]:
    """The built site behind two nginx of one worker each; only one has work at a time."""
    program = nginx.executable()
    if program is None:
        raise Lacking("left out: there is no nginx here")
    with TemporaryDirectory() as name:
        folder = Path(name)
        site, ours, theirs = (folder / part for part in ("site", "ours", "theirs"))
        ours.mkdir()
        theirs.mkdir()
        pipeline.publish(settings.find(ROOT), site)
        with (
            nginx.started(program, site, ours) as shipped,
            nginx.started(program, site, theirs, ON_THE_FLY) as busy,
        ):
            yield Bench(
                (
                    Subject("static", "packed beforehand", partial(_asked, shipped, PACKED)),
                    Subject("dynamic", "packed each time", partial(_asked, busy, PACKED)),
                    Subject("identity", "not packed", partial(_asked, shipped, PLAIN)),
                ),
                MEASURES,
                _terms(program),
                rounds=ROUNDS,
            )


def _asked(address: str, headers: Mapping[str, str]) -> Sample:
    """The page, asked for by many at once; each answer must be whole."""
    encoding = headers["Accept-Encoding"]
    answer, body = nginx.ask(address, PAGE, Accept_Encoding=encoding)
    if answer.status != 200 or answer.getheader("Content-Encoding", "identity") != encoding:
        raise NotMeasured(f"{address}{PAGE}: {answer.status}, not as {encoding}")
    return {"sent": len(body), **load.put(f"{address}{PAGE}", headers, READERS, SECONDS)}


def _terms(program: str) -> Mapping[str, str | int | float]:
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=True)
    return {
        "cores": os.cpu_count() or 1,
        "machine": platform.machine(),
        "server": told.stderr.strip().rpartition(" ")[2],
        "page": PAGE,
        "readers at once": READERS,
        "seconds each": SECONDS,
        "asked by": load.name(),
    }
