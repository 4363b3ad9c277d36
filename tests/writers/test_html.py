"""Pages: whatever stands in the data is words on them, and no more."""

from __future__ import annotations

import pytest
from html5lib import HTMLParser
from jinja2 import StrictUndefined, UndefinedError
from tests.conftest import ROOT, Plan

from policy_explorer import pipeline
from policy_explorer.writers import assets
from policy_explorer.writers.html import Press

HOSTILE = """</title></script><script>alert(1)</script><img src=x>"' onload=x {{ 7*7 }} &amp; ]>"""
DATA = ("application/json", "application/ld+json")
"""Types of scripts that hold no code."""
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
EDITS = (
    ("sectors.yaml", "{en: Glass, ", f"{{en: {QUOTED}, "),
    ("sectors.yaml", "  - id: rope\n", f"  - id: rope\n    note: {{en: {QUOTED}, zh: 注}}\n"),
    ("policy.yaml", "en: The Three Sectors Test Plan", f"en: {QUOTED}"),
    ("policy.yaml", "en: A plan made up for tests. Nothing in it is true.", f"en: {QUOTED}"),
    ("sources.yaml", "en: The Test Herald", f"en: {QUOTED}"),
    ("sources.yaml", "https://example.org/herald", "'https://example.org/\"><script>'"),
)


def test_words_are_words(plan: Plan) -> None:
    """Markup and templates in names, notes, titles and addresses are shown, never obeyed."""
    for edit in EDITS:
        plan.edit(*edit)
    files = pipeline.render(plan.settings)
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    for path, page in pages.items():
        tree = HTMLParser(namespaceHTMLElements=False).parse(page)
        assert tree.find(".//img") is None, path
        assert not [e for e in tree.iter() if "onload" in e.attrib], path
        code = (e for e in tree.iter("script") if e.get("type") not in DATA)
        assert not [e for e in code if "alert" in (e.text or "")], path
    assert "{{ 7*7 }}" in pages["sectors/rope.html"]


def test_templates_are_strict() -> None:
    """Every template escapes what it shows, and what is not there is a mistake."""
    press = Press(ROOT / "theme", assets.collect(ROOT / "theme"))
    assert press.env.autoescape is True
    assert press.env.undefined is StrictUndefined
    assert press.env.from_string("{{ x }}").render(x="<&\"'>") == "&lt;&amp;&#34;&#39;&gt;"
    with pytest.raises(UndefinedError):
        press.env.from_string("{{ x }}").render()
