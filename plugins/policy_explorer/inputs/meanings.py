"""model/meanings.yaml -> what each key means."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from policy_explorer.inputs import events, typed
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.model.meaning import LANGUAGES, Meaning, Meanings, Sample

PATH = Path(__file__).resolve().parents[1] / "model/meanings.yaml"


@lru_cache(maxsize=1)
def load() -> Meanings:
    """Every meaning by its path; the file is ours, so a mistake in it is a mistake of ours."""
    root, problems = events.tree(PATH.name, PATH.read_text(encoding="utf-8"))
    if problems or not isinstance(root, Mapping):
        raise ValueError(problems)
    return {key.text: _meaning(node) for key, node in root.entries}


def _meaning(node: Node) -> Meaning:
    if not isinstance(node, Mapping):
        raise TypeError(node)
    title = node.get("title")
    both = " / ".join(_words(title)) if isinstance(title, Mapping) else ""
    return Meaning(both, _words(node), _samples(node, "good"), _samples(node, "bad"))


def _words(node: Mapping) -> tuple[str, ...]:
    found = (node.get(code) for code in LANGUAGES)
    return tuple(word.text for word in found if isinstance(word, Scalar))


def _samples(node: Mapping, key: str) -> tuple[Sample, ...]:
    found = node.get(key)
    written = found.items if isinstance(found, Sequence) else ()
    return tuple(_sample(word) for word in written if isinstance(word, Scalar))


def _sample(node: Scalar) -> Sample:
    root, problems = events.tree(f"{PATH.name}:{node.place.line}", node.text)
    if root is None or problems:
        raise ValueError(problems)
    return Sample(node.text, typed.value(root))
