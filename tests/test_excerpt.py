"""The line of the source below a problem: safely read, and the caret right under the place."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Plan
from tests.mistakes import SECTORS

from policy_explorer import caret, excerpt
from policy_explorer.problems import Manner, Problem, as_text

SIGNS = st.text(st.sampled_from(list("ab 行（\u0301é\t\u200b\u202e\x1b")), max_size=300)


def columns(words: str) -> int:
    """Columns of words on a terminal with tab stops at every eighth column."""
    at = 0
    for sign in words:
        at += 8 - at % 8 if sign == "\t" else caret.width(sign)
    return at


@pytest.mark.parametrize(
    ("source", "col", "lines"),
    [
        ("a: b", 4, ("   7 | a: b", "     |    ^")),
        ("名称: {zh: 四川}", 10, ("   7 | 名称: {zh: 四川}", "     |            ^")),
        ("\tid：", 4, ("   7 | \tid：", "     | \t  ^")),
        ("e\u0301: x", 4, ("   7 | e\u0301: x", "     |   ^")),
        ("a", 9, ("   7 | a", "     |  ^")),
        ("a\x1b[2Jb", 3, ("   7 | a\ufffd[2Jb", "     |   ^")),
    ],
)
def test_a_caret_stands_under_its_place(source: str, col: int, lines: tuple[str, str]) -> None:
    """Wide characters count two columns, marks none, tabs stay tabs, what steers is shown."""
    assert caret.excerpt(source, 7, col) == lines


@given(SIGNS, st.integers(1, 320), st.integers(1, 200_000))
def test_the_caret_never_strays(source: str, col: int, line: int) -> None:
    """Whatever stands in a line, the caret is as far from the edge as what it points at."""
    shown, below = caret.excerpt(source, line, col)
    assert not [sign for sign in shown if unicodedata.category(sign) in caret.UNSEEN - {"Cc"}]
    assert not set(shown) & {"\x1b", "\n", "\r"}
    head, blank = shown.partition(" | ")[2], below.partition(" | ")[2].removesuffix("^")
    assert not blank.strip()
    if len(head) == len(source) >= col:  # nothing was cut
        assert columns(blank) == columns(head[: col - 1])


@pytest.mark.parametrize("sign", ["a", "行"])
@pytest.mark.parametrize("at", [1, 50, 500, 999])
def test_a_long_line_is_cut_round_its_place(sign: str, at: int) -> None:
    """Of a long line some hundred columns are shown, and the place is among them."""
    source = sign * at + "!" + sign * (1000 - at)
    shown, below = caret.excerpt(source, 1, at + 1)
    assert columns(shown) <= columns("   1 | ") + caret.COLUMNS + 2 * len(caret.CUT)
    assert columns(shown[: shown.index("!")]) == columns(below) - 1


def test_every_problem_has_its_line(plan: Plan) -> None:
    """A problem of the data is told with the line it stands on."""
    plan.edit(SECTORS, "id: rope", "id: 绳缆")
    (problem,) = (p for p in plan.check().problems if p.severity == "error")
    told = as_text([problem], Manner(line_of=excerpt.lines(plan.settings)))
    assert told.splitlines() == [
        str(problem),
        "  11 |   - id: 绳缆",
        "     |         ^",
    ]


def _line(plan: Plan, path: str, line: int = 1) -> str:
    return excerpt.lines(plan.settings)(Problem(path, line, 1, "tab", "a tab"))


def test_only_what_may_be_read_is_read(plan: Plan, tmp_path: Path) -> None:
    """What is outside, no regular file, too big, not UTF-8 or not there gives no line."""
    (tmp_path / "outside.yaml").write_text("secret\n", encoding="utf-8")
    plan.write({"gbk.yaml": "行业".encode("gbk"), "big.yaml": "#" * 1_000_001})
    assert _line(plan, f"data/{SECTORS}") == "name: {en: Sectors, zh: 行业}"
    for path in ("../outside.yaml", str(tmp_path / "outside.yaml"), "data", "data/none.yaml",
                 "data/gbk.yaml", "data/big.yaml", "", "\0"):  # fmt: skip
        assert _line(plan, path) == ""
    for line in (0, -1, 12 + 1, 10**9):
        assert _line(plan, f"data/{SECTORS}", line) == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links, and has no pipes")
def test_links_and_pipes_are_not_read(plan: Plan, tmp_path: Path) -> None:
    """A link is not followed, a pipe not waited for, a folder that leads outside not entered."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yaml").write_text("secret\n", encoding="utf-8")
    (plan.data / "link.yaml").symlink_to(outside / "a.yaml")
    (plan.data / "folder").symlink_to(outside)
    os.mkfifo(plan.data / "pipe.yaml")
    for name in ("link.yaml", "folder/a.yaml", "pipe.yaml"):
        assert _line(plan, f"data/{name}") == ""


def test_line_ends_of_windows_are_not_shown(plan: Plan) -> None:
    """A byte order mark and line ends of Windows are no part of a line."""
    data = (plan.data / SECTORS).read_bytes()
    plan.write({SECTORS: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")})
    assert _line(plan, f"data/{SECTORS}", 7) == "  - id: paper"
    assert _line(plan, f"data/{SECTORS}") == "name: {en: Sectors, zh: 行业}"
