"""The files of a plan as they were written, byte for byte: what a site is made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from policy_explorer.inputs import filing
from policy_explorer.inputs.strings import FILE
from policy_explorer.settings import Settings

LOCKS = ("sources.lock", "facts.lock")


def read(settings: Settings) -> dict[str, bytes]:
    """Bytes by name, sorted; named from the plan's folder on, the same wherever that is.

    Its YAML, locks, pages of text, own words and own colours; to be asked of a plan in which no
    Problem stands, so that every file is known to be a bounded one.
    """
    found = {name: path.read_bytes() for name, path in _files(settings)}
    return dict(sorted(found.items()))


def _files(settings: Settings) -> Iterator[tuple[str, Path]]:
    data, content = settings.data, settings.content
    locks = (data / name for name in LOCKS)
    for path in (*_yaml(data), *(path for path in locks if path.is_file())):
        yield f"data/{path.relative_to(data).as_posix()}", path
    for path in sorted(content.glob("*.md")) if content.is_dir() else ():
        yield f"content/{path.name}", path
    words = data.parent / FILE
    if words.is_file() and words != settings.theme / FILE:
        yield FILE, words
    if settings.colours is not None:
        yield "tokens.css", settings.colours


def _yaml(data: Path) -> Iterator[Path]:
    yield from filing.files_of(data)
    for folder in (path for path in data.iterdir() if filing.is_own(path)):
        if not folder.name.startswith("."):
            yield from filing.files_of(folder)
