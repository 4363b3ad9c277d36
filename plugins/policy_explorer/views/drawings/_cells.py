"""Facts as cells of a chart's table."""

from __future__ import annotations

from policy_explorer.charts.spec import Cell
from policy_explorer.model.fact import Fact
from policy_explorer.views.lens import Lens


def stated(lens: Lens, fact: Fact | None, frame: str = "") -> Cell | None:
    """A fact that says something, in the frame of the strings' key, which holds a {when}."""
    if fact is None or fact.value is None:
        return None
    said = lens.value(fact)
    return Cell(lens.words.say(frame, when=said) if frame else said, str(fact.basis), fact.id)


def cell(lens: Lens, fact: Fact | None) -> Cell | None:
    """A fact, or that it is not stated; None where the data do not ask for it."""
    if fact is None:
        return None
    basis = "not_stated" if fact.value is None else str(fact.basis)
    return Cell(lens.value(fact), basis, fact.id)
