"""theme/strings.yaml -> the words of the interface, every language of the plan or a Problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from policy_explorer.inputs import events, slips, text
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.model.meaning import LANGUAGES
from policy_explorer.model.place import Place
from policy_explorer.model.strings import Strings
from policy_explorer.model.text import Text
from policy_explorer.problems import Refused, errors, nearest, quoted, said
from policy_explorer.settings import Settings

FILE = "strings.yaml"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Words under one key, by language: `nav.home: {zh: 首页, en: Home}`."""

    key: str
    place: Place
    node: Mapping


def load(settings: Settings, codes: tuple[str, ...]) -> Strings:
    """The words of the theme; a plan may bring `strings.yaml` beside its data for its languages.

    Problems: as for any file; missing-language where a key has no words in a language of the plan;
    of the plan's own words unknown-key and unknown-language, and signs that are not YAML's.
    """
    own = settings.data.parent / FILE
    tree = _tree(settings, own) if text.is_there(own) and own != settings.theme / FILE else None
    return _read(_tree(settings, settings.theme / FILE), tree, codes)


def of_theme(settings: Settings) -> Strings:
    """The words of the theme alone, in the languages it has."""
    return _read(_tree(settings, settings.theme / FILE), None, LANGUAGES)


@lru_cache(maxsize=4)
def _read(theme: Node, own: Node | None, codes: tuple[str, ...]) -> Strings:
    desk = Desk(codes, "")
    leaves = {leaf.key: leaf for leaf in _leaves(theme, "")}
    found = {key: _words(leaf.node) for key, leaf in leaves.items()}
    for leaf in () if own is None else _leaves(own, ""):
        if _is_known(desk, leaf, found):
            leaves[leaf.key] = leaf
            found[leaf.key].update(_words(leaf.node))
    for key, words in found.items():
        for code in codes if not desk.problems else ():  # or what is missing may but be misspelt
            if code not in words:
                message = said("{} has no words in {}", key, quoted(code))
                desk.fail(leaves[key].node.place, "missing-language", message)
    if desk.problems:
        raise Refused(desk.problems)
    return Strings({key: Text(tuple((c, words[c]) for c in codes)) for key, words in found.items()})


def _is_known(desk: Desk, leaf: _Leaf, known: dict[str, dict[str, str]]) -> bool:
    """Whether the theme has such a key, and plan or theme such languages; else a complaint."""
    if leaf.key not in known:
        slip = slips.of_shape(leaf.key)
        message = said("no key {} in {}", quoted(leaf.key), said("the strings of the theme"))
        if slip is not None:
            desk.fail(leaf.place, slip.code, slip.message, slip.hint)
        else:
            desk.fail(leaf.place, "unknown-key", message, nearest(leaf.key, known))
        return False
    if not leaf.node.entries:
        message = said("{} must be given in {}", leaf.key, ", ".join(desk.codes))
        desk.fail(leaf.node.place, "wrong-shape", message, desk.sample)
        return False
    legal = {*desk.codes, *LANGUAGES}
    odd = [code for code in leaf.node.names() if code.text not in legal]
    for code in odd:
        if slip := slips.of_shape(code.text) if code.plain else None:
            desk.slipped(code, slip)
        else:
            message = said("{} is no language of this plan", quoted(code.text))
            desk.fail(code.place, "unknown-language", message, nearest(code.text, legal))
    return not odd


def _tree(settings: Settings, path: Path) -> Node:
    shown = settings.shown(path)
    root, problems = events.tree(shown, text.read(path, shown))
    if root is None or errors(problems):
        raise Refused(problems)
    return root


def _leaves(node: Node, prefix: str) -> Iterator[_Leaf]:
    """`a: {b: {zh: …}}` as 'a.b': a leaf is a mapping whose values are all words."""
    for key, value in node.entries if isinstance(node, Mapping) else ():
        name = f"{prefix}.{key.text}" if prefix else key.text
        if not isinstance(value, Mapping):
            yield _Leaf(name, key.place, Mapping((), value.place))
        elif value.entries and not any(isinstance(inner, Mapping) for _, inner in value.entries):
            yield _Leaf(name, key.place, value)
        else:
            yield from _leaves(value, name)


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
