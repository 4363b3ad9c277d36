"""A figure, read key by key: whatever no rule asks for is an error that names it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

T = TypeVar("T")
NEED: Final = object()
"""Stands for "no default": the attribute must be written, since plotly.js would guess it."""


class FigureError(ValueError):
    """The figure uses what this painter does not draw; begins with the attribute's path."""


class Node:
    """One object of the figure. Each key is taken once; `done` refuses what is left."""

    __slots__ = ("_all", "_left", "path")

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, Mapping):
            raise _error(path, "expected an object")
        self.path = path
        self._all: Mapping[str, object] = value
        self._left = dict.fromkeys(value)

    def fail(self, key: str, why: str) -> FigureError:
        """The error for one of its keys, to be raised; for the object itself with an empty key."""
        return _error(f"{self.path}.{key}" if key else self.path, why)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._all

    def raw(self, key: str, default: object = NEED) -> object:
        """The value as it stands."""
        self._left.pop(key, None)
        value = self._all.get(key, default)
        if value is NEED:
            raise self.fail(key, "must be given explicitly")
        return value

    def num(self, key: str, default: object = NEED) -> float:
        """A finite number."""
        return self.as_number(key, self.raw(key, default))

    def size(self, key: str, default: object = NEED) -> float:
        """A finite number that is not negative."""
        return self.as_size(key, self.raw(key, default))

    def text(self, key: str, default: object = NEED) -> str:
        """A string."""
        return self.as_text(key, self.raw(key, default))

    def word(self, key: str, allowed: Iterable[T], default: object = NEED) -> T:
        """One of the allowed values."""
        value, words = self.raw(key, default), tuple(allowed)
        for word in words:
            # Python thinks that 1 is True; the figure's JSON does not
            if word == value and isinstance(word, bool) is isinstance(value, bool):
                return word
        raise self.fail(key, f"{value!r} is not drawn; one of {', '.join(map(repr, words))}")

    def must(self, **values: object) -> None:
        """Require these values, written out."""
        for key, value in values.items():
            self.word(key, (value,))

    def may(self, **values: object) -> None:
        """Require these values of the keys that are written."""
        for key, value in values.items():
            self.word(key, (value,), value)

    def listing(self, key: str, default: object = NEED) -> Sequence[object]:
        """A list of anything."""
        value = self.raw(key, default)
        if not isinstance(value, list | tuple):
            raise self.fail(key, "expected a list")
        return value

    def nums(self, key: str, count: int | None = None) -> list[float]:
        """A list of finite numbers, of this length if one is given."""
        values = self.listing(key)
        if count is not None and len(values) != count:
            raise self.fail(key, f"expected {count} numbers")
        return [self.as_number(f"{key}[{i}]", v) for i, v in enumerate(values)]

    def each(self, key: str, n: int, read: Callable[[str, object], T], *default: object) -> list[T]:
        """`n` values, read one by one; a single value stands for all of them."""
        value = self.raw(key, *default)
        if not isinstance(value, list | tuple):
            return [read(key, value)] * n
        if len(value) != n:
            raise self.fail(key, f"expected {n} values, got {len(value)}")
        return [read(f"{key}[{i}]", v) for i, v in enumerate(value)]

    def sub(self, key: str) -> Node:
        """The object under a key."""
        return Node(self.raw(key), f"{self.path}.{key}")

    def sub_or_empty(self, key: str) -> Node:
        """The object under a key; an empty one if it is not written."""
        return Node(self.raw(key, {}), f"{self.path}.{key}")

    def items(self, key: str) -> list[Node]:
        """The objects of a list; none if it is not written."""
        return [Node(v, f"{self.path}.{key}[{i}]") for i, v in enumerate(self.listing(key, ()))]

    def skip(self, *keys: str) -> None:
        """Let these keys pass: they matter to the live chart only."""
        for key in keys:
            self._left.pop(key, None)

    def done(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self._left:
            raise self.fail(key, "is not in the supported subset")

    def as_number(self, key: str, value: object) -> float:
        """A value that was read already, as a finite number."""
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        raise self.fail(key, f"expected a finite number, got {value!r}")

    def as_size(self, key: str, value: object) -> float:
        """A value that was read already, as a number that is not negative."""
        size = self.as_number(key, value)
        if size < 0:
            raise self.fail(key, "must not be negative")
        return size

    def as_text(self, key: str, value: object) -> str:
        """A value that was read already, as a string."""
        if not isinstance(value, str):
            raise self.fail(key, "expected text")
        return value


def _error(path: str, why: str) -> FigureError:
    return FigureError(f"{path}: {why}")
