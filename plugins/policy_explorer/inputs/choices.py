"""Words of a closed list: choices, units, flags, and the one that says the source is silent."""

from __future__ import annotations

import re

from policy_explorer.inputs import labels, values
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.labels import Known
from policy_explorer.inputs.nodes import Mapping, Node, Scalar
from policy_explorer.inputs.slips import Slip
from policy_explorer.model import number
from policy_explorer.model.basis import Basis
from policy_explorer.model.heads import SILENT
from policy_explorer.model.keys import picks
from policy_explorer.model.text import Text
from policy_explorer.model.units import UNITS
from policy_explorer.problems import likely, nearest, quoted, said

BASES = picks(*Basis)
_YES = {"true": True, "false": False}


def is_nearly_silent(desk: Desk, node: Node, what: str) -> bool:
    """Whether the source is meant to be silent, but in other words; a complaint if so."""
    word = node.text if isinstance(node, Scalar) and node.plain else ""
    if not word or values.is_silent(node):
        return False
    is_spelt = re.sub("[ -]", "_", word.casefold()) == SILENT
    is_value = (word.isascii() and " " not in word) or number.parse(word)  # then nobody is asked
    if not is_spelt and (is_value or not _is_called_silent(desk, word)):
        return False
    hint = said("did you mean {}?", quoted(SILENT))
    desk.fail(node.place, "unknown-choice", said("{} is no {}", quoted(word), what), hint)
    return True


def _is_called_silent(desk: Desk, word: str) -> bool:
    return bool(labels.of_choices(desk.settings, "basis", picks(SILENT)).meant(word))


def unit(desk: Desk, node: Node, what: str) -> str | Text | None:
    """A unit of the table, or words for what is counted."""
    if isinstance(node, Mapping):
        return values.text(desk, node, what)
    word = values.scalar(desk, node, what)
    if word is None or word in UNITS:
        return word
    called = labels.of_choices(desk.settings, "unit", picks(*UNITS))
    found = nearest(word, UNITS, labels=called)
    hint = found or "take one of the unit table, or say what is counted as a Text"
    message = said("{} is no unit", quoted(word))
    values.unfit(desk, node, Slip(0, "unknown-unit", message, hint), UNITS.__contains__)
    return None


def pick(desk: Desk, node: Node, known: Known, what: str, group: str = "") -> str | None:
    """One of a closed list; its words are those of the key, or are kept as those of a `group`."""
    word = values.scalar(desk, node, what)
    choices = dict(known)
    if word is None or word in choices:
        return word
    called = labels.of_choices(desk.settings, f"{desk.file}.{group or what}", choices.items())
    hint = nearest(word, choices, offer=12, labels=called)
    message = said("{} is no {}", quoted(word), what)
    values.unfit(desk, node, Slip(0, "unknown-choice", message, hint), choices.__contains__)
    return None


def basis(desk: Desk, node: Node) -> Basis | None:
    """A basis, or, after a complaint, the one that is likely to be meant: much depends on it."""
    found = pick(desk, node, BASES, "basis")
    if found is None and isinstance(node, Scalar):
        found = likely(node.text, Basis, labels.of_choices(desk.settings, "basis", BASES))
    return Basis(found) if found else None


def flag(desk: Desk, node: Node, what: str) -> bool | None:
    """`true` or `false`."""
    word = values.scalar(desk, node, what)
    if word is None or word in _YES:
        return None if word is None else _YES[word]
    message = said("{} is true or false, not {}", what, quoted(word))
    values.unfit(desk, node, Slip(0, "unknown-choice", message, ""), _YES.__contains__)
    return None
