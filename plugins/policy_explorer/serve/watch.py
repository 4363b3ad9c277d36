"""Which files have changed: the data, the content, the theme, the program, the settings."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import watchfiles

from policy_explorer.settings import Settings

QUIET = 5
"""ms without a further change after which changes are told of: an editor saves in several steps."""
LONGEST = 100
"""ms after which they are told of in any case."""
TICK = 100
"""ms between two looks at what the system does not tell of."""
THEME = ("templates", "static", "content")
LOOSE = ("*.yaml", "*.css", "p*conf.py")
"""What counts beside these folders: strings, tokens, settings."""
BACKUPS = ("~", ".swp", ".tmp", ".bak", ".orig", ".pyc")
Stamps = Mapping[str, tuple[int, int]]


def changes(settings: Settings) -> Iterator[frozenset[str]]:
    """The paths that changed, in sets, as they change; an empty one first, once it looks.

    Nothing is lost: what changes while the receiver is at work comes next, and a folder that was
    put in another's place is looked at anew.
    """
    loose, is_first, must_poll = _stamps(settings), True, False
    while True:
        folders = _folders(settings)
        try:
            for told in _told(folders, must_poll=must_poll):
                now = _stamps(settings)
                found = told | {p for p, stamp in now.items() if loose.get(p) != stamp}
                found |= loose.keys() - now.keys()
                loose = now
                if found or is_first:
                    yield frozenset(found)
                is_first = False
                if _folders(settings) != folders:
                    break
        except OSError:  # the system watches no more files than it is told to
            must_poll = True
        yield frozenset(folders)


def _told(folders: Mapping[str, int], *, must_poll: bool) -> Iterator[set[str]]:
    """What changes in these folders, at once; nothing, every `TICK`."""
    if not folders:
        time.sleep(TICK / 1000)
        yield set()
        return
    for told in watchfiles.watch(
        *folders,
        watch_filter=lambda _, path: counts(Path(path)),
        step=QUIET,
        debounce=LONGEST,
        rust_timeout=TICK,
        yield_on_timeout=True,
        force_polling=must_poll,
        poll_delay_ms=TICK,
    ):
        yield {path for _, path in told}


def counts(path: Path) -> bool:
    """Whether a file is somebody's work, not an editor's backup or a program's."""
    if path.name.startswith((".", "#")) or path.name.endswith(BACKUPS):
        return False
    return "__pycache__" not in path.parts


def _folders(settings: Settings) -> dict[str, int]:
    """The folders that are looked into, each with its number on the disk."""
    theme = (settings.theme / name for name in THEME)
    asked = (settings.data, settings.content, *theme, settings.root / "plugins")
    return {str(path): path.stat().st_ino for path in asked if path.is_dir()}


def _stamps(settings: Settings) -> dict[str, tuple[int, int]]:
    """Single files that count, each with its time and size."""
    homes = dict.fromkeys((settings.theme, settings.data.parent, settings.root))
    found = (path for home in homes for kind in LOOSE for path in home.glob(kind))
    return dict(stamp for path in found for stamp in _stamp(path))


def _stamp(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        found = path.stat()
    except OSError:
        return  # gone between listing and looking: the next look will see it
    yield str(path), (found.st_mtime_ns, found.st_size)
