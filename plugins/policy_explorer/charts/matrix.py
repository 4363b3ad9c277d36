"""Matrix: which items of two lists are related, and on what ground; silence is a value, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours, Palette
from policy_explorer.charts.paper import LINE, Paper, plain, quiet
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

NAME, SMALL, CELL, MOST = 13.0, 13.0, 26.0, 130.0
"""Sizes of type; the least and the most a column takes, in px."""
HEAD, SHARE = 86.0, 0.33
"""A column that is so wide carries its name; what part of the width the rows' names take."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A related pair: the ground, how they are related in words, the fact that says so."""

    basis: str
    said: str
    fact: str


@dataclass(frozen=True, slots=True)
class Name:
    """An item at the head of a row or column, and the fact that it exists."""

    text: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two lists against each other; a pair that is not among the marks is silent.

    Shape: `marks` from (row, column), both counted from 0, to one mark, the strongest.
    `silent` says in words how many pairs nothing is said of.
    """

    rows: tuple[Name, ...]
    columns: tuple[Name, ...]
    marks: Mapping[tuple[int, int], Mark]
    silent: str

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong.

        Raises:
            ValueError: a list is empty, or a mark lies outside of the matrix.
        """
        if not self.rows or not self.columns:
            raise ValueError("matrix: both lists need an item")
        if any(r >= len(self.rows) or c >= len(self.columns) for r, c in self.marks):
            raise ValueError("matrix: a mark lies outside of it")


def matrix(data: Matrix, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of relations; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="matrix",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Matrix, words: Words) -> Table:
    """A row for each related pair: both names and how; then one for all that are silent."""
    columns = tuple(Column(words[key]) for key in ("head_row", "head_column", "head_how"))
    rows = tuple(
        (
            Cell(data.rows[r].text, None, data.rows[r].fact),
            Cell(data.columns[c].text, None, data.columns[c].fact),
            Cell(mark.said, mark.basis, mark.fact),
        )
        for (r, c), mark in sorted(data.marks.items())
    )
    silent = ((Cell(words["others"]), Cell(""), Cell(data.silent, "not_stated")),)
    return Table(words["caption"], columns, (*rows, *(silent if data.silent else ())))


def describe(data: Matrix, words: Words) -> str:
    """Each related pair in words, and how many are silent."""
    items = (
        words["item"].format(row=data.rows[r].text, column=data.columns[c].text, how=mark.said)
        for (r, c), mark in sorted(data.marks.items())
    )
    parts = [words["join"].join(items) or words["none"]]
    if data.silent:
        parts.append(words["describe_silent"].format(silent=data.silent))
    return words["sentences"].join(parts)


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the columns of one block stand, in px."""

    left: float
    cell: float
    columns: range
    is_named: bool

    def x(self, column: int) -> float:
        return self.left + self.cell * (column - self.columns[0] + 0.5)


def figure(data: Matrix, words: Words, colours: Colours, layout: Layout) -> Figure:
    """Rows below each other; columns that do not fit stand in a block of their own below."""
    paper, top = Paper(colours, layout.width), 2.0
    for stage in _stages(data, layout.width):
        top = _block(paper, data, stage, top) + 14
    if not all(stage.is_named for stage in _stages(data, layout.width)):
        top = _key(paper, data, top)
    return paper.figure(_legend(paper, data, words, top))


def _stages(data: Matrix, width: int) -> list[_Stage]:
    longest = max(width_of(name.text, NAME) for name in data.rows) + 14
    left = min(longest, width * SHARE)
    most = max(1, int((width - left) // CELL))
    count = len(data.columns)
    blocks = [range(at, min(at + most, count)) for at in range(0, count, most)]
    cell = min(MOST, (width - left) / min(most, count))
    return [_Stage(left, cell, block, cell >= HEAD) for block in blocks]


def _block(paper: Paper, data: Matrix, stage: _Stage, top: float) -> float:
    top = _heads(paper, data, stage, top)
    paper.line((0, top, paper.width, top), paper.colours.ink)
    for r, row in enumerate(data.rows):
        lines = wrapped(row.text, NAME, stage.left - 10)
        tall = max(CELL + 4, len(lines) * NAME * LINE + 10)
        middle = top + tall / 2
        paper.block(0, middle - len(lines) * NAME * LINE / 2, lines, plain(paper.colours, NAME))
        for c in stage.columns:
            _cell(paper, data, (r, c), (stage.x(c), middle))
        top += tall
        paper.line((0, top, paper.width, top), paper.colours.hair)
    return top


def _heads(paper: Paper, data: Matrix, stage: _Stage, top: float) -> float:
    """Names where a column is wide enough, else numbers that the key explains."""
    if not stage.is_named:
        for c in stage.columns:
            paper.words(stage.x(c), top + 10, str(c + 1), quiet(paper.colours), "center")
        return top + 22
    heads = [wrapped(data.columns[c].text, SMALL, stage.cell - 8) for c in stage.columns]
    tallest = max(map(len, heads))
    for c, lines in zip(stage.columns, heads, strict=True):
        for n, line in enumerate(lines):
            y = top + SMALL * LINE * (tallest - len(lines) + n + 0.5)
            paper.words(stage.x(c), y, line, quiet(paper.colours), "center")
    return top + SMALL * LINE * tallest + 6


def _cell(paper: Paper, data: Matrix, at: tuple[int, int], place: tuple[float, float]) -> None:
    pair, mark = (data.rows[at[0]].text, data.columns[at[1]].text), data.marks.get(at)
    told = ": ".join((" – ".join(pair), mark.said if mark else data.silent))
    paper.mark(*place, mark.basis if mark else "not_stated", told if mark else "", 10)


def _key(paper: Paper, data: Matrix, top: float) -> float:
    """What the numbers stand for, in two columns."""
    half, at = paper.width / 2, [top, top]
    for n, name in enumerate(data.columns):
        side = 0 if at[0] <= at[1] else 1
        lines = wrapped(name.text, SMALL, half - 34)
        left = side * half
        paper.block(left, at[side], [str(n + 1)], quiet(paper.colours))
        at[side] += paper.block(left + 24, at[side], lines, plain(paper.colours, SMALL)) + 4
    return max(at) + 8


def _legend(paper: Paper, data: Matrix, words: Words, top: float) -> float:
    """The marks that occur, in words."""
    bases = {mark.basis for mark in data.marks.values()}
    order = ("stated", "derived", "inferred", "external")
    shown = [b for b in order if b in bases] + (["not_stated"] if data.silent else [])
    x, y = 6.0, top + 8
    for basis in shown:
        said = words[f"basis_{basis}"]
        wide = width_of(said, SMALL) + 34
        if x + wide > paper.width:
            x, y = 6.0, y + 22
        paper.mark(x, y, basis, size=10)
        paper.words(x + 12, y, said, quiet(paper.colours))
        x += wide
    return y + 20
