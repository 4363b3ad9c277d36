"""What a build has put into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.graph import Site


@dataclass(frozen=True, slots=True)
class Published:
    """A site that stands in its folder."""

    files: Mapping[str, bool]
    """Every file of the site; whether it is new or changed."""
    before: frozenset[str]
    """The files of the site that stood there before."""
    site: Site
    warnings: int
    """How many a check tells of."""

    def pages(self) -> tuple[int, int, int]:
        """How many pages were added, changed and removed."""
        now, old = (
            frozenset(p for p in s if p.endswith(".html")) for s in (self.files, self.before)
        )
        return len(now - old), sum(self.files[page] for page in now & old), len(old - now)
