"""Who published a value."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.views.lens import Lens


def who(lens: Lens, fact: Fact) -> str:
    """The first source that says it, and how good that is; '' for what cites none."""
    cites = fact.ground.citations
    source = lens.site.records.get(f"sources/{cites[0].source}") if cites else None
    if source is None:
        return ""
    name = source.short[lens.lang] if source.short else lens.name(source)
    return lens.words["sep.clause"].join(
        (name, lens.words.say("grade.short", grade=source.word("grade")))
    )
