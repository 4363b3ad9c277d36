"""Who published a value."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.views.lens import Lens


def who(lens: Lens, fact: Fact) -> str:
    """The first place that says it, and how good the source is; '' for what cites none."""
    if not fact.ground.citations:
        return ""
    cite = fact.ground.citations[0]
    source = lens.site.records.get(f"sources/{cite.source}")
    grade = lens.words.say("grade.short", grade=source.word("grade")) if source else ""
    return lens.words["sep.clause"].join(part for part in (lens.place(cite), grade) if part)
