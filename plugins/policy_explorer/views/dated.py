"""Everything that has a date, and whose voice says so."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.graph import Site
from policy_explorer.model.basis import Basis
from policy_explorer.model.record import Record
from policy_explorer.model.when import When

DATED = (
    ("events", "date"),
    ("targets", "due"),
    ("revisions", "said_on"),
    ("observations", "period"),
)
ELSEWHERE = frozenset({Basis.EXTERNAL, Basis.INFERRED})


def dated(site: Site) -> Iterator[tuple[When, Record]]:
    """Everything with a date, earliest first; of one day, in the order of the data."""
    found = []
    for file, key in DATED:
        for record in site.items(file):
            fact = record.get(key)
            if fact is not None and isinstance(fact.value, When):
                found.append((fact.value, record))
    yield from sorted(found, key=lambda row: row[0])


def is_elsewhere(record: Record) -> bool:
    """Whether another voice than the plan's says so."""
    fact = record.fact or record.get("value")
    return fact is not None and fact.basis in ELSEWHERE
