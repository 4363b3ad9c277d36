"""A tiny plan of its own for every test that needs one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from policy_explorer import pipeline
from policy_explorer.graph import Site
from policy_explorer.pipeline import Checked
from policy_explorer.problems import errors
from policy_explorer.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
THREE_SECTORS = ROOT / "tests/plans/three-sectors"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in a folder of its own, to be changed and checked; problems name `data/…`."""

    folder: Path

    @property
    def data(self) -> Path:
        """Where its YAML stands."""
        return self.folder / "data"

    @property
    def settings(self) -> Settings:
        """A build of it with the real theme; its source's text is in `sources`, but not at hand."""
        return Settings(self.folder, self.data, self.folder / "content", ROOT / "theme")

    def write(self, files: Mapping[str, str | bytes | None]) -> Plan:
        """Write files over those there are; text is dedented, None takes the file away."""
        for name, words in files.items():
            path = self.data / name
            path.parent.mkdir(exist_ok=True)
            if words is None:
                path.unlink()
            elif isinstance(words, bytes):
                path.write_bytes(words)
            else:
                path.write_text(dedent(words), encoding="utf-8", newline="")
        return self

    def edit(self, name: str, old: str, new: str) -> Plan:
        """Put `new` where `old` stands in a file; it must stand there once."""
        words = (self.data / name).read_text(encoding="utf-8")
        assert words.count(old) == 1, f"{old!r} stands {words.count(old)} times in {name}"
        return self.write({name: words.replace(old, new)})

    def check(self) -> Checked:
        """What came of checking it."""
        return pipeline.check(self.settings)

    def problems(self) -> list[str]:
        """What is wrong with it, one line an error; that its citations are unchecked is none."""
        return [str(problem) for problem in errors(self.check().problems)]

    def site(self) -> Site:
        """The linked plan; nothing may be wrong with it."""
        assert self.problems() == []
        return pipeline.read(self.settings)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Copy the plan of three sectors, which has nothing wrong with it."""
    return Plan(Path(shutil.copytree(THREE_SECTORS, tmp_path / "plan")))
