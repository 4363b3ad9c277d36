"""The words of charts: the same in every language, and set as that language is set."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from tests.charts.samples import LANGUAGES, words

KINDS = (
    *("trajectory", "ladder", "series", "dots"),
    *("step", "arrows", "milestones", "lineage", "matrix", "glance"),
)
HAN = r"[㐀-鿿，。：；、（）]"


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", KINDS)
def test_languages_say_the_same(kind: str) -> None:
    """Every language has the same keys, and each key is filled with the same things."""
    texts = {lang: words(kind, lang) for lang in LANGUAGES}
    assert len({frozenset(text) for text in texts.values()}) == 1
    for key in texts["zh"]:
        assert len({frozenset(_places(text[key])) for text in texts.values()}) == 1, key


@pytest.mark.parametrize("kind", KINDS)
def test_no_typed_space_beside_han(kind: str) -> None:
    """Between Han and Latin the renderer makes the gap; nobody types it."""
    for key, text in words(kind, "zh").items():
        assert not re.search(rf"{HAN} | {HAN}", text), key
