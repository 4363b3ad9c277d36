"""Whatever is edited, in any order: what a running program makes is what a new one makes."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import THREE_SECTORS
from tests.trees import tree

from policy_explorer import pipeline
from policy_explorer.settings import Settings
from policy_explorer.writers.later import made

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 14
COLD = """
import sys
from pathlib import Path
from policy_explorer import pipeline
from policy_explorer.settings import Settings
folder, output = Path(sys.argv[1]), Path(sys.argv[2])
told = Settings(folder, folder / "data", folder / "content", folder / "theme",
                tokens=folder / "tokens.css")
pipeline.publish(told, output)
"""
pytestmark = pytest.mark.slow
Edit = Callable[[Path, random.Random], None]


def _put(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace(old, new), encoding="utf-8")


def _renamed(folder: Path, dice: random.Random) -> None:
    path = folder / "data/sectors.yaml"
    names = [
        line for line in path.read_text(encoding="utf-8").splitlines() if "name: {en: " in line
    ]
    line = dice.choice(names[1:])
    _put(path, line, f"    name: {{en: Name {dice.randrange(99)}, zh: 名{dice.randrange(99)}}}")


def _reordered(folder: Path, dice: random.Random) -> None:
    path = folder / "data/sectors.yaml"
    head, *items = path.read_text(encoding="utf-8").split("  - id: ")
    dice.shuffle(items)
    path.write_text("  - id: ".join((head, *items)), encoding="utf-8")


def _another_id(folder: Path, dice: random.Random) -> None:
    path = folder / "data/sectors.yaml"
    ids = [w.split()[0] for w in path.read_text(encoding="utf-8").split("  - id: ")[1:]]
    old, new = dice.choice(ids), f"id-{dice.randrange(999)}"
    if "was:" not in path.read_text(encoding="utf-8"):
        _put(path, f"  - id: {old}\n", f"  - id: {new}\n    was: [{old}]\n")


def _another_number(folder: Path, dice: random.Random) -> None:
    path = folder / "data/targets.yaml"
    words = path.read_text(encoding="utf-8")
    due = words.partition("due: ")[2][:4]
    path.write_text(words.replace(due, str(dice.randrange(2026, 2040))), "utf-8")


def _noted(folder: Path, dice: random.Random) -> None:
    path = folder / "data/sectors.yaml"
    note = f"    note: {{en: Note {dice.randrange(99)}., zh: 注。}}\n"
    if note.partition(":")[0] not in path.read_text(encoding="utf-8"):
        _put(path, "  - id: glass\n", f"  - id: glass\n{note}")


def _strings(folder: Path, dice: random.Random) -> None:
    _put(folder / "theme/strings.yaml", "en: Skip to content", f"en: Skip {dice.randrange(99)}")
    _put(
        folder / "theme/strings.yaml",
        "zh: 首页, en: Home",
        f"zh: 首页, en: Home{dice.randrange(9)}",
    )


def _template(folder: Path, dice: random.Random) -> None:
    mark = f"<!-- {dice.randrange(999)} -->"
    _put(folder / "theme/templates/item.html", "{% block main %}", f"{{% block main %}}{mark}")


def _macro(folder: Path, dice: random.Random) -> None:
    mark = f"<!-- {dice.randrange(999)} -->"
    _put(folder / "theme/templates/macros/sheet.html", "<dl", f"{mark}<dl")


def _style(folder: Path, dice: random.Random) -> None:
    path = folder / "theme/static/css/6-utilities.css"
    rule = f"\n@layer utilities {{ .u{dice.randrange(999)} {{ color: inherit }} }}\n"
    path.write_text(path.read_text(encoding="utf-8") + rule, encoding="utf-8")


def _content(folder: Path, dice: random.Random) -> None:
    for code in ("en", "zh"):
        path = folder / f"content/about.{code}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Title: T{dice.randrange(99)}\n\nWords {dice.randrange(99)}.\n", "utf-8")


def _no_content(folder: Path, _: random.Random) -> None:
    shutil.rmtree(folder / "content", ignore_errors=True)


def _colours(folder: Path, dice: random.Random) -> None:
    path = folder / "tokens.css"
    if path.exists() and dice.random() < 0.5:
        path.unlink()
    else:
        n = dice.randrange(100, 999)
        rule = f"--accent: light-dark(#0a0{n}, #e0a{n});"
        path.write_text(f"@layer tokens {{ :root {{ {rule} }} }}\n", encoding="utf-8")


EDITS: tuple[Edit, ...] = (
    _renamed,
    _reordered,
    _another_id,
    _another_number,
    _noted,
    _strings,
    _template,
    _macro,
    _style,
    _content,
    _no_content,
    _colours,
)


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_stale(tmp_path: Path, seed: int) -> None:
    """After each of many edits of all kinds, the site made here is that of a fresh process.

    So are the pages of a draft, which are made one by one as somebody looks at them.
    """
    dice, folder = random.Random(seed), tmp_path / "plan"  # noqa: S311 -- no secret
    shutil.copytree(THREE_SECTORS, folder)
    shutil.copytree(ROOT / "theme", folder / "theme", symlinks=True)
    told = Settings(
        folder, folder / "data", folder / "content", folder / "theme", tokens=folder / "tokens.css"
    )
    before: dict[str, bytes] = {}
    order = [*EDITS, *dice.choices(EDITS, k=ROUNDS - len(EDITS))]
    dice.shuffle(order)
    for n, edit in enumerate(order):
        edit(folder, dice)
        warm = pipeline.render(told)
        output = tmp_path / f"site-{n}"
        env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
        subprocess.run((sys.executable, "-c", COLD, str(folder), str(output)), env=env, check=True)
        cold = tree(output)
        assert [p for p in sorted({*warm, *cold}) if warm.get(p) != cold.get(p)] == [], (
            edit.__name__
        )
        draft = pipeline.draft(told).files
        pages = [path for path in cold if path.endswith(".html")]
        for path in dice.sample(pages, 6):
            assert _unweighed(made(draft[path])) == _unweighed(cold[path]), (path, edit.__name__)
        shutil.rmtree(output)
        before = warm
    assert before


def _unweighed(page: bytes) -> bytes:
    """A page without the sizes of files, which a draft does not know yet."""
    return re.sub(rb'<small>[^<]*</small>|,"contentSize":"[^"]*"', b"", page)
