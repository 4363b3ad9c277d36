"""What could not be read: of it nothing is known, so what leads to it is not called wrong."""

from __future__ import annotations

from collections.abc import Mapping

from policy_explorer.graph import pointers
from policy_explorer.model.keys import LISTS
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.targets import KINDS

SILENT = frozenset({"words", *LISTS})
"""Types of keys that may have been read, and have left nothing."""


def holds(plan: Plan, records: Mapping[str, Record], name: str) -> bool:
    """Whether a name may be that of a fact that could not be read, or not be computed."""
    start, _, rest = name.partition(".")
    record = records.get(start)
    if record is not None:
        return bool(rest) and (_is_partly(plan, record) or _is_flawed(record))
    return _is_declared(plan, start, rest.partition(".")[0])


def _is_partly(plan: Plan, record: Record) -> bool:
    """Whether something of a record was refused."""
    keys = (key.name for key in pointers.keys_of(plan, record.file) if key.type not in SILENT)
    return any(record.is_refused(name) for name in keys)


def _is_flawed(record: Record) -> bool:
    """Whether a target is told to lack what its kind needs, or makes no sense."""
    kind = KINDS.get(record.word("kind")) if record.file == "targets" else None
    if kind is None:
        return False
    is_short = any(not any(key in record.own for key in wanted) for wanted in kind.needs)
    return is_short or any(True for _ in kind.flaws(record))


def _is_declared(plan: Plan, file: str, key: str) -> bool:
    """Whether the head of a file declares something under a key that could not be read."""
    section = next((s for s in plan.sections if s.id == file), None)
    part = section or plan.files.get(file)
    if part is None or not key:
        return False
    if key in part.lost:
        return True
    known = {k.name for k in pointers.keys_of(plan, file)} | {"stated_count"}
    return "groups" in part.lost and key not in known
