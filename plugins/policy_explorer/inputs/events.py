"""YAML text -> nodes with marks; strict, bounded, and never typed by YAML itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.inputs.text import CONTROL
from policy_explorer.model.place import Place
from policy_explorer.problems import Problem, Refused, quoted

MAX_DEPTH = 20
MAX_VALUES = 200_000
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

KEPT = 256
"""Trees kept, of the files read last."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    is_mapping: bool
    place: Place
    values: list[Node] = field(default_factory=list)
    keys: list[Scalar] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(tuple(zip(self.keys, self.values, strict=True)), self.place)
        return Sequence(tuple(self.values), self.place)


class _Builder:
    """Takes parser events one by one; the root stands in `root` when they are over."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.documents = 0
        self.values = 0

    def take(self, event: yaml.Event) -> None:
        """One event; raises `Refused` where going on would be unsafe or pointless."""
        self._forbid(event)
        if isinstance(event, _OPENING):
            self._deeper(event)
        elif isinstance(event, _CLOSING):
            self._put(self.open.pop().closed())
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)

    def place(self, event: yaml.Event) -> Place:
        """Where an event starts."""
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path, 1, 1)

    def fail(self, place: Place, code: str, message: str, hint: str = "") -> Problem:
        """Note a problem and go on."""
        problem = Problem(place.path, place.line, place.col, code, message, hint)
        self.problems.append(problem)
        return problem

    def stop(self, place: Place, code: str, message: str, hint: str = "") -> Refused:
        """The end of reading this file."""
        self.fail(place, code, message, hint)
        return Refused(self.problems)

    def _forbid(self, event: yaml.Event) -> None:
        at = self.place(event)
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.stop(at, "too-big", f"more than {MAX_VALUES} values in one file")
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.stop(at, "second-document", 'a second document ("---") in one file')
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.stop(
                at, "anchor", "anchors (&) and aliases (*) are not used here", "write it out"
            )
        if getattr(event, "tag", None):
            raise self.stop(at, "tag", "tags (!) are not used here", "take the tag away")

    def _deeper(self, event: yaml.Event) -> None:
        at = self.place(event)
        if len(self.open) >= MAX_DEPTH:
            raise self.stop(at, "too-deep", f"nested deeper than {MAX_DEPTH} levels")
        if self._awaits_key():
            raise self.stop(at, "bad-key", "a key must be plain words")
        self.open.append(_Open(isinstance(event, yaml.MappingStartEvent), at))

    def _awaits_key(self) -> bool:
        top = self.open[-1] if self.open else None
        return bool(top and top.is_mapping and len(top.keys) == len(top.values))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        node = Scalar(event.value, self.place(event), not event.style)
        if found := CONTROL.search(node.text):  # the file's own text has none: it was an escape
            message = f"a control character, U+{ord(found[0]):04X}, written as an escape"
            self.fail(node.place, "control-character", message, "delete it")
        if not self._awaits_key():
            self._put(node)
            return
        top = self.open[-1]
        if first := top.seen.get(node.text):
            self.fail(
                node.place,
                "duplicate-key",
                f"the key {quoted(node.text)} is given twice",
                f"the first stands on line {first.line}",
            )
        top.seen.setdefault(node.text, node.place)
        top.keys.append(node)

    def _put(self, node: Node) -> None:
        if self.open:
            self.open[-1].values.append(node)
        else:
            self.root = node


@lru_cache(maxsize=KEPT)
def tree(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root of a file's YAML, and what is wrong with its form.

    A tree never changes, so one that was read before from the same text is the same one again:
    a second look at a plan reads only the files that were edited.

    Problems: anchor, bad-key, control-character, duplicate-key, full-width-colon, second-document,
    tab, tag, too-big, too-deep, yaml-syntax. Where the root is None, the file could not be read to
    its end.
    """
    builder = _Builder(path)
    try:
        # events only: the C library's own composing can crash on hostile nesting
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except Refused:
        return None, tuple(builder.problems)
    except yaml.MarkedYAMLError as error:
        _explain(builder, text, error)
        return None, tuple(builder.problems)
    return builder.root, tuple(builder.problems)


def _explain(builder: _Builder, text: str, error: yaml.MarkedYAMLError) -> None:
    """The parser's complaint in the editor's words, at the place that has to be mended."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    rows = text.split("\n")
    place = Place(builder.path, line + 1, (mark.column if mark else 0) + 1)
    for at in (line, line - 1):
        row = rows[at] if 0 <= at < len(rows) else ""
        if (col := _indent_tab(row)) >= 0:
            spot = Place(builder.path, at + 1, col + 1)
            builder.fail(spot, "tab", "a tab in the indentation", "use spaces")
            return
        head = row.split(":", 1)[0]
        if "：" in head and "#" not in head:
            spot = Place(builder.path, at + 1, row.index("：") + 1)
            hint = 'write ":" and a space'
            builder.fail(spot, "full-width-colon", 'a full-width colon "：" after a key', hint)
            return
    message = error.problem or error.context or "it is not YAML"
    builder.fail(place, "yaml-syntax", message)


def _indent_tab(row: str) -> int:
    """Column of a tab before the first word, from 0; -1 where there is none."""
    indent = row[: len(row) - len(row.lstrip())]
    return indent.find("\t")
