"""YAML as a tree with marks, never typed by YAML itself."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.inputs import events
from policy_explorer.inputs.events import tree
from policy_explorer.inputs.nodes import Mapping, Scalar, Sequence

WORD = st.sampled_from(
    ["a", "no", "010", "：", ":", "-", "[", "]", "{", "}", "&x", "*x", "!t", "#"]
)
SPACE = st.sampled_from([" ", "\n", "\n  ", "\t", "---\n", '"', "'", "|", ">", "?", ", ", "%"])


def test_every_value_knows_its_place() -> None:
    """Keys, values, lists and mappings stand where they were written; lines count from 1."""
    root, problems = tree(
        "x.yaml",
        dedent("""\
        name: 行业
        items:
          - {id: a}
        """),
    )
    assert isinstance(root, Mapping)
    items = root.get("items")
    assert isinstance(items, Sequence)
    places = [key.place for key in root.names()] + [items.place, items.items[0].place]
    assert [(place.line, place.col) for place in places] == [(1, 1), (2, 1), (3, 3), (3, 5)]
    assert problems == ()


@pytest.mark.parametrize(
    "word", ["no", "010", "12:30", "1e3", "~", "null", "2020-01-01", "0x10", "1_0", ".inf", "<<"]
)
def test_words_stay_words(word: str) -> None:
    """Whatever YAML would make of it, a scalar is the text that was written."""
    root, _ = tree("x.yaml", f"a: {word}")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert (value.text, value.plain) == (word, True)


def test_a_file_has_only_so_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more values than any plan has is refused before it fills the memory."""
    monkeypatch.setattr(events, "MAX_VALUES", 20)
    root, problems = tree("x.yaml", "[" + "a," * 20 + "]")
    assert (root, [problem.code for problem in problems]) == (None, ["too-big"])


@given(st.lists(WORD | SPACE, max_size=30).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    """Of any text there comes a tree, a problem, or, where nothing is in it, nothing."""
    root, problems = tree("x.yaml", text)
    assert all(problem.line >= 1 and problem.col >= 1 for problem in problems)
    if root is None and not problems:
        left = [row.split("#")[0].strip() for row in text.splitlines()]
        assert all(row in {"", "---", "..."} or row.startswith("%") for row in left)
