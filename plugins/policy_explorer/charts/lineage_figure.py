"""The picture of a lineage: a row for each goal, on one axis of time and on no other.

A row's bar goes from its base to its goal, in its own unit; the longest bar of every row is as
long as that of any other, so that no length can be held against the next row's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.fonts import BOLD, width_of
from policy_explorer.charts.lineage_bars import bar
from policy_explorer.charts.lineage_input import Goal
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import DOTTED, Box, Paper, bold, quiet
from policy_explorer.charts.spec import NARROW, Figure, Layout, Words
from policy_explorer.charts.thinning import thinned

NAME, SMALL = 15.0, 13.0
"""Sizes of type: what a goal is of, what explains."""
PAD, STRIP, TAIL = 14.0, 28.0, 24.0
"""In px: above and below a row, height of a row's strip of time, a line without an end."""
YEAR, HAIR, ROW = 36.0, 12.0, 19.0
"""In px: what a year on the axis needs, what a hair does; from one line of heads to the next."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """Left and right of a row's words, of its bar and of the axis of time, in px."""

    words: tuple[float, float]
    bars: tuple[float, float]
    times: tuple[float, float]
    years: range
    is_narrow: bool

    @property
    def year(self) -> float:
        """The length of a year."""
        return (self.times[1] - self.times[0]) / len(self.years)

    def x(self, when: Decimal) -> float:
        """Where a time stands."""
        return self.times[0] + self.year * float(when - self.years[0])


def figure(goals: Sequence[Goal], words: Words, colours: Colours, layout: Layout) -> Figure:
    """Rows below one another; the axis of time at the head."""
    paper, stage = Paper(colours, layout.width), _stage(goals, layout)
    top = start = _head(paper, stage, words)
    for n, goal in enumerate(goals):
        if n:
            paper.line((0, top, layout.width, top), colours.hair)
        top = _row(paper, stage, goal, words, top + PAD) + PAD
    if not stage.is_narrow:
        _grid(paper, stage, start, top)
    return paper.figure(top)


def _stage(goals: Sequence[Goal], layout: Layout) -> _Stage:
    width, years = float(layout.width), _years(goals)
    if layout.width <= NARROW.width:
        return _Stage((0, width), (0, width), (8, width - 8), years, is_narrow=True)
    return _Stage((0, 222), (246, 466), (492, width - 6), years, is_narrow=False)


def _years(goals: Sequence[Goal]) -> range:
    """From the first year anything was said in to the last that anything is due in."""
    said = [g.said for g in goals if g.said is not None]
    ends = said + [g.due for g in goals if g.due is not None]
    if not ends:
        return range(1)
    first = int(min(ends))
    return range(first, max(math.ceil(max(ends)), int(max(said, default=first)) + 1, first + 1))


def _head(paper: Paper, stage: _Stage, words: Words) -> float:
    """What the columns are, and the years, each in the middle of its stretch."""
    grey, y = quiet(paper.colours, SMALL), 10.0
    heads = [(stage.bars[0], "head_bar"), (stage.times[0], "head_time")]
    for n, (x, key) in enumerate(heads):
        paper.words(0 if stage.is_narrow else x, y + ROW * n * stage.is_narrow, words[key], grey)
    y += ROW * (2 if stage.is_narrow else 1) + 2
    for year in _labelled(stage):
        paper.words(stage.x(Decimal(year)) + stage.year / 2, y, str(year), grey, "center")
    y += 14
    paper.line((0, y, stage.times[1], y), paper.colours.ink)
    return y


def _labelled(stage: _Stage) -> Sequence[int]:
    """The years that have room; none where nothing has a date."""
    years = stage.years
    if not years[0]:
        return ()
    return thinned(years, YEAR, stage.year) if len(years) > 1 else years


def _grid(paper: Paper, stage: _Stage, top: float, bottom: float) -> None:
    """A hair where each year begins and the last ends, under everything else."""
    before = len(paper.traces)
    for year in thinned(range(stage.years[0], stage.years[-1] + 2), HAIR, stage.year):
        x = stage.x(Decimal(year))
        paper.line((x, top, x, bottom), paper.colours.hair)
    paper.traces[:] = [*paper.traces[before:], *paper.traces[:before]]


def _row(paper: Paper, stage: _Stage, goal: Goal, words: Words, top: float) -> float:
    """A goal: its words, its bar, and from when to when it holds; where it ends."""
    bottom = _words(paper, stage, goal, words, top)
    if stage.is_narrow:
        bottom = bar(paper, goal, words, (*stage.bars, bottom + 6))
        _time(paper, stage, goal, words, bottom + STRIP / 2 + 4)
        return bottom + STRIP + 4
    _time(paper, stage, goal, words, top + STRIP / 2)
    return max(bottom, bar(paper, goal, words, (*stage.bars, top)), top + STRIP)


def _words(paper: Paper, stage: _Stage, goal: Goal, words: Words, top: float) -> float:
    """When it was said, what it is of, its other terms."""
    left, room = stage.words[0], stage.words[1] - stage.words[0]
    grey = quiet(paper.colours, SMALL)
    top += paper.block(left, top, wrapped(goal.when.text, SMALL, room), grey)
    name = wrapped(goal.name, NAME * BOLD, room)
    top += 4 + paper.block(left, top + 2, name, bold(paper.colours, NAME))
    if goal.rate is not None:
        rate = words["told_rate"].format(what=goal.rate.text)
        top += paper.block(left, top, wrapped(rate, SMALL, room), grey)
    return top


def _time(paper: Paper, stage: _Stage, goal: Goal, words: Words, y: float) -> None:
    """From when a goal was set to when it is due; open where that has no place on the axis."""
    if stage.is_narrow:
        paper.line((stage.times[0], y, stage.times[1], y), paper.colours.hair)
    if goal.said is None:
        paper.mark(stage.times[0] + 6, y, "not_stated", goal.when.text)
        _note(paper, stage.times[0] + 16, y, goal.when.text)
        return
    x, told = stage.x(goal.said), f"{goal.when.text}: {goal.number.text}"
    _until(paper, stage, goal, words, (x, y))
    paper.mark(x, y, goal.basis, told)


def _until(
    paper: Paper, stage: _Stage, goal: Goal, words: Words, start: tuple[float, float]
) -> None:
    """The line to the due date; where that has no place, a short one and the words for it."""
    x, y = start
    if goal.due is not None:
        end = stage.x(goal.due)
        paper.line((x, y, end, y), paper.colours.ink, 1.4, "5px,4px")
        paper.line((end, y - 7, end, y + 7), paper.colours.ink, 3)
        paper.target(end, y, goal.until.text if goal.until else goal.number.text)
        return
    is_silent = goal.until is not None and goal.until.basis == "not_stated"
    text = words["no_due"] if is_silent else goal.until.text if goal.until else ""
    end = min(x + TAIL, stage.times[1] - 8)
    paper.line((x, y, end, y), paper.colours.muted, 1.4, DOTTED)
    _note(paper, end + 10, y, text)
    if is_silent:
        paper.mark(end, y, "not_stated", text)


def _note(paper: Paper, x: float, y: float, text: str) -> None:
    """Words on the axis, on paper of their own; a line lower where there is no room beside."""
    width = width_of(text, SMALL)
    left = x if x + width + 6 < paper.width else max(0.0, paper.width - width - 6)
    at = y if left == x else y + 19
    if text:
        box = Box(left - 2, at - 8, min(left + width, paper.width), at + 8)
        paper.ground(box, paper.colours.surface)
        paper.words(left, at, text, quiet(paper.colours, SMALL))
