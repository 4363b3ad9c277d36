"""The benchmarks of an edit and of a check: what is new, what is stale, how many lines."""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

import pytest
from tests.bench import check, plans, rebuild
from tests.bench.bench import NotMeasured
from tests.bench.peers import watched
from tests.bench.peers.jobs import Job
from tests.bench.peers.watched import Watcher

PAGES = (rebuild.PAGE, "en/index.html", "en/other.html")
WATCH = """
import pathlib, sys, time
plan, site = map(pathlib.Path, sys.argv[1:])
while True:
    words = plan.read_text("utf-8")
    (site / "new").write_text(words, "utf-8")
    (site / "new").replace(site / "page.html")
    time.sleep(0.01)
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that has the item, and little patience with it."""
    for name, value in (("LATE", 0.2), ("STALE", 0.05), ("REST", 0)):
        monkeypatch.setattr(rebuild, name, value)
    (tmp_path / "data").mkdir()
    words = f"- name: {{en: {rebuild.NAME}}}\n- name: {{en: {rebuild.NAME}0}}\n"
    (tmp_path / "data/works.yaml").write_text(words, encoding="utf-8")
    return tmp_path


def _watcher(plan: Path, *following: str) -> Watcher:
    """A site of which only some pages follow the plan."""

    def see(page: str) -> str:
        words = (plan / "data/works.yaml").read_text(encoding="utf-8")
        return words if page in following else rebuild.NAME

    return Watcher(plan, see, lambda: 0.0)


def test_pages_that_stay_are_stale(plan: Path) -> None:
    """Pages that keep the old name are counted, edit after edit; those that follow are not."""
    marks, watcher = count(1), _watcher(plan, *PAGES[:2])
    for _ in range(2):
        sample = rebuild.saved(plan, watcher, PAGES, marks)
        assert (sample["naming"], sample["stale"]) == (3, 1)
    assert rebuild.saved(plan, _watcher(plan, *PAGES), PAGES, marks)["stale"] == 0
    words = (plan / "data/works.yaml").read_text(encoding="utf-8")
    assert words.count(f"{rebuild.NAME} mark3}}") == words.count(f"{rebuild.NAME}0}}") == 1


def test_a_page_that_never_follows_is_no_sample(plan: Path) -> None:
    """Where the edited page itself stays as it was, nothing was measured."""
    with pytest.raises(NotMeasured, match="has not become new"):
        rebuild.saved(plan, _watcher(plan), PAGES, count(1))


def test_only_pages_of_the_item_name_it(tmp_path: Path) -> None:
    """A name may be parted by markup; an item of a longer number is another one."""
    parted = f"<b>{rebuild.NAME[:-2]}</b><span><b>{rebuild.NAME[-2:]}</b><svg></span>"
    for name, words in (("a.html", parted), ("b.html", f"{rebuild.NAME}0")):
        (tmp_path / name).write_text(words, encoding="utf-8")
    assert rebuild.named(tmp_path) == ("a.html",)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a running program took")
def test_a_program_that_watches_is_seen_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it makes is read while it runs, its time is told, and it does not outlive its use."""
    monkeypatch.setattr(watched, "PEACE", 0.1)
    (site := tmp_path / "site").mkdir()
    (tmp_path / "plan").write_text("words", encoding="utf-8")
    command = (sys.executable, "-c", WATCH, str(tmp_path / "plan"), str(site))
    with watched.watching(Job(command, site), "page.html") as watcher:
        assert watcher.see("page.html") == "words"
        assert watcher.see("none.html") == ""
        assert watcher.cpu() > 0
    (site / "page.html").unlink()
    time.sleep(0.1)  # it would have written it again
    assert watcher.see("page.html") == ""


def test_lines_are_counted(tmp_path: Path) -> None:
    """The lines of a plan are those of all its files, which are about as many as are asked for."""
    plan = plans.write(tmp_path, 500)
    files = plan.glob("data/**/*.yaml")
    assert check.lines(plan) == sum(p.read_text(encoding="utf-8").count("\n") for p in files)
    assert 0.95 < check.lines(plan) / (500 * check.ITEM_LINES) < 1.05
