"""Lineage: what was said of one matter, in order of date, each goal with its own unit and gaps.

The goals share an axis of time and nothing else: what has another unit, base or scope has no
scale in common.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts import crowd
from policy_explorer.charts.lineage_figure import figure
from policy_explorer.charts.lineage_input import Bar, Goal
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
from policy_explorer.problems import said

__all__ = ["Bar", "Goal", "lineage"]


def lineage(goals: Sequence[Goal], heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of goals as they were set; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there are fewer than two.
    """
    if len(goals) < 2:  # noqa: PLR2004 -- one goal has no lineage
        raise ValueError(said("lineage: at least two goals"))
    crowd.few("lineage", len(goals), crowd.GOALS)
    made = table(goals, words)
    return Chart(
        id=heading.id,
        kind="lineage",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(goals, words),
        wide=figure(goals, words, palette.light, WIDE),
        narrow=figure(goals, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(goals: Sequence[Goal], words: Words) -> Table:
    """A row for each goal: set when, the goal, from what, its base year, by when, at what rate."""
    has_rate = any(goal.rate for goal in goals)
    heads = ("head_when", "head_goal", "head_base", "head_year", "head_due")
    columns = tuple(Column(words[key]) for key in (*heads, *(("head_rate",) if has_rate else ())))
    rows = tuple(_cells(goal, words)[: len(columns)] for goal in goals)
    return Table(words["caption"], columns, rows)


def _cells(goal: Goal, words: Words) -> tuple[Cell, ...]:
    none = Cell(words["none"])
    parts = (goal.base, goal.base_year, goal.until, goal.rate)
    return (goal.when, goal.number, *(part or none for part in parts))


def describe(goals: Sequence[Goal], words: Words) -> str:
    """The goals in words, each with what it states and does not, and that they share no scale."""
    return words["sentences"].join((*(_told(goal, words) for goal in goals), words["apart"]))


def _told(goal: Goal, words: Words) -> str:
    """A goal in a sentence, its gaps named."""
    found = {"base": goal.base, "year": goal.base_year, "due": goal.until, "rate": goal.rate}
    parts = (words[f"told_{key}"].format(what=cell.text) for key, cell in found.items() if cell)
    told = words["item"].format(when=goal.when.text, name=goal.name, goal=goal.number.text)
    terms = words["join"].join(parts)
    return words["with_terms"].format(item=told, terms=terms) if terms else told
