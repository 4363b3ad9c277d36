"""Files as text: one encoding, one kind of line end, no character that hides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policy_explorer.inputs import text
from policy_explorer.problems import Refused


def test_line_ends_and_marks(tmp_path: Path) -> None:
    """Whatever system wrote a file, its lines end alike and no mark stands before them."""
    path = tmp_path / "x"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert text.read(path, "x") == "a\nb\nc\n"


@pytest.mark.parametrize(
    "code", [0, 7, 0x1B, 0x7F, 0x85, 0x61C, 0x200F, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFFFE]
)
def test_what_hides(tmp_path: Path, code: int) -> None:
    """A control, line-separating or bidi-overriding character is refused where it stands."""
    path = tmp_path / "x"
    path.write_text(f"行\n业a{chr(code)}", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        text.read(path, "x")
    expected = f"x:2:3: error control-character: a control character, U+{code:04X}; delete it"
    assert str(caught.value) == expected


def test_another_encoding(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are refused on their line."""
    path = tmp_path / "x"
    path.write_bytes("# notes\nname: 行业\n".encode("gbk"))
    with pytest.raises(Refused, match=r"^x:2:1: error not-utf8: not UTF-8 \(byte 0xd0\)"):
        text.read(path, "x")


def test_an_edit_that_shows_in_no_stamp(tmp_path: Path) -> None:
    """A file is known by what it holds: other words of the same length and time are read."""
    path = tmp_path / "x"
    path.write_text("name: a")
    assert text.read(path, "x") == "name: a"
    before = path.stat()
    path.write_text("name: b")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert text.read(path, "x") == "name: b"
