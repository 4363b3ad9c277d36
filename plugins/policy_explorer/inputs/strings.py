"""theme/strings.yaml -> the words of the interface, every language of the plan or a Problem."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from policy_explorer.inputs import events, text
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.model.strings import Strings
from policy_explorer.model.text import Text
from policy_explorer.problems import Refused, errors, quoted, said
from policy_explorer.settings import Settings


def load(settings: Settings, codes: tuple[str, ...]) -> Strings:
    """The words of the theme; a plan may bring `strings.yaml` beside its data for its languages.

    Problems: as for any file; missing-language where a key has no words in a language of the plan.
    """
    theme = settings.theme / "strings.yaml"
    own = settings.data.parent / "strings.yaml"
    paths = dict.fromkeys((theme, own) if text.is_there(own) else (theme,))
    return _read(tuple(_tree(settings, path) for path in paths), codes)


@lru_cache(maxsize=4)
def _read(roots: tuple[Node, ...], codes: tuple[str, ...]) -> Strings:
    found: dict[str, dict[str, str]] = {}
    desk = Desk(codes, "")
    marks: dict[str, Node] = {}
    for root in roots:
        for key, node in _leaves(root, ""):
            marks[key] = node
            found.setdefault(key, {}).update(_words(node))
    for key, words in found.items():
        for code in codes:
            if code not in words:
                message = said("{} has no words in {}", key, quoted(code))
                desk.fail(marks[key].place, "missing-language", message)
    if desk.problems:
        raise Refused(desk.problems)
    rows = {key: Text(tuple((c, words[c]) for c in codes)) for key, words in found.items()}
    return Strings(rows)


def _tree(settings: Settings, path: Path) -> Node:
    shown = settings.shown(path)
    root, problems = events.tree(shown, text.read(path, shown))
    if root is None or errors(problems):
        raise Refused(problems)
    return root


def _leaves(node: Node, prefix: str) -> Iterator[tuple[str, Mapping]]:
    """`a: {b: {zh: …}}` as ('a.b', {zh: …}): a leaf is a mapping whose values are all words."""
    if not isinstance(node, Mapping):
        return
    if node.entries and not any(isinstance(value, Mapping) for _, value in node.entries):
        yield prefix, node
        return
    for key, value in node.entries:
        yield from _leaves(value, f"{prefix}.{key.text}" if prefix else key.text)


def _words(node: Mapping) -> dict[str, str]:
    """The words of one key; spaces at the ends are meant (separators), so they are kept."""
    out = {}
    for code, value in node.entries:
        if isinstance(value, Sequence):
            words = (entry.text for entry in value.items if isinstance(entry, Scalar))
            out[code.text] = "|".join(words)
        elif isinstance(value, Scalar):
            out[code.text] = value.text
    return out
