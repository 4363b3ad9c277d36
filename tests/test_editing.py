"""The guide for editors: every example is followed, and what it says is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT, THREE_SECTORS, Plan

from policy_explorer import pipeline
from policy_explorer.cli import main

GUIDE = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# data/(\S+)\n")


def chapters() -> dict[str, list[tuple[str, str]]]:
    """What each chapter does: (language, words) of its blocks in their order."""
    _, *rest = CHAPTER.split(GUIDE)
    return {name: FENCED.findall(words) for name, words in zip(rest[::2], rest[1::2], strict=True)}


@pytest.fixture
def copy(tmp_path: Path) -> Plan:
    """A fresh copy of the plan, as the guide has one make."""
    return Plan(Path(shutil.copytree(THREE_SECTORS, tmp_path / "my-plan")))


def edit(plan: Plan, words: str) -> None:
    """Do what a block with - and + says to the file it names."""
    named = FILE.match(words)
    assert named
    lines = words[named.end() :].splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    plan.edit(named[1], old, new)


def said_after(blocks: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Each block that does something, with what is to be said after it."""
    for (kind, words), (after, told) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if kind != "text":
            yield kind, words, told if after == "text" else ""


@pytest.mark.parametrize("chapter", chapters())
def test_the_guide_is_right(copy: Plan, chapter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each step nothing is wrong but what the guide says, or what `new` left to fill in."""
    monkeypatch.chdir(copy.folder.parent)
    for kind, words, told in said_after(chapters()[chapter]):
        if kind == "diff":
            edit(copy, words)
        elif kind == "yaml" and (named := FILE.match(words)):
            copy.write({named[1]: words[named.end() :]})
        else:
            python, dev, *command = shlex.split(words)
            assert (python, dev, main(command)) == ("python3", "dev.py", 0)
        wrong = [line for line in copy.problems() if "error to-fill" not in line]
        assert "\n".join(wrong) == told.rstrip()


def test_an_old_address_leads_on(copy: Plan) -> None:
    """After the chapter on renaming, the old address is still a page."""
    for _, words in chapters()["Rename without breaking an address"]:
        edit(copy, words)
    assert {"sectors/rope.html", "sectors/cordage.html"} <= set(pipeline.draft(copy.settings).files)


def test_changes_are_told(copy: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """After the chapter on changes, `check` prints the entry with the fact that changed."""
    *_, last = chapters()["Tell what has changed"]
    main(["new", "changes", "0.2.0", "--data", str(copy.folder)])
    words = (copy.data / "changes.yaml").read_text(encoding="utf-8")
    words = words.replace("date: …", "date: 2025-02-03").replace("…", "done")
    copy.write({"changes.yaml": words})
    edit(copy, last[1])
    capsys.readouterr()
    assert main(["check", "--data", str(copy.folder), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert '- {fact: sectors/glass, from: "Glass / 玻璃", to: "Window glass / 玻璃"}' in out
