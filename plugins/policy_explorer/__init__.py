"""A government's plan, written as YAML, becomes a static site that can be checked."""

from __future__ import annotations

__version__ = "0.1.0"


def register() -> None:
    """Connect to Pelican, which calls this when it loads the plugin.

    The door is imported here and not above: the command line must not pay for Pelican.
    """
    from policy_explorer.plugin import connect  # noqa: PLC0415 -- see above

    connect()
