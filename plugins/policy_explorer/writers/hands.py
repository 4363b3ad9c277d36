"""The same work on many things, by as many processes as there are cores."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, TypeVar

from policy_explorer.problems import said

T = TypeVar("T")
R = TypeVar("R")

MOST = 8
"""Processes at once: each may come to hold a copy of the plan."""
WORTH = 32
"""Pages from which on a second process saves more than its start takes."""
TURNS = 16
"""Into how many parts the share of a process is cut, so that none waits long for another."""
PDEATHSIG = 1
"""prctl: the signal that a process gets when the one that began it dies."""


def spread(work: Callable[[T], R], things: Sequence[T], worth: int = WORTH) -> list[R]:
    """What `work` gives for each of the things, in their order.

    `worth`: of how many things on a second process saves more than its start takes.
    The processes know all that this one knows, and what they change stays theirs; only results and
    errors come back, so these have to be ones that can be pickled. The first error in the order of
    the things is raised. One process does it all where there is one core, where the system cannot
    fork safely, or where threads run beside.

    OSError: a process was ended from outside.
    """
    workers = min(_cores(), len(things) * 2 // worth)
    return _spread(work, things, workers) if workers > 1 else [work(thing) for thing in things]


def _cores() -> int:
    """How many processes may work at once."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)))


def _spread(work: Callable[[T], R], things: Sequence[T], workers: int) -> list[R]:
    from concurrent.futures.process import (  # noqa: PLC0415 -- a check needs neither
        BrokenProcessPool,
        ProcessPoolExecutor,
    )
    from multiprocessing import active_children, get_context  # noqa: PLC0415 -- the same

    size = max(1, len(things) // (workers * TURNS))
    parts = [things[at : at + size] for at in range(0, len(things), size)]
    begun = (work, parts, os.getpid())
    pool = ProcessPoolExecutor(workers, get_context("fork"), _begin, begun)
    try:
        return list(chain.from_iterable(pool.map(_part, range(len(parts)))))
    except BrokenProcessPool as error:
        words = said("a process that made files was ended from outside; is there enough memory?")
        raise OSError(errno.ENOMEM, words, "") from error
    except KeyboardInterrupt:
        for child in active_children():  # whoever stops a build does not wait for its parts
            child.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


_GIVEN: list[tuple[Callable[[Any], Any], Sequence[Sequence[Any]]]] = []
"""In a process that was begun here: its work. Functions that no other could be sent live on."""


def _begin(work: Callable[[Any], Any], parts: Sequence[Sequence[Any]], parent: int) -> None:
    """Take the work over; leave stopping to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    _GIVEN.append((work, parts))


def _part(number: int) -> list[Any]:
    work, parts = _GIVEN[-1]
    return [work(thing) for thing in parts[number]]
