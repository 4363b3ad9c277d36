"""YAML as a tree in which every value knows where it stands. All scalars are text.

A node is equal to itself only: what was made of one can be kept for it at no cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.model.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A word; `plain` where it stood without quotes."""

    text: str
    place: Place
    plain: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """A mapping; its keys are scalars, each given once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under a key, if given."""
        return next((value for k, value in self.entries if k.text == key), None)

    def names(self) -> Iterator[Scalar]:
        """Its keys, in the order written."""
        return (k for k, _ in self.entries)


Node = Scalar | Sequence | Mapping
