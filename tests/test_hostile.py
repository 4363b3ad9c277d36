"""Plans spoilt in every way we know: a clean answer or a safe site, and never a lost one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import sentences
from tests.conftest import THREE_SECTORS
from tests.hostile import (
    figures,
    forms,
    octets,
    pictures,
    places,
    pointers,
    prose,
    safe,
    trees,
    words,
)
from tests.hostile.case import OUTPUT, Case
from tests.hostile.forge import MEMORY, Done, Forge, forge

MODULES = (octets, forms, words, pointers, figures, pictures, trees, places, prose)
AREAS = 8
CASES = [case for module in MODULES for case in module.found()]
ENOUGH = 120
"""Cases that differ, at least, by their area and by what is said of them."""
OF_THE_PROGRAM = {"bad-code", "broken-site"}
"""Said when program or theme are edited, and never of a plan: tests/test_codes.py has them."""
READ = 2_000_000
"""Bytes of a file whose lines are counted."""
USUAL = {"unchecked"}
LINE = re.compile(
    r"^.+:(?P<line>[1-9][0-9]*):(?P<col>[1-9][0-9]*): error (?P<code>[a-z0-9-]+): .", re.MULTILINE
)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def hot() -> Iterator[Forge]:
    """The forge, for all cases."""
    with forge() as made:
        yield made


@pytest.fixture(scope="module")
def good(hot: Forge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last good site, which no bad plan may touch."""
    folder = tmp_path_factory.mktemp("good")
    data = shutil.copytree(THREE_SECTORS, folder / "plan")
    done = hot.run(folder / "log", "build", "--data", str(data), "--output", str(folder / OUTPUT))
    assert done.code == 0, done.said
    return folder / OUTPUT


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    stats = ((path, path.lstat()) for path in folder.rglob("*"))
    return {str(path.relative_to(folder)): (s.st_size, s.st_mtime_ns) for path, s in stats}


def clean(done: Done) -> Done:
    """A run that neither crashed nor hung nor took too much."""
    assert "Traceback" not in done.said, done.said
    assert "the program itself failed" not in done.said, done.said
    assert done.code in {0, 1}, (done.code, done.said)
    assert done.memory < MEMORY
    return done


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spoilt_plan(case: Case, hot: Forge, good: Path, tmp_path: Path) -> None:
    """It is refused by the codes it deserves, at places that exist, or its site is safe."""
    plan, log = tmp_path / "plan", tmp_path / "log"
    shutil.copytree(THREE_SECTORS, plan)
    case.spoil(plan)
    _check(case, hot, plan, log)
    if case.has_texts:
        return
    output = good if case.codes and case.output == OUTPUT else tmp_path / case.output
    before = state(output) if output.is_dir() and str(output) != "/" else {}
    done = clean(hot.run(log, "build", "--data", str(plan), "--output", str(output)))
    if case.codes:
        told = {found["code"] for found in LINE.finditer(done.said)}
        assert (done.code, told - case.codes, bool(told)) == (1, set(), True), done.said
        assert not before or state(output) == before
    else:
        assert done.code == 0, done.said
        assert list(safe.unsafe(output)) == []
        pages = "\n".join(safe.words_of(path) for path in output.rglob("*.html"))
        assert [words for words in case.shows if words not in pages] == []


def _check(case: Case, hot: Forge, plan: Path, log: Path) -> None:
    """`check` says the same, each at a place that the file has."""
    texts = ("--sources", str(plan / "sources")) if case.has_texts else ()
    done = clean(hot.run(log, "check", "--format", "json", "--data", str(plan), *texts))
    found = json.loads(done.said)["problems"]
    of_a_build = {"bad-output", "no-picture"}
    errors = {p["code"] for p in found if p["severity"] == "error"}
    warnings = {p["code"] for p in found if p["severity"] == "warning"}
    told = [f"{p['code']} {p['line']}:{p['col']} {p['message']}" for p in found]
    assert errors - of_a_build == case.codes - of_a_build, told[:20]
    assert case.codes or warnings - USUAL == case.warns, told[:20]
    lines = {path: _lines(Path(path)) for path in {p["path"] for p in found}}
    for problem in found:
        assert 1 <= problem["line"] <= lines[problem["path"]], problem
        assert problem["col"] >= 1, problem
        assert problem["message"], problem


def _lines(path: Path) -> int:
    """How many lines a file has; one where it is none, or none that is read."""
    if not path.is_file() or path.is_symlink() or path.stat().st_size > READ:
        return 1
    return path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def test_every_code_is_reached() -> None:
    """Every code that can be said of a plan is said of one of these."""
    said = frozenset[str]().union(*(case.codes | case.warns for case in CASES)) | USUAL
    assert said == sentences.codes() - OF_THE_PROGRAM


def test_there_are_enough() -> None:
    """No two cases are alike, every area has some, and what is said differs often enough."""
    kinds = {(case.area, *sorted(case.codes | case.warns)) for case in CASES}
    assert len(kinds) >= ENOUGH
    names = {str(case) for case in CASES}
    assert len(names) == len(CASES) >= ENOUGH
    assert len({case.area for case in CASES}) == AREAS
