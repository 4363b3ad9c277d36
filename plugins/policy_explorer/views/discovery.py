"""Pages that can be found: each tells machines what it is, and what to show where it is shared."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.views.desk import Desk, Leaf, Page
from policy_explorer.views.linked import linked
from policy_explorer.views.social import social

SILENT = ("missing", "moved")
"""Kinds of pages that stand for no matter of their own."""


def known(desk: Desk, leaf: Leaf) -> Leaf:
    """The same page, with what it says of itself in its head; it is made when it is asked for."""
    return replace(leaf, make=lambda: _told(desk, leaf.make()))


def _told(desk: Desk, page: Page) -> Page:
    if page.frame.kind in SILENT:
        return page
    frame = replace(page.frame, linked=linked(desk, page), social=social(desk, page))
    return replace(page, frame=frame)
