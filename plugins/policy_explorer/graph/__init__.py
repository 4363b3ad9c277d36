"""Following the pointers: a Plan becomes a Site in which everything finds everything."""

from __future__ import annotations

from policy_explorer.graph.link import link
from policy_explorer.graph.site import Site, Tie

__all__ = ["Site", "Tie", "link"]
