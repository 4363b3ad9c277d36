"""A tiny plan of its own for every test that needs one."""

from __future__ import annotations

import gc
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent

import hypothesis
import pytest
from playwright.sync_api import Browser
from tests.visits import Quiet, executable, opened

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.pipeline import Checked
from policy_explorer.problems import errors
from policy_explorer.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
THREE_SECTORS = ROOT / "tests/plans/three-sectors"

hypothesis.settings.register_profile("calm", deadline=None)  # a busy machine is no mistake
hypothesis.settings.load_profile("calm")


MEMORY, ROOM = Path("/dev/shm"), 1_000_000_000  # noqa: S108 -- pytest makes folders of its own
"""A folder that lies in memory, on Linux, and the bytes that must be free there to be used."""
WHOLE = {"files", "read", "folder", "address", "charts", "looks", "built", "bare"}
"""Fixtures that build a whole site: whatever asks for one is left to the whole run."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep what the quick tests write in memory, where there is room: a seventh of their time."""
    is_quick = "not slow" in config.option.markexpr
    if is_quick and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what builds a whole site as slow."""
    for item in items:
        if WHOLE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Leave alone what lives to the end: looking through it for waste took a fifth of a run."""
    gc.freeze()


def pytest_sessionfinish() -> None:
    """The same at the end, when pytest looks through all there is five times: two minutes of it."""
    gc.freeze()


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
        found = self.check()
        assert found.site is not None, "\n".join(map(str, errors(found.problems)))
        return found.site


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Copy the plan of three sectors, which has nothing wrong with it."""
    return Plan(Path(shutil.copytree(THREE_SECTORS, tmp_path / "plan")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that the set-up found; one for all tests, since two at once do not get on."""
    path = executable()
    if path is None:
        pytest.fail("no browser: run the tests by `python3 dev.py test`")
    with opened(path) as found:
        yield found


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built."""
    output = tmp_path_factory.mktemp("site") / "output"
    pipeline.publish(settings.find(ROOT), output)
    return output


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
