"""JSON in lines: one for each entry of a list, so that two versions are compared entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping


def in_rows(whole: Mapping[str, object]) -> bytes:
    """An object as JSON, every entry of the lists and objects in it on a line of its own.

    An iterable is a list that is still to be made: of a long one no more than an entry is there at
    once. ValueError: a number that JSON does not know.

    >>> print(in_rows({"schema": 1, "facts": ({"id": n} for n in (1, 2))}).decode(), end="")
    {"schema": 1,
    "facts": [
    {"id": 1},
    {"id": 2}
    ]}
    """
    parts = (b"%s: %s" % (_told(key), _part(value)) for key, value in whole.items())
    return b"{%s}\n" % b",\n".join(parts)


def _part(value: object) -> bytes:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return _told(value)
    signs, rows = (
        (b"{%s}", _pairs(value)) if isinstance(value, Mapping) else (b"[%s]", _rows(value))
    )
    inner = b",\n".join(rows)
    return signs % (b"\n%s\n" % inner if inner else b"")


def _pairs(value: Mapping[str, object]) -> Iterator[bytes]:
    return (b"%s: %s" % (_told(key), _told(one)) for key, one in value.items())


def _rows(value: Iterable[object]) -> Iterator[bytes]:
    return map(_told, value)


def _told(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
