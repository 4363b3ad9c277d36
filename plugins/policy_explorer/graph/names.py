"""Which item somebody means who writes its name where its id should stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from policy_explorer.model.record import Record
from policy_explorer.problems import Problem, Said, quoted, said

CLOSE = 0.8
"""How alike a name has to be."""
NO_REFERENCE = "{} is no reference"
Names = Mapping[str, str]
"""Names as somebody may write them, in every language, each with the reference meant."""


def names(records: Iterable[Record]) -> dict[str, str]:
    """Every name and alias, as printed and as an id would be made of it.

    A name that two items have stands for neither.
    """
    found: dict[str, set[str]] = {}
    for record in records:
        for word in _called(record):
            for form in (word.casefold(), "-".join(word.casefold().split())):
                found.setdefault(form, set()).add(record.ref)
    return {form: refs.pop() for form, refs in found.items() if len(refs) == 1}


def _called(record: Record) -> Iterator[str]:
    if record.name is not None:
        yield from (words for _, words in record.name.by)
    yield from record.texts("aliases")


def meant(word: str, known: Names) -> str:
    """The hint for a word that is no reference but an item's name; '' where it is no one's."""
    name = (word.partition("/")[2] or word).casefold()
    close = [name] if name in known else get_close_matches(name, known, n=1, cutoff=CLOSE)
    return said("did you mean {}?", quoted(known[close[0]])) if close else ""


def suggested(problems: Iterable[Problem], records: Iterable[Record]) -> Iterator[Problem]:
    """The same problems; where a name stands for a reference, the hint says whose it is."""
    known = cache(lambda: names(records))
    for problem in problems:
        word = _misnamed(problem.message)
        hint = meant(word, known()) if word else ""
        yield replace(problem, hint=hint) if hint else problem


def _misnamed(message: str) -> str:
    """The word that is called no reference; '' where the message is another one."""
    if isinstance(message, Said) and message.template == NO_REFERENCE:
        return message.parts[0].strip('"')
    return ""
