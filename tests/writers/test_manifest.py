"""build.json: what a site consists of, and all that its bytes depend on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from policy_explorer import pipeline, settings
from policy_explorer.writers import manifest
from policy_explorer.writers.manifest import MARK, listed, mark, tree

ROOT = Path(__file__).resolve().parents[2]


def _told(files: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(mark(files)[MARK])
    return found


def test_it_proves_every_file() -> None:
    """Each file stands there with its digest; packed twins by name alone."""
    told = _told({"a.html": "6162", "a.html.gz": "6364"})
    assert told["files"] == {"a.html": "6162"}
    assert told["packed"] == ["a.html.gz", "build.json.gz"]


def test_it_lists_all_that_was_written(tmp_path: Path) -> None:
    """What is read back from a folder names every file of the build, the mark too."""
    files = {"a.html": "6162", "a.html.gz": "6364"}
    for path, data in mark(files).items():
        (tmp_path / path).write_bytes(data)
    assert listed(tmp_path) == {*files, MARK, f"{MARK}.gz"}


def test_a_list_of_an_older_build_is_read(tmp_path: Path) -> None:
    """Where the files stand as a plain list, they are known as well."""
    whole = {"generator": manifest.GENERATOR, "files": ["a.html", 5]}
    (tmp_path / MARK).write_text(json.dumps(whole), encoding="utf-8")
    assert listed(tmp_path) == {"a.html", MARK}


def test_one_letter_changes_a_tree(tmp_path: Path) -> None:
    """The digest of a folder is another after any change of a name or a byte, and only then."""
    (tmp_path / "a.css").write_text("a", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("a", encoding="utf-8")
    before = tree(tmp_path, frozenset({".css"}))
    (tmp_path / "notes.txt").write_text("b", encoding="utf-8")
    assert tree(tmp_path, frozenset({".css"})) == before
    (tmp_path / "a.css").rename(tmp_path / "b.css")
    renamed = tree(tmp_path, frozenset({".css"}))
    (tmp_path / "b.css").write_text("b", encoding="utf-8")
    assert len({before, renamed, tree(tmp_path, frozenset({".css"}))}) == 3


@pytest.mark.slow
def test_it_names_what_the_site_was_made_from() -> None:
    """Of the shipped site it has every file of the plan with its digest, the bundle, the fonts."""
    told = json.loads(pipeline.render(settings.find(ROOT))[MARK])
    plan = (*(ROOT / "data").glob("*.yaml"), *(ROOT / "data").glob("*.lock"))
    own = {f"data/{p.name}": p for p in plan} | {
        f"content/{p.name}": p for p in (ROOT / "content").glob("*.md")
    }
    assert told["inputs"] == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in own.items()
    }
    assert told["bundle"].startswith("plotly.js")
    assert told["data_version"]
    assert str(ROOT) not in json.dumps(told)
