"""What is being shown: the last good site, and what is wrong with the newest data."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from policy_explorer.pipeline import Draft
from policy_explorer.problems import Problem, Refused, errors
from policy_explorer.settings import Settings
from policy_explorer.writers.later import File, made

GONE, REFUSED = "", "refused"
NO_PAGE = (GONE, REFUSED)
"""Prints of what is no page."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One state of the site; a new one takes its place whole, so no request sees half of it."""

    number: int = 0
    files: Mapping[str, File] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each fact was written: `data/sectors.yaml:41:11` by its id."""
    problems: tuple[Problem, ...] = ()

    def page(self, path: str) -> bytes | None:
        """The file at a path, made now if it was not; None where there is none."""
        found = self.files.get(path)
        return None if found is None else made(found)

    def print(self, path: str) -> str:
        """A page's fingerprint: another one where the page reads otherwise; '' where it is gone."""
        try:
            page = self.page(path)
        except Refused:
            return REFUSED
        return GONE if page is None else hashlib.sha256(page).hexdigest()[:16]


class Stage:
    """Holds the scene and tells those who wait when it changes."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is shown yet."""
        self.settings = settings
        self.scene = Scene()
        self._turn = threading.Condition()

    def put(self, draft: Draft) -> None:
        """Show a fresh site."""
        facts = draft.site.facts.values()
        places = {f.id: f"{f.place.path}:{f.place.line}:{f.place.col}" for f in facts}
        self._set(Scene(files=draft.files, places=places))

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Leave the last good site where it is and say what is wrong with the data."""
        self._set(replace(self.scene, problems=errors(problems)))

    def after(self, number: int, seconds: float) -> Scene:
        """The first scene after this one, or the same again when nothing came in time."""
        with self._turn:
            self._turn.wait_for(lambda: self.scene.number != number, seconds)
            return self.scene

    def _set(self, scene: Scene) -> None:
        with self._turn:
            self.scene = replace(scene, number=self.scene.number + 1)
            self._turn.notify_all()
