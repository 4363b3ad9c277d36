"""Long names break where the data say so, and nothing else shows that they do."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Plan

from policy_explorer import pipeline
from policy_explorer.model.text import HINT
from policy_explorer.writers.breaks import broken
from policy_explorer.writers.packed import is_text


def test_only_text_breaks() -> None:
    """Attributes, titles, drawings and code keep their words whole; the longest name wins."""
    breaks = {"paper mill": "paper<wbr> mill", "paper": "pa<wbr>per"}
    page = '<title>paper</title><a title="paper">paper mill, paper</a><svg>paper</svg>'
    told = '<title>paper</title><a title="paper">paper<wbr> mill, pa<wbr>per</a><svg>paper</svg>'
    assert broken(page, breaks) == told
    assert broken(page, {}) == page


@pytest.mark.slow
def test_a_hint_is_seen_nowhere(plan: Plan) -> None:
    """A name with hints is a place to break in pages, and plain in every other file."""
    plan.edit("sectors.yaml", "Paper", f"Pa{HINT}per <&>")
    made = {path: data for path, data in pipeline.render(plan.settings).items() if is_text(path)}
    assert not [path for path, data in made.items() if HINT.encode() in data]
    page = made["sectors/paper.html"].decode()
    assert "Pa<wbr>per &lt;&amp;&gt;" in page
    assert "<title>Paper &lt;&amp;&gt;" in page
    facts = json.loads(made["data/facts.json"])["facts"]
    assert "Paper <&>" in {fact["text"].get("en") for fact in facts}
