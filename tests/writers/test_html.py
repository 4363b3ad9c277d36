"""Pages: whatever stands in the data is words on them, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from html5lib import HTMLParser
from jinja2 import StrictUndefined, UndefinedError
from tests.conftest import ROOT, Plan

from policy_explorer import pipeline
from policy_explorer.model.strings import Words
from policy_explorer.writers import assets, html
from policy_explorer.writers.assets import Assets
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


def test_what_all_pages_share_is_made_once() -> None:
    """The foot of a folder is printed once; another plan's, or another language's, is its own."""
    press = Press(ROOT / "theme", assets.collect(ROOT / "theme"))
    template = press.env.from_string(
        "{% macro foot(of, t) %}{{ made(of) }}{% endmacro %}{{ assets.once(foot, of, t) }}"
    )
    made: list[list[str]] = []

    def shown(of: list[str]) -> str:
        made.append(of)
        return f"{of[0]} {len(made)}"

    def page(of: list[str]) -> str:
        links = press.links("")
        return template.render(of=of, t=Words({}), assets=links, made=shown)

    one, other = ["<a>"], ["<a>"]
    assert [page(of) for of in (one, one, other, one)] == [
        "&lt;a&gt; 1",
        "&lt;a&gt; 1",
        "&lt;a&gt; 2",
        "&lt;a&gt; 1",
    ]


def _pressed(theme: Path, cache: Path) -> str:
    html._environment.cache_clear()
    press = Press(theme, Assets({}, "", "", (), ()), cache=cache)
    return press.env.get_template("a.html").render()


def test_templates_are_compiled_once(tmp_path: Path) -> None:
    """A second start compiles no template again, but one that was edited; a spoilt one it does."""
    theme, cache = tmp_path / "theme", tmp_path / "cache"
    (theme / "templates").mkdir(parents=True)
    own = theme / "templates/a.html"
    own.write_text("one", encoding="utf-8")
    assert _pressed(theme, cache) == "one"
    (kept,) = cache.rglob("*.bin")
    before = kept.stat().st_mtime_ns, kept.read_bytes()
    assert _pressed(theme, cache) == "one"
    assert (kept.stat().st_mtime_ns, kept.read_bytes()) == before
    own.write_text("two", encoding="utf-8")
    assert _pressed(theme, cache) == "two"
    kept.write_bytes(kept.read_bytes()[:40])
    assert _pressed(theme, cache) == "two"


def test_templates_need_no_cache(tmp_path: Path) -> None:
    """Where nothing can be kept, pages are made all the same."""
    theme = tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "templates/a.html").write_text("one", encoding="utf-8")
    (tmp_path / "file").touch()
    assert _pressed(theme, tmp_path / "file") == "one"
