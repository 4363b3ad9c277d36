"""The keys of a mapping: which are known, and which was meant by one that is not."""

from __future__ import annotations

from collections.abc import Iterable

from policy_explorer.inputs import slips
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Scalar
from policy_explorer.problems import close, nearest, quoted, said


def keys(desk: Desk, node: Mapping, legal: Iterable[str], where: str) -> Mapping:
    """The mapping as it was meant; a complaint for every key that is not known here.

    What stands under a misspelt key is read under the one it is likely to be, unless that is
    given as well: or the one mistake would be followed by others, of what seems to be missing.
    """
    known = tuple(legal)
    given = {key.text for key in node.names()}
    meant: dict[str, Scalar] = {}
    for key in node.names():
        word = "" if key.text in known else _unknown(desk, key, known, where)
        if word and word not in given:
            meant.setdefault(word, Scalar(word, key.place, key.plain))
    mended = {key.place: key for key in meant.values()}
    if not mended:
        return node
    entries = tuple((mended.get(key.place, key), value) for key, value in node.entries)
    return Mapping(entries, node.place)


def _unknown(desk: Desk, key: Scalar, known: tuple[str, ...], where: str) -> str:
    """The key that is likely to be meant, or '', after a complaint of the one that stands there."""
    if slip := slips.of_shape(key.text) if key.plain else None:
        desk.slipped(key, slip)
        return ""
    message = said("no key {} in {}", quoted(key.text), where)
    desk.fail(key.place, "unknown-key", message, nearest(key.text, known))
    return close(key.text, known)
