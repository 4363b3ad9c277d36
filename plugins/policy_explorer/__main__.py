"""`python -m policy_explorer VERB`."""

from __future__ import annotations

import gc
import io
import sys

from policy_explorer.cli import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot write a word still gets it
        stream.reconfigure(errors="backslashreplace")
if sys.argv[1:2] != ["serve"]:
    gc.disable()  # a plan makes no circles, and looking for them takes half the time of a check
try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(0)
