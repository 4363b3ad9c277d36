"""`python -m policy_explorer VERB`."""

from __future__ import annotations

import sys

from policy_explorer.cli import main

try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(0)
