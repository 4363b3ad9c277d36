"""Words in every language, and references in them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policy_explorer.model.text import Span, Text, spans


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("", ()),
        ("plain", (Span("plain"),)),
        ("[[a/b]]", (Span("", "a/b"),)),
        ("at [[ a/b ]]!", (Span("at "), Span("", "a/b"), Span("!"))),
        ("[[a/b|the b]][[c.d]]", (Span("the b", "a/b"), Span("", "c.d"))),
        ("[a] [[]] [[|b]]", (Span("[a] [[]] [[|b]]"),)),
    ],
)
def test_references(words: str, runs: tuple[Span, ...]) -> None:
    """Double brackets hold a reference, and words of its own after a bar."""
    assert spans(words) == runs


@given(st.text(alphabet="[]|a/ "))
@example("[[ ]]")
def test_nothing_is_lost(words: str) -> None:
    """All that is no reference stands in the runs, in its order."""
    plain = "".join(span.words for span in spans(words) if not span.to)
    assert all(letter in words for letter in plain)
    assert plain == words or any(span.to for span in spans(words))


def test_the_first_language() -> None:
    """The first language is that of the source; one that is not there is no word at all."""
    text = Text((("en", "rope"), ("zh", "绳缆")))
    assert (text.first, text["zh"]) == ("rope", "绳缆")
    with pytest.raises(KeyError):
        text["fr"]
