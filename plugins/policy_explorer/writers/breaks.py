"""Where a long name may break: hints of the data become elements that hold no text of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import escape

from policy_explorer.graph import Site
from policy_explorer.model.text import HINT, Text
from policy_explorer.writers.phrases import replaced

BREAK = "<wbr>"
Breaks = Mapping[str, str]
"""Escaped names, each with what is written for it; the longest first."""


def of(site: Site, lang: str) -> Breaks:
    """The names of a plan that say in a language where they may break."""
    found = {
        str(escape(text[lang])): str(escape(told)).replace(HINT, BREAK)
        for text in _names(site)
        for code, told in text.hinted
        if code == lang
    }
    return {name: found[name] for name in sorted(found, key=len, reverse=True)}


def _names(site: Site) -> Iterator[Text]:
    for section in site.sections.values():
        yield from (section.name, section.short, section.plural)
        yield from (group.name for group in section.groups)
    yield site.policy.title
    for record in site.records.values():
        yield from (text for text in (record.name, record.short) if text is not None)


def broken(html: str, breaks: Breaks) -> str:
    """The page with places to break in these names, wherever its text has them.

    Attributes, titles, drawings and code are left alone.
    """
    if not breaks:
        return html
    names = re.compile("|".join(map(re.escape, breaks)))
    return replaced(html, names, lambda found: breaks[found[0]])
