"""What is to rise or fall, without an amount."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.fact import Choice
from policy_explorer.model.record import Record
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The chart's targets that name a direction; None while none does."""
    found = tuple(_directions(lens, record))
    if not found:
        return None
    words = lens.words.group("arrows")
    return arrows(found, heading(lens, record, "finding.arrows", lens.name(record)), words, palette)


def _directions(lens: Lens, record: Record) -> Iterator[Direction]:
    for ref in record.refs("targets"):
        target = lens.site.records[ref.to]
        toward, due = target.get("toward"), target.get("due")
        if toward is None or not isinstance(toward.value, Choice):
            continue
        size = target.get("size")
        is_sized = size is not None and size.value is not None
        way = lens.words[f"arrows.{toward.value.id}"]
        said = lens.words.say("arrows.sized", size=lens.value(size), way=way) if size else way
        fact = size if size is not None and is_sized else toward
        yield Direction(
            name=lens.name(target),
            rises=toward.value.id == "up",
            size=said if is_sized else way,
            due=lens.value(due) if due is not None else lens.words["absent.no_date"],
            fact=fact.id,
            basis=str(fact.basis),
            due_fact=due.id if due is not None else None,
        )
