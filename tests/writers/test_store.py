"""Where the files of a site are kept while it is made."""

from __future__ import annotations

import gzip
import os
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from policy_explorer.writers import finish, hands
from policy_explorer.writers.later import Later
from policy_explorer.writers.packed import SMALLEST
from policy_explorer.writers.store import Memory
from policy_explorer.writers.swap import Fresh

LONG = b"words " * SMALLEST


def _files(number: int) -> dict[str, Later]:
    """Pages still to be made, each of its own words."""
    return {f"{n}.html": Later(partial(_page, n)) for n in range(number)}


def _page(number: int) -> bytes:
    return b"%d " % number + LONG


def test_no_two_files_have_one_path() -> None:
    """A second file under the same path is an error, whether it comes at once or later."""
    store = Memory()
    with pytest.raises(FileExistsError, match=r"a\.html"):
        store.keep([("a.html", b"one"), ("a.html", b"other")])
    store.keep([("a.html", b"one")])
    with pytest.raises(FileExistsError, match=r"a\.html"):
        store.keep([("a.html", b"other")])
    assert store.kept == {"a.html": b"one"}


@pytest.mark.parametrize("cores", [1, 2])
def test_each_file_has_its_twin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    """By one process or by two, in memory and on the disk: the same files, in the same order."""
    monkeypatch.setattr(hands, "_cores", lambda: cores)
    memory, disk = Memory(), Fresh(tmp_path / "new", tmp_path / "old")
    for store in (memory, disk):
        store.keep(_files(50).items())
    paths = [path for n in range(50) for path in (f"{n}.html", f"{n}.html.gz")]
    assert list(memory) == list(disk) == paths
    assert dict(memory) == dict(disk)
    assert memory.digests() == disk.digests()
    assert gzip.decompress(disk["7.html.gz"]) == disk["7.html"] == b"7 " + LONG


def test_what_is_read_is_what_the_disk_has(tmp_path: Path) -> None:
    """A file of a new site is read from its folder, and nothing that was not put there."""
    disk = Fresh(tmp_path / "new", tmp_path / "old")
    disk.keep([("a.txt", b"one")])
    (tmp_path / "new/a.txt").write_bytes(b"other")
    (tmp_path / "new/b.txt").write_bytes(b"strange")
    assert disk["a.txt"] == b"other"
    assert "b.txt" not in disk
    with pytest.raises(KeyError):
        disk["b.txt"]


def test_pictures_are_drawn_by_all_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few pictures are enough for several processes; each is then there, and drawn once."""
    monkeypatch.setattr(hands, "_cores", lambda: 2)
    pictures = [Later(lambda: str(os.getpid()).encode()) for _ in range(6)]
    finish._draw([b"drawn already", *pictures])
    drawn = [picture.ready for picture in pictures]
    assert None not in drawn
    assert str(os.getpid()).encode() not in drawn
    assert [picture.get() for picture in pictures] == drawn


def test_what_somebody_else_keeps_is_not_kept_twice() -> None:
    """Bytes made once for a store are not held by what made them; those made before are taken."""
    numbers = count()
    file = Later(lambda: b"%d" % next(numbers))
    assert (file.once(), file.ready) == (b"0", None)
    assert (file.get(), file.once(), file.get()) == (b"1", b"1", b"1")
