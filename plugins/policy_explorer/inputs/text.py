"""Files -> text: regular, of bounded size, UTF-8, without control characters."""

from __future__ import annotations

import os
import re
import stat
from functools import lru_cache
from pathlib import Path

from policy_explorer.problems import Problem, Refused, said

MAX_BYTES = 1_000_000
KEPT = 256
"""Texts kept, of the files read last."""
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control, line-separating, direction-turning characters, spaces and tags of no width, byte order
marks inside a file: a page would not say what is seen here, and two words that look the same would
differ. What joins letters (U+200C, U+200D) is part of words."""
CONFLICT = re.compile(r"^(?:<{7}|[|]{7}|>{7})(?= )", re.MULTILINE)
"""Where a merge by Git left both versions; seven equals signs alone may be a heading's line."""
_BYTE_ORDER = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read(path: Path, shown: str, *, by_hand: bool = True) -> str:
    """The text of a file, its line ends made one character; one not written `by_hand` is a lock.

    Problems (raised): not-a-file, too-big, not-utf8, control-character, merge-conflict.
    """
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise _refused(shown, "not-a-file", "not a regular file (links and devices are not read)")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)  # what is too big is not even fetched
    if len(data) > MAX_BYTES:
        limit = said("{} bytes at most, this has {}", MAX_BYTES, max(status.st_size, len(data)))
        raise _refused(shown, "too-big", limit, "split it into a folder of files")
    text = _clean(data, shown)
    if by_hand and (found := CONFLICT.search(text)):
        line, col = position(text, found.start())
        message = said("both versions of a merge stand here")
        hint = said("keep one, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>")
        raise Refused([Problem(shown, line, col, "merge-conflict", message, hint)])
    return text


@lru_cache(maxsize=KEPT)
def _clean(data: bytes, shown: str) -> str:
    """The text of these bytes; that of a file that was not edited is not looked through again."""
    text = _decoded(data, shown).replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROL.search(text):
        line, col = position(text, found.start())
        message = said("a control character, U+{}", f"{ord(found[0]):04X}")
        raise Refused([Problem(shown, line, col, "control-character", message, "delete it")])
    return text


def is_there(path: Path) -> bool:
    """Whether something stands under this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _decoded(data: bytes, shown: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        name = _BYTE_ORDER.get(data[:2], said("not UTF-8"))
        message = said("{} (byte 0x{})", name, f"{data[error.start]:02x}")
        raise _refused(shown, "not-utf8", message, "save the file as UTF-8", line) from None


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _refused(shown: str, code: str, message: str, hint: str = "", line: int = 1) -> Refused:
    return Refused([Problem(shown, line, 1, code, message, hint)])
