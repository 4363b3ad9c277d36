"""content/*.md -> pages of prose: their head lines and their Markdown, one language a file."""

from __future__ import annotations

import re
from pathlib import Path

from policy_explorer.inputs import bounds, filing, links, slips, text
from policy_explorer.inputs.desk import Desk
from policy_explorer.model.place import Place
from policy_explorer.model.prose import Prose
from policy_explorer.problems import Problem, Refused, nearest, quoted, said
from policy_explorer.settings import Settings

NAME = re.compile(r"(?P<page>[a-z][a-z0-9-]*)\.(?P<lang>[a-z][a-z0-9-]*)\.md")
AKIN = re.compile(r"\.(md|markdown|mdown|txt)$", re.IGNORECASE)
"""How files end that were meant as pages, rightly or not."""
PAGES = ("about",)
META = re.compile(r"(?P<key>[A-Za-z]+)(?P<colon>[:：])\s*(?P<value>.*)")
KEYS = ("title", "summary")


def load(settings: Settings, codes: tuple[str, ...]) -> tuple[Prose, ...]:
    """Every page of the content folder; none where there is no folder.

    Problems (raised together): unlisted-file, missing-language, missing-key, and those of reading.
    """
    desk = Desk(codes, "")
    out: list[Prose] = []
    there: set[tuple[str, str]] = set()
    if text.is_there(settings.content) and not filing.is_own(settings.content):
        desk.fail(Place(settings.shown(settings.content), 1, 1), "not-a-file", filing.LINK)
        raise Refused(desk.problems)
    for path in _paths(settings):
        shown = settings.shown(path)
        found = NAME.fullmatch(path.name)
        if found and found["lang"] not in codes and settings.theme in path.parents:
            continue
        if not found or found["page"] not in PAGES or found["lang"] not in codes:
            hint = nearest(path.name, [f"{page}.{code}.md" for page in PAGES for code in codes])
            message = said("{} is no page of this site", quoted(path.name))
            desk.fail(Place(shown, 1, 1), "unlisted-file", message, hint)
            continue
        there.add((found["page"], found["lang"]))
        try:
            words = text.read(path, shown)
        except Refused as refused:
            desk.problems += refused.problems
            continue
        if bounds.check(desk, shown, words):
            out.append(_prose(desk, found["page"], found["lang"], words, shown))
    _complete(desk, settings, there)
    if desk.problems:
        raise Refused(desk.problems)
    return tuple(out)


def _paths(settings: Settings) -> list[Path]:
    """The plan's own pages; where it has none, those of the theme."""
    own, theme = settings.content, settings.theme / "content"
    folder = own if own.is_dir() else theme
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [p for p in found if not p.name.startswith((".", "#")) and AKIN.search(p.name)]


def _prose(desk: Desk, page: str, lang: str, words: str, shown: str) -> Prose:
    """Head lines (`Title: …`) until the first empty line, then Markdown."""
    lines = words.split("\n")
    head: dict[str, str] = {}
    at = 0
    for line in lines:
        found = META.fullmatch(line)
        if not found:
            break
        key = found["key"].lower()
        if found["colon"] != ":":
            slip = slips.of_sign("：", found.start("colon"))
            place = Place(shown, at + 1, slip.at + 1)
            desk.fail(place, slip.code, slip.message, slip.hint)
        if key not in KEYS:
            place = Place(shown, at + 1, 1)
            desk.fail(place, "unknown-key", said("no key {} here", quoted(key)), nearest(key, KEYS))
        head[key] = found["value"].strip()
        at += 1
    if not head.get("title"):
        desk.fail(Place(shown, 1, 1), "missing-key", "the page has no title", "Title: …")
    _linked(desk, shown, lines, at)
    body = "\n" * at + "\n".join(lines[at:])  # so that lines are counted as in the file
    return Prose(page, lang, head.get("title", ""), head.get("summary", ""), body, shown)


def _linked(desk: Desk, shown: str, lines: list[str], start: int) -> None:
    """A complaint of every link that would stay text, because its signs are full-width."""
    for n, line in enumerate(lines[start:], start + 1):
        for mended in links.in_markdown(line):
            place = Place(shown, n, mended.at + 1)
            message = said("a link with full-width signs, which stays text")
            desk.fail(place, "full-width", message, said("write {}", mended.words))


def _complete(desk: Desk, settings: Settings, there: set[tuple[str, str]]) -> None:
    """A complaint of each language in which a page is not there at all."""
    for page in sorted({page for page, _ in there}):
        for code in desk.codes:
            if settings.content.is_dir() and (page, code) not in there:
                path = settings.shown(settings.content / f"{page}.{code}.md")
                message = said("the page {} is not there in {}", quoted(page), quoted(code))
                problem = Problem(path, 1, 1, "missing-language", message)
                desk.problems.append(problem)
