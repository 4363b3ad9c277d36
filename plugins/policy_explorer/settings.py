"""Where things are and how strict this build is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, Unpack

from policy_explorer.caret import visible


@dataclass(frozen=True, slots=True)
class Settings:
    """One build: its folders, its address, and what it lets through."""

    root: Path
    """Folder of the project; problems name files relative to it."""
    data: Path
    content: Path
    theme: Path
    site_url: str = ""
    """Address of the published site without a closing slash; '' while it has none."""
    drafts: bool = False
    strict: bool = False
    sources: Path | None = None
    """Folder of the texts of sources, where one has them: `<source id>.txt`."""
    tokens: Path | None = None
    """Where a plan's own colours may stand; they come after the theme's."""
    cache: Path | None = None
    """Folder in which pictures and compiled templates are kept, by what they are made from."""

    @property
    def colours(self) -> Path | None:
        """The plan's own colours, if they are there: while one works on them, they come and go."""
        return self.tokens if self.tokens is not None and os.path.lexists(self.tokens) else None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where somebody's own files are, and those of version control: nothing is built there."""
        written = (self.data, self.content, self.theme, self.root / "plugins")
        return (*written, self.root / ".git", self.data.parent / ".git")

    def shown(self, path: Path) -> str:
        """The path as people know it: relative to the project, forward slashes, one line."""
        try:
            own = path.parent.resolve() / path.name  # a link is known by its own name
            return visible(own.relative_to(self.root.resolve()).as_posix())
        except ValueError:
            return visible(path.as_posix())


class More(TypedDict, total=False):
    """What a build may be told beside its folders."""

    site_url: str
    drafts: bool
    strict: bool
    sources: Path | None


def find(root: Path, data: Path | None = None, **more: Unpack[More]) -> Settings:
    """Settings of the project at `root`; `data` may be a data folder, or one that holds `data/`.

    Content beside the data is used; a plan of its own without content has none.
    """
    folder = data or root / "data"
    own = folder / "data" if (folder / "data").is_dir() else folder
    base = own.parent
    content = base / "content"
    return Settings(
        root=root,
        data=own,
        content=content,
        theme=root / "theme",
        cache=root / ".cache",
        tokens=base / "tokens.css",
        site_url=more.get("site_url", "").rstrip("/"),
        drafts=more.get("drafts", False),
        strict=more.get("strict", False),
        sources=more.get("sources"),
    )
