"""Markdown becomes safe HTML: raw HTML is text, every link is checked."""

from __future__ import annotations

import pytest
from html5lib import HTMLParser
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.problems import Refused
from policy_explorer.views.prose import SAFE, Targets, check, pieces

ITEM = {"sectors/rope": ("rope.html", "Rope & <b>twine</b>")}
MARKS = st.sampled_from([
    *"[]()<>!`*|&#:a\"'\\", "\n", "\n\n", "---", "    ", "\x02", "<!--", "&#106;", "[x]: ",
    "https://a.example", "<https://a.example>", "mailto:a@b.example", "javascript:x",
    "<script>", "<a href='x' onclick=y>", "[](sectors/rope)",
])  # fmt: skip


def shown(text: str, *charts: str) -> str:
    """The HTML of a page; a chart stands as its id in braces."""
    targets = Targets(ITEM.get, tuple(ITEM))
    found = pieces(text, targets, charts=charts, shown="about.en.md")
    return "".join(piece.html or f"{{{piece.chart}}}" for piece in found)


def refused(text: str) -> list[str]:
    """The problems of a page."""
    with pytest.raises(Refused) as caught:
        shown(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_link_is_filled_in() -> None:
    """A link to an item leads to its page, under its name where it has no words."""
    assert shown("[](sectors/rope)") == (
        '<p><a href="rope.html">Rope &amp; &lt;b&gt;twine&lt;/b&gt;</a></p>'
    )
    assert shown("[this](sectors/rope)") == '<p><a href="rope.html">this</a></p>'


def test_a_chart_stands_where_it_is_named() -> None:
    """A chart stands between the paragraphs where it was put."""
    assert shown("a\n\n![x](chart:doubling)\n\nb", "doubling") == "<p>a</p>{doubling}<p>b</p>"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n[x](javascript:alert(1))", "2:5"),
        ("[x](JaVaScRiPt:alert(1))", "1:5"),
        ("[x](data:text/html,y)", "1:5"),
        ("[x](//evil.example)", "1:5"),
        ("[x](sectors/ropes)", "1:5"),
        ("[x](../../etc/passwd)", "1:5"),
        ("[x][1]\n\n[1]: javascript:alert(1)", "3:6"),
        ("![x](https://spy.example/pixel.png)", "1:6"),
        ("[x](&#106;avascript:alert(1))", "1:5"),
        ("a\n\n![x](chart:dubling)", "3:1"),
    ],
)
def test_what_may_not_be_linked(text: str, place: str) -> None:
    """A link to nothing we know, a foreign picture, a missing chart is a mistake with its place."""
    (problem,) = refused(text)
    assert problem.startswith(f"about.en.md:{place}: error dangling: ")


def test_raw_html_is_text() -> None:
    """Tags in Markdown are shown as they were typed."""
    assert shown("<b onclick=x>a</b>\n\n<script>alert(1)</script>") == (
        "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    )


@given(st.lists(MARKS, max_size=25).map("".join))
def test_nothing_active_comes_out(text: str) -> None:
    """Whatever is typed, there is no script, no handler, no foreign picture, no odd address."""
    try:
        html = shown(text)
    except Refused:
        return
    page = HTMLParser(namespaceHTMLElements=False).parse(html)
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {"script", "style", "iframe", "object", "img", "form"}
        assert not any(name.startswith("on") for name in element.attrib)
        href = element.attrib.get("href", "#")
        assert SAFE.match(href) or href == "rope.html"


def test_a_link_is_followed_anew_though_its_text_is_known() -> None:
    """What a text names is kept, what there is is not: without the item its links dangle."""
    text = "[this](sectors/rope) and [](sectors/rope)"
    check(text, Targets(ITEM.get, tuple(ITEM)), charts=(), shown="about.en.md")
    with pytest.raises(Refused):
        check(text, Targets(lambda _: None, ()), charts=(), shown="about.en.md")
