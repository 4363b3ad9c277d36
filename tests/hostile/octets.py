"""Bytes that are no text, or not the text they look like."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.case import NAME, POLICY, SECTORS, Case, Spoil, cases, put

HERE = Path(__file__).resolve().parents[1] / "plans/three-sectors/data"
WORDS = (HERE / SECTORS).read_text(encoding="utf-8")
HEAD = (HERE / POLICY).read_text(encoding="utf-8")


def _as(encoding: str, mark: bytes = b"") -> Spoil:
    return put(SECTORS, mark + WORDS.encode(encoding))


def _with(data: bytes) -> Spoil:
    """Bytes in the middle of a word."""
    return put(SECTORS, WORDS.encode().replace(b"Rope", b"Ro" + data + b"pe"))


ENCODINGS = {
    "UTF-16 without a mark": _as("utf-16-le"),
    "UTF-16 with its mark": _as("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16, big end first": _as("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-32 with its mark": _as("utf-32-le", codecs.BOM_UTF32_LE),
    "GBK": _as("gbk"),
    "GB 18030": _as("gb18030"),
    "Big5": put(SECTORS, "name: {en: Sectors, zh: 行業}\n".encode("big5")),
    "Latin 1": _with("é".encode("latin-1")),
    "a surrogate": _with(b"\xed\xa0\x80"),
    "a letter in too many bytes": _with(b"\xc1\xa9"),
    "beyond Unicode": _with(b"\xf4\x90\x80\x80"),
    "a letter cut off": put(SECTORS, WORDS.encode()[:-4]),
    "compressed": put(SECTORS, b"\x1f\x8b\x08\x00" + bytes(range(256))),
    "a spreadsheet": put(SECTORS, b"PK\x03\x04\x14\x00\xff\xfe" * 40),
}
UNSEEN = {
    "zero bytes": put(SECTORS, b"\0" * 400),
    "a bell": _with(b"\a"),
    "an escape sequence": _with(b"\x1b[2J"),
    "a control character of eight bits": _with("\x9b".encode()),
    "a next line": _with("\x85".encode()),
    "a mark in the middle": _with("\ufeff".encode()),
    "no character": _with("\uffff".encode()),
    "turned to the left": _with("\u202e".encode()),
    "an isolate": _with("\u2067".encode()),
    "a paragraph separator": _with("\u2029".encode()),
    "a space of no width": _with("\u200b".encode()),
    "letters that nobody sees": _with("\U000e0041\U000e0042".encode()),
    "a form feed": _with(b"\x0c"),
    "the letter of deletion": _with(b"\x7f"),
}
BUILT: dict[str, tuple[Spoil, tuple[str, ...]]] = {
    "a mark at the start": (_as("utf-8", codecs.BOM_UTF8), ("Rope", "绳缆")),
    "line ends of Windows": (put(SECTORS, WORDS.replace("\n", "\r\n").encode()), ("Rope",)),
    "line ends of old Macs": (put(SECTORS, WORDS.replace("\n", "\r").encode()), ("Rope",)),
    "line ends of both": (put(SECTORS, WORDS.replace("\n", "\r\n", 4).encode()), ("Rope",)),
    "no line end": (put(SECTORS, WORDS.rstrip("\n").encode()), ("Rope", "绳缆")),
    "signs beyond the first plane": (_with("\U0001f9f5\U00020000".encode()), ("Ro\U0001f9f5",)),
    "marks that combine": (_with("\u0301\u0302".encode() * 30), ("Ro\u0301",)),
}
WHERE = "bytes"


def found() -> Iterator[Case]:
    """Every case of bytes."""
    yield from cases(WHERE, {name: ("not-utf8", spoil) for name, spoil in ENCODINGS.items()})
    yield from cases(WHERE, {n: ("control-character", spoil) for n, spoil in UNSEEN.items()})
    yield from cases(
        WHERE,
        {
            "nothing": ("empty", put(SECTORS, b"")),
            "only spaces": ("empty", put(SECTORS, b" \n" * 40)),
            "only a mark": ("empty", put(SECTORS, codecs.BOM_UTF8)),
            "a byte too many": ("too-big", put(SECTORS, b"#" * 1_000_001)),
            "the head of the plan in UTF-16": ("not-utf8", put(POLICY, HEAD.encode("utf-16"))),
            "the head of the plan is empty": ("empty", put(POLICY, b"")),
        },
    )
    for name, (spoil, words) in BUILT.items():
        yield Case(WHERE, name, frozenset(), spoil, shows=words)


assert NAME in WORDS
