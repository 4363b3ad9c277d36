"""The rules of axe, run in a page: what they find, in each theme and at each width."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

RUN = """
rules => axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) }).then(
  found => found.violations.flatMap(v => v.nodes.map(
    n => [v.id, n.target.join(" "), n.html.slice(0, 120)].join(" ")))
)
"""
DRESS = "theme => { document.documentElement.dataset.theme = theme; }"
LOOKS = (
    ("light", 1280, None),
    ("dark", 360, None),
    ("dark", 1280, ["color-contrast"]),
    ("light", 360, ["color-contrast"]),
)
"""Theme, width and rules (None: all): only those of contrast tell one theme from another."""


@cache
def script() -> str:
    """The script of axe; put in from outside, since the pages' policy lets none in."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What is wrong with the page as it stands, in both themes, wide and narrow."""
    page.evaluate(script())
    found = []
    for theme, width, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(DRESS, theme)
        found += [f"{theme} {width}: {line}" for line in page.evaluate(RUN, rules)]
    return found
