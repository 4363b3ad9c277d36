"""The languages of a site: the same pages in each, and each page names its twins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.links import own
from policy_explorer.writers.verify.markup import Fault, Page, Tag, Terms

BY_LETTER = frozenset({"search.html"})
"""Pages in the order of an alphabet, which is another in each language."""


def flaws(pages: Mapping[str, Page], terms: Terms) -> Iterator[Fault]:
    """Pages without a twin, twins of another build, twins that do not name each other."""
    for page in pages.values():
        name = _name(page.path, terms)
        for folder in terms.folders:
            twin = pages.get(f"{folder}{name}")
            if twin is None:
                missing = said(
                    "there is no {}, its page in another language", quoted(folder + name)
                )
                yield Fault(page.path, 0, missing)
            elif twin is not page and name not in BY_LETTER:
                yield from _unlike(page, twin)
        yield from _named(page, pages, terms)


def _unlike(page: Page, twin: Page) -> Iterator[Fault]:
    """What one can be led to on this page, and not on the same in another language."""
    for name in sorted(set(page.ids) - set(twin.ids))[:1]:
        yield Fault(page.path, 0, said("{} has no id {}, as this has", twin.path, quoted(name)))


def _name(path: str, terms: Terms) -> str:
    """A page's path without its language."""
    for folder in terms.folders[1:]:
        if path.startswith(folder):
            return path.removeprefix(folder)
    return path


def _named(page: Page, pages: Mapping[str, Page], terms: Terms) -> Iterator[Fault]:
    """What a page says of its own address and of its twins, held against what those say."""
    for tag in page.tags:
        if tag.name == "link" and tag.attrs.get("rel") == "canonical":
            whole = own(tag.attrs["href"], page.path, terms)
            if whole != page.path and not _is_unlisted(page):
                message = said("its canonical address is that of {}", quoted(whole or ""))
                yield Fault(page.path, tag.at, message)
    mine = dict(_alternates(page, terms))
    if mine and page.path not in mine.values():
        yield Fault(page.path, 0, said("it is not among its own versions in other languages"))
    for lang, path in mine.items():
        twin = pages.get(path)
        if twin is not None and dict(_alternates(twin, terms)) != mine:
            message = said("{} ({}) does not name the same versions", quoted(path), lang)
            yield Fault(page.path, 0, message)


def _alternates(page: Page, terms: Terms) -> Iterator[tuple[str, str]]:
    for tag in _heads(page):
        if tag.attrs.get("rel") == "alternate" and "hreflang" in tag.attrs:
            yield tag.attrs["hreflang"], own(tag.attrs["href"], page.path, terms) or ""


def _heads(page: Page) -> Iterator[Tag]:
    return (tag for tag in page.tags if tag.name == "link")


def _is_unlisted(page: Page) -> bool:
    """Whether a page asks not to be found by search: it may name another in its place."""
    return any(
        tag.name == "meta"
        and tag.attrs.get("name") == "robots"
        and "noindex" in tag.attrs["content"]
        for tag in page.tags
    )
