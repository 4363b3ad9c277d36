"""Bytes that cost much: made when somebody asks for them, and once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TypeVar


class Later:
    """Bytes still to be made."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        """`make` runs once at most, whoever asks."""
        self._make = make
        self._made: bytes | None = None
        self._lock = threading.Lock()

    @property
    def ready(self) -> bytes | None:
        """The bytes, if they have been made."""
        return self._made

    def get(self) -> bytes:
        """The bytes."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def put(self, data: bytes) -> None:
        """Take the bytes as somebody else has made them."""
        with self._lock:
            self._made = data

    def once(self) -> bytes:
        """The bytes for somebody who keeps them himself: they are not kept here as well."""
        return self._made if self._made is not None else self._make()


V = TypeVar("V")


class Lazy(Mapping[str, V]):
    """A mapping of which a part is made only when a key is not in the other."""

    def __init__(self, rest: Callable[[], Mapping[str, V]], first: Mapping[str, V]) -> None:
        """`first` is there; `rest` gives all other keys."""
        self._first = first
        self._make = rest

    @cached_property
    def _rest(self) -> Mapping[str, V]:
        return self._make()

    def __getitem__(self, key: str) -> V:
        """The value under a key."""
        return self._first[key] if key in self._first else self._rest[key]

    def __iter__(self) -> Iterator[str]:
        """Its keys, in the order made."""
        return chain(self._first, self._rest)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._first) + len(self._rest)


File = bytes | Later


def made(file: File) -> bytes:
    """The bytes of a file, made now if they were not."""
    return file.get() if isinstance(file, Later) else file


def all_made(files: Mapping[str, File]) -> dict[str, bytes]:
    """Every file made, in their order."""
    return {path: made(file) for path, file in files.items()}
