"""Markdown -> safe HTML in pieces: raw HTML is text, links lead to items, charts are figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from policy_explorer.problems import Problem, Refused, nearest, quoted, said

CHART = re.compile(r"^!\[(?P<alt>[^\]]*)\]\(chart:(?P<id>[a-z0-9-]+)\)[ ]*$", re.MULTILINE)
SAFE = re.compile(r"(https?://|mailto:|#)")
KEPT = 64
"""Texts, or parts of them between charts, of which it is kept what they name."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of HTML, already safe, or the id of a chart that stands here."""

    html: str = ""
    chart: str = ""


Find = Callable[[str], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Targets:
    """Where links may lead: ref -> (address from this page, title)."""

    find: Find
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, each as written: where its links lead, what its images show."""

    links: tuple[str, ...]
    images: tuple[str, ...]


def pieces(text: str, targets: Targets, *, charts: tuple[str, ...], shown: str) -> Iterator[Piece]:
    """The page in order. Problems (raised): dangling links and charts, unsafe addresses."""
    check(text, targets, charts=charts, shown=shown)
    first, *rest = _between(text)
    yield Piece(html=_html(first, targets.find))
    for found, part in zip(CHART.finditer(text), rest, strict=True):
        yield Piece(chart=found["id"])
        yield Piece(html=_html(part, targets.find))


def check(text: str, targets: Targets, *, charts: tuple[str, ...], shown: str) -> None:
    """Follow what a page names. Problems (raised): as of `pieces`."""
    problems = [*_uncharted(text, charts, shown), *_unled(text, targets, shown)]
    if problems:
        raise Refused(problems)


def _uncharted(text: str, charts: tuple[str, ...], shown: str) -> Iterator[Problem]:
    for found in CHART.finditer(text):
        if found["id"] not in charts:
            message = said("there is no chart {}", quoted(found["id"]))
            yield _at(shown, text[: found.start()], message, nearest(found["id"], charts))


def _unled(text: str, targets: Targets, shown: str) -> Iterator[Problem]:
    parts = (_named(part) for part in _between(text))
    for to in chain.from_iterable(_unknown(part, targets.find) for part in parts):
        message = said(
            "a link to {}, which is neither an item nor https:, http:, mailto:", quoted(to)
        )
        hint = nearest(to, targets.refs)
        yield _at(shown, text[: max(0, text.find(to))], message, hint)


def _between(text: str) -> Iterator[str]:
    """The parts of a text between its charts."""
    at = 0
    for found in CHART.finditer(text):
        yield text[at : found.start()]
        at = found.end()
    yield text[at:]


def _unknown(named: Named, find: Find) -> Iterator[str]:
    yield from (to for to in named.links if find(to) is None and not SAFE.match(to))
    yield from named.images


def _at(shown: str, before: str, message: str, hint: str) -> Problem:
    """A dangling link, at the end of the text before it."""
    col = len(before) - (before.rfind("\n") + 1) + 1
    return Problem(shown, before.count("\n") + 1, col, "dangling", message, hint)


@lru_cache(maxsize=KEPT)
def _named(text: str) -> Named:
    """What Markdown finds in a text; that depends on its words alone, not on what there is."""
    links: list[str] = []
    images: list[str] = []

    def note(to: str) -> None:
        links.append(to)

    _html(text, note, images)
    return Named(tuple(links), tuple(images))


def _html(text: str, find: Find, images: list[str] | None = None) -> str:
    if not text.strip():
        return ""
    safe = _Safe(find, [] if images is None else images)
    return markdown.markdown(text, extensions=["tables", safe], output_format="html")


class _Safe(Extension):
    """Raw HTML is shown as text; links are filled in, images noted."""

    def __init__(self, find: Find, images: list[str]) -> None:
        super().__init__()
        self.find = find
        self.images = images

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 -- the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self), "policy-links", 5)


class _Links(Treeprocessor):
    def __init__(self, md: markdown.Markdown, ours: _Safe) -> None:
        super().__init__(md)
        self.ours = ours

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            self._follow(link)
        self.ours.images.extend(image.get("src", "") for image in root.iter("img"))

    def _follow(self, link: Element) -> None:
        found = self.ours.find(link.get("href", ""))
        if found is not None:
            href, title = found
            link.set("href", href)
            if not (link.text or len(link)):
                link.text = title
