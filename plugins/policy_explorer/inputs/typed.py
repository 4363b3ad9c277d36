"""Nodes as editors type them: the core schema of YAML 1.2, by which JSON Schemas judge."""

from __future__ import annotations

import re

from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence

WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
WHOLE = re.compile(r"[-+]?[0-9]+")
BROKEN = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def value(node: Node) -> object:
    """What an editor takes a node for.

    >>> from policy_explorer.inputs import events
    >>> value(events.tree("x", "{a: 010, b: [no, 1.50, '7'], c: 2020-06}")[0])
    {'a': 10, 'b': ['no', 1.5, '7'], 'c': '2020-06'}
    """
    if isinstance(node, Mapping):
        return {key.text: value(inner) for key, inner in node.entries}
    if isinstance(node, Sequence):
        return [value(inner) for inner in node.items]
    return _scalar(node)


def _scalar(node: Scalar) -> object:
    word = node.text
    if not node.plain:
        return word
    if word.lower() in WORDS and word in {word.lower(), word.upper(), word.capitalize()}:
        return WORDS[word.lower()]
    if WHOLE.fullmatch(word):
        return int(word)
    return float(word) if BROKEN.fullmatch(word) else word
