"""Where the next item of a file goes, so that not a byte of what is there is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from policy_explorer.inputs import events, typed
from policy_explorer.problems import Problem, Refused, errors, said

INDENT, GAP = 2, 2
"""Of a list that has no items yet: where its dashes stand, and how far the keys from them."""
MARK = "\ufeff"
"""A byte order mark, which YAML skips."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a file's text: what is put before the item, what is cut, how it is indented."""

    at: int
    lead: str
    cut: tuple[int, int]
    """The brackets of an empty list, or nothing."""
    indent: int = INDENT
    gap: int = GAP

    def filled(self, text: str, rows: tuple[str, ...]) -> tuple[str, int]:
        """The text with an item of these rows, and the line on which it begins."""
        end = newline(text)
        first = f"{' ' * self.indent}-{' ' * (self.gap - 1)}"
        later = " " * (self.indent + self.gap)
        lines = [f"{later if n else first}{row}{end}" for n, row in enumerate(rows)]
        before = f"{text[: self.cut[0]]}{text[self.cut[1] : self.at]}{self.lead}"
        return f"{before}{''.join(lines)}{text[self.at :]}", before.count("\n") + 1


def newline(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def find(shown: str, text: str, *, is_first: bool = False) -> Slot:
    """Where the next item goes: after the last one, or before the first.

    Problems (raised): those of YAML; wrong-shape where the items are no list of dashes.
    """
    root, problems = events.tree(shown, text.removeprefix(MARK))
    if wrong := errors(problems):
        raise Refused(wrong)
    offset = len(text) - len(text.removeprefix(MARK))
    if root is None:
        return Slot(len(text), f"{_ended(text, len(text))}items:{newline(text)}", (0, 0))
    found = next((v for key, v in _entries(text[offset:]) if key == "items"), None)
    if found is None:
        lead = f"{_ended(text, len(text))}items:{newline(text)}"
        return Slot(len(text), lead, (0, 0))
    slot = _slot(text, offset, found, is_first=is_first)
    if slot is None:
        line = _from(found[0]).line + 1
        message = said("items stands in brackets or holds no list")
        hint = said("write its items under each other, with dashes")
        raise Refused([Problem(shown, line, 1, "wrong-shape", message, hint)])
    return slot


def is_added(shown: str, before: str, after: str, *, is_first: bool = False) -> bool:
    """Whether the one text says what the other says, and one item more."""
    old, _ = events.tree(shown, before.removeprefix(MARK))
    new, problems = events.tree(shown, after.removeprefix(MARK))
    known = {} if old is None else typed.value(old)
    found = None if new is None else typed.value(new)
    if problems or not isinstance(known, dict) or not isinstance(found, dict):
        return False
    items = found.pop("items", None)
    kept = known.pop("items", None) or []
    rest = items[1:] if is_first and items else (items or [])[:-1]
    return found == known and rest == kept and len(items or []) == len(kept) + 1


def _entries(text: str) -> Iterator[tuple[str, list[yaml.Event]]]:
    """The keys of a file's mapping, each with the events of its value."""
    depth, key = 0, ""
    value: list[yaml.Event] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > 0 and (key or depth > 1):
            value.append(event)
            if depth == 1 and not isinstance(event, yaml.CollectionStartEvent):
                yield key, value
                key, value = "", []
        elif depth == 1 and isinstance(event, yaml.ScalarEvent):
            key = event.value
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1


def _slot(text: str, offset: int, value: list[yaml.Event], *, is_first: bool) -> Slot | None:
    start = value[0]
    at = offset + _from(start).index
    end = offset + _to(value[-1])
    if isinstance(start, yaml.ScalarEvent):
        return None if start.value else _after(text, end, (0, 0), 0, INDENT)
    if not isinstance(start, yaml.SequenceStartEvent) or (start.flow_style and len(value) > 2):  # noqa: PLR2004 -- its start and its end
        return None
    if start.flow_style:
        bare = len(text[:at].rstrip(" "))
        return _after(text, end, (bare, end), 0, INDENT)
    column, first = _from(start).column, _from(value[1])
    is_beside = first.line == _from(start).line
    gap = first.column - column if is_beside else GAP
    if is_first:
        return Slot(text.rfind("\n", 0, at) + 1, "", (0, 0), column, gap)
    last = max(offset + _to(e) for e in value[1:-1] if not _is_block_end(e))
    lead = newline(text) if _is_airy(text, offset, value) else ""
    found = _after(text, last, (0, 0), column, column)
    return Slot(found.at, f"{found.lead}{lead}", (0, 0), column, gap)


@dataclass(frozen=True, slots=True)
class _Mark:
    """An offset from the start of the text, and the line and column it is on, all from 0."""

    index: int = 0
    line: int = 0
    column: int = 0


def _from(event: yaml.Event) -> _Mark:
    mark = event.start_mark
    return _Mark(mark.index, mark.line, mark.column) if mark else _Mark()


def _to(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _is_block_end(event: yaml.Event) -> bool:
    """Whether an event ends where the next thing begins, and not where its own words do."""
    is_end = isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
    return is_end and _from(event).index == _to(event)


def _is_airy(text: str, offset: int, value: list[yaml.Event]) -> bool:
    """Whether an empty line stands between the items."""
    depth, starts = 0, []
    for event in value[1:-1]:
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
            continue
        if depth == 0:
            starts.append(offset + _from(event).index)
        depth += isinstance(event, yaml.CollectionStartEvent)
    rows = text[: starts[-1]].split("\n")
    return len(starts) > 1 and len(rows) > 1 and not rows[-2].strip()


def _after(text: str, end: int, cut: tuple[int, int], column: int, indent: int) -> Slot:
    """The line after this offset, and after remarks that stand deeper than this column."""
    at = end if text[end - 1 : end] == "\n" else _line_end(text, end)
    ahead = at
    while ahead < len(text):
        after = _line_end(text, ahead)
        row = text[ahead:after]
        is_remark = row.lstrip().startswith("#") and len(row) - len(row.lstrip(" ")) > column
        if row.strip() and not is_remark:
            break
        ahead = after
        at = after if is_remark else at
    return Slot(at, _ended(text, at), cut, indent)


def _line_end(text: str, at: int) -> int:
    """Where the line of this offset is over."""
    return (text.find("\n", at) + 1) or len(text)


def _ended(text: str, at: int) -> str:
    """The end of line that is missing before this offset, if one is."""
    return "" if not text[:at] or text[:at].endswith("\n") else newline(text)
