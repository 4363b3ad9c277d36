"""The site as Lighthouse judges it: a phone on a slow line, four scores a page, each language."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import npm, phone
from tests.bench.bench import Bench, NotMeasured, Sample, Subject, tell
from tests.bench.report import MEASURES, SCORES, Report, lost, row
from tests.bench.served import bound

from policy_explorer import pipeline, settings

ROOT = Path(__file__).resolve().parents[2]
ENTRY = "lighthouse/cli/index.js"
PAGES = (
    "index.html",
    "zones/china-dental-valley.html",
    "targets/output-doubling.html",
    "charts/doubling.html",
    "facts.html",
)
LANGUAGES = ("", "en/")
HOW = (
    "--output=json",
    "--quiet",
    "--locale=en-US",
    "--no-enable-error-reporting",
    f"--only-categories={','.join(SCORES)}",
)
"""All else is as Lighthouse has it: mobile, its slow line and slow processor, by simulation."""
ROUNDS, PATIENCE = 3, 240
"""Rounds; seconds for one page."""


@contextmanager
def ready() -> Iterator[Bench]:
    """The site, built for the address at which it is served, and Lighthouse with a browser."""
    command = npm.program(ENTRY)
    version, chrome = _browser()
    with bound() as server, TemporaryDirectory() as name:
        pipeline.publish(settings.find(ROOT, site_url=server.address), Path(name))
        server.hold(Path(name))
        yield Bench(
            tuple(_subjects(server.address, (*command, *HOW, _flags()), chrome)),
            MEASURES,
            {"cores": os.cpu_count() or 1, "Chromium": version, **_terms()},
            rounds=ROUNDS,
            is_paired=False,
        )


def _browser() -> tuple[str, str]:
    """The version of the browser that drives all benchmarks, and where it is."""
    with phone.started() as browser:
        bundled = browser.browser_type.executable_path
        return browser.version, os.environ.get("POLICY_CHROMIUM") or bundled


def _flags() -> str:
    """Flags of the browser: root has no sandbox to play in."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return f"--chrome-flags=--headless=new{' --no-sandbox' if is_root else ''}"


def _terms() -> Mapping[str, str]:
    package = json.loads((npm.FOLDER / "package.json").read_text(encoding="utf-8"))
    return {
        "Lighthouse": package["dependencies"]["lighthouse"],
        "phone": "Lighthouse's own: slow 4G and a processor four times slower, simulated",
    }


def _subjects(address: str, command: tuple[str, ...], chrome: str) -> Iterator[Subject]:
    for page in PAGES:
        for language in LANGUAGES:
            path = f"{language}{page}"
            judge = partial(_judged, (*command, f"{address}/{path}"), chrome)
            yield Subject(path, path, judge)


def _judged(command: tuple[str, ...], chrome: str) -> Sample:
    """The numbers of a page, judged once; what took points off is told on the way."""
    report = _report(command, chrome)
    found = row(report)
    for line in lost(report):
        tell(f"    {line}")
    return found


def _report(command: tuple[str, ...], chrome: str) -> Report:
    env = os.environ | {"CHROME_PATH": chrome}
    try:
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=True
        )
        report: Report = json.loads(done.stdout)
    except subprocess.CalledProcessError as error:
        raise NotMeasured(f"{command[-1]}: {error.stderr.strip()[-500:]}") from error
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise NotMeasured(f"{command[-1]}: {error}") from error
    return report
