"""The editor's loop: from saving a file to seeing it in the browser, and checking a large plan."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ConsoleMessage
from tests.bench import phone
from tests.bench.bench import Bench, Measure, NotMeasured, Sample, Subject

ROOT = Path(__file__).resolve().parents[2]
LINES, ROUNDS = 6000, 15
ITEM, CHART = "zones/pharma-food.html", "zones/china-dental-valley.html"
NAME, TITLE = ("data/zones.yaml", "zh: 医药食品"), ("data/charts.yaml", "两个来源")
DRAWN = ("data/indicators.yaml", "zh: 中国牙谷产值")
SEEN = """
const tell = () => {
  const all = ["h1", "figure", ".live-over"].map(s => [...document.querySelectorAll(s)]);
  const found = /mark(\\d+)/.exec(all.flat().map(e => e.textContent).join());
  if (found && window.last !== found[0]) {
    window.last = found[0];
    requestAnimationFrame(() => setTimeout(() => console.log(found[0] + " " + Date.now())));
  }
};
const all = { subtree: true, childList: true, characterData: true };
new MutationObserver(tell).observe(document, all);
"""
"""Says when a mark is on the screen: in the frame after the one that put it into the page."""
CHECK = """
import sys, time
from pathlib import Path
from policy_explorer import pipeline, settings
found = settings.find(Path(sys.argv[1]), Path(sys.argv[2]))
start = time.perf_counter()
site = pipeline.check(found).site
print((time.perf_counter() - start) * 1000 if site else "refused")
"""
MEASURES = (Measure("ms", "ms"),)


@contextmanager
def ready() -> Iterator[Bench]:
    """A copy of the plan, served live, a browser on it, and a plan of many lines."""
    with TemporaryDirectory() as name, phone.started() as browser:
        folder = Path(name)
        _copied(folder / "plan")
        _grown(folder / "large")
        with _live(folder / "plan") as address:
            saves = Editor(browser, address, folder / "plan", count(1)).saves
            subjects = (
                Subject("words", "an item's name, in its page", partial(saves, ITEM, *NAME)),
                Subject("title", "a chart's title, in its page", partial(saves, CHART, *TITLE)),
                Subject("chart", "words in a chart, in its page", partial(saves, CHART, *DRAWN)),
                Subject("mistake", "a mistake, over the page", partial(saves, ITEM, *_BAD)),
                Subject("check", f"check of {LINES} lines", partial(_checked, folder / "large")),
            )
            yield Bench(subjects, MEASURES, _terms(browser.version), ROUNDS, is_paired=False)


_BAD = ("data/zones.yaml", "- id: pharma-food\n    ")
"""What follows is a key; one that begins with a mark is none."""


def _copied(plan: Path) -> None:
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, plan / name)


def _grown(plan: Path) -> None:
    """The plan with items added until its files have `LINES` lines."""
    _copied(plan)
    lines = sum(len(p.read_text(encoding="utf-8").splitlines()) for p in plan.glob("data/*.yaml"))
    items = [
        f"  - id: more-{n}\n    name: {{zh: 另{n}项, en: Another {n}}}\n"
        "    basis: inferred\n    because: {zh: 为测量而写, en: Written to be measured}\n"
        for n in range((LINES - lines) // 4)
    ]
    with (plan / "data/background.yaml").open("a", encoding="utf-8") as file:
        file.writelines(items)


@contextmanager
def _live(plan: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "policy_explorer", "serve", "--port", "0", "--data", str(plan)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    log = plan.with_name("log")
    with log.open("w") as out, subprocess.Popen(command, env=env, stdout=out) as served:
        try:
            yield _address(log)
        finally:
            served.terminate()


def _address(log: Path) -> str:
    for _ in range(100):
        found = [line for line in log.read_text().splitlines() if line.startswith("http")]
        if found:
            return found[0].split()[0]
        time.sleep(0.1)
    raise NotMeasured(f"the live server did not start: {log.read_text()}")


@dataclass(frozen=True, slots=True)
class Editor:
    """Who edits a served plan and looks at it."""

    browser: Browser
    address: str
    plan: Path
    marks: Iterator[int]

    def saves(self, path: str, file: str, old: str) -> Sample:
        """From saving a mark to seeing it in the page at `path`, ms; then all is as before."""
        target = self.plan / file
        words = target.read_text(encoding="utf-8")
        mark = f"mark{next(self.marks)}"
        page = self.browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(SEEN)
        page.goto(self.address + path)
        page.wait_for_timeout(700)
        with page.expect_console_message(partial(_names, mark), timeout=20_000) as told:
            start = time.time()
            target.write_text(words.replace(old, f"{old}{mark}", 1), encoding="utf-8")
        seen = float(told.value.text.split()[1])
        page.close()
        target.write_text(words, encoding="utf-8")
        return {"ms": seen - start * 1000}


def _names(mark: str, message: ConsoleMessage) -> bool:
    return message.text.startswith(f"{mark} ")


def _checked(plan: Path) -> Sample:
    command = [sys.executable, "-c", CHECK, str(ROOT), str(plan)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if not done.stdout[:1].isdigit():
        raise NotMeasured(f"the large plan was not checked: {done.stdout}{done.stderr}")
    return {"ms": float(done.stdout)}


def _terms(version: str) -> Mapping[str, str | int | float]:
    return {"cores": os.cpu_count() or 1, "Chromium": version, "lines": LINES}
