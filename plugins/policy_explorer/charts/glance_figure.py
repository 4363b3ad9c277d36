"""The picture of a plan at a glance, on a sheet of px."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import BOLD, FIGURES, width_of
from policy_explorer.charts.glance_input import Glance, Joint, Layer, Station
from policy_explorer.charts.lines import PART, PIECE, wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import DASHED, LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import NARROW, Figure, Layout, Words

NAME, SMALL, TITLE, SIGN, NUMBER = 13.0, 13.0, 14.0, 28.0, 20.0
"""Sizes of type: stations, what explains, titles on phones, a layer's sign, a target's number."""
RISE = 4.0
"""In px: what a sign's line of type has free above and below its figures."""
RAIL, TIME, GAP = 92.0, 132.0, 10.0
"""Width in px of what stands left of the stations and right of them, and between two names."""
LEAST, MOST = 62.0, 220.0
"""Between two stations, in px."""
PAD, DOT = 16.0, 10.0


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where things stand: stations from `left` to `right`, dates from `time`; all in px."""

    left: float
    right: float
    time: float
    is_wide: bool


def figure(data: Glance, words: Words, colours: Colours, layout: Layout) -> Figure:
    """The layers from the top, each with its dates beside it or, on phones, below it."""
    paper = Paper(colours, layout.width)
    is_wide = layout.width > NARROW.width
    right = layout.width - TIME - 16 if is_wide else layout.width - 4
    stage = _Stage(RAIL if is_wide else 6.0, right, layout.width - TIME, is_wide)
    top = _heads(paper, stage, words) if is_wide else 4.0
    for n, layer in enumerate(data.layers):
        if n and data.layers[n - 1].joint is None:
            paper.line((0, top, layout.width, top), colours.hair)
        top = _layer(paper, stage, layer, words, top + PAD) + PAD
        if layer.joint is not None:
            top = _joint(paper, layer.joint, top)
    return paper.figure(top)


def _heads(paper: Paper, stage: _Stage, words: Words) -> float:
    """What stands on the left, what on the right; where they end."""
    for x, key in ((stage.left, "head_item"), (stage.time, "head_when")):
        paper.words(x, 10, words[key], quiet(paper.colours, SMALL))
    paper.line((0, 22, paper.width, 22), paper.colours.ink)
    return 22.0


def _layer(paper: Paper, stage: _Stage, layer: Layer, words: Words, top: float) -> float:
    head = _head(paper, stage, layer, top)
    start = top if stage.is_wide else head + 8
    bottom = _stations(paper, stage, layer, start)
    bottom = max(bottom, head)
    if stage.is_wide:
        box = Box(stage.time, top, paper.width, bottom)
        beside = _tally(paper, layer, box) if layer.tally else _dates(paper, layer, words, box)
        return max(bottom, beside)
    return _dates(paper, layer, words, Box(stage.left, bottom + 6, paper.width, bottom + 30))


def _head(paper: Paper, stage: _Stage, layer: Layer, top: float) -> float:
    """The sign and the title; side by side on phones. Where they end."""
    large, left, room = face(SIGN, paper.colours.ink, 700, FIGURES), 0.0, RAIL - 14
    sign = wrapped(layer.symbol, SIGN * BOLD, room if stage.is_wide else paper.width)
    if stage.is_wide or width_of(layer.symbol, SIGN * BOLD) > RAIL:
        bottom = top + max(0.0, paper.block(0, top - RISE, sign, large) - 2 * RISE)
    elif sign:
        paper.words(0, top + 12, layer.symbol, large)
        left = width_of(layer.symbol, SIGN) * 1.2 + 10
        bottom = top + 6
    else:
        bottom = top + 6
    size = NAME if stage.is_wide else TITLE
    lines = wrapped(layer.title, size * BOLD, room if stage.is_wide else paper.width - left)
    tall = paper.block(left, bottom, lines, bold(paper.colours, size))
    return max(bottom + tall, top + (0 if stage.is_wide else 28))


def _pitch(stage: _Stage, stations: Sequence[Station]) -> tuple[int, float]:
    """How many stations stand in a row, and how far apart: no word is cut, no row nearly empty."""
    room = stage.right - stage.left
    words = [p.strip() for s in stations for p in PIECE.findall(s.label)]
    pieces = [piece for word in words for piece in PART.findall(word)]
    widths = [width_of(piece, NAME) for piece in pieces]
    widths += [width_of(s.number, NUMBER) * BOLD for s in stations]
    longest = max(widths, default=0.0) + GAP
    least = min(max(LEAST, longest, _two_lines(stations)), room)
    most = max(1, min(len(stations), int(room // least)))
    rows = math.ceil(len(stations) / most)
    count = math.ceil(len(stations) / rows)
    return count, min(MOST, room / count)


def _two_lines(stations: Sequence[Station]) -> float:
    """What the longest name takes in four lines."""
    return max((width_of(s.label, NAME) for s in stations), default=0.0) / 4 + GAP


def _stations(paper: Paper, stage: _Stage, layer: Layer, top: float) -> float:
    """The line in as many rows as it needs; where they end."""
    count, pitch = _pitch(stage, layer.stations)
    rows = [layer.stations[at : at + count] for at in range(0, len(layer.stations), count)]
    for n, row in enumerate(rows):
        is_last = n == len(rows) - 1
        _rail(paper, stage, (len(row), pitch, top + DOT / 2), goes_on=not is_last, layer=layer)
        bottom = top
        for i, station in enumerate(row):
            x = stage.left + i * pitch
            bottom = max(bottom, _station(paper, station, x, top, pitch - GAP))
        top = bottom + (10 if not is_last else 0)
    return top


def _rail(
    paper: Paper, stage: _Stage, row: tuple[int, float, float], *, goes_on: bool, layer: Layer
) -> None:
    """The line through a row: to the next row, to a bar where the list is closed, or trailing."""
    count, pitch, y = row
    start, last = stage.left + DOT / 2, stage.left + DOT / 2 + (count - 1) * pitch
    paper.line((start, y, last, y), paper.colours.ink, 2)
    if goes_on:
        paper.line((last, y, min(stage.right, last + pitch), y), paper.colours.ink, 2)
    elif layer.is_open:
        end = min(stage.right, last + max(36, pitch * 0.6))
        paper.line((last, y, end, y), paper.colours.ink, 2, DASHED)
    else:
        paper.line((last, y, last + 14, y), paper.colours.ink, 2)
        paper.line((last + 14, y - 6, last + 14, y + 6), paper.colours.ink, 2)


def _station(paper: Paper, station: Station, x: float, top: float, room: float) -> float:
    """A mark, under it the number, if there is one, and the name; where it ends."""
    said = ": ".join(part for part in (station.number, station.name) if part)
    paper.mark(x + DOT / 2, top + DOT / 2, station.basis, said, DOT)
    bottom = top + DOT + 6
    if station.number:
        large = face(NUMBER, paper.colours.ink, 700, FIGURES)
        number = wrapped(station.number, NUMBER * BOLD, room)
        bottom += paper.block(x, bottom, number, large)
    lines = wrapped(station.label, NAME, room)
    bottom += paper.block(x, bottom, lines, plain(paper.colours, NAME))
    if station.when:
        bottom += paper.block(x, bottom, (station.when,), quiet(paper.colours, SMALL))
    return bottom


def _dates(paper: Paper, layer: Layer, words: Words, box: Box) -> float:
    """By when, in the words of the plan; hatched where it says nothing. Where it ends."""
    if layer.is_undated:
        paper.hatch(box)
        lines = wrapped(words["undated"], SMALL, box.right - box.left - 20)
        _on_hatch(paper, lines, box)
        return box.bottom
    top, last = box.top, ""
    for due in layer.dues:
        if due.when != last:
            top += paper.block(box.left, top, (due.when,), bold(paper.colours, NAME))
        last, lines = due.when, wrapped(due.what, SMALL, box.right - box.left - 4)
        top += paper.block(box.left, top, lines, quiet(paper.colours, SMALL)) + 4
    return top


def _tally(paper: Paper, layer: Layer, box: Box) -> float:
    """How many stations are due when; where it ends."""
    top, room = box.top, box.right - box.left - 4
    for when, many in layer.tally:
        lines = wrapped(when, NAME * BOLD, room)
        top += paper.block(box.left, top, lines, bold(paper.colours, NAME))
        lines = wrapped(many, SMALL, room)
        top += paper.block(box.left, top, lines, quiet(paper.colours, SMALL)) + 4
    return top


def _on_hatch(paper: Paper, lines: Sequence[str], box: Box) -> None:
    """Words in the middle of a hatched part, on paper of their own."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    half = max(width_of(line, SMALL) for line in lines) / 2 + 6
    tall = len(lines) * SMALL * LINE / 2 + 2
    clear = Box(max(box.left, x - half), y - tall, min(box.right, x + half), y + tall)
    paper.ground(clear, paper.colours.surface)
    for n, line in enumerate(lines):
        at = y + (n - (len(lines) - 1) / 2) * SMALL * LINE
        paper.words(x, at, line, quiet(paper.colours, SMALL), "center")


def _joint(paper: Paper, joint: Joint, top: float) -> float:
    """A band between two layers: hatched where nothing is said of them, else its ground."""
    lines = wrapped(joint.said, SMALL, paper.width - 60)
    box = Box(0, top, paper.width, top + len(lines) * SMALL * LINE + 12)
    if joint.basis == "not_stated":
        paper.hatch(box)
        _on_hatch(paper, lines, box)
        return box.bottom
    paper.line((0, box.top, paper.width, box.top), paper.colours.hair)
    paper.mark(10, (box.top + box.bottom) / 2, joint.basis, size=9)
    for n, line in enumerate(lines):
        y = box.top + 6 + SMALL * LINE * (n + 0.5)
        paper.words(24, y, line, quiet(paper.colours, SMALL))
    paper.line((0, box.bottom, paper.width, box.bottom), paper.colours.hair)
    return box.bottom
