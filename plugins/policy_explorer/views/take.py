"""The panel of a chart: files to download, frames to embed, citations, lines of code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.spec import WIDE
from policy_explorer.model.strings import Words
from policy_explorer.views.citing import Cites
from policy_explorer.views.exports import Export, cites
from policy_explorer.views.parts import Link

FORMATS: Mapping[str, str] = {
    "png": "PNG",
    "wechat.png": "PNG",
    "svg": "SVG",
    "csv": "CSV",
    "excel.csv": "CSV",
    "xlsx": "XLSX",
    "json": "JSON",
    "metadata.json": "JSON",
    "zip": "ZIP",
}
"""Suffix of a file -> its format, in the order of the panel; the strings say what each is for."""
KILO, MEGA = 1_000, 1_000_000
FRAME_PAD, FRAME_LINE, FRAME_SMALL = 175, 34, 22
"""Of an embed in px: what stands beside drawing and words, a line of its title, a small line."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How large a file is: bytes, and px where it is a picture; 0 where that is not known yet."""

    size: int = 0
    width: int = 0
    height: int = 0


Weights = Mapping[str, Weight]
"""Path from the site's root -> size, of the files that are there."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file: its format, what it is for, its size in words, and its name once saved."""

    format: str
    what: str
    href: str
    size: str
    name: str
    file: str = ""
    """What it is called where it lies, if that is to be shown."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words to be copied."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Take:
    """All ways to take a chart along."""

    downloads: tuple[Download, ...]
    embeds: tuple[Snippet, ...]
    cites: Cites
    code: tuple[Snippet, ...]
    live: Link
    """The embed itself, to be looked at."""
    notes: tuple[str, ...]
    """What is missing, and how to get it: pictures without a font, addresses without a site."""


def take(export: Export, weights: Weights) -> Take:
    """The panel of a chart's own page."""
    words = export.lens.words
    notes = []
    if export.path("png") not in weights:
        notes.append(words["take.no_font"])
    if not export.address:
        notes.append(words["take.no_address"])
    frame = export.lens.page(f"embed/{export.id}")
    return Take(
        downloads=tuple(downloads(export, weights)),
        embeds=embeds(export, has_picture=export.path("png") in weights),
        cites=cites(export),
        code=code(export, has_picture=export.path("png") in weights),
        live=Link(words["take.live"], frame),
        notes=tuple(notes),
    )


def downloads(export: Export, weights: Weights) -> Iterator[Download]:
    """The files that are there."""
    for key, name in FORMATS.items():
        path = export.path(key)
        if path in weights:
            what = export.lens.words[f"format.{key}.what"]
            size = weight(export, weights[path])
            yield Download(name, what, export.lens.to(path), size, export.name(key))


def weight(export: Export, found: Weight) -> str:
    """A size in words: px of a picture, kB of any file; '' while neither is known."""
    words = export.lens.words
    parts = []
    if found.width:
        parts.append(words.say("take.px", width=found.width, height=found.height))
    if found.size:
        parts.append(words.say("take.kb", n=max(1, round(found.size / 1000))))
    return words["sep.dot"].join(parts)


def large(words: Words, size: int) -> str:
    """A size in bytes, from a thousand of them in kB, then in MB; '' where it is not known yet."""
    if size >= MEGA:
        return words.say("take.mb", n=f"{size / MEGA:.1f}")
    if size >= KILO:
        return words.say("take.kb", n=round(size / KILO))
    return words.say("take.b", n=size) if size else ""


def height(export: Export) -> int:
    """The height in px that holds an embed 720 px wide with its table folded."""
    chart = export.hung.chart
    layout = chart.wide["layout"]
    drawn = layout["height"] if isinstance(layout, dict) else 0
    title = len(wrapped(chart.title, 24, WIDE.width))
    small = len(wrapped(chart.subtitle, 15, WIDE.width))
    return round(drawn + FRAME_PAD + title * FRAME_LINE + small * FRAME_SMALL)


def embeds(export: Export, *, has_picture: bool) -> tuple[Snippet, ...]:
    """A frame, the same with a script that fits its height, and a picture without a frame."""
    words, title = export.lens.words, escape(export.hung.chart.title)
    src = _address(export, export.lens.urls.page(f"embed/{export.id}", export.lens.lang))
    frame = (
        f'<iframe src="{src}" title="{title}" width="100%" height="{height(export)}" '
        'loading="lazy" frameborder="0"></iframe>'
    )
    script = f'<script src="{_address(export, "embed/resize.js")}" defer></script>'
    found = [
        Snippet(words["take.frame"], frame),
        Snippet(words["take.frame_fits"], f"{frame}\n{script}"),
    ]
    if has_picture:
        page, png = (_address(export, export.path(suffix)) for suffix in ("html", "png"))
        image = f'<img src="{png}" alt="{title}" width="720">'
        found.append(Snippet(words["take.image"], f'<a href="{page}">{image}</a>'))
    return tuple(found)


def _address(export: Export, path: str) -> str:
    return export.lens.urls.absolute(path) or path


def code(export: Export, *, has_picture: bool) -> tuple[Snippet, ...]:
    """The chart in the languages that reports are written in."""
    data, figure, svg = (_address(export, export.path(s)) for s in ("csv", "json", "svg"))
    png = _address(export, export.path("png" if has_picture else "svg"))
    page = _address(export, export.path("html"))
    found = (
        ("Python", PYTHON.format(figure=figure, data=data)),
        ("R", R.format(data=data)),
        ("Quarto", QUARTO.format(title=_bare(export, "[]"), svg=svg, id=export.id)),
        ("LaTeX", LATEX.format(title=_tex(export), file=export.name("png"), id=export.id)),
        ("Markdown", f"[![{_bare(export, '[]')}]({png})]({page})"),
    )
    is_there = (pair for pair in found if has_picture or pair[0] != "LaTeX")
    return tuple(Snippet(title, text) for title, text in is_there)


PYTHON = """\
from urllib.request import urlopen

import pandas as pd
import plotly.io as pio

figure = pio.from_json(urlopen("{figure}").read().decode())
figure.show()
data = pd.read_csv("{data}")"""
R = """\
data <- read.csv("{data}", check.names = FALSE, encoding = "UTF-8")"""
QUARTO = "![{title}]({svg}){{#fig-{id}}}"
LATEX = """\
\\begin{{figure}}
  \\includegraphics[width=\\linewidth]{{{file}}}
  \\caption{{{title}}}
  \\label{{fig:{id}}}
\\end{{figure}}"""


def _bare(export: Export, marks: str) -> str:
    """The title without marks that would end it."""
    return export.hung.chart.title.translate({ord(mark): None for mark in marks})


def _tex(export: Export) -> str:
    """The title with what TeX would take for commands made into words."""
    escapes = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    escapes |= {mark: f"\\{mark}" for mark in "{}&%$#_"}
    return "".join(escapes.get(c, c) for c in export.hung.chart.title)
