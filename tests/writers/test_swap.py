"""A site in the place of another: old or new whatever happens, and never a part of each."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policy_explorer.writers import swap
from policy_explorer.writers.swap import Fresh

HERE = Path(__file__).resolve().parents[2]
OLD = {"index.html": b"old", "a/index.html": b"old a", "same.html": b"same", "gone.html": b"gone"}
NEW = {"index.html": b"new", "b/index.html": b"new b", "same.html": b"same"}
MINE = {"notes.txt": b"mine", ".git/HEAD": b"ref"}
FAULTS = """
import errno, json, os, sys
from pathlib import Path
from policy_explorer.writers import swap

folder, kind, is_direct = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "exchange"
old, new, mine = ({p: w.encode() for p, w in json.loads(words).items()} for words in sys.argv[4:])
POINTS = {"open", "os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir", "shutil.rmtree",
          "own.fsync", "own.exchange"}
fsync, exchange = os.fsync, swap._swapped


def told(name, does):
    return lambda *given: (sys.audit(name), does(*given))[1]


os.fsync = told("own.fsync", fsync)
swap._swapped = told("own.exchange", exchange) if is_direct else lambda *_: False
if not is_direct:
    swap._of_system = lambda _: None


def filled(files):
    return lambda fresh: fresh.keep(files.items())


def state():
    files = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


def broken(number):
    seen = 0

    def hook(event, args):
        nonlocal seen
        seen += event in POINTS
        if event in POINTS and seen == number:
            if kind == "killed":
                os._exit(9)
            raise OSError(errno.ENOSPC, "no room")

    sys.addaudithook(hook)
    try:
        swap.put(folder, frozenset(old), filled(new))
    except OSError as error:
        os._exit(8 if error.errno == errno.ENOSPC else 7)
    os._exit(0 if seen < number else 6)


def child(number):
    pid = os.fork()
    if not pid:
        broken(number)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


number, found = 0, []
while True:
    number += 1
    swap.put(folder, frozenset(new), filled(old))
    code = child(number)
    now = state() if folder.exists() else None
    found.append({"code": code, "is": "old" if now == old | mine else "new" if now == new | mine
                  else "none" if now is None else "mixed"})
    swap.put(folder, frozenset(old), filled(new))
    found[-1]["after"] = state() == new | mine
    left = sorted(p.name for p in folder.parent.iterdir() if p.name.startswith(f".{folder.name}."))
    found[-1]["left"] = left
    if code == 0:
        break
print(json.dumps(found))
"""
"""Breaks a build at each of its steps in turn, says what stood there then, and builds again."""
BORNE = 6
"""End of a build that went on after a fault: what cannot be linked is copied."""


def filled(files: dict[str, bytes]) -> Callable[[Fresh], None]:
    """What puts these files into a new site."""
    return lambda fresh: fresh.keep(files.items())


def _texts(files: dict[str, bytes]) -> str:
    return json.dumps({path: data.decode() for path, data in files.items()})


def _state(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _can_exchange(folder: Path) -> bool:
    """Whether this file system can; where it cannot, the folder is not there for a moment."""
    pair = folder / "one", folder / "other"
    for path in pair:
        path.mkdir()
    return swap._swapped(*pair)


def _with_mine(folder: Path) -> Path:
    for name, data in MINE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize("way", ["exchange", "renames"])
@pytest.mark.parametrize("kind", ["killed", "failed"])
def test_old_or_new(tmp_path: Path, kind: str, way: str) -> None:
    """Broken at any step, the folder holds the old site or the new one; the next build is clean."""
    folder = _with_mine(tmp_path / "site")
    words = [_texts(files) for files in (OLD, NEW, MINE)]
    env = {**os.environ, "PYTHONPATH": str(HERE / "plugins")}
    command = [sys.executable, "-c", FAULTS, str(folder), kind, way, *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    *broken, whole = found
    is_parted = kind == "killed" and (way == "renames" or not _can_exchange(tmp_path))
    allowed = {"old", "new"} | ({"none"} if is_parted else set())
    assert len(broken) > len(OLD) + len(NEW)
    borne = {one["is"] for one in broken if one["code"] == BORNE}
    assert {one["code"] for one in broken} <= {9 if kind == "killed" else 8, BORNE}
    assert borne <= {"new"}
    assert {one["is"] for one in broken} <= allowed
    assert {"old", "new"} <= {one["is"] for one in broken} | {whole["is"]}
    assert all(one["after"] and one["left"] == [".site.lock"] for one in found)


def test_what_is_as_before_is_the_same_file(tmp_path: Path) -> None:
    """A file with the same bytes keeps its time; the others are said to be new."""
    folder = tmp_path / "site"
    swap.put(folder, frozenset(), filled(OLD))
    os.utime(folder / "same.html", (1, 1))
    written = swap.put(folder, frozenset(OLD), filled(NEW))
    assert written == {"index.html": True, "b/index.html": True, "same.html": False}
    assert int((folder / "same.html").stat().st_mtime) == 1
    assert _state(folder) == NEW


def test_what_is_somebody_elses_stays(tmp_path: Path) -> None:
    """Files, folders and links that no build has made are in the new site as they were."""
    folder = _with_mine(tmp_path / "site")
    (folder / "link").symlink_to("notes.txt")
    (folder / "away").symlink_to("..")
    swap.put(folder, frozenset(), filled(OLD))
    swap.put(folder, frozenset(OLD), filled(NEW))
    assert _state(folder) == NEW | MINE | {"link": b"mine"}
    assert ((folder / "link").readlink(), (folder / "away").readlink()) == (
        Path("notes.txt"),
        Path(".."),
    )


def test_a_link_to_the_output_stays_one(tmp_path: Path) -> None:
    """Where the output is a link to a folder, that folder is exchanged, and the link stays."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    swap.put(tmp_path / "site", frozenset(), filled(NEW))
    assert (tmp_path / "site").is_symlink()
    assert _state(tmp_path / "real") == NEW


def test_two_at_once(tmp_path: Path) -> None:
    """A second build into the same folder fails at once and leaves the first alone."""
    fcntl = pytest.importorskip("fcntl", reason="no locks of this kind on Windows")
    folder = tmp_path / "site"
    swap.put(folder, frozenset(), filled(OLD))
    with (tmp_path / ".site.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BlockingIOError, match="another build"):
            swap.put(folder, frozenset(OLD), filled(NEW))
    assert _state(folder) == OLD


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EBUSY, errno.EXDEV])
def test_where_nothing_can_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Where no folder can be made or exchanged there, it is said why, with what to do instead."""
    folder = tmp_path / "site"
    swap.put(folder, frozenset(), filled(OLD))

    def fails(*_: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(swap, "_swapped", fails)
    with pytest.raises(OSError, match="choose an output folder") as error:
        swap.put(folder, frozenset(OLD), filled(NEW))
    assert (error.value.errno, error.value.filename) == (code, str(folder))
    assert _state(folder) == OLD


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/x"])
def test_nothing_is_written_elsewhere(tmp_path: Path, path: str) -> None:
    """A path that leads out of the folder is refused, and the old site stays."""
    folder = tmp_path / "site"
    swap.put(folder, frozenset(), filled(OLD))
    with pytest.raises(ValueError, match="x"):
        swap.put(folder, frozenset(OLD), filled(NEW | {path: b"x"}))
    assert _state(folder) == OLD


@pytest.mark.parametrize("spoil", ["short", "strange", "gone"])
def test_what_is_not_as_written_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    """A disk that keeps less, more or other files than it was given: the old site stays."""
    folder = tmp_path / "site"
    swap.put(folder, frozenset(), filled(OLD))
    written = swap._written

    def kept(fresh: Path, target: Path, path: str, data: bytes) -> bool:
        is_new = written(fresh, target, path, data)
        if path == "b/index.html":
            place = fresh / path
            place.unlink()
            if spoil != "gone":
                place.write_bytes(b"" if spoil == "short" else data)
            if spoil == "strange":
                (fresh / "strange").touch()
        return is_new

    monkeypatch.setattr(swap, "_written", kept)
    with pytest.raises(OSError, match="is the disk in order"):
        swap.put(folder, frozenset(OLD), filled(NEW))
    assert _state(folder) == OLD
    assert not (tmp_path / ".site.new").exists()
