"""`python -m policy_explorer VERB`."""

from __future__ import annotations

import gc
import io
import signal
import sys

from policy_explorer.cli import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot write a word still gets it
        stream.reconfigure(errors="backslashreplace")
if sys.argv[1:2] != ["serve"]:
    gc.disable()  # a plan makes no circles, and looking for them takes half the time of a check
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as tidily as by Ctrl-C
try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(0 if sys.argv[1:2] == ["serve"] else 130)
