"""Arrows: what is to rise or fall, while the plan does not say by how much; no axis, no scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policy_explorer.charts.fonts import BOLD
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours, Palette
from policy_explorer.charts.paper import LINE, Paper, bold, plain, quiet
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Figure,
    Heading,
    Layout,
    Table,
    Words,
    facts_of,
)

SHAFT, LEFT, PAD = 56.0, 46.0, 14.0
"""In px: an arrow's length, where the words beside it begin, above and below a row."""
NAME, SMALL = 16.0, 13.0


@dataclass(frozen=True, slots=True)
class Direction:
    """One thing that is to change: its name, which way, and the plan's own words for how much."""

    name: str
    rises: bool
    size: str
    due: str
    fact: str
    basis: str = "stated"
    due_fact: str | None = None


def arrows(
    directions: Sequence[Direction], heading: Heading, words: Words, palette: Palette
) -> Chart:
    """The chart of directions; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there is none.
    """
    if not directions:
        raise ValueError("arrows: at least one direction")
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
    """A row for each: what, which way and in which words, by when, by how much."""
    heads = ("head_what", "head_way", "head_due", "head_size")
    columns = tuple(Column(words[key]) for key in heads)
    rows = tuple(
        (
            Cell(one.name, None, one.fact),
            Cell(_way(one, words), one.basis, one.fact),
            Cell(one.due, None, one.due_fact),
            Cell(words["unstated"], "not_stated"),
        )
        for one in directions
    )
    return Table(words["caption"], columns, rows)


def describe(directions: Sequence[Direction], words: Words) -> str:
    """Each direction in words, and that no amount is stated."""
    items = (
        words["item"].format(name=one.name, way=_way(one, words), due=one.due) for one in directions
    )
    return words["sentences"].join((words["join"].join(items), words["describe_unstated"]))


def _way(one: Direction, words: Words) -> str:
    return one.size or words["up" if one.rises else "down"]


def figure(
    directions: Sequence[Direction], words: Words, colours: Colours, layout: Layout
) -> Figure:
    """A row for each; every arrow is as long as every other, since no size is stated."""
    paper, top = Paper(colours, layout.width), 2.0
    for n, one in enumerate(directions):
        if n:
            paper.line((0, top, layout.width, top), colours.hair)
        top = _row(paper, one, words, top + PAD) + PAD
    return paper.figure(top)


def _row(paper: Paper, one: Direction, words: Words, top: float) -> float:
    room = paper.width - LEFT - 6
    names = wrapped(one.name, NAME * BOLD, room)
    said = words["said"].format(way=_way(one, words), due=one.due)
    bottom = top + paper.block(LEFT, top, names, bold(paper.colours, NAME))
    bottom += paper.block(LEFT, bottom, wrapped(said, 14, room), plain(paper.colours))
    paper.mark(LEFT + 6, bottom + SMALL * LINE / 2, "not_stated", words["by_how_much"])
    paper.words(
        LEFT + 16, bottom + SMALL * LINE / 2, words["by_how_much"], quiet(paper.colours, SMALL)
    )
    bottom = max(bottom + SMALL * LINE, top + SHAFT)
    low, high = top + SHAFT, top + 4
    foot, tip = (low, high) if one.rises else (high, low)
    paper.arrow(18, foot, tip, "4px,3px")
    return bottom
