"""YAML text -> nodes with marks; strict, bounded, and never typed by YAML itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

import yaml

from policy_explorer.inputs import failures, slips
from policy_explorer.inputs.mended import Mended
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.inputs.notes import Notes
from policy_explorer.inputs.syntax import At
from policy_explorer.inputs.text import CONTROL
from policy_explorer.model.place import Place
from policy_explorer.problems import Problem, Refused, quoted, said

TRIES, FEW, LONG = 20, 3, 200_000
"""Slips after which a file is read on, of a file of more characters than that only few."""
MAX_DEPTH = 20
MAX_VALUES = 200_000
LOST = re.compile(r"[ \t]+#(?=\w)")
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
    is_again: bool = False
    """Whether the last key was there before."""

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(tuple(zip(self.keys, self.values, strict=True)), self.place)
        return Sequence(tuple(self.values), self.place)


class _Builder(Notes):
    """Takes parser events one by one; the root stands in `root` when they are over."""

    def __init__(self, path: str, text: Mended) -> None:
        super().__init__()
        self.path = path
        self.text = text
        self.rows = text.rows
        self.quote = ((0, 0), (0, 0))
        """Start and end of the last value in quotes, lines and columns from 0."""
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
        line, col = _at(event.start_mark)
        return Place(self.path, line + 1, self.text.written(line, col) + 1)

    def stop(self, place: Place, code: str, message: str, hint: str = "") -> Refused:
        """The end of reading this file."""
        self.fail(place, code, message, hint)
        return Refused(self.problems)

    def left_open(self, error: yaml.MarkedYAMLError) -> tuple[int, int] | None:
        """Where the last quoted value began, if it ran over a line end up to the mistake."""
        start, end = self.quote
        return start if end == _at(error.problem_mark) and start[0] < end[0] else None

    def is_cut_short(self, error: yaml.MarkedYAMLError) -> bool:
        """Whether a comment that looks lost took a closing bracket along: then it is an error."""
        first, last = _at(error.context_mark)[0] + 1, _at(error.problem_mark)[0] + 1
        for n, problem in enumerate(self.problems):
            is_near = first <= problem.line <= last and "flow" in (error.context or "")
            if problem.code == "lost-comment" and is_near:
                self.problems[n] = replace(problem, severity="error")
                return True
        return False

    def _forbid(self, event: yaml.Event) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            message = said("more than {} values in one file", MAX_VALUES)
            raise self.stop(self.place(event), "too-big", message)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = 'a second document ("---") in one file'
                raise self.stop(self.place(event), "second-document", message)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "anchors (&) and aliases (*) are not used here"
            raise self.stop(self.place(event), "anchor", message, "write it out")
        if getattr(event, "tag", None):
            message = "tags (!) are not used here"
            raise self.stop(self.place(event), "tag", message, "take the tag away")

    def _deeper(self, event: yaml.Event) -> None:
        at = self.place(event)
        if len(self.open) >= MAX_DEPTH:
            raise self.stop(at, "too-deep", said("nested deeper than {} levels", MAX_DEPTH))
        if self._awaits_key():
            raise self.stop(at, "bad-key", "a key must be plain words")
        self.open.append(_Open(isinstance(event, yaml.MappingStartEvent), at))

    def _awaits_key(self) -> bool:
        top = self.open[-1] if self.open else None
        return bool(top and top.is_mapping and len(top.keys) == len(top.values))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        node = Scalar(event.value, self.place(event), not event.style)
        if node.plain:
            node = self._unglued(node)
            self._lost(*_at(event.end_mark))
        else:
            self.quote = (_at(event.start_mark), _at(event.end_mark))
        if found := CONTROL.search(node.text):  # the file's own text has none: it was an escape
            message = said(
                "a control character, U+{}, written as an escape", f"{ord(found[0]):04X}"
            )
            self.fail(node.place, "control-character", message, "delete it")
        if not self._awaits_key():
            self._put(node)
            return
        top = self.open[-1]
        first = top.seen.get(node.text)
        if first and not top.is_again:  # else an item has lost the dash it begins with
            message = said("the key {} is given twice", quoted(node.text))
            hint = said("the first stands on line {}", first.line)
            self.fail(node.place, "duplicate-key", message, hint)
        top.is_again = first is not None
        top.seen.setdefault(node.text, node.place)
        top.keys.append(node)

    def _unglued(self, node: Scalar) -> Scalar:
        """The scalar without odd spaces at its ends, of which is told.

        Where they are part of a key, or keep one from being seen, nothing more can be read.
        """
        slip = slips.glued(node.text)
        if slip is None:
            return node
        place = Place(node.place.path, node.place.line, node.place.col + slip.at)
        rest = node.text.strip()
        if self._awaits_key() or slips.glued(rest) is not None:
            raise self.stop(place, slip.code, slip.message, slip.hint)
        self.fail(place, slip.code, slip.message, slip.hint)
        return Scalar(rest, node.place, plain=True)

    def _lost(self, line: int, col: int) -> None:
        """A warning where ` #5` after a plain value is read as a comment, but may belong to it."""
        row = self.rows[line] if line < len(self.rows) else ""
        if found := LOST.match(row, col):
            place = Place(self.path, line + 1, found.end())
            message = said("from # on, this is a comment and not part of the value")
            hint = said("put the value in quotes; or, if it is a comment, write a space after #")
            self.fail(place, "lost-comment", message, hint, severity="warning")

    def _put(self, node: Node) -> None:
        if self.open:
            self.open[-1].values.append(node)
        else:
            self.root = node


class Mark(Protocol):
    """A place as the parser gives it, from 0."""

    @property
    def line(self) -> int: ...  # noqa: D102 -- as it says
    @property
    def column(self) -> int: ...  # noqa: D102 -- in characters


def _at(mark: Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


@lru_cache(maxsize=KEPT)
def tree(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root of a file's YAML, and what is wrong with its form.

    A tree never changes, so one that was read before from the same text is the same one again:
    a second look at a plan reads only the files that were edited.

    Problems: anchor, bad-key, control-character, curly-quotes, duplicate-key, full-width,
    full-width-colon, lost-comment, missing-space, not-closed, odd-space, second-document, tab, tag,
    too-big, too-deep, yaml-syntax. Where the root is None, the file could not be read to
    its end. Signs that were meant for YAML's are told of and read as those, so that one slip does
    not hide the next.
    """
    mended = Mended(text)
    told: list[Problem] = []
    for _ in range(TRIES if len(text) < LONG else FEW):
        builder = _Builder(path, mended)
        try:
            found = _taken(builder)
        except Refused:
            break
        if found is None:
            return builder.root, (*told, *builder.problems)
        col = mended.written(found.line, found.slip.at)
        told.append(replace(found.problem(path), col=col + 1))
        if not mended.mend(found.line, found.slip):
            break
    return None, (*told, *builder.problems)


def _taken(builder: _Builder) -> At | None:
    """Read a text to its end, or up to what has to be mended, which comes out."""
    try:
        # events only: the C library's own composing can crash on hostile nesting
        for event in yaml.parse(builder.text.text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        if builder.is_cut_short(error):
            raise Refused(builder.problems) from error
        return failures.explained(builder.rows, error, builder.left_open(error))
    return None
