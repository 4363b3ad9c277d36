"""Pelican's door: the same site as the command line's, and as safe."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.trees import tree

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


def _pelican(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "pelican", "content", "--fatal", "errors", *args)
    whole = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"} | env
    return subprocess.run(
        command, cwd=folder, env=whole, capture_output=True, text=True, check=False
    )


def _project(into: Path) -> Path:
    """A project of its own: this one's code and theme, its data to be changed."""
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, into / name)
    for name in ("theme", "plugins"):
        (into / name).symlink_to(ROOT / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, into / name)
    return into


def test_pelican_builds_the_same_site(tmp_path: Path) -> None:
    """A plain `pelican content -s pelicanconf.py` writes the files the command line writes."""
    output = tmp_path / "output"
    done = _pelican(ROOT, "-s", "pelicanconf.py", "-o", str(output))
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(output) == pipeline.render(settings.find(ROOT))


def test_pelican_touches_nothing_unchanged(tmp_path: Path) -> None:
    """A second run leaves every file's time as it was."""
    output = tmp_path / "output"
    args = ("-s", "pelicanconf.py", "-o", str(output))
    assert _pelican(ROOT, *args).returncode == 0
    before = {p: p.stat().st_mtime_ns for p in output.rglob("*") if p.is_file()}
    assert _pelican(ROOT, *args).returncode == 0
    assert {p: p.stat().st_mtime_ns for p in output.rglob("*") if p.is_file()} == before


def test_pelican_refuses_bad_data_and_keeps_the_site(tmp_path: Path) -> None:
    """With a mistake in the data Pelican ends with 1, names the place, and writes nothing."""
    project = _project(tmp_path)
    assert _pelican(project, "-s", "pelicanconf.py").returncode == 0
    before = tree(project / "output")
    path = project / "data/zones.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("items:", "itmes:"), encoding="utf-8")
    done = _pelican(project, "-s", "pelicanconf.py")
    assert done.returncode == 1
    assert 'error unknown-key: no key "itmes"' in done.stderr
    assert tree(project / "output") == before


@pytest.mark.parametrize("name", ["data", "data/site", "content", ".", ".git"])
def test_pelican_builds_into_no_folder_of_ours(tmp_path: Path, name: str) -> None:
    """Told to build into a folder that somebody works in, and to empty it first, Pelican refuses.

    Nothing in it is deleted or written.
    """
    project = _project(tmp_path)
    (project / ".git").mkdir()
    (project / ".git/HEAD").write_text("ref")
    before = tree(project)
    done = _pelican(project, "-s", "pelicanconf.py", "-d", "-o", str(project / name))
    assert done.returncode == 1
    assert "error bad-output" in done.stderr
    assert tree(project) == before


def test_publishing_needs_an_address(tmp_path: Path) -> None:
    """publishconf.py refuses to build a site that does not know where it will stand."""
    done = _pelican(ROOT, "-s", "publishconf.py", "-o", str(tmp_path / "output"), SITE_URL="")
    assert done.returncode != 0
    assert "SITE_URL" in done.stdout + done.stderr
    assert not (tmp_path / "output").exists()


def test_published_pages_know_their_address(tmp_path: Path) -> None:
    """With an address, canonical and alternates are absolute; without one there is no canonical."""
    output = tmp_path / "output"
    address = "https://example.org/plan"
    done = _pelican(ROOT, "-s", "publishconf.py", "-o", str(output), SITE_URL=address)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (output / "en/timeline.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}/en/timeline.html">' in page
    assert f'hreflang="zh-CN" href="{address}/timeline.html"' in page
    bare = pipeline.render(settings.find(ROOT))["en/timeline.html"].decode()
    assert 'rel="canonical"' not in bare
