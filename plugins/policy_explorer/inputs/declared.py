"""`fields:` of a file -> the keys its items may have beside the common ones."""

from __future__ import annotations

from policy_explorer.inputs import choices, known, values
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node
from policy_explorer.model.files import COMMON, GROUND
from policy_explorer.model.heads import FIELD, FIELD_TYPES, SILENT
from policy_explorer.model.keys import Key, names, picks
from policy_explorer.model.text import Text
from policy_explorer.problems import quoted, said

KEYS = names(FIELD)
TAKEN = frozenset({*(key.name for key in COMMON), *GROUND, "group"})


def read(desk: Desk, node: Node, also_taken: frozenset[str]) -> tuple[Key, ...]:
    """The declared keys, in the order written."""
    entries = values.mapping(desk, node, "fields")
    out = []
    for name, spec in entries.entries if entries else ():
        if name.text in TAKEN | also_taken:
            message = said(
                "{} is a key every item has; call the field otherwise", quoted(name.text)
            )
            desk.fail(name.place, "reserved-key", message)
            continue
        key = _one(desk, name.text.strip(), spec)
        if key is not None:
            out.append(key)
    return tuple(out)


def _one(desk: Desk, name: str, node: Node) -> Key | None:
    what = said("the field {}", quoted(name))
    spec = values.mapping(desk, node, what)
    if spec is None:
        return None
    spec = known.keys(desk, spec, KEYS, what, "field")
    kind, label = spec.get("type"), spec.get("label")
    for key, given in (("type", kind), ("label", label)):
        if given is None:
            desk.fail(spec.place, "missing-key", said("{} has no {}", what, quoted(key)))
    if kind is None or label is None:
        return None
    found = choices.pick(desk, kind, picks(*FIELD_TYPES), said("type of field"), "type")
    words = values.text(desk, label, "label")
    if found is None:
        return None
    to, unit = spec.get("to"), spec.get("unit")
    return Key(
        name,
        found,
        to=(values.scalar(desk, to, "to") or "") if to is not None else "",
        choices=_choices(desk, spec.get("choices")),
        label=words,
        unit=(choices.unit(desk, unit, "unit") or "") if unit is not None else "",
        otherwise=_otherwise(desk, spec.get("otherwise")),
    )


def _choices(desk: Desk, node: Node | None) -> tuple[tuple[str, Text | None], ...]:
    entries = values.mapping(desk, node, "choices") if node is not None else None
    if not isinstance(entries, Mapping):
        return ()
    return tuple((k.text, values.text(desk, v, said("a choice"))) for k, v in entries.entries)


def _otherwise(desk: Desk, node: Node | None) -> str:
    return (
        "" if node is None else choices.pick(desk, node, picks(SILENT), "otherwise", "basis") or ""
    )
