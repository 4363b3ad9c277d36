"""The components of the theme, each called once with a sample."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import cycle, groupby, islice
from pathlib import Path

from markupsafe import Markup

from policy_explorer.inputs import macros
from policy_explorer.inputs.macros import Macro
from policy_explorer.views.desk import Desk, Page
from policy_explorer.views.lens import Lens
from policy_explorer.views.patterns import Pattern, Shelf, patterns_page
from policy_explorer.views.samples import ONCE, Sample, samples
from policy_explorer.writers.html import Press

FRAMES = {
    "td": ("<table><tbody><tr>", "</tr></tbody></table>"),
    "th": ("<table><tbody><tr>", "</tr></tbody></table>"),
    "li": ("<ul>", "</ul>"),
}
"""What a component that is no element of its own stands in."""
FIRST = re.compile(r"\s*<(\w+)")


def page(press: Press, theme: Path, desk: Desk) -> Page:
    """The page of patterns in a language; what has no sample yet says so."""
    lens = desk.lens
    empty = patterns_page(lens, ())
    ids = tuple(islice(cycle(lens.site.facts), 2))
    given = samples((ids[0], ids[1]))
    found = groupby(macros.read(theme), key=lambda macro: macro.file)
    shelves = (
        Shelf(file, tuple(_pattern(press, lens, empty, one, given) for one in of))
        for file, of in found
    )
    return patterns_page(lens, tuple(shelves))


def _pattern(
    press: Press, lens: Lens, page: Page, macro: Macro, given: Mapping[str, Sample]
) -> Pattern:
    name, params = f"{macro.file}.{macro.name}", ", ".join(macro.params)
    if name not in given:
        note = lens.words["patterns.once" if name in ONCE else "patterns.none"]
        return Pattern(macro.name, params, macro.words, "", note)
    shown = _shown(press, lens, page, macro, given[name])
    if "<" not in shown:
        return Pattern(macro.name, params, macro.words, "", lens.words["patterns.mute"])
    first = FIRST.match(shown)
    before, after = FRAMES.get(first[1] if first else "", ("", ""))
    return Pattern(macro.name, params, macro.words, Markup(before + str(shown) + after))  # noqa: S704 -- the theme's own


def _shown(press: Press, lens: Lens, page: Page, macro: Macro, sample: Sample) -> str:
    """What comes out of the sample, with words, assets and the page where they are asked for."""
    assets = press.links(page.frame.root)
    given = {"t": lens.words, "assets": assets, "page": page.frame}
    asked = {key: value for key, value in given.items() if key in macro.params}
    return press.component(macro.file, macro.name, {**asked, **sample})
