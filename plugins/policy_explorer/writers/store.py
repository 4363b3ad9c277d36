"""Where the files of a site are kept while it is made: each with its packed twin, and once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from policy_explorer.writers.hands import spread
from policy_explorer.writers.later import File, Later
from policy_explorer.writers.manifest import digest
from policy_explorer.writers.packed import twins

K = TypeVar("K")


class Store(Mapping[str, bytes], Generic[K]):
    """The files of a site, by their paths.

    A place for files says how one is put there (`put`), perhaps in another process, and what is
    remembered of it here (`K`).
    """

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self.kept: dict[str, K] = {}

    @abstractmethod
    def put(self, path: str, data: bytes) -> K:
        """Put a file in its place; what is remembered of it."""

    @abstractmethod
    def digest(self, path: str) -> str:
        """The SHA-256 of a file."""

    def keep(self, files: Iterable[tuple[str, File]]) -> None:
        """Make files, and put each and its packed twin in their places.

        FileExistsError: two files want the same path.
        """
        todo = list(files)
        seen = set(self.kept)
        for path, _ in todo:
            if path in seen:
                raise FileExistsError(path)
            seen.add(path)
        for rows in spread(self._made, todo):
            self.kept.update(rows)

    def _made(self, file: tuple[str, File]) -> list[tuple[str, K]]:
        path, data = file[0], file[1].once() if isinstance(file[1], Later) else file[1]
        return [(name, self.put(name, one)) for name, one in twins(path, data)]

    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by its path."""
        return {path: self.digest(path) for path in self.kept}

    def __iter__(self) -> Iterator[str]:
        """The paths, in the order made."""
        return iter(self.kept)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self.kept)

    def __contains__(self, path: object) -> bool:
        """Whether there is a file; nothing is read."""
        return path in self.kept


class Memory(Store[bytes]):
    """Files in memory."""

    def put(self, path: str, data: bytes) -> bytes:  # noqa: ARG002 -- it is kept under its path
        """The bytes themselves."""
        return data

    def digest(self, path: str) -> str:
        """The SHA-256 of a file."""
        return digest(self.kept[path])

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.kept[path]
