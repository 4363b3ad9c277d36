"""Markdown -> safe HTML in pieces: raw HTML is text, links lead to items, charts are figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from policy_explorer.problems import Problem, Refused, nearest, quoted, said

CHART = re.compile(r"^!\[(?P<alt>[^\]]*)\]\(chart:(?P<id>[a-z0-9-]+)\)[ ]*$", re.MULTILINE)
SAFE = re.compile(r"(https?://|mailto:|#)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of HTML, already safe, or the id of a chart that stands here."""

    html: str = ""
    chart: str = ""


@dataclass(slots=True)
class Targets:
    """Where links may lead: ref -> (address from this page, title)."""

    find: Callable[[str], tuple[str, str] | None]
    refs: tuple[str, ...]
    unknown: list[str] = field(default_factory=list)


def pieces(text: str, targets: Targets, *, charts: tuple[str, ...], shown: str) -> Iterator[Piece]:
    """The page in order. Problems (raised): dangling links and charts, unsafe addresses."""
    problems: list[Problem] = []
    at = 0
    for found in CHART.finditer(text):
        yield Piece(html=_html(text[at : found.start()], targets))
        if found["id"] not in charts:
            message = said("there is no chart {}", quoted(found["id"]))
            hint = nearest(found["id"], charts)
            problems.append(_at(shown, text[: found.start()], message, hint))
        yield Piece(chart=found["id"])
        at = found.end()
    yield Piece(html=_html(text[at:], targets))
    for to in targets.unknown:
        message = said(
            "a link to {}, which is neither an item nor https:, http:, mailto:", quoted(to)
        )
        hint = nearest(to, targets.refs)
        problems.append(_at(shown, text[: max(0, text.find(to))], message, hint))
    if problems:
        raise Refused(problems)


def _at(shown: str, before: str, message: str, hint: str) -> Problem:
    """A dangling link, at the end of the text before it."""
    col = len(before) - (before.rfind("\n") + 1) + 1
    return Problem(shown, before.count("\n") + 1, col, "dangling", message, hint)


def _html(text: str, targets: Targets) -> str:
    if not text.strip():
        return ""
    extensions: list[Extension | str] = ["tables", _Safe(targets)]
    return markdown.markdown(text, extensions=extensions, output_format="html")


class _Safe(Extension):
    """Raw HTML is shown as text; links are checked and filled in."""

    def __init__(self, targets: Targets) -> None:
        super().__init__()
        self.targets = targets

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 -- the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Links(md, self.targets), "policy-links", 5)


class _Links(Treeprocessor):
    def __init__(self, md: markdown.Markdown, targets: Targets) -> None:
        super().__init__(md)
        self.targets = targets

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            self._follow(link)
        for image in root.iter("img"):
            self.targets.unknown.append(image.get("src", ""))

    def _follow(self, link: Element) -> None:
        to = link.get("href", "")
        found = self.targets.find(to)
        if found is not None:
            href, title = found
            link.set("href", href)
            if not (link.text or len(link)):
                link.text = title
        elif not SAFE.match(to):
            self.targets.unknown.append(to)
