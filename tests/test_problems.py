"""Problems as text, as JSON, and as notes on a pull request."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.problems import (
    SHOWN,
    Problem,
    Refused,
    as_github,
    as_json,
    as_text,
    errors,
    nearest,
    quoted,
)

LAST = Problem("data/b.yaml", 1, 1, "tab", "a tab", "use spaces")
FIRST = Problem("data/a.yaml", 10, 2, "empty", "it is empty")
WARNING = Problem("data/a.yaml", 2, 3, "unchecked", "never checked", severity="warning")
ROWS = (LAST, WARNING, FIRST, LAST)


def test_text() -> None:
    """One line a problem, each once, errors first, by file, line and column as numbers."""
    assert as_text(ROWS).splitlines() == [
        "data/a.yaml:10:2: error empty: it is empty",
        "data/b.yaml:1:1: error tab: a tab; use spaces",
        "data/a.yaml:2:3: warning unchecked: never checked",
    ]


def test_json() -> None:
    """A machine gets the same problems under fixed keys, and their number."""
    found = json.loads(as_json(ROWS))
    assert found["count"] == len(found["problems"]) == 3
    assert found["problems"][-1] == {
        "path": "data/b.yaml",
        "line": 1,
        "col": 1,
        "code": "tab",
        "severity": "error",
        "message": "a tab",
        "hint": "use spaces",
    }
    assert json.loads(as_json(())) == {"problems": [], "count": 0}


@given(st.text(), st.text())
def test_github(path: str, message: str) -> None:
    """A note on a pull request is one line, whatever stands in its path and its message."""
    said = as_github([Problem(path, 1, 2, "tab", message)])
    assert not {"\n", "\r"} & set(said)
    assert said.startswith("::error file=")
    assert said.removeprefix("::error file=").split("::")[0].count(",") == 2


def test_many_are_counted() -> None:
    """Beyond the limit problems are counted, none of them lost."""
    rows = [Problem("x", n, 1, "tab", "a tab") for n in range(SHOWN + 7)]
    assert as_text(rows).splitlines()[SHOWN:] == ["… and 7 more"]


def test_only_errors_stop_a_build() -> None:
    """A warning is no error."""
    assert errors(ROWS) == (LAST, FIRST, LAST)
    assert str(Refused(ROWS)).count("\n") == 2


@pytest.mark.parametrize(
    ("word", "legal", "hint"),
    [
        ("shrot", ["short", "name"], 'did you mean "short"?'),
        ("zzz", ["b", "a"], "it can be a, b"),
        ("zzz", list("abcdefghij"), ""),
        ("zzz", [], ""),
    ],
)
def test_the_nearest_word(word: str, legal: list[str], hint: str) -> None:
    """A near word is offered; else the list where it is short; else nothing."""
    assert nearest(word, legal) == hint


@given(st.text())
def test_quotes_are_short_and_flat(word: str) -> None:
    """What an editor typed is quoted on one line, and not at length."""
    said = quoted(word)
    assert len(said) <= 63
    assert len(said.splitlines()) <= 1
