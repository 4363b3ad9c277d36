"""`python -m tests.bench`: the benchmarks on the command line."""

from __future__ import annotations

import sys

from tests.bench import runner

sys.exit(runner.main(sys.argv[1:]))
