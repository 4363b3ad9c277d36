"""The real command line on disks that are full, closed or shared: the old site or the new one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from tests.conftest import THREE_SECTORS, Plan
from tests.trees import tree

resource = pytest.importorskip("resource", reason="limits of a process as Unix has them")
ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow
UNWRITABLE, STOPPED = 3, 130


@pytest.fixture
def other(tmp_path: Path) -> Plan:
    """A second plan, nearly the same, so that its site differs on most pages."""
    plan = Plan(Path(shutil.copytree(THREE_SECTORS, tmp_path / "other")))
    return plan.edit("sectors.yaml", "{en: Rope,", "{en: Hemp,")


def command(plan: Plan, output: Path) -> tuple[str, ...]:
    """The command that builds a plan into a folder."""
    build = (sys.executable, "-m", "policy_explorer", "build")
    return (*build, "--data", str(plan.folder), "--output", str(output))


def build(
    plan: Plan, output: Path, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """One build; `limit` is called in its process before it begins."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command(plan, output),
        env=env,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )


def is_whole(folder: Path) -> bool:
    """Whether a folder holds exactly what its build.json says, to the byte."""
    found = tree(folder)
    told = json.loads(found["build.json"])
    listed = {*told["files"], *told["packed"], "build.json"}
    right = {hashlib.sha256(found[path]).hexdigest() == of for path, of in told["files"].items()}
    return set(found) == listed and right == {True}


def left(output: Path) -> list[str]:
    """What builds have left beside a folder; the lock is meant to stay."""
    names = (path.name for path in output.parent.iterdir())
    return [n for n in names if n.startswith(f".{output.name}.") and not n.endswith(".lock")]


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A disk in memory at a folder; skips where nobody may mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    disk = (mount or "", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    if mount is None or unmount is None or subprocess.run(disk, check=False).returncode:
        pytest.skip("no right to mount a disk here")
    try:
        yield folder
    finally:
        subprocess.run((unmount, "-l", str(folder)), check=True)


@pytest.mark.parametrize("largest", [1, 5_000, 15_000])
def test_files_may_not_be_so_large(plan: Plan, other: Plan, tmp_path: Path, largest: int) -> None:
    """Where the system stops files from growing, the build ends with 3 and the old site stands."""
    output = tmp_path / "site"
    assert build(plan, output).returncode == 0
    before = tree(output)
    size = (largest, largest)
    done = build(other, output, partial(resource.setrlimit, resource.RLIMIT_FSIZE, size))
    assert done.returncode == UNWRITABLE, done.stderr
    assert "Traceback" not in done.stderr
    assert str(output.name) in done.stderr
    assert (tree(output), left(output)) == (before, [])
    assert build(other, output).returncode == 0
    assert is_whole(output)


def test_a_disk_that_is_full(plan: Plan, other: Plan, tmp_path: Path) -> None:
    """A disk with room for one site and a half keeps the old one, and gets its room back."""
    first = tmp_path / "first"
    assert build(plan, first).returncode == 0
    size = sum(len(data) for data in tree(first).values())
    with mounted(tmp_path / "disk", f"size={size // 1024 + 2048}k") as disk:
        output = disk / "site"
        assert build(plan, output).returncode == 0
        before, room = tree(output), shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(b"x" * (room - 100_000))
        done = build(other, output)
        assert done.returncode == UNWRITABLE, done.stderr
        assert "No space left" in done.stderr
        assert (tree(output), left(output)) == (before, [])
        (disk / "ballast").unlink()
        assert build(other, output).returncode == 0, "what is as before is not written twice"
        assert is_whole(output)


def test_a_folder_that_is_mounted(plan: Plan, tmp_path: Path) -> None:
    """An output folder that is itself a disk cannot be exchanged: 3, the remedy, nothing in it."""
    with mounted(tmp_path / "site", "size=20m") as output:
        done = build(plan, output)
        assert done.returncode == UNWRITABLE, done.stdout
        assert "choose an output folder below one that can be written" in done.stderr
        assert tree(output) == {}
        assert build(plan, output / "below").returncode == 0


def test_a_disk_that_is_read_only(plan: Plan, tmp_path: Path) -> None:
    """Where nothing can be written beside the folder, it is said so, with what to do instead."""
    with mounted(tmp_path / "disk", "ro,size=1m") as disk:
        done = build(plan, disk / "site")
        assert done.returncode == UNWRITABLE, done.stdout
        assert "choose an output folder below one that can be written" in done.stderr


def test_two_builds_at_once(plan: Plan, other: Plan, tmp_path: Path) -> None:
    """Two builds into one folder: each ends well or says that the other is not over.

    Whoever looks meanwhile sees one of the two sites whole: a page and the list of digests, read
    from one and the same folder, fit together.
    """
    output = tmp_path / "site"
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "LC_ALL": "C.UTF-8"}
    assert build(plan, output).returncode == 0
    seen = 0
    for _ in range(2):
        both = [
            subprocess.Popen(command(one, output), env=env, stderr=subprocess.PIPE, text=True)
            for one in (plan, other)
        ]
        while any(one.poll() is None for one in both):
            seen += _looked(output)
            time.sleep(0.005)
        for one in both:
            said = one.communicate()[1]
            assert one.returncode == 0 or "another build into this folder" in said, said
        assert is_whole(output)
        assert left(output) == []
    assert seen > 20


def _looked(output: Path) -> bool:
    """A page and the list, read through one open folder; whether the folder still stood so long."""
    try:
        held = os.open(output, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        page, told = (_read(held, name) for name in ("sectors/rope.html", "build.json"))
    except FileNotFoundError:  # the old site, taken away while it was read
        return False
    finally:
        os.close(held)
    assert json.loads(told)["files"]["sectors/rope.html"] == hashlib.sha256(page).hexdigest()
    return True


def _read(folder: int, name: str) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()


def test_killed_at_any_moment(plan: Plan, other: Plan, tmp_path: Path) -> None:
    """Killed after any stretch of its work, a real build leaves a whole site; so does the next."""
    output = tmp_path / "site"
    started = time.monotonic()
    assert build(plan, output).returncode == 0
    whole = time.monotonic() - started
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    ends = set()
    for part in range(3, 10):
        process = subprocess.Popen(command(other if part % 2 else plan, output), env=env)
        time.sleep(whole * part / 9)
        process.send_signal(signal.SIGKILL)
        ends.add(process.wait())
        assert is_whole(output)
    assert -signal.SIGKILL in ends
    assert build(other, output).returncode == 0
    assert (is_whole(output), left(output)) == (True, [])


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_builds(plan: Plan, other: Plan, tmp_path: Path, ended: int) -> None:
    """Who stops a build is told that the old site stands, which it does, and alone; end 130."""
    output, fresh = tmp_path / "site", tmp_path / ".site.new"
    assert build(plan, output).returncode == 0
    before = tree(output)
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command(other, output),
        env=env,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 -- no threads; a job may ignore it
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while not fresh.exists() and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(ended)
        said = process.communicate()[1]
    assert (process.returncode, said) == (STOPPED, "stopped; the old site stands\n")
    assert (tree(output), left(output)) == (before, [])
