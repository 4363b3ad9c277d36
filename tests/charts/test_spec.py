"""What all charts have in common."""

from __future__ import annotations

import json

from tests.charts.samples import PALETTE, doubling_chart

from policy_explorer.charts.figure import say
from policy_explorer.charts.spec import Cell, Table, draw, embedded, facts_of


def test_embedded_json_cannot_end_its_script() -> None:
    """The JSON holds no character that HTML would read, and reads back the same."""
    figure: dict[str, object] = {"text": "</script><!--&\u2028", "n": [1, 0.5]}
    text = embedded(figure)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == figure


def test_facts_come_once_in_order() -> None:
    """The ids of a table's facts, as they are read, then those handed in, no empty ones."""
    rows = ((Cell("a", None, "x"), Cell("b")), (Cell("c", None, "y"), Cell("d", None, "x")))
    assert facts_of(Table("", (), rows), "z", None) == ("x", "y", "z")


def test_same_chart_twice_on_a_page() -> None:
    """A prefix keeps the ids of a second drawing apart from those of the first."""
    chart = doubling_chart("en")
    assert 'id="doubling-wide-t"' in draw(chart, PALETTE).wide
    assert 'id="again-doubling-narrow-t"' in draw(chart, PALETTE, prefix="again-").narrow


def test_say_leaves_only_words() -> None:
    """A text is escaped, breaks only where it may, and holds no control character."""
    assert say("a\u202eb\x07 <br>\n  c") == "ab &lt;br&gt;<br>c"
