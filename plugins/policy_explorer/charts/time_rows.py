"""Rows on one axis of time: what each is stands in words, when it is, as a mark on the axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import NARROW, Figure, Layout
from policy_explorer.charts.thinning import thinned

HEAD, NAME, SMALL = 16.0, 14.0, 13.0
"""Sizes of type: a lane's head, what a row is, what explains."""
PAD, GAP, STRIP = 9.0, 5.0, 26.0
"""In px: above and below a row, before words on the axis, height of a row's own strip of axis."""
YEAR_ROOM = 38.0
"""What a year's label needs, in px."""
MOST_HAIRS = 30
"""More than so many hairs are thinned out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row.

    Unit: `at` in years, with fractions: 2025 is the beginning of that year; None where that is
    not stated, and then `gap` says so. `lasts` in years: of what has a whole year and no day.
    """

    basis: str
    when: str
    title: str
    detail: str
    fact: str
    at: Decimal | None
    gap: str = ""
    lasts: Decimal = Decimal(0)
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Rows of one voice, under its name."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where words and the axis stand, in px; `below` where each row has a strip under its words.

    Every year is a stretch of the axis: it begins at one hair and ends at the next.
    """

    words: float
    left: float
    right: float
    years: range
    below: bool

    def x(self, when: Decimal) -> float:
        """Where a time stands."""
        return self.left + self.year * float(when - self.years[0])

    @property
    def year(self) -> float:
        """The length of a year."""
        return (self.right - self.left) / len(self.years)


def figure(lanes: Sequence[Lane], colours: Colours, layout: Layout) -> Figure:
    """The lanes one below the other on one axis; none shares a row with another."""
    paper = Paper(colours, layout.width)
    is_narrow = layout.width <= NARROW.width
    years = _years(lanes)
    stage = _Stage(
        layout.width - 14 if is_narrow else 326,
        8 if is_narrow else 356,
        layout.width - 8,
        years,
        is_narrow,
    )
    top = _axis(paper, stage)
    start = top
    for lane in lanes:
        top = _lane(paper, stage, lane, top)
    if not is_narrow:
        _grid(paper, stage, start, top)
    return paper.figure(top + 4)


def _years(lanes: Sequence[Lane]) -> range:
    """From the first year anything is said of to the last."""
    entries = [e for lane in lanes for e in lane.entries]
    starts = [e.at for e in entries if e.at is not None]
    ends = [e.at + e.lasts for e in entries if e.at is not None]
    if not starts:
        return range(1)
    return range(int(min(starts)), max(math.ceil(max(ends)), int(max(starts)) + 1))


def _labelled(stage: _Stage) -> list[int]:
    return thinned(stage.years, YEAR_ROOM, stage.year) if len(stage.years) > 1 else [*stage.years]


def _axis(paper: Paper, stage: _Stage) -> float:
    """The years, once, at the head, each in the middle of its stretch."""
    for year in _labelled(stage):
        middle = stage.x(Decimal(year)) + stage.year / 2
        paper.words(middle, 10, str(year), quiet(paper.colours), "center")
    for year in (*stage.years, stage.years[-1] + 1):
        x = stage.x(Decimal(year))
        paper.line((x, 22, x, 26), paper.colours.faint)
    paper.line((stage.left, 26, stage.right, 26), paper.colours.ink)
    return 30.0


def _grid(paper: Paper, stage: _Stage, top: float, bottom: float) -> None:
    """A hair where each year begins and the last ends, under everything else."""
    before = len(paper.traces)
    step = math.ceil(len(stage.years) / MOST_HAIRS)
    for year in (*stage.years, stage.years[-1] + 1)[::step]:
        x = stage.x(Decimal(year))
        paper.line((x, top, x, bottom), paper.colours.hair)
    paper.traces[:] = [*paper.traces[before:], *paper.traces[:before]]


def _lane(paper: Paper, stage: _Stage, lane: Lane, top: float) -> float:
    if lane.title:
        paper.words(0, top + 18, lane.title, bold(paper.colours, HEAD))
        top += 34
        paper.line((0, top, paper.width, top), paper.colours.ink)
    for n, entry in enumerate(lane.entries):
        if n:
            paper.line((0, top, paper.width, top), paper.colours.hair)
        top = _row(paper, stage, entry, top + PAD) + PAD
    return top + 10


def _row(paper: Paper, stage: _Stage, entry: Entry, top: float) -> float:
    """A row's words, and its mark beside or below them; where it ends."""
    bottom = top
    title = wrapped(entry.title, NAME, stage.words - 8)
    bottom += paper.block(0, bottom, title, plain(paper.colours, NAME))
    detail = wrapped(entry.detail, SMALL, stage.words - 8)
    bottom += paper.block(0, bottom, detail, quiet(paper.colours, SMALL))
    middle = bottom + STRIP / 2 if stage.below else top + NAME * LINE / 2
    if stage.below:
        bottom += STRIP
        paper.line((stage.left, middle, stage.right, middle), paper.colours.hair)
    _time(paper, stage, entry, middle)
    return max(bottom, top + STRIP)


def _time(paper: Paper, stage: _Stage, entry: Entry, y: float) -> None:
    told = ": ".join(part for part in (entry.when, entry.title) if part)
    if entry.at is None:
        paper.mark(stage.left + 6, y, "not_stated", told)
        _note(paper, stage.left + 16, y, entry.gap)
        return
    x = stage.x(entry.at)
    if entry.lasts:
        end = stage.x(entry.at + entry.lasts)
        paper.line((x + 1, y, end - 1, y), paper.colours.faint, 1.6)
        x = end if entry.is_due else (x + end) / 2
    if entry.is_due:
        paper.line((x, y - 8, x, y + 8), paper.colours.ink, 4)
        x -= 12
    paper.mark(x, y, entry.basis, told)


def _note(paper: Paper, x: float, y: float, text: str) -> None:
    """Words on the axis; on paper of their own, so that no hair runs through them."""
    if not text:
        return
    from_left = wrapped(text, SMALL, paper.width - x)[0]
    width = SMALL * len(from_left)
    box = Box(x, y - 8, min(x + width, paper.width), y + 8)
    paper.ground(box, paper.colours.surface)
    paper.words(x + GAP, y, from_left, quiet(paper.colours, SMALL))
