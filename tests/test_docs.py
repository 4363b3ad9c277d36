"""The guides: what they tell an author to write is right, and their commands run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.conftest import Plan

from policy_explorer.model.files import COMMON, FILES, HEADS
from policy_explorer.model.targets import KINDS
from policy_explorer.model.units import UNITS

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs/another-plan.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs/data.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# ((?:my-plan|texts)/\S+)\n")
LEAST = re.compile(r"`(\{kind: [^`]+)`")
SERVE = "serve"
"""The one verb that does not end by itself."""


def _steps() -> Iterator[tuple[str, str]]:
    """What the guide does, in its order: ('sh', commands), or a file's path and its words."""
    for language, words in FENCED.findall(GUIDE):
        named = NAMED.match(words)
        if language == "sh":
            yield "sh", words
        elif named:
            yield named[1], words[named.end() :]


def _run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """One command of the guide, with the environment that dev.py would have made."""
    python, dev, *rest = shlex.split(command)
    assert (python, dev) == ("python3", "dev.py")
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    line = (sys.executable, "-m", "policy_explorer", *rest)
    return subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_guide_makes_a_site(tmp_path: Path) -> None:
    """Followed step by step, the guide ends with a site; every command in it succeeds."""
    for name, words in _steps():
        if name != "sh":
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
            continue
        for command in words.splitlines():
            if f" {SERVE} " not in command:
                done = _run(tmp_path, command)
                assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
                assert "warning" not in done.stdout or "--lock" not in command
    page = (tmp_path / "site/targets/investment.html").read_text(encoding="utf-8")
    assert "3 lakh crore rupees" in page
    assert (tmp_path / "my-plan/data/sources.lock").is_file()


def test_the_guide_shows_every_kind(plan: Plan) -> None:
    """The least that the guide writes for a kind is enough, and no kind is left out."""
    told = [yaml.safe_load(words) for words in LEAST.findall(GUIDE)]
    assert {item["kind"] for item in told} == set(KINDS)
    rows = []
    for n, words in enumerate(LEAST.findall(GUIDE)):
        more = (
            f"id: t{n}, name: {{en: T, zh: 标}}, basis: inferred, because: {{en: So., zh: 例。}}, "
        )
        own = words.replace("indicators/investment", "indicators/output")
        own = own.replace("{en: firms}", "{en: firms, zh: 家}")
        rows.append(f"  - {{{more}{own[1:]}\n")
    known = (plan.data / "targets.yaml").read_text(encoding="utf-8")
    plan.write({"targets.yaml": known + "".join(rows)})
    assert plan.problems() == []


@pytest.mark.parametrize("page", [GUIDE, REFERENCE], ids=["guide", "reference"])
def test_every_unit_is_told(page: str) -> None:
    """Guide and reference name every unit of the table."""
    assert not [unit for unit in UNITS if not re.search(rf"[`\s]{unit}[`\s,]", page)]


def test_the_reference_tells_every_key() -> None:
    """No key that the data may have is missing from the reference."""
    keys = {key.name for key in COMMON}
    for own in (*FILES.values(), *HEADS.values()):
        keys |= {key.name for key in own}
    assert not [key for key in sorted(keys) if not re.search(rf"\b{key}\b", REFERENCE)]


def test_the_reference_tells_every_kind() -> None:
    """No kind of target or chart is missing from the reference."""
    charts = next(key for key in FILES["charts"] if key.name == "kind").choices
    names = (*KINDS, *(name for name, _ in charts))
    assert not [name for name in names if f"`{name}`" not in REFERENCE]
