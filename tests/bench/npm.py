"""Programs from npm that a benchmark or a test needs: locked beside it, installed on demand."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.bench import Lacking

FOLDER = Path(__file__).parent
LOCK = Path("package-lock.json")
PACKAGES = Path("node_modules")
INSTALLED = PACKAGES / ".package-lock.json"
"""What npm itself writes down when it is done."""
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")


def program(entry: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """The command that runs a file of a folder's locked packages; `Lacking` without them."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise Lacking("left out: there is no node with npm here")
    if not _is_installed(folder):
        _install(npm, folder)
    return node, str(folder / PACKAGES / entry)


def _is_installed(folder: Path) -> bool:
    """Whether the folder was filled after the lock was last changed."""
    installed, lock = folder / INSTALLED, folder / LOCK
    return installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime


def _install(npm: str, folder: Path) -> None:
    """Fill the folder with what the lock says, checked against its hashes."""
    if not os.environ.get("POLICY_NPM", "yes"):  # what dev.py makes of --no-install
        raise Lacking("left out: its packages are not installed, and nothing may be")
    command = (npm, "ci", *QUIETLY)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if line.strip()), "npm ci failed")
        raise Lacking(f"left out: npm could not install it ({said.strip()})")
