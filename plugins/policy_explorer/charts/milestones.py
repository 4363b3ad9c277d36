"""Milestones: what is due or happened when, the plan in one lane, other voices in another."""

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

__all__ = ["Entry", "Lane", "milestones"]


def milestones(lanes: Sequence[Lane], heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of what is due when; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there is nothing to draw.
    """
    if not any(lane.entries for lane in lanes):
        raise ValueError("milestones: at least one")
    made = table(lanes, words)
    return Chart(
        id=heading.id,
        kind="milestones",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(lanes, words),
        wide=time_rows.figure(lanes, palette.light, WIDE),
        narrow=time_rows.figure(lanes, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(lanes: Sequence[Lane], words: Words) -> Table:
    """A row for each, in the order of the lanes: when, what, who says so."""
    columns = tuple(Column(words[key]) for key in ("head_when", "head_what", "head_voice"))
    rows = tuple(
        (
            Cell(entry.when or entry.gap, None if entry.when else "not_stated", entry.fact),
            Cell(entry.title, entry.basis, entry.fact),
            Cell(lane.title, None, entry.fact),
        )
        for lane in lanes
        for entry in lane.entries
    )
    return Table(words["caption"], columns, rows)


def describe(lanes: Sequence[Lane], words: Words) -> str:
    """Each lane in words."""
    parts = []
    for lane in lanes:
        items = (
            words["item"].format(when=entry.when or entry.gap, what=entry.title)
            for entry in lane.entries
        )
        parts.append(words["lane"].format(lane=lane.title, items=words["join"].join(items)))
    return words["sentences"].join(parts)
