"""The picture that stands for a site where a page of it is shared: the plan as a ledger's page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from policy_explorer.charts.fonts import (
    BOLD,
    FIGURES,
    LATIN_SANS,
    LATIN_SERIF,
    SANS,
    is_han,
    width_of,
)
from policy_explorer.charts.lines import OPENING, wrapped
from policy_explorer.charts.palette import Colours, Palette

WIDTH, HEIGHT = 1200, 630
"""In px, as other sites show it."""
LEFT, RIGHT, FOOT = 72, 1128, 558
RAIL = 780
"""Where the column of the number begins; without a number the words take its room."""
GUTTER = 56
KICKER, SMALL, NOTE = 26, 24, 28
"""Sizes of type: of the place, of the foot, of the words under the number."""
Sizes = tuple[tuple[int, int], ...]
TITLES: Sizes = ((72, 1), (64, 1), (58, 1), (72, 2), (64, 2), (56, 2), (48, 2), (40, 3))
NUMBERS: Sizes = (
    (170, 1),
    (140, 1),
    (112, 1),
    (92, 1),
    (76, 1),
    (64, 1),
    (52, 1),
    (60, 2),
    (46, 2),
)
SENTENCES: Sizes = tuple((size, 99) for size in (34, 32, 30, 28, 26))
"""(size, lines at most) from the first choice to the last: the first in which the words fit."""
TOP, BOTTOM = 140, 530
"""Between them the words stand, in px."""
TIGHT, LEADING, HAN_LEADING = 1.2, 1.4, 1.6
"""Of a line in its size: of heads, of sentences, of sentences in Han."""
OPERATOR = 0.82
"""Size of signs beside the figures of a number, as on pages."""
SIGNS = re.compile("[‘’“”–—…]+")
"""Marks that a Han font draws as wide as a letter."""
OPERATORS = re.compile("[≥≤×]")
SIZE = re.compile(r'font-size="([0-9.]+)"')
NARROWER, STEPS = 0.02, 9
"""By how much of its room, and how often, a text may be set narrower to break at better places."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says; the number and what it is of may be left out."""

    lang: str
    """BCP 47."""
    place: str
    title: str
    sentence: str
    foot: str
    address: str = ""
    figure: str = ""
    figure_words: str = ""


@dataclass(frozen=True, slots=True)
class _Set:
    """Lines of words set in a size."""

    lines: tuple[str, ...]
    size: int
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.leading


def card(said: Card, palette: Palette) -> str:
    """The card as SVG, in the colours of light.

    Words that do not fit are set smaller; what does not fit then is left out and ends in "…".
    """
    ink = palette.light
    marks = (*_frame(said, ink), *_words(said, ink), *_figure(said, ink))
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{ink.surface}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" lang="{escape(said.lang)}">{paper}'
        f'<g font-family="{escape(SANS)}">{"".join(marks)}</g></svg>\n'
    )


def _frame(said: Card, ink: Colours) -> Iterator[str]:
    """The rule and the place above; below, a rule, whose site it is, where it stands."""
    yield f'<rect x="{LEFT}" y="56" width="{RIGHT - LEFT}" height="4" fill="{ink.ink}"/>'
    yield _text(said, said.place, (LEFT, 106), f'font-size="{KICKER}" fill="{ink.muted}"')
    yield _rule(f"M{LEFT} {FOOT}.5H{RIGHT}", ink.hair)
    small = f'font-size="{SMALL}" fill="{ink.muted}"'
    room = (RIGHT - LEFT) - (width_of(said.address, SMALL) + GUTTER if said.address else 0)
    foot = _set(said.foot, ((SMALL, 1),), (room, SMALL * TIGHT), TIGHT).lines
    yield from (_text(said, line, (LEFT, FOOT + 40), small) for line in foot)
    if said.address:
        yield _text(said, said.address, (RIGHT, FOOT + 40), f'{small} text-anchor="end"')


def _words(said: Card, ink: Colours) -> Iterator[str]:
    """The title and the sentence, as large as they fit."""
    room = (RAIL - GUTTER if said.figure else RIGHT) - LEFT
    title = _set(said.title, TITLES, (room / BOLD, BOTTOM - TOP), TIGHT)
    bold = f'font-weight="600" font-family="{escape(FIGURES)}"'
    yield from _lines(said, title, (LEFT, TOP), f'{bold} fill="{ink.ink}"')
    top = TOP + title.height + 24
    sentence = _set(said.sentence, SENTENCES, (room, BOTTOM - top), _leading(said))
    yield from _lines(said, sentence, (LEFT, top), f'fill="{ink.ink}"')


def _figure(said: Card, ink: Colours) -> Iterator[str]:
    """The number in a column of its own, and under it what it is of."""
    if not said.figure:
        return
    room = RIGHT - RAIL
    number = _set(said.figure, NUMBERS, (room / BOLD, BOTTOM - TOP), TIGHT)
    serif = f'font-weight="600" font-family="{escape(FIGURES)}"'
    yield _rule(f"M{RAIL - GUTTER / 2:g} {TOP}V{BOTTOM}", ink.hair)
    yield from _lines(said, number, (RAIL, TOP), f'{serif} fill="{ink.ink}"')
    top = TOP + number.height + 16
    words = _set(said.figure_words, ((NOTE, 99),), (room, BOTTOM - top), _leading(said))
    yield from _lines(said, words, (RAIL, top), f'fill="{ink.muted}"')


def _leading(said: Card) -> float:
    return HAN_LEADING if is_han(said.lang) else LEADING


def _set(text: str, sizes: Sizes, room: tuple[float, float], leading: float) -> _Set:
    """The text in the first size in which it stays within width and height, else cut in the last.

    Args:
        text: What is to be set.
        sizes: Sizes to be tried, each with how many lines there may be.
        room: Width and height in px.
        leading: Of a line in its size.
    """
    wide, high = room
    found, most = _Set((), 0, leading), 0
    for size, lines in sizes:
        found = _Set(_broken(text, size, wide), size, leading)
        most = min(lines, max(1, int(high / (size * leading))))
        if len(found.lines) <= most:
            return found
    return replace(found, lines=(*found.lines[: most - 1], f"{found.lines[most - 1][:-1]}…"))


def _broken(text: str, size: int, room: float) -> tuple[str, ...]:
    """The text in lines; where it costs none, no number ends one and no quote begins one."""
    tried = [wrapped(text, size, room * (1 - NARROWER * n)) for n in range(STEPS)]
    fair = [lines for lines in tried if len(lines) == len(tried[0])]
    return min(fair, key=_awkward)


def _awkward(lines: tuple[str, ...]) -> int:
    """How many breaks of these lines part what one reads together."""
    parted = sum(line[-1].isdigit() for line in lines[:-1])
    return parted + sum(line[0] in OPENING for line in lines[1:])


def _lines(said: Card, found: _Set, at: tuple[float, float], look: str) -> Iterator[str]:
    left, top = at
    for n, line in enumerate(found.lines):
        base = top + found.size * (found.leading * (n + 0.5) + 0.34)
        yield _text(said, line, (left, round(base)), f'font-size="{found.size}" {look}')


def _text(said: Card, words: str, at: tuple[float, float], look: str) -> str:
    """A line of words; in other scripts than Han quotes and dashes are set narrow."""
    shown = escape(words)
    if not is_han(said.lang):
        family = escape(LATIN_SERIF if "Georgia" in look else LATIN_SANS)
        shown = SIGNS.sub(lambda m: f'<tspan font-family="{family}">{m[0]}</tspan>', shown)
    if found := SIZE.match(look):
        look_of = f'font-weight="400" font-size="{float(found[1]) * OPERATOR:g}"'
        family = escape(LATIN_SANS)
        shown = OPERATORS.sub(
            lambda m: f'<tspan {look_of} font-family="{family}">{m[0]}</tspan>', shown
        )
    return f'<text x="{at[0]:g}" y="{at[1]:g}" {look}>{shown}</text>'


def _rule(way: str, colour: str) -> str:
    return f'<path d="{way}" stroke="{colour}" fill="none"/>'
