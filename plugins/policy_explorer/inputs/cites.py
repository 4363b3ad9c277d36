"""`cite:` in all its short forms -> places in sources, before their terms are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policy_explorer.inputs import answers, known
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.inputs.slips import Slip
from policy_explorer.inputs.values import identifier, scalar, tokens, unfit
from policy_explorer.model.heads import CITE
from policy_explorer.model.keys import names
from policy_explorer.model.place import Place
from policy_explorer.model.source import Citation
from policy_explorer.problems import quoted, said

KEYS = names(CITE)
MAX_DIGITS = 6
"""Of a line number."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation as written; without terms of its own it is found by the name of what it cites."""

    source: str
    line: int
    terms: tuple[str, ...]
    place: Place

    def settled(self, otherwise: tuple[str, ...]) -> Citation:
        """The citation, with `otherwise` as its terms where it has none."""
        return Citation(self.source, self.line, self.terms or otherwise, self.place)


def read(desk: Desk, node: Node) -> tuple[Cite, ...]:
    """Every place that is cited, in the order written.

    For one that cannot be read another, of no line, stands in: nothing is called uncited besides.
    """
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return tuple(_one(desk, entry) or Cite(desk.source, 0, (), entry.place) for entry in nodes)


def settle(cites: Iterable[Cite], otherwise: tuple[str, ...]) -> tuple[Citation, ...]:
    """Citations with their terms."""
    return tuple(cite.settled(otherwise) for cite in cites)


def _one(desk: Desk, node: Node) -> Cite | None:
    if isinstance(node, Scalar):
        line = _line(desk, node)
        return None if line is None else Cite(desk.source, line, (), node.place)
    if not isinstance(node, Mapping):
        hint = "a line number, or {source: …, line: …, terms: […]}"
        desk.fail(node.place, "bad-cite", "this is no citation", hint)
        return None
    node = known.keys(desk, node, KEYS, said("a citation"), "cite")
    source, at, terms = (node.get(key) for key in KEYS)
    name = desk.source if source is None else identifier(desk, source, "source")
    number = 0 if at is None else _line(desk, at)
    if name is None or number is None:
        return None
    if name == desk.source and not number and desk.is_lined:
        desk.fail(node.place, "bad-cite", "a citation of the plan's own source needs a line")
        return None
    words = () if terms is None else tokens(desk, terms, "terms")
    return Cite(name, number, words, node.place)


def _line(desk: Desk, node: Node) -> int | None:
    word = scalar(desk, node, "line")
    if word is None or _is_line(word):
        return None if word is None else int(word)
    message = said("{} is no line number", quoted(word))
    hint = answers.of_line(word) or "lines count from 1"
    unfit(desk, node, Slip(0, "bad-cite", message, hint), _is_line)
    return None


def _is_line(word: str) -> bool:
    is_number = word.isascii() and word.isdigit() and not word.startswith("0")
    return is_number and len(word) <= MAX_DIGITS
