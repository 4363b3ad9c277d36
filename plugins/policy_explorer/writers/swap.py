"""A whole site in the place of another at once: built beside it, then the two are exchanged.

Whoever reads the folder meanwhile sees the old site or the new one, never a part of each; a build
that dies leaves the old one, and something beside it that the next build takes away.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from policy_explorer.problems import said
from policy_explorer.writers.manifest import digest
from policy_explorer.writers.store import Store

try:
    import fcntl
except ImportError:  # Windows: two builds at once are not kept apart there
    fcntl = None  # type: ignore[assignment]

AT_FDCWD, RENAME_EXCHANGE = -100, 2
NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What a system, or a file system, says that cannot exchange two folders."""
NO_PLACE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV})
"""What it says where no folder can be made or exchanged at all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a file on the disk."""

    size: int
    """Bytes."""
    digest: str
    is_new: bool
    """Whether there was none with these bytes in the old site."""


class Fresh(Store[Kept]):
    """A new site in a folder beside the old one; what is read of it, the disk has kept."""

    def __init__(self, folder: Path, old: Path) -> None:
        """Begin with an empty folder."""
        super().__init__()
        self.folder = folder
        self.old = old
        folder.mkdir(parents=True)

    def put(self, path: str, data: bytes) -> Kept:
        """Write a file; one that is as before is the same file, with its time."""
        return Kept(len(data), digest(data), _written(self.folder, self.old, path, data))

    def digest(self, path: str) -> str:
        """The SHA-256 of what was to be written."""
        return self.kept[path].digest

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file, from the disk."""
        if path not in self.kept:
            raise KeyError(path)
        return (self.folder / path).read_bytes()


def put(folder: Path, ours: frozenset[str], fill: Callable[[Fresh], None]) -> dict[str, bool]:
    """A new site in the folder, and of each file whether it is new; what stood there is gone.

    `ours` are files that an earlier build wrote; everything else in the folder is kept. What holds
    the same bytes as before keeps its time. `fill` puts all files of the site; where it raises, the
    old site stands untouched.

    OSError: a folder beside it cannot be made or exchanged; the old site stands untouched.
    """
    target = Path(os.path.realpath(folder))
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    fresh, old = (target.with_name(f".{target.name}.{end}") for end in ("new", "old"))
    with _beside(target), _alone(target.with_name(f".{target.name}.lock")):
        _recovered(target, old)
        _removed(fresh)
        _removed(old)
        try:
            written = _built(Fresh(fresh, target), ours, fill)
            _exchanged(fresh, target, old)
        except BaseException:  # a disk that is full must not stay so
            with suppress(OSError):
                _removed(fresh)
            raise
        _removed(fresh)
        _removed(old)
    return written


def _built(fresh: Fresh, ours: frozenset[str], fill: Callable[[Fresh], None]) -> dict[str, bool]:
    """The whole new site in a folder of its own, counted and on the disk."""
    fill(fresh)
    others = _carried(fresh.old, fresh.folder, frozenset((*fresh, *ours)))
    _counted(fresh.folder, {path: kept.size for path, kept in fresh.kept.items()}, others)
    _flushed(fresh.folder)
    return {path: kept.is_new for path, kept in fresh.kept.items()}


def _counted(fresh: Path, sizes: Mapping[str, int], others: frozenset[str]) -> None:
    """See that the folder holds every file in its full length, and nothing else."""
    found = {path.relative_to(fresh).as_posix(): path for path in _files(fresh)}
    strange = sorted(found.keys() ^ {*sizes, *others})
    short = (path for path, size in sizes.items() if found[path].stat().st_size != size)
    wrong = strange[0] if strange else next(short, None)
    if wrong is not None:
        words = said("{} is not as it was written; is the disk in order?", wrong)
        raise OSError(errno.EIO, words, str(fresh / wrong))


def _files(folder: Path) -> Iterator[Path]:
    """Every file and every link below a folder."""
    for top, folders, names in os.walk(folder):
        yield from (Path(top) / name for name in names)
        yield from (p for p in (Path(top) / name for name in folders) if p.is_symlink())


@contextmanager
def _beside(target: Path) -> Iterator[None]:
    """Say where it went wrong; and what to do where no folder can be made, or exchanged."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_PLACE:
            remedy = said(
                "{}; a site is built beside its folder and put there whole, so choose an output "
                "folder below one that can be written, and none that is mounted",
                error.strerror,
            )
            raise OSError(error.errno, remedy, str(target)) from error
        is_own = f"{target.parent}{os.sep}.{target.name}." in str(error.filename)
        if error.filename is None or is_own:  # nobody knows our names for what stands beside it
            raise OSError(error.errno, error.strerror, str(target)) from error
        raise


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Keep two builds into one folder apart; the second fails at once."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as held:
        if fcntl is not None:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                words = said("another build into this folder is not over yet")
                raise BlockingIOError(error.errno, words, str(lock)) from error
        yield


def _written(fresh: Path, target: Path, path: str, data: bytes) -> bool:
    """A file of the new site; one that is as before is the same file, with its time."""
    there, before = fresh / path, target / path
    if not there.resolve().is_relative_to(fresh.resolve()):
        raise ValueError(path)
    there.parent.mkdir(parents=True, exist_ok=True)
    if before.is_file() and not before.is_symlink() and before.read_bytes() == data:
        _linked(before, there)
        return False
    there.write_bytes(data)
    return True


def _linked(before: Path, there: Path) -> None:
    """The same file under another name; a copy of it where there can be none."""
    try:
        os.link(before, there)
    except OSError:
        shutil.copy2(before, there)


def _carried(target: Path, fresh: Path, ours: frozenset[str]) -> frozenset[str]:
    """What somebody else has put into the folder, put into the new one as well; the paths."""
    carried = set()
    for path in _files(target):
        place = path.relative_to(target)
        if place.as_posix() in ours or os.path.lexists(fresh / place):
            continue
        (fresh / place).parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            (fresh / place).symlink_to(path.readlink())
        elif path.is_file():
            _linked(path, fresh / place)
        else:  # a pipe or the like is no part of a site
            continue
        carried.add(place.as_posix())
    return frozenset(carried)


def _flushed(fresh: Path) -> None:
    """Everything on the disk before it is shown, names too: no crash mixes two sites."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    held = os.open(fresh, os.O_RDONLY)
    try:
        flush = _of_system("syncfs")  # once for all: file by file takes many times as long
        is_done = flush is not None and flush(held) == 0
    finally:
        os.close(held)
    if not is_done:
        for top, _, names in os.walk(fresh):
            files = (Path(top) / name for name in names)
            for path in (*(p for p in files if not p.is_symlink()), Path(top)):
                _sync(path)


def _sync(path: Path) -> None:
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def _of_system(name: str) -> Callable[..., int] | None:
    """A function of the C library of Linux; None elsewhere, or where it has none."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return found


def _exchanged(fresh: Path, target: Path, old: Path) -> None:
    """The new site in its place: at once where the system can, else by two renames.

    Between the two the folder is not there for a moment; a build that dies then is mended by the
    next, which finds the old site beside it.
    """
    if not target.exists():
        fresh.rename(target)
    elif not _swapped(fresh, target):
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
    if hasattr(os, "O_DIRECTORY"):
        _sync(target.parent)


def _swapped(one: Path, other: Path) -> bool:
    """Whether the system has exchanged two folders in one step."""
    rename = _of_system("renameat2")
    if rename is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if rename(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _recovered(target: Path, old: Path) -> None:
    """Put the old site back where a build died between two renames."""
    if old.is_dir() and not target.exists():
        old.rename(target)


def _removed(folder: Path) -> None:
    """Take away what an earlier build left."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    elif os.path.lexists(folder):
        folder.unlink()
