"""Many mistakes with one cause, told as one where the cause stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from policy_explorer.model.place import Place
from policy_explorer.problems import Problem, Said, said

MANY = 20
"""Texts that have a language which the plan has not: so many are no slips; the list is wrong."""


def languages(problems: Iterable[Problem], at: Place) -> Iterator[Problem]:
    """The same problems; a language that many texts have is told of where languages are listed."""
    found = tuple(problems)
    counts = Counter(word for problem in found if (word := _language(problem)))
    yield from (problem for problem in found if counts[_language(problem)] < MANY)
    for word, count in counts.items():
        if count >= MANY:
            message = said("{} stands in {} texts, but is no language of this plan", word, count)
            hint = said("add it to languages, or correct a code there")
            yield Problem(at.path, at.line, at.col, "unknown-language", message, hint)


def _language(problem: Problem) -> str:
    """The language that is not known, in quotes; '' of any other problem."""
    is_one = problem.code == "unknown-language" and isinstance(problem.message, Said)
    return problem.message.parts[0] if is_one and isinstance(problem.message, Said) else ""
