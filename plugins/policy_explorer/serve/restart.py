"""New code: looked at first, then the program starts again in its own place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from policy_explorer.problems import Problem
from policy_explorer.settings import Settings

HOME = Path(__file__).parents[2]
"""Folder of the package: where Python finds it first."""
TRIAL = "import policy_explorer.cli, policy_explorer.pipeline, policy_explorer.serve"


Code = tuple[Path, ...]


def code_among(changed: Iterable[str]) -> Code:
    """The files of code among those that changed; gone ones too."""
    return tuple(sorted(path for name in changed if (path := Path(name)).suffix == ".py"))


def trouble_in(code: Code, settings: Settings) -> tuple[Problem, ...]:
    """Why the program could not start with this code; nothing where it could."""
    for path in code:
        try:
            compile(path.read_bytes(), path, "exec")
        except SyntaxError as error:
            at = (settings.shown(path), error.lineno or 1, error.offset or 1)
            return (Problem(*at, "bad-code", error.msg),)
        except OSError:
            continue  # deleted: what misses it will say so
    tried = subprocess.run(  # noqa: S603 -- this program, with words of its own
        [sys.executable, "-c", TRIAL], capture_output=True, text=True, check=False, cwd=HOME
    )
    if tried.returncode == 0:
        return ()
    last = tried.stderr.strip().splitlines()[-1:] or ["it does not start"]
    return tuple(Problem(settings.shown(path), 1, 1, "bad-code", last[0]) for path in code)


def again(port: int) -> None:
    """Begin anew with the same arguments, at the port that pages already know."""
    told = _without_port(sys.argv[1:])
    command = [sys.executable, "-m", "policy_explorer", *told, "--port", str(port)]
    os.execv(sys.executable, command)  # noqa: S606 -- this program again


def _without_port(words: list[str]) -> Iterable[str]:
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word == "--port":
            skip = True
        elif not word.startswith("--port="):
            yield word
