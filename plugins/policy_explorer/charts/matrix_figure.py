"""The picture of a matrix, on a sheet of px: a mark for each ground on which a pair rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policy_explorer.charts.engraving import half_disc
from policy_explorer.charts.figure import Symbol, marks
from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.lines import PIECE, wrapped
from policy_explorer.charts.matrix_input import Cell, Mark, Matrix
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import LINE, Paper, plain, quiet, symbol
from policy_explorer.charts.spec import Figure, Layout, Words

NAME, MARK, CELL, MOST = 13.0, 10.0, 26.0, 130.0
"""Sizes of names and marks; the least and the most a column takes, in px."""
SHARE, TALLEST = 0.33, 4
"""What part of the width the rows' names take at most; lines of a name over a column."""
SMALLEST, AIR, APART, BELOW = 44.0, 6.0, 14.0, 14.0
"""In px: a column that can carry a name, between two names, two marks of a cell, two blocks."""
BASES = ("stated", "derived", "external", "inferred")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the columns of one block stand, in px; their names in lines, or None for numbers."""

    left: float
    cell: float
    columns: range
    heads: tuple[tuple[str, ...], ...] | None

    def x(self, column: int) -> float:
        return self.left + self.cell * (column - self.columns[0] + 0.5)


def figure(data: Matrix, words: Words, colours: Colours, layout: Layout) -> Figure:
    """Rows below each other; columns that do not fit stand in a block of their own below."""
    paper, top = Paper(colours, layout.width), 2.0
    stages = _stages(data, layout.width)
    for stage in stages:
        top = _block(paper, data, stage, top, words) + BELOW
    if any(stage.heads is None for stage in stages):
        top = _key(paper, data, top)
    return paper.figure(_legend(paper, data, words, top))


def _stages(data: Matrix, width: int) -> list[_Stage]:
    longest = max(width_of(name.label, NAME) for name in data.rows) + 14
    left = min(longest, width * SHARE)
    most = max(1, int((width - left) // CELL))
    count = len(data.columns)
    blocks = [range(at, min(at + most, count)) for at in range(0, count, most)]
    cell = min(MOST, (width - left) / min(most, count))
    heads = _heads(data, cell)
    return [_Stage(left, cell, b, heads[b.start : b.stop] if heads else None) for b in blocks]


def _heads(data: Matrix, cell: float) -> tuple[tuple[str, ...], ...] | None:
    """The names of the columns in lines; None where they would be cut, or tower over the rows."""
    room = cell - AIR
    pieces = [piece for name in data.columns for piece in PIECE.findall(name.label)]
    if cell < SMALLEST or max(width_of(piece.strip(), NAME) for piece in pieces) > room:
        return None
    heads = tuple(wrapped(name.label, NAME, room) for name in data.columns)
    return heads if max(map(len, heads)) <= TALLEST else None


def _block(paper: Paper, data: Matrix, stage: _Stage, top: float, words: Words) -> float:
    top = _above(paper, stage, top)
    paper.line((0, top, paper.width, top), paper.colours.ink)
    middles = []
    for row in data.rows:
        lines = wrapped(row.label, NAME, stage.left - 10)
        tall = max(CELL + 4, len(lines) * NAME * LINE + 10)
        middles.append(top + tall / 2)
        # a block hangs from its first line; its middle is to lie on that of the marks
        half = (LINE * (len(lines) - 1) + 1) * NAME / 2
        paper.block(0, middles[-1] - half, lines, plain(paper.colours, NAME))
        top += tall
        paper.line((0, top, paper.width, top), paper.colours.hair)
    places = {
        (r, c): (stage.x(c), middles[r])
        for r, c in data.cells
        if stage.columns.start <= c
        if c < stage.columns.stop
    }
    _marks(paper, data, places, words)
    return top


def _above(paper: Paper, stage: _Stage, top: float) -> float:
    """Names where a column is wide enough, else numbers that the key explains."""
    if stage.heads is None:
        for c in stage.columns:
            paper.words(stage.x(c), top + 10, str(c + 1), quiet(paper.colours), "center")
        return top + 22
    tallest = max(map(len, stage.heads))
    for c, lines in zip(stage.columns, stage.heads, strict=True):
        for n, line in enumerate(lines):
            y = top + NAME * LINE * (tallest - len(lines) + n + 0.5)
            paper.words(stage.x(c), y, line, quiet(paper.colours), "center")
    return top + NAME * LINE * tallest + 6


def _marks(paper: Paper, data: Matrix, places: dict[Cell, Point], words: Words) -> None:
    """All marks of a block: one trace for each basis, since a large matrix has many cells."""
    spots: dict[str, list[tuple[Point, str]]] = {}
    for at, place in places.items():
        for basis, point, said in _spots(data.marks.get(at, ()), place, words):
            row, column = data.rows[at[0]].text, data.columns[at[1]].text
            told = words["pair"].format(row=row, column=column, how=said)
            spots.setdefault(basis, []).append((point, told))
    for basis, found in spots.items():
        points, hover = [point for point, _ in found], [said for _, said in found]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        paper.traces.append(marks(xs, ys, _symbol(basis, paper.colours), hover))
        if basis == "derived":
            paper.shapes += [half_disc(x, y, paper.colours.accent) for x, y in points]


def _spots(found: Sequence[Mark], place: Point, words: Words) -> Iterator[tuple[str, Point, str]]:
    """A mark for each ground of a cell, side by side around its middle; one where it is silent."""
    bases = tuple(dict.fromkeys(mark.basis for mark in found)) or ("not_stated",)
    for n, basis in enumerate(bases):
        said = words["join"].join(mark.said for mark in found if mark.basis == basis)
        x = place[0] + APART * (n - (len(bases) - 1) / 2)
        yield basis, (x, place[1]), said or words[f"basis_{basis}"]


def _symbol(basis: str, colours: Colours) -> Symbol:
    """The mark of a basis; silence is faint, since most cells of a matrix are silent."""
    if basis == "not_stated":
        return Symbol("square-open", MARK - 2, colours.faint, 1.2)
    return symbol(basis, colours, MARK)


def _key(paper: Paper, data: Matrix, top: float) -> float:
    """What the numbers stand for, down one column and then down the other."""
    half, ends = paper.width / 2, [top]
    first = (len(data.columns) + 1) // 2
    for side, names in enumerate((data.columns[:first], data.columns[first:])):
        at = top
        for n, name in enumerate(names, side * first + 1):
            paper.block(side * half, at, [str(n)], quiet(paper.colours, NAME))
            lines = wrapped(name.label, NAME, half - 34)
            at += paper.block(side * half + 24, at, lines, plain(paper.colours, NAME)) + 4
        ends.append(at)
    return max(ends) + 8


def _legend(paper: Paper, data: Matrix, words: Words, top: float) -> float:
    """The marks that occur, in words, and how many pairs have them."""
    bases = {mark.basis for _, _, mark in data.links}
    shown = [b for b in BASES if b in bases] + (["not_stated"] if data.silent else [])
    start, y = 6.0, top + 8
    x = start
    for basis in shown:
        said = data.counts.get(basis) or words[f"basis_{basis}"]
        wide = width_of(said, NAME) + 34
        if x + wide > paper.width and x > start:
            x, y = start, y + 22
        paper.traces.append(marks([x], [y], _symbol(basis, paper.colours)))
        if basis == "derived":
            paper.shapes.append(half_disc(x, y, paper.colours.accent))
        paper.words(x + 12, y, said, quiet(paper.colours))
        x += wide
    return y + 20
