"""What is to rise or fall, without an amount."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart
from policy_explorer.model.fact import Choice, Fact
from policy_explorer.model.record import Record
from policy_explorer.views.drawings._cells import cell, stated
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
        toward = target.get("toward")
        if toward is None or not isinstance(toward.value, Choice):
            continue
        own = target.fact
        due = stated(lens, target.get("due"), "arrows.until")
        silent = Cell(lens.words["arrows.undated"], "not_stated", _id(target.get("due")))
        until = (due or silent).text
        yield Direction(
            name=Cell(lens.name(target), None, _id(own)),
            rises=toward.value.id == "up",
            way=_way(lens, target, toward, toward.value.id),
            due=stated(lens, target.get("due")) or silent,
            until=until,
            base=cell(lens, target.get("baseline")),
        )


def _way(lens: Lens, target: Record, toward: Fact, way: str) -> Cell:
    """Which way, with the plan's own word for how much."""
    size, said = target.get("size"), lens.words[f"arrows.{way}"]
    if size is None or size.value is None:
        return Cell(said, str(toward.basis), toward.id)
    sized = lens.words.say("arrows.sized", size=lens.value(size), way=said)
    return Cell(sized, str(size.basis), size.id)


def _id(fact: Fact | None) -> str | None:
    return fact.id if fact is not None else None
