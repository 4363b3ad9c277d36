"""The house: its floors, its rooms, and what stands in none of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import dev

from policy_explorer.model.files import FILES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "plugins/policy_explorer"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
LONGEST = 300
TRUSTED = {"views/about.py", "views/figures.py", "views/home.py", "writers/patterns.py"}
"""Where ready HTML passes: what the Markdown reader, painter and templates made; they escape."""
GRAB_BAGS = {"utils", "util", "helpers", "common", "misc", "tools"}


def text(name: str) -> str:
    """A module as it is written."""
    return MODULES[name].read_text(encoding="utf-8")


def test_the_contract() -> None:
    """Arrows lead downwards only, and each package is met in its one room."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    command = (sys.executable, "-c", dev.LINT_IMPORTS)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_are_small() -> None:
    """A module has at most 300 lines."""
    assert not [name for name in MODULES if len(text(name).splitlines()) > LONGEST]


def test_modules_say_what_they_are_for() -> None:
    """A module begins with its purpose."""
    assert not [name for name in MODULES if not text(name).startswith('"""')]


def test_no_back_doors_and_no_grab_bags() -> None:
    """No module imports for types alone, and none is called for nothing in particular."""
    assert not [name for name in MODULES if "TYPE_CHECKING" in text(name)]
    assert not GRAB_BAGS & {Path(name).stem for name in MODULES}


def test_ready_html_passes_in_few_places() -> None:
    """Nothing is taken for ready HTML but in the modules named above."""
    ready = re.compile(r"\bMarkup\(|S704|autoescape=False")
    assert {name for name in MODULES if ready.search(text(name))} == TRUSTED
    templates = (ROOT / "theme/templates").rglob("*.html")
    opened = re.compile(r"\|\s*safe\b|autoescape")
    assert not [path for path in templates if opened.search(path.read_text(encoding="utf-8"))]


def test_no_code_knows_this_plan() -> None:
    """No module knows a section or a target of the plan that is shipped."""
    files = {path.stem for path in (ROOT / "data").glob("*.yaml")}
    sections = "|".join(files - {"policy", *FILES})
    own = re.compile(rf"""["']({sections})["'/.]|output-doubling|ziyang""", re.IGNORECASE)
    told = re.compile(r'""".*?"""|#[^\n]*', re.DOTALL)
    assert not [name for name in MODULES if own.search(told.sub("", text(name)))]
