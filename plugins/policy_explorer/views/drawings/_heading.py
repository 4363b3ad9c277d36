"""What every chart is called."""

from __future__ import annotations

from policy_explorer.charts.spec import Heading
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens


def heading(lens: Lens, record: Record, finding: str, measure: str, **said: str) -> Heading:
    """Its id, its language, the finding in words, and what is measured."""
    return Heading(record.id, lens.tag, lens.words.say(finding, name=measure, **said), measure)
