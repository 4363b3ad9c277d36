"""Programs from npm that nobody but a benchmark needs: locked beside it, installed on demand."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.bench import Lacking

FOLDER = Path(__file__).parent
LOCK = FOLDER / "package-lock.json"
PACKAGES = FOLDER / "node_modules"
INSTALLED = PACKAGES / ".package-lock.json"
"""What npm itself writes down when it is done."""
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")


def program(entry: str) -> tuple[str, ...]:
    """The command that runs a file of the locked packages; `Lacking` where it cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise Lacking("left out: there is no node with npm here")
    if not _is_installed():
        _install(npm)
    return node, str(PACKAGES / entry)


def _is_installed() -> bool:
    """Whether the folder was filled after the lock was last changed."""
    return INSTALLED.exists() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime


def _install(npm: str) -> None:
    """Fill the folder with what the lock says, checked against its hashes."""
    if not os.environ.get("POLICY_NPM", "yes"):  # what dev.py makes of --no-install
        raise Lacking("left out: its packages are not installed, and nothing may be")
    command = (npm, "ci", *QUIETLY)
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if line.strip()), "npm ci failed")
        raise Lacking(f"left out: npm could not install it ({said.strip()})")
