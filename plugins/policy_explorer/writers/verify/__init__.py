"""A built site, read back before anybody sees it: what is wrong with it, all at once.

The data are right by then; what is found here is a mistake of the theme or of the program, which
must not be published either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.problems import Problem, said
from policy_explorer.writers.verify import formats, leaks, links, strict, twins
from policy_explorer.writers.verify.markup import Fault, Terms, ids, page

__all__ = ["Terms", "flaws"]


def flaws(
    files: Mapping[str, bytes], terms: Terms, *, is_full: bool = False
) -> tuple[Problem, ...]:
    """Every fault of a site's files, as a Problem at its place in the page; none in a good site.

    Links, anchors, ids, addresses of others, languages, leaks, and whether every file can be
    read as what it is; `is_full` adds whether pages are valid HTML in good order.
    """
    found = (*_of_pages(files, terms, is_full=is_full), *formats.flaws(files))
    return tuple(sorted({_problem(files, fault) for fault in found}))


def _of_pages(files: Mapping[str, bytes], terms: Terms, *, is_full: bool) -> Iterator[Fault]:
    """Page after page; of each only its ids and its versions are remembered."""
    paths = [path for path in files if path.endswith(".html")]
    given = {path: ids(files[path]) for path in paths}
    site = links.Site(files, given, terms, {path: frozenset(of) for path, of in given.items()})
    heads: dict[str, twins.Head] = {}
    for path in paths:
        read = page(path, files[path])
        heads[path] = twins.head(read, terms)
        yield from links.flaws(read, site)
        yield from leaks.flaws(read, terms)
        if is_full:
            yield from strict.flaws(path, files[path].decode())
    yield from links.others(site)
    yield from twins.flaws(heads, site.ids, terms)


def _problem(files: Mapping[str, bytes], fault: Fault) -> Problem:
    """Where it stands, counted as editors of text count."""
    before = files[fault.path].decode(errors="replace")[: fault.at]
    line, col = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    hint = said("this is a mistake of the theme or of the program, not of the data")
    return Problem(fault.path, line, col, "broken-site", fault.message, hint)
