"""So many units of a class by a year, none of them named, in every reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.charts.ladder import Kind, Ladder, Reading, Rung, Units, ladder
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.graph import Site
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import amount, compared, year
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens

READINGS: Mapping[str, Kind] = {"sum": "disjoint", "max": "nested"}
"""How an open question combines counts -> how the ladder draws it."""


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """How many units of which class by when, and both readings of the last year."""
    targets = [lens.site.records[ref.to] for ref in record.refs("targets")]
    rungs = tuple(rung for t in targets if (rung := _rung(lens, t)) is not None)
    if not rungs:
        return None
    silent = targets[-1].get("which")
    data = Ladder(
        _units(lens, record.word("counts") or targets[0].word("counts")),
        rungs,
        tuple(_readings(lens, record, rungs)),
        silent.id if silent is not None and silent.value is None else None,
    )
    measure = lens.name(record) if record.name else lens.name(targets[0])
    title = heading(lens, record, "finding.ladder", measure)
    return ladder(data, title, lens.words.group("ladder"), palette)


def _units(lens: Lens, name: str) -> Units:
    """What is counted, and how many of them the source says there are."""
    section = lens.site.sections[name]
    count = section.stated_count
    total = int(count.value.value) if count and isinstance(count.value, Number) else None
    return Units(section.plural[lens.lang], total, count.id if count else None)


def _rung(lens: Lens, target: Record) -> Rung | None:
    fact, due, size = compared(target), year(target, "due"), amount(target, "class")
    label = target.get("class")
    if fact is None or due is None or size is None or label is None:
        return None
    count = int(fact.value.value) if isinstance(fact.value, Number) else 0
    return Rung(due, count, size, lens.value(label), fact.id, str(fact.basis))


def _readings(lens: Lens, record: Record, rungs: tuple[Rung, ...]) -> Iterator[Reading]:
    """Both ways to count the last year, as the open question has them."""
    last = [rung for rung in rungs if rung.year == max(r.year for r in rungs)]
    counts = [rung.count for rung in last]
    for ref in record.refs("question"):
        for reading in lens.site.records[ref.to].structs("readings"):
            name, combine = reading.words("name"), reading.word("combine")
            if name is not None and combine in READINGS and len(last) > 1:
                total = sum(counts) if combine == "sum" else max(counts)
                fact = _total_fact(lens.site, last, combine)
                yield Reading(name[lens.lang], total, READINGS[combine], fact)


def _total_fact(site: Site, rungs: list[Rung], combine: str) -> str:
    """The fact that holds a reading's total: the largest count, or the sum if it is derived."""
    if combine == "max":
        return max(rungs, key=lambda rung: rung.count).fact
    counts = {rung.fact for rung in rungs}
    sums = (f for f in site.facts.values() if f.ground.by == combine)
    return next((f.id for f in sums if set(f.ground.sources) == counts), "")
