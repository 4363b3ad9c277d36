"""A built site, read back before anybody sees it: what is wrong with it, all at once.

The data are right by then; what is found here is a mistake of the theme or of the program, which
must not be published either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from policy_explorer.problems import Problem, said
from policy_explorer.writers.hands import spread
from policy_explorer.writers.verify import finding, formats, leaks, links, strict, twins
from policy_explorer.writers.verify.markup import Fault, Terms, ids, page

__all__ = ["Terms", "flaws"]
MANY = 3
"""On so many other pages the same is told once."""


def flaws(
    files: Mapping[str, bytes], terms: Terms, *, is_full: bool = False
) -> tuple[Problem, ...]:
    """Every fault of a site's files, as a Problem at its place in the page; none in a good site.

    Links, anchors, ids, addresses of others, what can be found, languages, leaks, and whether
    every file can be read as what it is; `is_full` adds whether pages are valid HTML in good order.
    Each file is asked for when it is looked at, and not kept.
    """
    paths = [path for path in files if path.endswith(".html")]
    given = dict(zip(paths, spread(lambda path: ids(files[path]), paths), strict=True))
    site = links.Site(files, given, terms, {path: frozenset(of) for path, of in given.items()})

    def read(path: str) -> Read:
        return _read(path, site, is_full=is_full)

    found = spread(read, list(files))
    heads = {path: one.head for path, one in zip(files, found, strict=True) if one.head}
    whole = (*finding.flaws(site), *twins.flaws(heads, given, terms))
    faults = (*(fault for one in found for fault in one.faults), *whole)
    return tuple(sorted({_problem(files, fault) for fault in _once(faults)}))


@dataclass(frozen=True, slots=True)
class Read:
    """What is remembered of a file that was looked at: what is wrong, and of a page its head."""

    faults: tuple[Fault, ...]
    head: twins.Head | None = None


def _read(path: str, site: links.Site, *, is_full: bool) -> Read:
    """One file held against the site."""
    data = site.files[path]
    others = (*formats.flaws(path, data, site.files), *links.others(path, data, site))
    if path not in site.ids:
        return Read(others)
    opened = page(path, data)
    valid = strict.flaws(path, data.decode()) if is_full else ()
    faults = (*links.flaws(opened, site), *leaks.flaws(opened, site.terms), *valid, *others)
    return Read(faults, twins.head(opened, site.terms))


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """What is wrong on many pages is one mistake of a template: told once, with how many pages."""
    same: dict[str, list[Fault]] = {}
    for fault in sorted(faults, key=lambda one: (one.path, one.at)):
        same.setdefault(fault.message, []).append(fault)
    for message, found in same.items():
        others = len({fault.path for fault in found}) - 1
        if others < MANY:
            yield from found
        else:
            yield replace(found[0], message=said("{}; so on {} more pages", message, others))


def _problem(files: Mapping[str, bytes], fault: Fault) -> Problem:
    """Where it stands, counted as editors of text count."""
    before = files[fault.path].decode(errors="replace")[: fault.at]
    line, col = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    hint = said("this is a mistake of the theme or of the program, not of the data")
    return Problem(fault.path, line, col, "broken-site", fault.message, hint)
