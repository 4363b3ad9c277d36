"""A built site, read back before anybody sees it: what is wrong with it, all at once.

The data are right by then; what is found here is a mistake of the theme or of the program, which
must not be published either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.problems import Problem, said
from policy_explorer.writers.verify import formats, leaks, links, strict, twins
from policy_explorer.writers.verify.markup import Fault, Page, Terms, page

__all__ = ["Terms", "flaws"]


def flaws(
    files: Mapping[str, bytes], terms: Terms, *, is_full: bool = False
) -> tuple[Problem, ...]:
    """Every fault of a site's files, as a Problem at its place in the page; none in a good site.

    Links, anchors, ids, addresses of others, languages, leaks, and whether every file can be
    read as what it is; `is_full` adds whether pages are valid HTML in good order.
    """
    pages = {path: page(path, data) for path, data in files.items() if path.endswith(".html")}
    found = tuple(_found(files, pages, terms))
    hard = tuple(strict.flaws(pages)) if is_full else ()
    return tuple(sorted({_problem(files, fault) for fault in (*found, *hard)}))


def _found(files: Mapping[str, bytes], pages: Mapping[str, Page], terms: Terms) -> Iterator[Fault]:
    yield from links.flaws(files, pages, terms)
    yield from twins.flaws(pages, terms)
    yield from leaks.flaws(pages, terms)
    yield from formats.flaws(files)


def _problem(files: Mapping[str, bytes], fault: Fault) -> Problem:
    """Where it stands, counted as editors of text count."""
    before = files[fault.path].decode(errors="replace")[: fault.at]
    line, col = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    hint = said("this is a mistake of the theme or of the program, not of the data")
    return Problem(fault.path, line, col, "broken-site", fault.message, hint)
