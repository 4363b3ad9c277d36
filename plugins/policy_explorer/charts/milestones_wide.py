"""Milestones on one axis of time: what it is stands in words, when it is, as a mark on the axis."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.milestones_input import Entry, Lane
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import DASHED, LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import WIDE, Figure, Words
from policy_explorer.charts.thinning import thinned

HEAD, NAME, SMALL = 16.0, 14.0, 13.0
"""Sizes of type: a lane's head, what a row is, what explains."""
PAD, GAP, LEAST = 7.0, 5.0, 17.0
"""In px: above and below what shares a date, before words on the axis, a row's least height."""
WHEN, WHAT, TIME = 0.0, 104.0, 400.0
"""Where dates, titles and the axis begin, in px."""
EYE = 0.42
"""Of the font size: how far below its top a line has its middle."""
YEAR_ROOM, MOST_HAIRS, SPAN = 38.0, 30, 34.0
"""What a year's label needs, in px; more hairs are thinned out; the dash of a span, in px."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Every year is a stretch of it: it begins at one hair and ends at the next."""

    left: float
    right: float
    years: range

    def x(self, when: Decimal) -> float:
        """Where a time stands, in px."""
        return self.left + self.year * float(when - self.years[0])

    @property
    def year(self) -> float:
        """The length of a year, in px."""
        return (self.right - self.left) / len(self.years)


def figure(lanes: Sequence[Lane], words: Words, colours: Colours) -> Figure:
    """The lanes one below the other on one axis; none shares a row with another."""
    paper = Paper(colours, WIDE.width)
    axis = _Axis(TIME, WIDE.width - 8, years_of(lanes))
    top = start = _labels(paper, axis)
    for lane in lanes:
        top = _lane(paper, axis, lane, words, top)
    _grid(paper, axis, start, top)
    return paper.figure(top + 4)


def years_of(lanes: Sequence[Lane]) -> range:
    """From the first year anything is said of to the last; one year where nothing has a date."""
    dated = [e for lane in lanes for e in lane.entries if e.at is not None]
    starts = [e.at for e in dated if e.at is not None]
    ends = [e.at + e.lasts for e in dated if e.at is not None]
    if not starts:
        return range(1)
    return range(int(min(starts)), max(math.ceil(max(ends)), int(max(starts)) + 1))


def _labels(paper: Paper, axis: _Axis) -> float:
    """The years, once, at the head, each in the middle of its stretch."""
    is_dated = axis.years != range(1)
    for year in thinned(axis.years, YEAR_ROOM, axis.year) if len(axis.years) > 1 else axis.years:
        middle = axis.x(Decimal(year)) + axis.year / 2
        paper.words(middle, 10, str(year) if is_dated else "", quiet(paper.colours), "center")
    for year in (*axis.years, axis.years[-1] + 1):
        x = axis.x(Decimal(year))
        paper.line((x, 22, x, 26), paper.colours.faint)
    paper.line((axis.left, 26, axis.right, 26), paper.colours.ink)
    return 30.0


def _grid(paper: Paper, axis: _Axis, top: float, bottom: float) -> None:
    """A hair where each year begins and the last ends, under everything else."""
    before = len(paper.traces)
    step = math.ceil(len(axis.years) / MOST_HAIRS)
    for year in (*axis.years, axis.years[-1] + 1)[::step]:
        x = axis.x(Decimal(year))
        paper.line((x, top, x, bottom), paper.colours.hair)
    paper.traces[:] = [*paper.traces[before:], *paper.traces[:before]]


def _lane(paper: Paper, axis: _Axis, lane: Lane, words: Words, top: float) -> float:
    lines = wrapped(lane.title, HEAD, TIME - 20)
    bottom = top + 8 + paper.block(0, top + 8, lines, bold(paper.colours, HEAD)) + 4
    for run in lane.silences(axis.years):
        ends = axis.x(Decimal(run[0])), axis.x(Decimal(run[-1] + 1))
        _silence(paper, Box(ends[0], top + 6, ends[1], top + 28), lane.silent)
    top = bottom
    paper.line((0, top, paper.width, top), paper.colours.ink)
    for n, group in enumerate(_together(lane.entries)):
        if n:
            paper.line((0, top, paper.width, top), paper.colours.hair)
        top = _group(paper, axis, group, words, top + PAD) + PAD
    return top + 10


def _silence(paper: Paper, box: Box, said: str) -> None:
    """Years of which a lane says nothing: hatched, and in words; nothing where these do not fit."""
    half = width_of(said, SMALL) / 2 + 6
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    if half > (box.right - box.left) / 2:
        return
    paper.hatch(box)
    paper.ground(Box(x - half, y - 9, x + half, y + 9), paper.colours.surface)
    paper.words(x, y, said, quiet(paper.colours, SMALL), "center")


def _together(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """What has the same date, as one group: the date is said once."""
    for _, group in groupby(entries, lambda entry: (entry.when, entry.is_due)):
        yield list(group)


def _group(paper: Paper, axis: _Axis, group: Sequence[Entry], words: Words, top: float) -> float:
    first = group[0]
    when = words["due"].format(when=first.when) if first.is_due and first.when else first.when
    lines = wrapped(when, SMALL, WHAT - WHEN - 12)
    tall = paper.block(WHEN, top, lines, quiet(paper.colours, SMALL))
    bottom = top
    for n, entry in enumerate(group):
        bottom = _row(paper, axis, entry, words, bottom + (GAP if n else 0))
    return max(top + tall, bottom)


def _row(paper: Paper, axis: _Axis, entry: Entry, words: Words, top: float) -> float:
    """A row's words, and its mark beside them; where it ends."""
    lines = wrapped(entry.title, NAME, TIME - WHAT - 20)
    tall = paper.block(WHAT, top, lines, plain(paper.colours, NAME))
    told = words["item"].format(when=entry.said, what=entry.title)
    middle = top + EYE * NAME
    if entry.at is None:
        tall = max(tall, _undated(paper, axis, entry, told, top))
    else:
        _dated(paper, axis, entry, told, middle)
    return top + max(tall, LEAST)


def _dated(paper: Paper, axis: _Axis, entry: Entry, told: str, y: float) -> None:
    x = axis.x(entry.at or Decimal(0))
    if entry.lasts:
        end = axis.x((entry.at or Decimal(0)) + entry.lasts)
        paper.line((x + 1, y, end - 1, y), paper.colours.faint, 1.6)
        x = end if entry.is_due else (x + end) / 2
    if entry.is_due:
        paper.line((x, y - 7, x, y + 7), paper.colours.ink, 4)
        x -= 12
    paper.mark(x, y, entry.basis, told)


def _undated(paper: Paper, axis: _Axis, entry: Entry, told: str, top: float) -> float:
    """Beside the axis, the empty square; of a span without a start, a dash; why, in words."""
    y, x = top + EYE * NAME, axis.left + 6
    at = x + 10 + (SPAN if entry.lasts else 0)
    lines = wrapped(entry.gap, SMALL, axis.right - at - GAP)
    longest = max((width_of(line, SMALL) for line in lines), default=0.0)
    tall = LINE * SMALL * len(lines)
    paper.ground(Box(x - 5, top - 2, at + GAP + longest, top + tall), paper.colours.surface)
    if entry.lasts:
        paper.line((x + 8, y, at, y), paper.colours.muted, 1.6, DASHED)
    paper.mark(x, y, "not_stated", told)
    return paper.block(at + GAP, top, lines, quiet(paper.colours, SMALL))
