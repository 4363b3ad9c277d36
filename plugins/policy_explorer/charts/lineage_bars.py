"""The bar of a goal: from its base to the goal, in the goal's own unit, whatever that is."""

from __future__ import annotations

from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import BOLD, FIGURES
from policy_explorer.charts.lineage_input import Bar, Goal
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import LINE, Paper, plain, quiet
from policy_explorer.charts.spec import Words

LARGE, SMALL = 20.0, 13.0
"""Sizes of type: a goal's number, what its base is."""
FULL = 0.8
"""Of the room, what the longer of base and goal takes; the rest is for what is open."""
LINES = (
    (7.0, 1.4, "d9"),
    (12.0, 1.2, "a6"),
    (18.0, 1.1, "80"),
    (25.5, 1.0, "5c"),
    (35.0, 0.9, "3d"),
)
"""The engraving beside an open goal: how far off each line is, its width, its opacity."""
THICK, FLOOR, HALF = 6.0, 4.0, 9.0
"""Of a base's bar, of the goal's stroke, and half its height, in px."""


def bar(paper: Paper, goal: Goal, words: Words, place: tuple[float, float, float]) -> float:
    """The number, below it the bar, below that what the base is; where it ends.

    `place` is left, right and top in px.
    """
    left, right, top = place
    large = face(LARGE, paper.colours.ink, 700, FIGURES)
    top += paper.block(left, top, wrapped(goal.number.text, LARGE * BOLD, right - left), large)
    if goal.bar is not None:
        _lengths(paper, goal, goal.bar, (left, top + HALF + 3, (right - left) * FULL))
        top += 2 * HALF + 7
    base = _base(goal, words)
    lines = wrapped(base, SMALL, right - left)
    top += paper.block(left, top, lines, plain(paper.colours, SMALL))
    if goal.base_year is not None and goal.base_year.basis == "not_stated":
        middle = top + SMALL * LINE / 2
        paper.mark(left + 5, middle, "not_stated", words["no_base_year"])
        paper.words(left + 15, middle, words["no_base_year"], quiet(paper.colours, SMALL))
        top += SMALL * LINE
    return top


def _base(goal: Goal, words: Words) -> str:
    """From what: a value, of a year, or both."""
    year = goal.base_year
    of = "" if year is None or year.basis == "not_stated" else year.text
    if goal.base is None:
        return words["base_year"].format(year=of) if of else ""
    key = "base_of" if of else "base"
    return words[key].format(base=goal.base.text, year=of)


def _lengths(paper: Paper, goal: Goal, data: Bar, place: tuple[float, float, float]) -> None:
    """The base as a bar, from there a dashed line to the goal, which is open where it is."""
    left, y, full = place
    colour = _colour(goal.basis, paper.colours)
    unit = full / float(data.longest)
    end = left + unit * float(data.goal)
    start = left + unit * float(data.base or 0)
    dash = "1px,4px" if data.base is None else "4px,3px"
    paper.line((min(start, end), y, max(start, end), y), colour, 1.4, dash)
    if data.base:
        paper.line((left, y, start, y), colour, THICK)
        paper.target(start, y, goal.base.text if goal.base else "")
    for off, width, opacity in LINES if data.opens else ():
        x = end + data.opens * off
        if x > left:
            paper.line((x, y - HALF, x, y + HALF), colour + opacity, width)
    paper.line((end, y - HALF, end, y + HALF), colour, FLOOR)
    paper.target(end, y, goal.number.text)


def _colour(basis: str, colours: Colours) -> str:
    """Ink for the plan's own, and the colour of another voice."""
    return {"external": colours.external, "inferred": colours.inferred}.get(basis, colours.ink)
