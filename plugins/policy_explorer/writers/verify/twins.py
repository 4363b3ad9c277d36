"""The languages of a site: the same pages in each, and each page names its twins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.links import own
from policy_explorer.writers.verify.markup import Fault, Page, Terms

BY_LETTER = re.compile(r"search(/\d+)?\.html")
"""Pages in the order of an alphabet, which is another in each language."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself and of its versions."""

    canonical: tuple[int, str] | None
    """Where it is said, and the file that is named."""
    versions: Mapping[str, str]
    """Language -> file."""
    is_unlisted: bool
    """Whether it asks not to be found by search: then it may name another page in its place."""


def head(page: Page, terms: Terms) -> Head:
    """The head of a page."""
    canonical, versions, is_unlisted = None, {}, False
    for tag in page.tags("</head>"):
        rel, href = tag.attrs.get("rel"), tag.attrs.get("href", "")
        if rel == "canonical":
            canonical = (tag.at, own(href, page.path, terms) or "")
        elif rel == "alternate" and "hreflang" in tag.attrs:
            versions[tag.attrs["hreflang"]] = own(href, page.path, terms) or ""
        elif tag.attrs.get("name") == "robots":
            is_unlisted = "noindex" in tag.attrs.get("content", "")
        elif tag.attrs.get("http-equiv") == "refresh":
            is_unlisted = True
    return Head(canonical, versions, is_unlisted)


def flaws(
    heads: Mapping[str, Head], ids: Mapping[str, tuple[str, ...]], terms: Terms
) -> Iterator[Fault]:
    """Pages without a twin, twins of another build, twins that do not name each other."""
    for path, own_head in heads.items():
        name = _name(path, terms)
        for twin in (f"{folder}{name}" for folder in terms.folders):
            if twin not in heads:
                yield Fault(path, 0, said("there is no {}, its page in another language", twin))
            elif twin != path and not BY_LETTER.fullmatch(name) and ids[path] != ids[twin]:
                yield from _unlike(path, twin, ids)
        yield from _named(path, own_head, heads)


def _unlike(path: str, twin: str, ids: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """What one can be led to on this page, and not on the same in another language."""
    for name in sorted(set(ids[path]) - set(ids[twin]))[:1]:
        yield Fault(path, 0, said("{} has no id {}, as this has", twin, quoted(name)))


def _name(path: str, terms: Terms) -> str:
    """A page's path without its language."""
    for folder in terms.folders[1:]:
        if path.startswith(folder):
            return path.removeprefix(folder)
    return path


def _named(path: str, mine: Head, heads: Mapping[str, Head]) -> Iterator[Fault]:
    """What a page says of its own address and of its twins, held against what those say."""
    if mine.canonical is not None and mine.canonical[1] != path and not mine.is_unlisted:
        message = said("its canonical address is that of {}", quoted(mine.canonical[1]))
        yield Fault(path, mine.canonical[0], message)
    if mine.versions and path not in mine.versions.values() and not mine.is_unlisted:
        yield Fault(path, 0, said("it is not among its own versions in other languages"))
    for lang, there in mine.versions.items():
        twin = heads.get(there)
        if twin is not None and twin.versions != mine.versions and not mine.is_unlisted:
            message = said("{} ({}) does not name the same versions", quoted(there), lang)
            yield Fault(path, 0, message)
