"""What is wrong with the data, as values: place, code, words, hint."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal, Self

from policy_explorer import caret

Severity = Literal["error", "warning"]
SHOWN = 50
"""Problems printed in one run; the rest are counted."""
MOST = 10_000
"""Problems of one sort that are kept of one file, or found by one check: nobody counts so far."""
CALLED = 0.75
"""The same for the name of a word and what stands in its place."""
FOLLOWING = frozenset({"dangling", "no-picture", "not-derivable", "wrong-count"})
"""Codes of what may be wrong only because something else is."""
ALIKE = 0.6
"""How alike two words have to be for one to be taken for the other, from 0 to 1."""


class Said(str):
    """An English sentence that still knows what it was made of, so that others can be made of it.

    It is its English words and equals them; its template and its parts are what a catalogue of
    another language starts from.
    """

    __slots__ = ("parts", "template")
    template: str
    parts: tuple[str, ...]

    def __new__(cls, template: str, *parts: object) -> Self:
        """The template with its parts filled in; without parts, braces in it are just braces."""
        words = tuple(part if isinstance(part, str) else str(part) for part in parts)
        made = super().__new__(cls, template.format(*words) if words else template)
        made.template, made.parts = template, words
        return made


def said(template: str, *parts: object) -> str:
    """A sentence of the program: `said("{} is no id", quoted(word))`."""
    return Said(template, *parts)


class Glossed(Said):
    """A word that is the same in every language, and what it is called in some of them."""

    __slots__ = ("glosses",)
    glosses: Mapping[str, str]

    @classmethod
    def of(cls, word: str, glosses: Mapping[str, str]) -> Self:
        """The word with its names by language."""
        made = cls("{}", word)
        made.glosses = glosses
        return made

    def within(self, code: str) -> str:
        """The word as it is said in a language: `strive（力争）`."""
        gloss = self.glosses.get(code, "")
        return f"{self}（{gloss}）" if gloss else str(self)


@dataclass(frozen=True, slots=True)
class Labels:
    """What words that may stand somewhere are called."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each word, in whatever language."""
    glosses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of each word one that is short, by language."""

    def meant(self, name: str) -> str:
        """The word that alone is called so, or, if there is none, alone something like it."""
        forms: dict[str, set[str]] = {}
        for word, names in self.names.items():
            for one in names:
                forms.setdefault(one.casefold(), set()).add(word)
        own = {form: found for form, found in forms.items() if len(found) == 1}
        like = close(name.casefold(), own, CALLED)
        return next(iter(own[like])) if like else ""


UNCALLED = Labels()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the program says, in one language: English template -> that language's, `{0}`, `{1}`."""

    rows: Mapping[str, str] = field(default_factory=dict)
    code: str = "en"

    def told(self, words: str) -> str:
        """A sentence in this language; in English where the catalogue does not have it."""
        if isinstance(words, Glossed):
            return words.within(self.code)
        if not isinstance(words, Said):
            return self.rows.get(words, words)
        template = self.rows.get(words.template, words.template)
        if not words.parts:
            return template
        parts = (self.told(part) if isinstance(part, Said) else part for part in words.parts)
        return template.format(*parts)


ENGLISH = Catalogue()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. Lines and columns count from 1; columns count characters."""

    path: str
    line: int
    col: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """`path:line:col: error code: message; hint`, one line."""
        return self.one_line()

    def words(self, words: Catalogue = ENGLISH) -> str:
        """Message and hint, in a language."""
        message, hint = words.told(self.message), words.told(self.hint)
        return words.told(said("{}; {}", message, hint)) if hint else message

    def one_line(self, words: Catalogue = ENGLISH, *, is_coloured: bool = False) -> str:
        """The same in another language, for a terminal in colour."""
        place = f"{self.path}:{self.line}:{self.col}"
        severity: str = self.severity
        if is_coloured:
            place = caret.bold(place)
            severity = (caret.red if self.severity == "error" else caret.yellow)(severity)
        return f"{place}: {severity} {self.code}: {self.words(words)}"


class Refused(Exception):  # noqa: N818 -- named for what happened to the data
    """The data were not accepted; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by place."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problem(s)")

    def __reduce__(self) -> tuple[type[Refused], tuple[tuple[Problem, ...]]]:
        """What another process needs to tell the same."""
        return type(self), (self.problems,)

    def __str__(self) -> str:
        """All problems, one a line."""
        return "\n".join(map(str, self.problems))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop a build."""
    return tuple(p for p in problems if p.severity == "error")


def quoted(word: str, limit: int = 60) -> str:
    """The editor's own word in quotes, cut at `limit` characters."""
    flat = caret.visible(" ".join(word.split()))
    return f'"{flat[:limit]}…"' if len(flat) > limit else f'"{flat}"'


def any_of(words: Iterable[str]) -> str:
    """`a or b or c`; '' of none."""
    found = tuple(words)
    return reduce(lambda left, right: said("{} or {}", left, right), found) if found else ""


def close(word: str, legal: Iterable[str], alike: float = ALIKE) -> str:
    """The one of `legal` that is most like a word, if one is like it; else ''."""
    found = difflib.get_close_matches(word, sorted(set(legal)), n=1, cutoff=alike)
    return found[0] if found else ""


def likely(word: str, legal: Iterable[str], labels: Labels = UNCALLED) -> str:
    """The one of `legal` that is meant by a word: one like it, or one that is called so; or ''."""
    return close(word, legal) or labels.meant(word)


def nearest(
    word: str,
    legal: Iterable[str],
    *,
    offer: int = 8,
    alike: float = ALIKE,
    labels: Labels = UNCALLED,
) -> str:
    """The hint for a word that is not one of `legal`: the nearest, else the list, else ''."""
    choices = sorted(set(legal))
    if meant := close(word, choices, alike) or labels.meant(word):
        return said("did you mean {}?", quoted(meant))
    if choices and len(choices) <= offer:
        glosses = labels.glosses
        return said("it can be {}", listed(Glossed.of(c, glosses.get(c, {})) for c in choices))
    return ""


def listed(words: Iterable[str]) -> str:
    """`a, b, c`."""
    return reduce(lambda left, right: said("{}, {}", left, right), words)


def worded(problem: Problem, words: Catalogue) -> Problem:
    """The problem in another language; code and place stay."""
    return replace(problem, message=words.told(problem.message), hint=words.told(problem.hint))


def _no_line(_problem: Problem) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How problems are told to somebody who reads them."""

    words: Catalogue = ENGLISH
    line_of: Callable[[Problem], str] = _no_line
    """The line of the source in which a problem stands, or ''."""
    is_coloured: bool = False


PLAIN = Manner()


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """As they are read: errors first, of them what may be the cause of others; else by place."""
    rows = set(problems)
    return sorted(rows, key=lambda p: (p.severity != "error", p.code in FOLLOWING, p))


def as_text(problems: Iterable[Problem], manner: Manner = PLAIN) -> str:
    """One line a problem, in order, at most `SHOWN`, then how many more there are.

    Where the line of the source is known it stands below, with a caret under the place.
    """
    rows = in_order(problems)
    lines = [line for p in rows[:SHOWN] for line in _told(p, manner)]
    if len(rows) > SHOWN:
        lines.append(manner.words.told(said("… and {} more", len(rows) - SHOWN)))
    return "\n".join(lines)


def _told(problem: Problem, manner: Manner) -> tuple[str, ...]:
    """A problem on its line, and what its place looks like."""
    is_coloured = manner.is_coloured
    head = problem.one_line(manner.words, is_coloured=is_coloured)
    source = manner.line_of(problem)
    if not source:
        return (head,)
    return (head, *caret.excerpt(source, problem.line, problem.col, is_coloured=is_coloured))


def as_json(problems: Iterable[Problem], words: Catalogue = ENGLISH) -> str:
    """`{problems: [{path, line, col, code, severity, message, hint}], count}`."""
    keys = ("path", "line", "col", "code", "severity", "message", "hint")
    told = [worded(p, words) for p in sorted(set(problems))]
    rows = [{key: getattr(p, key) for key in keys} for p in told]
    return json.dumps({"problems": rows, "count": len(rows)}, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], words: Catalogue = ENGLISH) -> str:
    """Workflow commands that mark the lines in a pull request."""
    return "\n".join(_github(p, words) for p in sorted(set(problems)))


def _github(p: Problem, words: Catalogue) -> str:
    path = _escaped(p.path).replace(":", "%3A").replace(",", "%2C")
    said_of_it = _escaped(f"{p.code}: {p.words(words)}")
    return f"::{p.severity} file={path},line={p.line},col={p.col}::{said_of_it}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
