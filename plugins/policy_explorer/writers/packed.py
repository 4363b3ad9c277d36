"""Text that is sent again and again, packed once: a `.gz` beside each file that gains by it."""

from __future__ import annotations

import struct
import zlib

END = ".gz"
SMALLEST = 1000
"""Bytes from which on packing a file saves a packet."""
TEXT = frozenset({"css", "csv", "html", "js", "json", "svg", "txt", "xml"})
HEAD = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""Of a gzip file: no name, no time, no system, packed as small as can be."""


def is_text(path: str) -> bool:
    """Whether a file is text, by its name."""
    return path.rpartition(".")[2] in TEXT


def twins(path: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """A file, and its packed twin where it is text and large enough, each by its path."""
    if not is_text(path) or len(data) <= SMALLEST:
        return ((path, data),)
    return (path, data), (f"{path}{END}", gzip(data))


def gzip(data: bytes) -> bytes:
    """Bytes in the gzip format (RFC 1952), the same whenever and wherever they are packed.

    >>> import gzip as standard
    >>> standard.decompress(gzip(b"words words words"))
    b'words words words'
    """
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    return HEAD + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)
