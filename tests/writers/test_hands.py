"""Work by several processes: the same results, the first error, and nobody left behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from policy_explorer.problems import Problem, Refused
from policy_explorer.writers import hands
from policy_explorer.writers.hands import spread

ROOT = Path(__file__).resolve().parents[2]
MANY = range(200)
LEFT = """
import os, sys, time
from policy_explorer.writers import hands

hands._cores = lambda: 2
hands.spread(lambda n: (os.write(1, b"%d\\n" % os.getpid()), time.sleep(60)), range(64))
"""
"""A program that says which processes it has begun, and goes on for long."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process does it all here")


@pytest.fixture(autouse=True)
def _several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, also where threads of the test's runner forbid it."""
    monkeypatch.setattr(hands, "_cores", lambda: 2)


def _refused(number: int) -> int:
    """A number, but some are refused."""
    if number % 70 == 69:
        raise Refused([Problem("a.yaml", number, 1, "bad-value", "no")])
    return number


def test_results_stand_in_order() -> None:
    """Each thing has its result, made with what only this process knows, by more than one."""
    secret = object()
    found = spread(lambda n: (n * n, id(secret), os.getpid()), MANY)
    assert [square for square, _, _ in found] == [n * n for n in MANY]
    assert {known for _, known, _ in found} == {id(secret)}
    assert len({pid for _, _, pid in found}) == 2
    assert os.getpid() not in {pid for _, _, pid in found}


def test_few_things_are_done_here() -> None:
    """Where there is little to do, no process is begun for it."""
    assert set(spread(lambda _: os.getpid(), range(31))) == {os.getpid()}


def test_no_process_beside_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a thread runs, which a forked process would lack, all is done here."""
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert set(spread(lambda _: os.getpid(), MANY)) == {os.getpid()}
    finally:
        done.set()
        thread.join()


def test_the_first_error_is_told() -> None:
    """Of several errors that of the first thing is raised, with all that it says."""
    with pytest.raises(Refused) as refused:
        spread(_refused, MANY)
    assert [problem.line for problem in refused.value.problems] == [69]


def _killed(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_ended_is_an_error() -> None:
    """A process that the system ends, as for want of memory, is told and not waited for."""
    with pytest.raises(OSError, match="ended from outside") as error:
        spread(_killed, MANY)
    assert error.value.errno == errno.ENOMEM


@pytest.mark.parametrize("ended", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.slow
def test_nobody_is_left_behind(ended: signal.Signals) -> None:
    """When the first process is killed or interrupted, so are those it has begun."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    command = (sys.executable, "-c", LEFT)
    with subprocess.Popen(
        command,
        env=env,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 -- no threads; a job may ignore it
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        assert first.stdout is not None
        begun = {int(first.stdout.readline()) for _ in range(2)}
        first.send_signal(ended)
        first.wait(timeout=30)
        assert _within(10, lambda: not any(_runs(pid) for pid in begun))


def _runs(pid: int) -> bool:
    """Whether a process is there and not over."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _within(seconds: float, done: Callable[[], bool]) -> bool:
    ends = time.monotonic() + seconds
    while not done() and time.monotonic() < ends:
        time.sleep(0.02)
    return done()
