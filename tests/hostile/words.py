"""Words that mean something to a page, a table, a chart or a terminal; and words that lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.hostile.case import (
    NAME,
    POLICY,
    SECTORS,
    Case,
    Spoil,
    cases,
    edit,
    note,
    put,
    rope,
    sectors,
)

WHERE = "text"
LONG = "长" * 60_000
TITLE = "en: The Three Sectors Test Plan"


def _name(words: str) -> Spoil:
    return edit(SECTORS, NAME, words)


def _named(written: Iterable[str]) -> Spoil:
    """Items whose names and remarks in English are as they are to be quoted."""
    return sectors(
        f"  - id: x-{n}\n"
        f"    name: {{en: {words}, zh: 绳{n}}}\n"
        f"    note: {{en: {words}, zh: 注{n}}}\n"
        for n, words in enumerate(written)
    )


TABLE: dict[str, tuple[str, Spoil]] = {
    "a language that is missing": ("missing-language", _name("name: {en: Rope}")),
    "no language": ("missing-language", _name("name: {}")),
    "a language that is none": ("unknown-language", _name("name: {en: Rope, zh: 绳, fr: Corde}")),
    "a language as it is tagged": (
        "unknown-language",
        _name("name: {en: Rope, zh-CN: 绳}"),
    ),
    "words without a language": ("wrong-shape", _name("name: Rope")),
    "words in a list": ("wrong-shape", _name("name: [Rope, 绳缆]")),
    "a language in a list": ("wrong-shape", _name("name: {en: [Rope], zh: 绳缆}")),
    "a language in a mapping": ("wrong-shape", _name("name: {en: {a: b}, zh: 绳缆}")),
    "empty words": ("empty", _name('name: {en: "", zh: 绳缆}')),
    "words of spaces": ("empty", _name('name: {en: "   ", zh: 绳缆}')),
    "a name that is silent": ("missing-key", _name("name: not_stated")),
    "three dots": ("to-fill", _name("name: {en: …, zh: 绳缆}")),
    "a zero as an escape": ("control-character", note(r'"a\0b"')),
    "a bell as an escape": ("control-character", note(r'"a\ab"')),
    "an escape sequence as an escape": ("control-character", note(r'"\e[2J"')),
    "a turn to the left as an escape": ("control-character", note(r'"\u202E"')),
    "a mark as an escape": ("control-character", note(r'"\uFEFF"')),
    "a line separator as an escape": ("control-character", note(r'"a\Lb"')),
    "a key that steers a terminal": (
        "control-character unknown-key",
        rope(r'"\e[31mcolour": x'),
    ),
    "a key of a million letters": ("unknown-key", rope(f"{'k' * 900}: x")),
    "a term that is a sentence": (
        "sentence-term",
        rope("cite: {line: 3, terms: [Names it. What it will do]}"),
    ),
    "a term of a hundred letters": (
        "sentence-term",
        rope(f"cite: {{line: 3, terms: [{'行' * 100}]}}"),
    ),
    "twenty thousand keys": (
        "unknown-key wrong-count",
        put(
            SECTORS,
            "name: {en: S, zh: 行}\none: {en: s, zh: 行}\nplural: {en: s, zh: 行}\n"
            "stated_count: {is: 3, cite: {line: 4, terms: [three]}}\ncite: 4\nitems:\n"
            "  - id: x\n    name: {en: A, zh: 甲}\n"
            + "".join(f"    k{n}: 1\n" for n in range(20_000)),
        ),
    ),
    "twenty thousand items without a name": (
        "missing-key",
        sectors(f"  - id: i-{n}\n" for n in range(20_000)),
    ),
    "a title in another language": (
        "unknown-language",
        edit(POLICY, TITLE, "fr: <b>"),
    ),
}
PAYLOADS = {
    "a script": '"<script>alert(1)</script>"',
    "a picture that fails": '"<img src=x onerror=alert(1)>"',
    "the end of an attribute": r'"x\" onmouseover=\"alert(1)"',
    "the end of a script": '"</script><script>alert(1)//"',
    "a comment that stays open": '"<!--<script>"',
    "the end of a title": '"</title><svg onload=alert(1)>"',
    "the end of a style": '"</style><b>"',
    "the end of CDATA": '"] ]><b>"',
    "entities": '"&lt;b&gt; &amp; &#60; &nosuch;"',
    "a template": "\"{{ 7*7 }} {% include 'x' %} {# x #}\"",
    "a template of Plotly": '"%{x} %{customdata} <extra></extra>"',
    "markup of Plotly": "\"<a href='javascript:alert(1)'>x</a><br><b>y</b>\"",
    "an address of script": '"javascript:alert(1)"',
    "a formula": '"=HYPERLINK(1)"',
    "a formula after a minus": '"-2+3|cmd"',
    "a formula after an at sign": '"@SUM(1)"',
    "quotes of all kinds": '"\'\u201c\u2018`\u00b4"',
    "a backslash": r'"C:\\u0041\\n"',
    "a dollar": '"$(id) ${x} $1"',
    "a format": '"%s %d {0} {name}"',
    "a path": '"../../../etc/passwd"',
    "Hebrew": '"שלום"',
    "a long word": f'"{"x" * 2_000}"',
    "a joined family": '"👨‍👩‍👧‍👦"',
    "a soft hyphen": '"so\u00adft"',
    "half-width kana": '"ｱｲｳ"',
}
"""Names and remarks as YAML quotes them; the page shows what stands between the quotes."""


def found() -> Iterator[Case]:
    """Every case of text."""
    yield from cases(WHERE, TABLE)
    shows = tuple(_meant(written) for written in PAYLOADS.values())
    yield Case(WHERE, "words that are markup", frozenset(), _named(PAYLOADS.values()), shows=shows)
    long = Case(WHERE, "sixty thousand signs", frozenset(), note(LONG), shows=(LONG[:1000],))
    same = edit(SECTORS, NAME, "name: {en: 绳缆, zh: 绳缆}")
    yield from (
        long,
        Case(WHERE, "words not translated", frozenset(), same, frozenset({"same-words"})),
    )
    term = (
        "items:\n  - {id: rope, name: {en: Rope, zh: 麻绳}, term_base: true, "
        "definition: {en: Hemp., zh: 麻。}}\n"
    )
    base = put("glossary.yaml", term)
    yield Case(WHERE, "a term called otherwise", frozenset(), base, frozenset({"term-base"}))


def _meant(written: str) -> str:
    """What stands between quotes, its escapes undone."""
    return written[1:-1].replace(r"\"", '"').replace(r"\\", "\\")
