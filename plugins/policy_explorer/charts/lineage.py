"""Lineage: what was said of one matter, in order of date, each goal with its own unit and gaps.

The goals share an axis of time and nothing else: what has another unit, base or scope has no
scale in common.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts import time_rows
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Heading,
    Table,
    Words,
    facts_of,
)
from policy_explorer.charts.time_rows import Entry, Lane

__all__ = ["Entry", "lineage"]


def lineage(goals: Sequence[Entry], heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of goals as they were set; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there are fewer than two.
    """
    if len(goals) < 2:  # noqa: PLR2004 -- one goal has no lineage
        raise ValueError("lineage: at least two goals")
    made = table(goals, words)
    lanes = (Lane("", tuple(goals)),)
    return Chart(
        id=heading.id,
        kind="lineage",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(goals, words),
        wide=time_rows.figure(lanes, palette.light, WIDE),
        narrow=time_rows.figure(lanes, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(goals: Sequence[Entry], words: Words) -> Table:
    """A row for each goal, by date: when it was said, the goal, what it says of unit and years."""
    columns = tuple(Column(words[key]) for key in ("head_when", "head_goal", "head_terms"))
    rows = tuple(
        (
            Cell(goal.when, None, goal.fact),
            Cell(goal.figure, goal.basis, goal.fact),
            Cell(goal.detail, None, goal.fact),
        )
        for goal in goals
    )
    return Table(words["caption"], columns, rows)


def describe(goals: Sequence[Entry], words: Words) -> str:
    """The goals in words, and that they have no scale in common."""
    items = (
        words["item"].format(when=goal.when, goal=goal.figure, terms=goal.detail) for goal in goals
    )
    return words["sentences"].join((*items, words["apart"]))
