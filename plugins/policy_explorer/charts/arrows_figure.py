"""The picture of arrows: a row for each, every arrow as long as every other."""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts.arrows_input import Direction
from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import BOLD, FIGURES
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import LINE, Paper, bold, plain, quiet
from policy_explorer.charts.spec import NARROW, Figure, Layout, Words

SHAFT, AT, LEFT = 62.0, 18.0, 46.0
"""In px: an arrow's length, where it stands, where the words beside it begin."""
PAD, GAP = 16.0, 24.0
"""Above and below a row, and between two columns of words."""
LARGE, NAME, TEXT, SMALL = 22.0, 16.0, 14.0, 13.0
"""Sizes of type: the printed words, what is to change, by when, what is not stated."""
SHARE = 0.4
"""Of the room for words, what the printed words may take."""
Place = tuple[float, float, float]
"""Left, top, and the room to the right, in px."""


def figure(
    directions: Sequence[Direction], words: Words, colours: Colours, layout: Layout
) -> Figure:
    """A row for each; no length means anything, since no size is stated."""
    paper, top = Paper(colours, layout.width), 0.0
    for n, one in enumerate(directions):
        if n:
            paper.line((0, top, layout.width, top), colours.hair)
        bottom = _row(paper, one, words, top + PAD, layout)
        _arrow(paper, one, top + PAD)
        top = max(bottom, top + PAD + SHAFT) + PAD
    return paper.figure(top)


def _row(paper: Paper, one: Direction, words: Words, top: float, layout: Layout) -> float:
    """The printed words, and what is to change: side by side, or one below the other."""
    room = layout.width - LEFT
    if layout.width <= NARROW.width:
        below = _name(paper, one, (LEFT, top, room))
        below = _printed(paper, one, (LEFT, below + 2, room))
        return _silence(paper, words, (LEFT, below + 2, room))
    left = LEFT + SHARE * room
    printed = _printed(paper, one, (LEFT, top, left - LEFT - GAP))
    below = _name(paper, one, (left, top + 4, layout.width - left))
    return max(printed, _silence(paper, words, (left, below + 2, layout.width - left)))


def _printed(paper: Paper, one: Direction, at: Place) -> float:
    """How it is printed, large, and by when."""
    left, top, room = at
    large = face(LARGE, paper.colours.ink, 700, FIGURES)
    top += paper.block(left, top, wrapped(one.way.text, LARGE * BOLD, room), large)
    return top + paper.block(left, top, wrapped(one.until, TEXT, room), plain(paper.colours, TEXT))


def _name(paper: Paper, one: Direction, at: Place) -> float:
    left, top, room = at
    lines = wrapped(one.name.text, NAME * BOLD, room)
    return top + paper.block(left, top, lines, bold(paper.colours, NAME))


def _silence(paper: Paper, words: Words, at: Place) -> float:
    """That it is not stated by how much."""
    left, top, _ = at
    middle = top + SMALL * LINE / 2
    paper.mark(left + 6, middle, "not_stated", words["by_how_much"])
    paper.words(left + 16, middle, words["by_how_much"], quiet(paper.colours, SMALL))
    return top + SMALL * LINE


def _arrow(paper: Paper, one: Direction, top: float) -> None:
    """Dashed, since how far is not stated; it tells its row to the pointer."""
    low, high = top + SHAFT, top + 2
    foot, tip = (low, high) if one.rises else (high, low)
    paper.arrow(AT, foot, tip, "4px,3px")
    told = f"{one.name.text}\n{one.way.text}\n{one.until}"
    paper.target(AT, (low + high) / 2, told)
