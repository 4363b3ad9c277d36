"""`python meter.py FILE COMMAND...`: runs a command; what it took stands in the file, as JSON.

A small process of its own: what a child takes is told as no less than what its parent held.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

MIB = 2**20 if sys.platform == "darwin" else 2**10
"""How many of the units in which the system tells of memory."""


def main(told: str, *command: str) -> int:
    """Seconds on the clock and of the processors, with all it started; MB of its largest."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    sample = {
        "wall": time.perf_counter() - start,
        "cpu": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss / MIB,
    }
    Path(told).write_text(json.dumps(sample), encoding="utf-8")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
