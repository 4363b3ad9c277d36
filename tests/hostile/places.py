"""Links, pipes, devices, folders where files belong; and places that must not be written into."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.case import POLICY, SECTORS, Case, Spoil, cases

WHERE = "file system"
OURS = '{"generator": "policy-explorer", "files": ["../plan/data/sectors.yaml", "/etc/hosts", 5]}'
"""A mark that claims what is not ours."""


def _instead(name: str) -> Path:
    """The place of a file, empty."""
    path = Path(name)
    if path.is_file():
        path.unlink()
    path.parent.mkdir(exist_ok=True)
    return path


def _link(name: str, to: str) -> Spoil:
    return lambda plan: _instead(f"{plan}/{name}").symlink_to(to)


def _pipe(name: str) -> Spoil:
    return lambda plan: os.mkfifo(_instead(f"{plan}/{name}"))


def _folder(name: str) -> Spoil:
    return lambda plan: _instead(f"{plan}/{name}").mkdir()


def _moved(name: str) -> Spoil:
    """A file elsewhere, and a link to it in its place."""

    def spoil(plan: Path) -> None:
        path = plan / name
        path.rename(plan / "elsewhere")
        path.symlink_to(plan / "elsewhere")

    return spoil


def _socket(plan: Path) -> None:
    path = _instead(f"{plan}/data/{SECTORS}")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def _sparse(plan: Path) -> None:
    with (plan / "data" / SECTORS).open("wb") as file:
        file.truncate(8 << 30)


def _content(plan: Path) -> None:
    (plan / "content").symlink_to("/etc")


def _page(plan: Path) -> None:
    _link("content/about.en.md", "/etc/hosts")(plan)
    (plan / "content/about.zh.md").write_text("Title: 关于\n\n文\n", encoding="utf-8")


def _out(path: str, words: str) -> Spoil:
    """Something that stands in the output folder before."""

    def spoil(plan: Path) -> None:
        (plan.parent / "other").mkdir()
        (plan.parent / "other" / path).write_text(words)

    return spoil


def _out_pipe(plan: Path) -> None:
    (plan.parent / "other").mkdir()
    os.mkfifo(plan.parent / "other/build.json")


TABLE: dict[str, tuple[str, Spoil]] = {
    "a link out": ("not-a-file", _link(f"data/{SECTORS}", "/etc/hosts")),
    "a link within": ("not-a-file", _moved(f"data/{SECTORS}")),
    "a link to itself": ("not-a-file", _link(f"data/{SECTORS}", SECTORS)),
    "a link to nothing": ("not-a-file", _link(f"data/{SECTORS}", "nothing")),
    "a link to a device": ("not-a-file", _link(f"data/{SECTORS}", "/dev/zero")),
    "a link in place of the head": ("not-a-file", _moved(f"data/{POLICY}")),
    "a pipe": ("not-a-file", _pipe(f"data/{SECTORS}")),
    "a pipe in place of the head": ("not-a-file", _pipe(f"data/{POLICY}")),
    "a pipe that nobody lists": ("not-a-file unlisted-file", _pipe("data/more.yaml")),
    "a pipe in a folder": ("not-a-file unlisted-file", _pipe("data/more/x.yaml")),
    "a socket": ("not-a-file", _socket),
    "eight gigabytes of nothing": ("too-big", _sparse),
    "a folder called as a file": ("missing-file", _folder("data/sectors.yaml")),
    "a link to a folder": ("not-a-file unlisted-file", _link("data/more", "/etc")),
    "a link to the folder itself": ("not-a-file unlisted-file", _link("data/more", ".")),
    "a lock that is a pipe": ("not-a-file", _pipe("data/sources.lock")),
    "a lock that is a link": ("not-a-file", _link("data/facts.lock", "/dev/zero")),
    "colours that are a pipe": ("not-a-file", _pipe("tokens.css")),
    "colours that are a link": ("not-a-file", _link("tokens.css", "/dev/zero")),
    "words of the interface that are a pipe": ("not-a-file", _pipe("strings.yaml")),
    "words of the interface that are a link": ("not-a-file", _link("strings.yaml", "/etc/hosts")),
    "pages that are a link": ("not-a-file", _content),
    "pages that are a file": ("not-a-file", lambda plan: (plan / "content").write_text("x")),
    "a page that is a link": ("not-a-file", _page),
    "a page that is a pipe": ("not-a-file missing-language", _pipe("content/about.en.md")),
    "a page that is a folder": ("not-a-file missing-language", _folder("content/about.en.md")),
}
OUTPUTS: dict[str, tuple[str, Spoil]] = {
    "into the data": ("plan/data", lambda _plan: None),
    "into a folder of the data": ("plan/data/site", lambda _plan: None),
    "round the data": ("plan", lambda _plan: None),
    "round everything": ("/", lambda _plan: None),
    "into the repository": ("plan/.git", lambda plan: (plan / ".git").mkdir()),
    "into a folder of the repository": ("plan/.git/site", lambda _plan: None),
    "into the pages": ("plan/content/site", lambda _plan: None),
    "into the folder of somebody": ("other", _out("mine.txt", "mine")),
    "into a folder with a false mark": ("other", _out("build.json", "{}")),
    "into a folder with a mark of brackets": ("other", _out("build.json", "[" * 100_000)),
    "into a folder with a mark that is a pipe": ("other", _out_pipe),
}
"""Where to build to, and what stands there before."""


def found() -> Iterator[Case]:
    """Every case of the file system."""
    yield from cases(WHERE, TABLE)
    bad = frozenset({"bad-output"})
    for name, (output, spoil) in OUTPUTS.items():
        yield Case(WHERE, name, bad, spoil, output=output)
    claims = _out("build.json", OURS)
    yield Case(WHERE, "a mark that claims the data", frozenset(), claims, output="other")
    there = _moved_data
    yield Case(WHERE, "data behind a link", frozenset(), there, shows=("Rope",))


def _moved_data(plan: Path) -> None:
    """The whole folder elsewhere: whoever names it by --data means it."""
    shutil.move(plan / "data", plan / "real")
    (plan / "data").symlink_to(plan / "real")
