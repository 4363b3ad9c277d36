"""Bytes into a folder: nothing unchanged is touched, nothing of others is removed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from policy_explorer.problems import Refused
from policy_explorer.writers.disk import Disk, guard
from policy_explorer.writers.manifest import GENERATOR, MARK, digest, is_ours, mark


def built(folder: Path, **files: str) -> Disk:
    """A build of these files into a folder, pruned."""
    disk = Disk(folder)
    pages = {f"{name}/index.html": words.encode() for name, words in files.items()}
    for path, data in {
        **pages,
        **mark({path: digest(data) for path, data in pages.items()}),
    }.items():
        disk.write(path, data)
    disk.prune()
    return disk


def marked(folder: Path, *names: str) -> None:
    """Leave a mark that lists these names, as an earlier build, or an enemy, might."""
    folder.mkdir(exist_ok=True)
    whole = {"generator": GENERATOR, "files": names}
    (folder / MARK).write_text(json.dumps(whole), encoding="utf-8")


def test_what_is_unchanged_is_not_touched(tmp_path: Path) -> None:
    """A file that holds the same bytes already keeps its time; another is written anew."""
    built(tmp_path, a="one", b="two")
    for name in "ab":
        os.utime(tmp_path / name / "index.html", (1, 1))
    again = built(tmp_path, a="one", b="three")
    times = [int((tmp_path / name / "index.html").stat().st_mtime) == 1 for name in "ab"]
    assert times == [True, False]
    marks = {MARK: True, f"{MARK}.gz": True}  # they hold the digest of each file
    assert again.written == {"a/index.html": False, "b/index.html": True} | marks


def test_what_is_gone_is_removed(tmp_path: Path) -> None:
    """What the earlier build wrote and this one did not is removed, its empty folder too."""
    built(tmp_path, a="one", b="two")
    built(tmp_path, a="one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", MARK, f"{MARK}.gz"]


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """A file that no earlier build lists is never removed, nor the folder it is in."""
    built(tmp_path, a="one", b="two")
    (tmp_path / "b" / "notes.txt").write_text("mine", encoding="utf-8")
    built(tmp_path, a="one")
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("name", ["../victim.txt", "a/../../victim.txt", "../out/own.txt"])
def test_a_forged_mark_reaches_nothing(tmp_path: Path, name: str) -> None:
    """A mark that lists paths with steps up removes nothing but itself."""
    victim, own = tmp_path / "victim.txt", tmp_path / "out" / "own.txt"
    marked(tmp_path / "out", name, str(victim))
    victim.touch()
    own.touch()
    assert Disk(tmp_path / "out").prune() == (MARK,)
    assert victim.is_file()
    assert own.is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    """A link in the folder is no way out of it, neither for writing nor for removing."""
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "page.html").touch()
    marked(tmp_path / "out", "link/page.html")
    (tmp_path / "out" / "link").symlink_to(tmp_path / "else")
    disk = Disk(tmp_path / "out")
    assert disk.prune() == (MARK,)
    with pytest.raises(ValueError, match="link"):
        disk.write("link/page.html", b"new")
    assert (tmp_path / "else" / "page.html").read_bytes() == b""


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x"])
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    """A path that leads out of the folder is refused."""
    with pytest.raises(ValueError, match="x"):
        Disk(tmp_path / "out").write(name, b"")
    assert list(tmp_path.iterdir()) == []


def test_one_path_is_written_once(tmp_path: Path) -> None:
    """Two files for one path are a mistake of ours, loudly."""
    disk = Disk(tmp_path)
    disk.write("a", b"")
    with pytest.raises(FileExistsError):
        disk.write("a", b"")


@pytest.mark.parametrize("words", ["", "{", "[]", '"x"', '{"files": 5}', '{"files": [5, null]}'])
def test_a_mark_that_is_none(tmp_path: Path, words: str) -> None:
    """A mark that is no mark makes no folder ours and removes nothing."""
    (tmp_path / MARK).write_text(words, encoding="utf-8")
    assert not is_ours(tmp_path)
    assert Disk(tmp_path).prune() == ()


@pytest.mark.parametrize("name", ["data", "data/out", ".", "home"])
def test_an_output_that_would_cost_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The output is never a source folder, in one or around one, nor one's home or around it."""
    for made in ("data/out", "home"):
        (tmp_path / made).mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    with pytest.raises(Refused, match="bad-output: the output folder is, holds or lies in"):
        guard(tmp_path / name, [tmp_path / "data"], name)


@pytest.mark.parametrize("name", ["file", "file/below", "file/far/below"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    """A file, or a path that leads through one, is refused before anything is made."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match='bad-output: "file" is no folder'):
        guard(tmp_path / name, [tmp_path / "data"], name)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_of_another(tmp_path: Path) -> None:
    """A folder with files of another is refused; an empty one, a new one and our own are not."""
    out = tmp_path / "out"
    guard(out, [tmp_path / "data"], "out")
    out.mkdir()
    guard(out, [tmp_path / "data"], "out")
    (out / "thesis.doc").touch()
    with pytest.raises(Refused, match="was not made by this program"):
        guard(out, [tmp_path / "data"], "out")
    marked(out)
    guard(out, [tmp_path / "data"], "out")
