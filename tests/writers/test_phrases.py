"""Phrases of another script get the language they are in, and nothing else of a page is touched."""

from __future__ import annotations

import pytest

from policy_explorer.writers.phrases import marked

ZH, EN = "zh-CN", "en"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("<p>as 先进、装备 says", '<p>as <span lang="zh-CN">先进、装备</span> says'),
        ('<b lang="zh-CN">一<b>二</b>三</b>', '<b lang="zh-CN">一<b>二</b>三</b>'),
        ('<hr><i lang="zh">一</i>二', '<hr><i lang="zh">一</i><span lang="zh-CN">二</span>'),
        ('<a title="一" hreflang="zh">x</a>', '<a title="一" hreflang="zh">x</a>'),
        ("<title>一</title><code>一</code>", "<title>一</title><code>一</code>"),
        ("<svg><text>一</text></svg>", "<svg><text>一</text></svg>"),
    ],
)
def test_han_in_english(words: str, told: str) -> None:
    """Text alone is marked: no attribute, no code, no drawing, nothing that has its language."""
    page = f'<html lang="en">{words}'
    assert marked(page, EN, (ZH,)) == f'<html lang="en">{told}'


def test_english_in_chinese() -> None:
    """Three words in a row are a phrase; a name of two is left alone."""
    page = '<html lang="zh-CN"><p>又作national high-tech zone，见CC BY'
    told = page.replace("national high-tech zone", '<span lang="en">national high-tech zone</span>')
    assert marked(page, ZH, (EN,)) == told


def test_nothing_to_name_it_by() -> None:
    """In a plan without a language of that script a page stays as it is."""
    assert marked("<p>一", EN, ("fr",)) == "<p>一"
    assert marked("<p>one two three", ZH, ()) == "<p>one two three"
