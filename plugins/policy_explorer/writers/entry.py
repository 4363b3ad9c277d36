"""The next entry of changes.yaml, as its author would write it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from policy_explorer.graph.changes import Change
from policy_explorer.inputs.values import BLANK
from policy_explorer.problems import SHOWN, said

INDENT = "  "


def entry(changes: Iterable[Change], codes: Sequence[str]) -> str:
    """YAML for an item of the list: what only its author knows to fill in, every changed fact."""
    summary = ", ".join(f"{code}: {BLANK}" for code in codes)
    rows = [f"- version: {BLANK}", f"  date: {BLANK}", f"  summary: {{{summary}}}"]
    rows += [f"  {row}" for row in listed(changes)]
    return "\n".join(f"{INDENT}{row}" for row in rows)


def listed(changes: Iterable[Change]) -> tuple[str, ...]:
    """The lines of `facts`, without indentation; none where nothing changed."""
    rows = tuple(f"  - {{{_row(change)}}}" for change in changes)
    return ("facts:", *rows) if rows else ()


def _row(change: Change) -> str:
    ends = (("fact", change.fact), ("from", change.before), ("to", change.after))
    return ", ".join(f"{key}: {_quoted(key, words)}" for key, words in ends if words)


def _quoted(key: str, words: str) -> str:
    """Words as a YAML scalar: an id as it is, all else in quotes, so that nothing is a comment."""
    return words if key == "fact" else json.dumps(words, ensure_ascii=False)


def news(version: str, changes: Sequence[Change], codes: Sequence[str]) -> Iterator[str]:
    """What has changed since a version, as its author would write it down; nothing if nothing."""
    if not changes:
        return
    yield counted(changes, version)
    yield said("the next entry of changes.yaml, which `new changes VERSION` would write:")
    yield entry(changes[:SHOWN], codes)
    if len(changes) > SHOWN:
        yield said("… and {} more", len(changes) - SHOWN)


def counted(changes: Sequence[Change], version: str) -> str:
    """How many facts were added, changed and removed since a version, in one line."""
    added = sum(not change.before for change in changes)
    removed = sum(not change.after for change in changes)
    changed = len(changes) - added - removed
    return said(
        "since {}: {} facts added, {} changed, {} removed", version, added, changed, removed
    )
