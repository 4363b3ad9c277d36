"""Arrows: what is to rise or fall, while the plan does not say by how much; no axis, no scale."""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts import crowd
from policy_explorer.charts.arrows_figure import figure
from policy_explorer.charts.arrows_input import Direction
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

__all__ = ["Direction", "arrows"]


def arrows(
    directions: Sequence[Direction], heading: Heading, words: Words, palette: Palette
) -> Chart:
    """The chart of directions; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there is none.
    """
    if not directions:
        raise ValueError(said("arrows: at least one direction"))
    crowd.few("arrows", len(directions), crowd.GOALS)
    made = table(directions, words)
    return Chart(
        id=heading.id,
        kind="arrows",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(directions, words),
        wide=figure(directions, words, palette.light, WIDE),
        narrow=figure(directions, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(directions: Sequence[Direction], words: Words) -> Table:
    """A row for each: what, which way, in which words, by when, from what, by how much."""
    heads = ("head_what", "head_way", "head_due", "head_base", "head_size")
    columns = tuple(Column(words[key]) for key in heads)
    silent = Cell(words["unstated"], "not_stated")
    rows = tuple((one.name, one.way, one.due, one.base or silent, silent) for one in directions)
    return Table(words["caption"], columns, rows)


def describe(directions: Sequence[Direction], words: Words) -> str:
    """Each direction in words, and what is not stated of it."""
    items = (
        words["item"].format(name=one.name.text, way=one.way.text, due=one.until)
        for one in directions
    )
    are_based = all(one.base and one.base.basis != "not_stated" for one in directions)
    silent = words["describe_unsized" if are_based else "describe_unstated"]
    return words["sentences"].join((words["join"].join(items), silent))
