"""What only code should see, and what stands on a page all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policy_explorer.problems import quoted, said
from policy_explorer.writers.verify.markup import Fault, Page, Terms

UNREAD = re.compile(r"<(script|style|pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
SIGNS = re.compile(
    r"\b(?:None|undefined|Undefined|NaN|nan)\b|\{\{|\{%|\[\[|\]\]"
    r"|\b(?:Seg|Decimal|Text)\(|object at 0x"
)
PLAIN = ("None", "ndefined", "NaN", "nan", "{{", "{%", "[[", "]]", "Seg(", "Decimal(", "Text(",
         "object at 0x")  # fmt: skip
"""One of these stands in every sign: looked for first, since that is quick."""
EMPTY = ('="None"', '="undefined"', '="Undefined"', '="NaN"', '="nan"')
NO_NUMBER = ("nan", 'inf"', "inf ", "inf,")
NUMBERS = re.compile(r'<[a-z]+ [^>]*="(?:[^">a-z]|[a-z](?=[-\d. (]))*(?:nan|inf)\b[^">]*"')
"""A tag with a number that is none, in an attribute that begins like a list of numbers."""


INLINE = tuple(
    re.compile(words)
    for words in (r"<script\b(?![^>]*\ssrc=)[^>]*>", r"<style\b[^>]*>", ' style="', ' on[a-z]+="')
)
DATA = re.compile(r'\stype="application/(?:ld\+)?json"')


def flaws(page: Page, terms: Terms) -> Iterator[Fault]:
    """Signs of templates and of Python in words; attributes and drawings without a value.

    A sign that an editor has written somewhere may be meant.
    """
    if any(sign in page.text for sign in EMPTY):
        yield from _empty(page)
    if any(sign in page.text for sign in NO_NUMBER):
        yield from _numbers(page)
    yield from _inline(page)
    words = UNREAD.sub("\n", page.text)
    leaked = set(SIGNS.findall(words)) if any(sign in words for sign in PLAIN) else set()
    if leaked - {sign for sign in leaked if sign in terms.written}:
        yield from _signs(page, terms)


def _inline(page: Page) -> Iterator[Fault]:
    """What would silently do nothing: the policy lets no script and no style stand in a page."""
    for found in (one for pattern in INLINE for one in pattern.finditer(page.text)):
        is_tag = found[0].startswith("<")
        if (is_tag and not DATA.search(found[0])) or (not is_tag and page.tag(found.start())):
            words = said(
                "a script or a style stands in the page itself, which its policy of content forbids"
            )
            yield Fault(page.path, found.start(), words)


def _empty(page: Page) -> Iterator[Fault]:
    for sign in EMPTY:
        for at, _ in page.places(sign):
            yield Fault(page.path, at, said("an empty value leaked: {}", sign))


def _numbers(page: Page) -> Iterator[Fault]:
    for found in NUMBERS.finditer(page.text):
        yield Fault(page.path, found.start(), said("a drawing has a number that is none"))


def _signs(page: Page, terms: Terms) -> Iterator[Fault]:
    for found in SIGNS.finditer(UNREAD.sub(lambda tag: " " * len(tag[0]), page.text)):
        if found[0] not in terms.written:
            message = said("{} leaked from the program into the page", quoted(found[0]))
            yield Fault(page.path, found.start(), message)
