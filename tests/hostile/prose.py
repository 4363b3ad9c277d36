"""Markdown that is markup, leads nowhere, or would keep its reader busy for hours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.hostile.case import Case, Spoil, cases, page

WHERE = "Markdown"


def _bytes(data: bytes) -> Spoil:
    def spoil(plan: Path) -> None:
        page("x")(plan)
        (plan / "content/about.en.md").write_bytes(data)

    return spoil


def _named(name: str) -> Spoil:
    def spoil(plan: Path) -> None:
        page("x")(plan)
        (plan / "content" / name).write_text("Title: x\n\nx")

    return spoil


def _without(plan: Path) -> None:
    page("x")(plan)
    (plan / "content/about.zh.md").unlink()


TABLE: dict[str, tuple[str, Spoil]] = {
    "four thousand brackets": ("too-big", page("[" * 4_000)),
    "eight thousand pictures that stay open": ("too-big", page("![" * 8_000)),
    "links in links": ("too-big", page("[a](" * 5_000)),
    "labels of links": ("too-big", page("[a][" * 5_000)),
    "five thousand sections of CDATA": ("too-big", page("<![CDATA[" * 5_000)),
    "brackets of many paragraphs": ("too-big", page(f"{'[' * 300}\n\n" * 100)),
    "a hundred thousand backslashes": ("too-big", page("\\" * 100_000)),
    "thirty thousand emphases": ("too-big", page("*a*" * 30_000)),
    "a hundred thousand stars": ("too-big", page("*" * 100_000)),
    "backquotes": ("too-big", page("`a``b" * 20_000)),
    "entities": ("too-big", page("&amp;" * 50_000)),
    "addresses": ("too-big", page("<a@b.c>" * 30_000)),
    "quotations in quotations": ("too-deep", page(">" * 5_000 + " x")),
    "quotations with spaces": ("too-deep", page("> " * 5_000 + "x")),
    "lists in lists": ("too-deep", page("".join(f"{'    ' * n}- x\n" for n in range(400)))),
    "numbers in numbers": ("too-deep", page("1. " * 20_000)),
    "dashes in dashes": ("too-deep", page("- " * 20_000)),
    "half a million spaces": ("too-deep", page(f"{' ' * 500_000}x")),
    "a megabyte": ("too-big", page("word " * 200_001)),
    "UTF-16": ("not-utf8", _bytes("Title: x\n\ny".encode("utf-16"))),
    "GBK": ("not-utf8", _bytes("Title: 关于\n\n文".encode("gbk"))),
    "a zero": ("control-character", _bytes(b"Title: x\n\na\0b")),
    "a turn to the left": ("control-character", _bytes("Title: x\n\na\u202eb".encode())),
    "no title": ("missing-key", _bytes(b"x\n")),
    "nothing": ("missing-key", _bytes(b"")),
    "a head line that nobody knows": ("unknown-key", _bytes(b"Title: x\nSlug: ../../x\n\ny")),
    "a page in one language": ("missing-language", _without),
    "a page that nobody knows": ("unlisted-file", _named("contact.en.md")),
    "a page of a language that is none": ("unlisted-file", _named("about.fr.md")),
    "a page of no language": ("unlisted-file", _named("about.md")),
    "an end in capitals": ("unlisted-file", _named("about.en.MD")),
    "an end that is long": ("unlisted-file", _named("about.en.markdown")),
    "a link to nothing": ("dangling", page("[x](sectors/none)")),
    "a link out of the site": ("dangling", page("[x](../../etc/passwd)")),
    "a link of script": ("dangling", page("[x](javascript:alert(1))")),
    "a link of script in capitals": ("dangling", page("[x](JaVaScRiPt:alert(1))")),
    "a link of script after a space": ("dangling", page("[x]( javascript:alert(1))")),
    "a link of script in entities": ("dangling", page("[x](&#106;avascript:alert(1))")),
    "a link of data": ("dangling", page("[x](data:text/html,<script>alert(1)</script>)")),
    "a link by a label": ("dangling", page("[x][y]\n\n[y]: vbscript:x")),
    "a picture from elsewhere": ("dangling", page("![x](https://example.org/x.png)")),
    "a picture of script": ("dangling", page("![x](javascript:alert(1))")),
    "a chart of nothing": ("dangling", page("![x](chart:none)")),
}
MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<javascript:alert(1)>",
    "<div onclick=alert(1)>\n\nx\n\n</div>",
    "<style>*{display:none}</style>",
    "`<script>` and\n\n    <script>alert(1)</script>",
    '[x](https://example.org "\\" onclick=alert(1)")',
    "|a|b|\n|-|-|\n|<script>|`|`|",
    "&#x; &#99999999; &amp &lt",
    "{{ 7*7 }} {% raw %}",
    "a <!-- b --> c <!-- d",
)
"""Paragraphs that stand on the page as they are written, or do no harm."""
MUCH = ("*a _b " * 2_000, "a, " * 20_000, "|a|b|\n|-|-|\n" + "|" * 10_000)
"""Paragraphs that take a while, but no more."""


def found() -> Iterator[Case]:
    """Every case of Markdown."""
    yield from cases(WHERE, TABLE)
    shown = ("<script>alert(1)</script>", "{{ 7*7 }}")
    yield Case(WHERE, "markup", frozenset(), page("\n\n".join(MARKUP)), shows=shown)
    yield Case(WHERE, "much of it", frozenset(), page("\n\n".join(MUCH)))
