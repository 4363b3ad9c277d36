"""The keys of a mapping: which are known, and which was meant by one that is not."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map

from policy_explorer.inputs import labels, slips
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Scalar
from policy_explorer.model.text import Text
from policy_explorer.problems import likely, nearest, quoted, said

Legal = Iterable[str] | Map[str, Text | None]
"""Keys that may stand somewhere, perhaps with what the plan itself calls them."""


def keys(desk: Desk, node: Mapping, legal: Legal, where: str, path: str = "any") -> Mapping:
    """The mapping as it was meant; a complaint for every key that is not known here.

    What stands under a misspelt key is read under the one it is likely to be, unless that is
    given as well: or the one mistake would be followed by others, of what seems to be missing.
    Meanings of the keys are kept under `path`.
    """
    known = dict(legal) if isinstance(legal, Map) else dict.fromkeys(legal)
    given = {key.text for key in node.names()}
    meant: dict[str, Scalar] = {}
    for key in node.names():
        word = "" if key.text in known else _unknown(desk, key, known, (where, path))
        if word and word not in given:
            meant.setdefault(word, Scalar(word, key.place, key.plain))
    mended = {key.place: key for key in meant.values()}
    if not mended:
        return node
    entries = tuple((mended.get(key.place, key), value) for key, value in node.entries)
    return Mapping(entries, node.place)


def _unknown(desk: Desk, key: Scalar, known: Map[str, Text | None], where: tuple[str, str]) -> str:
    """The key that is likely to be meant, or '', after a complaint of the one that stands there."""
    if slip := slips.of_shape(key.text) if key.plain else None:
        desk.slipped(key, slip)
        return ""
    called = labels.of_keys(desk.settings, where[1], known.items())
    hint = nearest(key.text, known, labels=called)
    desk.fail(key.place, "unknown-key", said("no key {} in {}", quoted(key.text), where[0]), hint)
    return likely(key.text, known, called)
