"""What stands in a data folder: the plan's files, what is left alone, what is in the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.text import MAX_BYTES
from policy_explorer.model.files import FILES
from policy_explorer.model.place import Place
from policy_explorer.problems import nearest, quoted, said
from policy_explorer.settings import Settings

ENDS = (".yaml", ".yml")
AKIN = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
"""How files end that were meant as YAML, on a system that hides or changes the ends of names."""
MAX_FILES, MAX_WHOLE = 10_000, 16_000_000
"""Files of YAML, and their bytes in all: some ten thousand items."""
ALIKE = 0.8
"""How alike a file that is not listed and one that is have to be, to be one."""
LINK = said("not a regular folder (links are not read)")
LEFT_ALONE = ("sources.lock",)


def is_own(folder: Path) -> bool:
    """Whether this is a folder, and no link to one elsewhere."""
    return folder.is_dir() and not folder.is_symlink()


def files_of(folder: Path) -> list[Path]:
    """The YAML files of a data folder; an editor's backups and hidden files are left alone."""
    found = [p for p in sorted(folder.iterdir()) if not p.name.startswith((".", "#"))]
    return [p for p in found if p.suffix in ENDS and not p.is_dir()]


def split(settings: Settings) -> frozenset[str]:
    """Names of files of the plan that are a folder of files."""
    found = (p for p in settings.data.iterdir() if is_own(p))
    return frozenset(p.name for p in found if not p.name.startswith(".") and files_of(p))


def is_bounded(settings: Settings, desk: Desk) -> bool:
    """Whether all files together are not more than can be kept in memory; else a complaint."""
    walk = os.walk(settings.data)  # never through a link
    files = (Path(top, name) for top, _, names in walk for name in names if name.endswith(ENDS))
    sizes = [path.lstat().st_size for path in files]
    whole = sum(min(size, MAX_BYTES) for size in sizes)  # a file beyond is not read
    if len(sizes) <= MAX_FILES and whole <= MAX_WHOLE:
        return True
    place = Place(settings.shown(settings.data), 1, 1)
    message = said("{} files with {} bytes in all", len(sizes), whole)
    limits = said("at most {} files and {} bytes are read", MAX_FILES, MAX_WHOLE)
    desk.fail(place, "too-big", message, limits)
    return False


def nested(settings: Settings, desk: Desk, folder: Path) -> None:
    """A complaint of YAML that stands a folder too deep: its items would be on no page."""
    for inner in sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")):
        if any(AKIN.search(name) for _, _, names in os.walk(inner) for name in names):
            place = Place(settings.shown(inner), 1, 1)
            message = said("{} is a folder within a folder; it is not read", quoted(inner.name))
            desk.fail(place, "unlisted-file", message, "put its files one level up")


def _is_other(path: Path) -> bool:
    """Whether a folder holds files, but none of YAML, as that of the schemas does."""
    return is_own(path) and any(path.iterdir()) and not files_of(path)


def unlisted(settings: Settings, desk: Desk, listed: Iterable[str]) -> set[str]:
    """Names of what is neither listed nor fixed, a mistake each: its items would be on no page.

    Of one that is listed under a name like its own it is told where it is listed.
    """
    known = {"policy", *FILES, *listed}
    told = {p.hint for p in desk.problems if p.code == "missing-file"}
    found = set()
    for path in sorted(settings.data.iterdir()):
        is_data = AKIN.search(path.name) or path.is_dir()
        if path.name.startswith((".", "#")) or path.name in LEFT_ALONE or not is_data:
            continue
        stray = _stray(path, known)
        if stray is None:
            continue
        found.add(path.stem)
        if not any(f"{path.stem}.yaml →" in hint for hint in told):
            desk.fail(Place(settings.shown(path), 1, 1), "unlisted-file", *stray)
    return found


def _stray(path: Path, known: set[str]) -> tuple[str, str] | None:
    """Why a file is on no page, and what to do; None where it is the plan's, or none of ours."""
    if path.suffix not in ENDS and not path.is_dir():
        message = said("{} is not read: its name does not end in .yaml", quoted(path.name))
        return message, said("call it {}", f"{AKIN.sub('', path.name)}.yaml")
    if path.stem in known or _is_other(path):
        return None
    likely = nearest(path.stem, known, offer=0, alike=ALIKE)
    message = said(
        "{} is neither listed in policy.yaml nor one of the fixed files", quoted(path.name)
    )
    return message, likely or said("add it to policy.yaml: sections")
