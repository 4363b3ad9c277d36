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
EMPTY = re.compile(r'="(?:None|undefined|Undefined|NaN|nan)"')
NUMBERS = re.compile(r'<[a-z]+ [^>]*="(?:[^">a-z]|[a-z](?=[-\d. (]))*(?:nan|inf)\b[^">]*"')
"""A tag with a number that is none, in an attribute that begins like a list of numbers."""


INLINE = re.compile(r'<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>|\s(?:style|on[a-z]+)="')
DATA = re.compile(r'\stype="application/(?:ld\+)?json"')


def flaws(page: Page, terms: Terms) -> Iterator[Fault]:
    """Signs of templates and of Python in words; attributes and drawings without a value.

    A sign that an editor has written somewhere may be meant.
    """
    for found in EMPTY.finditer(page.text):
        yield Fault(page.path, found.start(), said("an empty value leaked: {}", found[0]))
    if "nan" in page.text or "inf" in page.text:
        yield from _numbers(page)
    yield from _inline(page)
    leaked = set(SIGNS.findall(UNREAD.sub("\n", page.text)))
    if leaked - {sign for sign in leaked if sign in terms.written}:
        yield from _signs(page, terms)


def _inline(page: Page) -> Iterator[Fault]:
    """What would silently do nothing: the policy lets no script and no style stand in a page."""
    for found in INLINE.finditer(page.text):
        is_tag = found[0].startswith("<")
        if (is_tag and not DATA.search(found[0])) or (not is_tag and page.tag(found.start())):
            words = (
                "a script or a style stands in the page itself, which its policy of content forbids"
            )
            yield Fault(page.path, found.start(), words)


def _numbers(page: Page) -> Iterator[Fault]:
    for found in NUMBERS.finditer(page.text):
        yield Fault(page.path, found.start(), said("a drawing has a number that is none"))


def _signs(page: Page, terms: Terms) -> Iterator[Fault]:
    for found in SIGNS.finditer(UNREAD.sub(lambda tag: " " * len(tag[0]), page.text)):
        if found[0] not in terms.written:
            message = said("{} leaked from the program into the page", quoted(found[0]))
            yield Fault(page.path, found.start(), message)
