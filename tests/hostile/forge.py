"""Runs the command line over one spoilt plan after another, each run in a process of its own.

The processes are forked from this one, which has everything imported, so that a run costs what the
work costs. None may take more memory or time than is allowed here. Orders and answers are lines of
JSON; it needs a system that can fork.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 1 << 30
"""Bytes that a run may take."""
SECONDS = 60
"""After these a run hangs: none needs a tenth of them, but a machine may be busy."""
CRASHED = 99


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a run."""

    code: int
    """Of the end; below zero: killed by that signal."""
    memory: int
    said: str
    """What was printed."""


class Forge:
    """Hands over orders."""

    def __init__(self, orders: IO[str], answers: IO[str]) -> None:
        """Both ends of the pipes."""
        self.orders, self.answers = orders, answers

    def run(self, log: Path, *words: str) -> Done:
        """One run of the command line, printing into a file."""
        self.orders.write(json.dumps({"log": str(log), "words": words}) + "\n")
        self.orders.flush()
        found = json.loads(self.answers.readline())
        said = log.read_text(encoding="utf-8", errors="replace")
        return Done(found["code"], found["memory"], said)


@contextmanager
def forge() -> Iterator[Forge]:
    """A forge that is heated up."""
    command = [sys.executable, "-m", "tests.hostile.forge"]
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}", "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as made:
        assert made.stdin is not None
        assert made.stdout is not None
        yield Forge(made.stdin, made.stdout)
        made.stdin.close()


def _serve() -> None:
    from policy_explorer import cli, pipeline  # noqa: F401, PLC0415 -- imported once for all

    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _obey(Path(order["log"]), order["words"])
        _, status, used = os.wait4(child, 0)
        answer = {"code": os.waitstatus_to_exitcode(status), "memory": used.ru_maxrss * 1024}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _obey(log: Path, words: list[str]) -> None:
    """The run itself; never returns."""
    from policy_explorer import cli  # noqa: PLC0415 -- imported already

    out = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    os.dup2(out, 1)
    os.dup2(out, 2)
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    signal.alarm(SECONDS)
    code = CRASHED
    try:
        code = cli.main(words)
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 -- that is what is looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
