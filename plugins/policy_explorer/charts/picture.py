"""A chart as a picture that stands alone: finding, drawing, and where it comes from, inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from policy_explorer.charts.fonts import BOLD, FIGURES, LATIN_SANS, LATIN_SERIF, SANS, is_han
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.painter import Painted, paint_marks
from policy_explorer.charts.palette import Colours, Palette
from policy_explorer.charts.spec import Chart

CLASS = re.compile(r' class="[^"]*"')
TEXT = re.compile(r"<text([^>]*)>(.*?)</text>")
NARROW = re.compile("[‘’“”–—…]+")
"""Marks that a Han font draws as wide as a letter."""
LEADING, GAP, AFTER = 1.35, 12.0, 16.0
"""Of a line in its size; between parts, and after the drawing, in px."""
Square = Sequence[Sequence[int]]
"""A code of black and white cells, row by row; 1 is black."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a picture is made for: which drawing, how much paper around it, how large its type."""

    is_wide: bool
    pad: int
    title: float
    subtitle: float
    foot: float


PRINT = Form(is_wide=True, pad=24, title=24, subtitle=15, foot=12)
"""For a column of a report."""
PHONE = Form(is_wide=False, pad=20, title=21, subtitle=14, foot=12)
"""For a phone's screen: the narrow drawing, to be enlarged."""
CODE = 84.0
"""Side of the code in px, its white edge included."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands under a picture: source, version, licence, address; `code` leads to the page."""

    foot: tuple[str, ...]
    code: Square = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG that needs nothing else, and its size in px."""

    svg: str
    width: int
    height: int


@dataclass(slots=True)
class _Sheet:
    """The paper while it fills up from the top."""

    form: Form
    width: int
    colours: Colours
    top: float
    marks: list[str]

    def lines(self, texts: Sequence[str], size: float, colour: str, more: str = "") -> None:
        """Lines of words, one under the other."""
        for text in texts:
            self.top += size * LEADING
            at = f'x="{self.form.pad}" y="{self.top - size * 0.3:.1f}" font-size="{size:g}"'
            self.marks.append(f'<text {at} fill="{colour}"{more}>{escape(text)}</text>')


def picture(chart: Chart, plate: Plate, form: Form, palette: Palette) -> Picture:
    """The chart alone on its paper, in the colours of light.

    Raises:
        FigureError: the figure uses what the painter does not draw.
    """
    name = f"{chart.id}-{'print' if form.is_wide else 'phone'}"
    drawn = paint_marks(chart.wide if form.is_wide else chart.narrow, name, palette.theme())
    width = round(drawn.width) + 2 * form.pad
    sheet = _Sheet(form, width, palette.light, form.pad, [])
    _head(sheet, chart)
    _place(sheet, drawn)
    _foot(sheet, plate)
    if not is_han(chart.lang):
        sheet.marks = [TEXT.sub(_narrow, mark) for mark in sheet.marks]
    height = round(sheet.top + form.pad)
    return Picture(_whole(chart, name, sheet, height), width, height)


def _narrow(found: re.Match[str]) -> str:
    """A text of a Latin script, its quotes and dashes in a face that sets them narrow."""
    look, words = found.groups()
    family = escape(LATIN_SERIF if "Georgia" in look else LATIN_SANS)
    marked = NARROW.sub(lambda m: f'<tspan font-family="{family}">{m[0]}</tspan>', words)
    return f"<text{look}>{marked}</text>"


def _head(sheet: _Sheet, chart: Chart) -> None:
    form, room = sheet.form, sheet.width - 2 * sheet.form.pad
    bold = f' font-weight="600" font-family="{escape(FIGURES)}"'
    title = wrapped(chart.title, form.title * BOLD, room)
    sheet.lines(title, form.title, sheet.colours.ink, bold)
    sheet.top += 4
    below = wrapped(chart.subtitle, form.subtitle, room)
    sheet.lines(below, form.subtitle, sheet.colours.muted)


def _place(sheet: _Sheet, drawn: Painted) -> None:
    sheet.top += GAP
    at = f"translate({sheet.form.pad} {sheet.top:.1f})"
    sheet.marks.append(f'<g transform="{at}">{CLASS.sub("", drawn.marks)}</g>')
    sheet.top += drawn.height + AFTER


def _foot(sheet: _Sheet, plate: Plate) -> None:
    """A rule, the words under it, and beside them the code, where there is one."""
    form, right = sheet.form, sheet.width - sheet.form.pad
    rule = f"M{form.pad} {sheet.top:.1f}H{right}"
    sheet.marks.append(f'<path d="{rule}" stroke="{sheet.colours.ink}" fill="none"/>')
    start = sheet.top
    sheet.top += 4
    room = right - form.pad - (CODE + GAP if plate.code else 0)
    for text in plate.foot:
        sheet.lines(wrapped(text, form.foot, room), form.foot, sheet.colours.muted)
    if plate.code:
        sheet.marks += _code(plate.code, right - CODE, start + GAP, sheet.colours.ink)
        sheet.top = max(sheet.top, start + GAP + CODE)


def _code(code: Square, left: float, top: float, ink: str) -> Iterator[str]:
    """The code, dark on white in any theme, since readers of codes expect that."""
    cell = CODE / len(code)
    runs = "".join(
        f"M{left + x * cell:.2f} {top + y * cell:.2f}h{cell:.2f}v{cell:.2f}h-{cell:.2f}z"
        for y, row in enumerate(code)
        for x, dark in enumerate(row)
        if dark
    )
    box = f'x="{left:.2f}" y="{top:.2f}" width="{CODE:g}" height="{CODE:g}"'
    yield f'<rect {box} fill="#ffffff"/>'
    yield f'<path d="{runs}" fill="{ink}" shape-rendering="crispEdges"/>'


def _whole(chart: Chart, name: str, sheet: _Sheet, height: int) -> str:
    width, t, d = sheet.width, f"{name}-t", f"{name}-d"
    paper = f'<rect width="{width}" height="{height}" fill="{sheet.colours.surface}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" aria-labelledby="{t} {d}"'
        f' lang="{escape(chart.lang)}">'
        f'<title id="{t}">{escape(chart.title)}</title>'
        f'<desc id="{d}">{escape(chart.description)}</desc>'
        f'{paper}<g font-family="{escape(SANS)}">{"".join(sheet.marks)}</g></svg>\n'
    )
