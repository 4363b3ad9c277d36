"""Bytes that cost much: made when somebody asks for them, and once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor


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


File = bytes | Later
WORKERS = 2
"""Pictures made at once; drawing them is work of the processor alone."""


def made(file: File) -> bytes:
    """The bytes of a file, made now if they were not."""
    return file.get() if isinstance(file, Later) else file


def all_made(files: Mapping[str, File]) -> dict[str, bytes]:
    """Every file made, several at once, in their order."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return dict(zip(files, pool.map(made, files.values()), strict=True))
