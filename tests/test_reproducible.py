"""The same data give the same bytes, whoever builds them, where, when and in what surroundings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from tests.conftest import THREE_SECTORS
from tests.trees import Tree, tree

ROOT = Path(__file__).resolve().parents[1]
SITE = "https://example.org/plan"
pytestmark = pytest.mark.slow


def _as_it_is(plan: Path, to: Path) -> Path:
    return Path(shutil.copytree(plan, to))


def _backwards(plan: Path, to: Path) -> Path:
    """A copy whose files were made in the opposite order, each at a time of its own."""
    for n, path in enumerate(sorted((p for p in plan.rglob("*") if p.is_file()), reverse=True)):
        place = to / path.relative_to(plan)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
        os.utime(place, (n * 1_000_000, n * 1_000_000))
    return to


@dataclass(frozen=True, slots=True)
class Surroundings:
    """In which a site is built."""

    env: Mapping[str, str] = field(default_factory=dict)
    name: str = "plan"
    """Of the folder that the plan is copied into."""
    copied: Callable[[Path, Path], Path] = _as_it_is
    umask: int = 0o022
    flags: tuple[str, ...] = ()
    """Of Python."""
    has_old: bool = False
    """Whether an old site of another plan stands in the output folder."""
    cwd: str = "."
    is_alone: bool = False
    """Whether there is one core for it all."""

    def begin(self) -> None:
        """What is done in the process of the build before it starts."""
        os.umask(self.umask)
        if self.is_alone:
            os.sched_setaffinity(0, set(list(os.sched_getaffinity(0))[:1]))


USUAL = Surroundings(env={"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"})
VARIED = {
    "far in the east": Surroundings(env={"TZ": "Pacific/Kiritimati"}),
    "far in the west": Surroundings(env={"TZ": "Etc/GMT+12"}),
    "no locale": Surroundings(env={"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    "an encoding of its own": Surroundings(env={"LC_ALL": "zh_CN.GB18030", "PYTHONUTF8": "0"}),
    "another hash seed": Surroundings(env={"PYTHONHASHSEED": "4711"}),
    "a random hash seed": Surroundings(env={"PYTHONHASHSEED": "random"}),
    "a closed umask": Surroundings(umask=0o077),
    "a path with spaces and 中文": Surroundings(name="a plan 规划 #1 & 2"),
    "files made in another order": Surroundings(copied=_backwards),
    "an old site of another plan": Surroundings(has_old=True),
    "started elsewhere": Surroundings(cwd="/"),
    "without assertions": Surroundings(flags=("-OO",)),
    "another home": Surroundings(env={"HOME": "/nonexistent", "USER": "nobody"}),
    "a single core": Surroundings(is_alone=hasattr(os, "sched_setaffinity")),
    "a fixed moment": Surroundings(env={"SOURCE_DATE_EPOCH": "1"}),
}


def built(plan: Path, folder: Path, around: Surroundings) -> Tree:
    """The plan's site, built in surroundings."""
    own = around.copied(plan, folder / around.name)
    output = folder / "site"
    if around.has_old:
        old = around.copied(plan, folder / "old")
        sectors = old / "data/sectors.yaml"
        words = sectors.read_text(encoding="utf-8").replace("id: rope", "id: hemp")
        sectors.write_text(words.replace("Rope", "Hemp"), encoding="utf-8")
        built(old, folder / "before", USUAL)
        shutil.move(folder / "before/site", output)
    code = ROOT / "plugins"
    command = (sys.executable, *around.flags, "-m", "policy_explorer", "build")
    done = subprocess.run(
        (*command, "--data", str(own), "--output", str(output), "--site-url", SITE),
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(code), **USUAL.env, **around.env},
        cwd=around.cwd,
        preexec_fn=around.begin,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return tree(output)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The site of the smallest plan, as it is usually built."""
    return built(THREE_SECTORS, tmp_path_factory.mktemp("usual"), USUAL)


@pytest.mark.skipif(os.name == "nt", reason="surroundings of Unix")
@pytest.mark.parametrize("name", VARIED)
def test_the_same_bytes(usual: Tree, tmp_path: Path, name: str) -> None:
    """In other surroundings not one file is another, and none is there or missing."""
    found = built(THREE_SECTORS, tmp_path, VARIED[name])
    assert [p for p in sorted({*found, *usual}) if found.get(p) != usual.get(p)] == []


def test_the_shipped_site_in_a_copy_of_the_project(tmp_path: Path) -> None:
    """A whole copy of the project, elsewhere, with nothing kept: the shipped site to the byte.

    Everything is another at once: path, order of files, time zone, locale, seed, umask.
    """
    copy = tmp_path / "另一个 project"
    for name in ("content", "data", "plugins"):
        _backwards(ROOT / name, copy / name)
    shutil.copytree(ROOT / "theme", copy / "theme", symlinks=True)
    around = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "random"}
    command = (sys.executable, "-m", "policy_explorer", "build", "--site-url", SITE)
    trees = []
    for root, env, umask in ((ROOT, USUAL.env, 0o022), (copy, around, 0o077)):
        output = tmp_path / f"site-{umask}"
        done = subprocess.run(
            (*command, "--output", str(output)),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(root / "plugins"), **env},
            preexec_fn=partial(os.umask, umask),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        trees.append(tree(output))
    one, other = trees
    assert len(one) > 500
    assert [p for p in sorted({*one, *other}) if one.get(p) != other.get(p)] == []
