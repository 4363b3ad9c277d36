"""The fonts that pictures are drawn with: files that this machine has, found by their names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HAN = (
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "NotoSerifCJK-Bold.ttc"),
    ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"),
    ("SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf"),
    ("PingFang.ttc",),
    ("msyh.ttc", "msyhbd.ttc"),
)
"""Families with Chinese letters that charts name, each with its files; the first there is used."""
LATIN = (
    ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
    ("segoeui.ttf", "segoeuib.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
)
"""For plans whose languages need no Chinese letters."""
NEED_HAN = ("zh", "ja", "ko")
FOLDERS = {
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("%WINDIR%/Fonts", "%LOCALAPPDATA%/Microsoft/Windows/Fonts"),
}
ELSEWHERE = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def find(tags: Iterable[str], folders: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """The files of one family that can write these languages (BCP 47); none if there is none."""
    needs_han = any(tag.lower().startswith(NEED_HAN) for tag in tags)
    here = _installed(_folders() if folders is None else folders)
    for family in HAN if needs_han else (*HAN, *LATIN):
        if family[0] in here:
            return tuple(here[name] for name in family if name in here)
    return ()


def _folders() -> Iterator[Path]:
    for name in FOLDERS.get(sys.platform, ELSEWHERE):
        yield Path(os.path.expandvars(name)).expanduser()


def _installed(folders: Iterable[Path]) -> dict[str, Path]:
    """Each file by its name; where two have one name, the same one on every run."""
    files = (path for folder in folders for path in sorted(folder.rglob("*.[to]t[fc]")))
    found: dict[str, Path] = {}
    for path in files:
        found.setdefault(path.name, path)
    return found
