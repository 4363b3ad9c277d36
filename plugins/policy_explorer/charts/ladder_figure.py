"""The picture of a ladder, as one figure in the painter's subset; axes count px."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policy_explorer.charts.figure import (
    Frame,
    Part,
    Symbol,
    face,
    marks,
    stroke,
    unseen,
    words_at,
)
from policy_explorer.charts.ladder_input import Ladder, Rung
from policy_explorer.charts.ladder_layout import (
    BLOCK_GAP,
    BLOCK_GAP_MOST,
    EDGE,
    HEAD,
    SMALL,
    STAND_GAP,
    TEXT,
    Block,
    Stand,
    Token,
    bands,
)
from policy_explorer.charts.ladder_words import which
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.spec import Figure, Layout, Words

LINE = 1.3
"""From one line of type to the next, as plotly.js sets them."""
ABOVE, BELOW, AFTER, LANE = 16.0, 8.0, 32.0, 22.0
"""In px: above the highest token, below the ground, after a row, and for the lane at the bottom."""
TOP = 4.0
"""Above all, since letters rise above the top of their line."""
FEET = 4.0
"""Between a token and the ground."""
DASH = "3.2px,2.6px"


@dataclass(frozen=True, slots=True)
class Desk:
    """What all drawing of one ladder shares; `height` turns px from the top upside down."""

    words: Words
    colours: Colours
    height: int

    def text(self, x: float, top: float, text: str, font: Part) -> Part:
        """Words whose first line begins at the top left."""
        return words_at(_r(x), _r(self.height - top), text, "bottom right", font)


@dataclass(frozen=True, slots=True)
class Placed:
    """A stand where it stands: left edge and ground, in px from the left and the top."""

    stand: Stand
    year: int
    left: float
    ground: float


def figure(data: Ladder, words: Words, colours: Colours, layout: Layout) -> Figure:
    """One figure; a token is never joined to one of another year."""
    rows = bands(data, words, layout.width)
    height = round(TOP + sum(_band_height(band) for band in rows) + LANE)
    desk, top = Desk(words, colours, height), TOP
    parts: list[Part] = []
    for band in rows:
        head = top + max(_head_height(block) for block in band)
        first = head + _ground(block.rows[0] for block in band)
        for block, left in _spread(band, layout.width):
            parts += _heading(desk, block, left, top)
            parts += _rows(desk, block, left, first)
        top += _band_height(band)
    parts += _lane(desk, data, top)
    frame = Frame(layout.width, height)
    axes = {"xaxis": unseen(0, layout.width), "yaxis": unseen(0, height)}
    return {"data": parts, "layout": {**frame.layout(colours), **axes}}


def _spread(band: Sequence[Block], width: float) -> Iterator[tuple[Block, float]]:
    """Each block with its left edge; what room is left goes between them."""
    free = width - 2 * EDGE - sum(block.width for block in band)
    gap = min(BLOCK_GAP_MOST, max(BLOCK_GAP, free / max(1, len(band) - 1)))
    left = EDGE
    for block in band:
        yield block, left
        left += block.width + gap


def _head_height(block: Block) -> float:
    return LINE * (HEAD + TEXT * len(block.stated))


def _below(row: Sequence[Stand]) -> float:
    """What a row takes below its ground."""
    lines = max(len(stand.caption) for stand in row)
    return (BELOW + LINE * SMALL * lines if lines else 0) + AFTER


def _ground(rows: Iterable[Sequence[Stand]]) -> float:
    """How far the ground of these rows, which stand side by side, lies below their top."""
    return ABOVE + max(stand.height for row in rows for stand in row) + FEET


def _band_height(band: Sequence[Block]) -> float:
    first = _ground(block.rows[0] for block in band)
    rest = [
        _below(block.rows[0]) + sum(_ground([row]) + _below(row) for row in block.rows[1:])
        for block in band
    ]
    return max(_head_height(block) for block in band) + first + max(rest)


def _heading(desk: Desk, block: Block, left: float, top: float) -> Iterator[Part]:
    bold = face(HEAD, desk.colours.ink, 600)
    yield desk.text(left, top, block.heading, bold)
    stated = face(TEXT, desk.colours.muted)
    yield desk.text(left, top + HEAD * LINE, "\n".join(block.stated), stated)


def _rows(desk: Desk, block: Block, left: float, ground: float) -> Iterator[Part]:
    """The stands of a year; `ground` is that of the first row."""
    for i, row in enumerate(block.rows):
        if i:
            yield _or(desk, left, ground + _below(block.rows[i - 1]) - AFTER / 2, "middle right")
            ground += _below(block.rows[i - 1]) + _ground([row])
        x = left
        for stand in row:
            if x > left:
                yield _or(desk, x - STAND_GAP / 2, ground - SMALL, "middle center")
            yield from _stand(desk, Placed(stand, block.year, x, ground))
            x += stand.width + STAND_GAP


def _or(desk: Desk, x: float, y: float, where: str) -> Part:
    font = face(SMALL, desk.colours.muted)
    return words_at(_r(x), _r(desk.height - y), desk.words["or"], where, font)


def _stand(desk: Desk, placed: Placed) -> Iterator[Part]:
    stand, colours = placed.stand, desk.colours
    y = _r(desk.height - placed.ground)
    yield stroke([_r(placed.left), _r(placed.left + stand.ground)], [y, y], colours.ink, 1, "solid")
    for side in dict.fromkeys(t.side for t in stand.tokens):
        yield _tokens(desk, placed, [t for t in stand.tokens if t.side == side])
    if stand.caption:
        label, *rest = stand.caption
        top = placed.ground + BELOW
        yield desk.text(placed.left, top, label, face(SMALL, colours.ink, 600))
        font = face(SMALL, colours.muted)
        yield desk.text(placed.left, top + SMALL * LINE, "\n".join(rest), font)


def _tokens(desk: Desk, placed: Placed, tokens: Sequence[Token]) -> Part:
    """Unnamed units of one size: dashed, and each says so to the pointer."""
    side = tokens[0].side
    base = desk.height - placed.ground + FEET
    xs = [_r(placed.left + t.x + side / 2) for t in tokens]
    ys = [_r(base + t.lift + side / 2) for t in tokens]
    told = [_told(desk.words, placed.year, t.rung, both=t.both) for t in tokens]
    return marks(xs, ys, Symbol("square-open", side, desk.colours.ink, 1.4, DASH), told)


def _told(words: Words, year: int, rung: Rung, *, both: bool) -> str:
    key = "hover_both" if both else "hover_token"
    return words[key].format(year=year, label=rung.label)


def _lane(desk: Desk, data: Ladder, top: float) -> Iterator[Part]:
    """What the plan does not say, under all of it, behind the mark for absence."""
    symbol = Symbol("square-open", 9.6, desk.colours.muted, 1.4)
    middle = _r(desk.height - top - SMALL / 2)
    yield marks([EDGE + 6], [middle], symbol)
    font = face(SMALL, desk.colours.muted)
    yield words_at(EDGE + 19, middle, which(desk.words, data), "middle right", font)


def _r(value: float) -> float:
    return round(value, 2)
