"""Milestones on phones: time runs down, the lanes stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.milestones_input import Entry, Lane
from policy_explorer.charts.milestones_wide import years_of
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import NARROW, Figure, Words

HEAD, NAME, SMALL = 14.0, 13.0, 13.0
"""Sizes of type: heads and years, titles, days."""
RAIL, GAP, INDENT = 48.0, 14.0, 18.0
"""In px: what years take, between two lanes, what a mark takes before its words."""
PAD, APART, HATCHED, EDGE = 9.0, 8.0, 24.0, 8.0
"""In px: above and below a year, between two entries, the height of a silent year; kept free at
the edge, since browsers part Han and Latin letters by a little."""
EYE = 0.42
"""Of the font size: how far below its top a line has its middle."""


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a lane stands, in px."""

    lane: Lane
    left: float
    right: float

    @property
    def room(self) -> float:
        """For words."""
        return self.right - self.left - INDENT


def figure(lanes: Sequence[Lane], words: Words, colours: Colours) -> Figure:
    """The years downwards, each with what every lane says of it; no lane leaves its column."""
    paper = Paper(colours, NARROW.width)
    columns = tuple(_columns(lanes, NARROW.width))
    top = start = _heads(paper, columns)
    for run in _runs(lanes):
        top = _year(paper, columns, run, words, top)
    ends = top
    if any(entry.at is None for lane in lanes for entry in lane.entries):
        top = _undated(paper, columns, words, top)
    _lines(paper, columns, start, ends)
    return paper.figure(top + 2)


def _columns(lanes: Sequence[Lane], width: int) -> Iterator[_Column]:
    step = (width - EDGE - RAIL + GAP) / len(lanes)
    for n, lane in enumerate(lanes):
        yield _Column(lane, RAIL + n * step, RAIL + (n + 1) * step - GAP)


def _heads(paper: Paper, columns: Sequence[_Column]) -> float:
    bottom = 4.0
    for one in columns:
        lines = wrapped(one.lane.title, HEAD, one.right - one.left)
        tall = paper.block(one.left, 4, lines, bold(paper.colours, HEAD))
        bottom = max(bottom, 4 + tall)
    bottom += 4
    paper.line((0, bottom, paper.width, bottom), paper.colours.ink)
    return bottom


def _runs(lanes: Sequence[Lane]) -> Iterator[range]:
    """The years that have something one by one; those between that have nothing, together."""
    said = frozenset[int]().union(*(lane.years for lane in lanes))
    last = None
    for year in sorted(said):
        if last is not None and year - last > 1:
            yield range(last + 1, year)
        yield range(year, year + 1)
        last = year


def _year(paper: Paper, columns: Sequence[_Column], run: range, words: Words, top: float) -> float:
    """A year, or years together, as a band across all lanes; where it ends."""
    if run[0] != _runs_first(columns):
        paper.line((0, top, paper.width, top), paper.colours.hair)
    top += PAD
    labels = (str(run[0]),) if len(run) == 1 else (f"{run[0]}–", str(run[-1]))
    bottom = top + paper.block(0, top, labels, bold(paper.colours, HEAD))
    for one in columns:
        found = [e for e in one.lane.entries if e.at is not None and int(e.at) in run]
        if found:
            bottom = max(bottom, _stack(paper, one, found, words, top))
        elif one.lane.silences(run):
            bottom = max(bottom, _silence(paper, one, top))
    return bottom + PAD


def _runs_first(columns: Sequence[_Column]) -> int:
    return years_of([one.lane for one in columns])[0]


def _stack(paper: Paper, one: _Column, entries: Sequence[Entry], words: Words, top: float) -> float:
    """The entries of a year in a lane, by day; that things are due is said once."""
    day = ""
    for n, entry in enumerate(entries):
        top += APART if n else 0
        told = words["item"].format(when=entry.said, what=entry.title)
        paper.mark(one.left + 6, top + EYE * NAME, entry.basis, told, 10)
        if not entry.is_due or entry.day != day:
            top += _words(paper, one, entry.day, top)
        day = entry.day
        lines = wrapped(entry.title, NAME, one.room)
        top += paper.block(one.left + INDENT, top, lines, plain(paper.colours, NAME))
    return top


def _words(paper: Paper, one: _Column, said: str, top: float) -> float:
    """Words that explain; the height they take."""
    lines = wrapped(said, SMALL, one.room)
    return paper.block(one.left + INDENT, top, lines, quiet(paper.colours, SMALL))


def _silence(paper: Paper, one: _Column, top: float) -> float:
    """A year of which a lane says nothing: hatched, and in words; where it ends."""
    lines = wrapped(one.lane.silent, SMALL, one.room - 16)
    tall = max(HATCHED, len(lines) * SMALL * LINE + 8)
    box = Box(one.left + INDENT, top - 2, one.right, top - 2 + tall)
    paper.hatch(box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    half, high = max(width_of(line, SMALL) for line in lines) / 2 + 5, len(lines) * SMALL * LINE / 2
    paper.ground(Box(x - half, y - high, x + half, y + high), paper.colours.surface)
    for n, line in enumerate(lines):
        at = y + (n - (len(lines) - 1) / 2) * SMALL * LINE
        paper.words(x, at, line, quiet(paper.colours, SMALL), "center")
    return box.bottom


def _undated(paper: Paper, columns: Sequence[_Column], words: Words, top: float) -> float:
    """Beside the years: what has no date, with the empty square and why; where it ends."""
    paper.line((0, top, paper.width, top), paper.colours.ink)
    top += PAD
    label = words["undated"]
    lines = wrapped(label, NAME, RAIL - 6)
    bottom = top + paper.block(0, top, lines, quiet(paper.colours, NAME))
    for one in columns:
        at = top
        for n, entry in enumerate(e for e in one.lane.entries if e.at is None):
            at += APART if n else 0
            told = words["item"].format(when=entry.said, what=entry.title)
            paper.mark(one.left + 6, at + EYE * NAME, "not_stated", told, 10)
            lines = wrapped(entry.title, NAME, one.room)
            at += paper.block(one.left + INDENT, at, lines, plain(paper.colours, NAME))
            at += _words(paper, one, entry.gap if entry.gap != label else "", at)
        bottom = max(bottom, at)
    return bottom + PAD


def _lines(paper: Paper, columns: Sequence[_Column], top: float, bottom: float) -> None:
    """A hair down each lane, under everything else: the line of time."""
    before = len(paper.traces)
    for one in columns:
        paper.line((one.left + 6, top, one.left + 6, bottom), paper.colours.hair)
    paper.traces[:] = [*paper.traces[before:], *paper.traces[:before]]
