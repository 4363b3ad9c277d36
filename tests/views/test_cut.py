"""Cutting long lists: nothing lost, nothing twice, no sheet too long, no group parted in vain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.views.cut import FIRST, SHORT, Sheets, first, sheets

LENGTH = 20
MOST = 25
SIZES = st.lists(st.integers(0, 90), max_size=12)


def _cut(sizes: list[int]) -> Sheets[int, tuple[int, int]]:
    groups = [(key, [(key, n) for n in range(size)]) for key, size in enumerate(sizes)]
    return sheets("parts/index", groups, LENGTH)


@given(SIZES)
def test_every_row_stands_once_in_its_place(sizes: list[int]) -> None:
    """The sheets hold all rows in their order, none of them twice."""
    found = [row for sheet in _cut(sizes) for row in sheet.rows]
    assert found == [(key, n) for key, size in enumerate(sizes) for n in range(size)]


@given(SIZES)
def test_no_sheet_is_longer_than_a_fourth_more(sizes: list[int]) -> None:
    """A sheet holds so many rows and a fourth, and none of several is empty."""
    found = _cut(sizes)
    assert all(len(sheet.rows) <= MOST for sheet in found)
    assert len(found) == 1 or all(sheet.rows for sheet in found)


@given(SIZES)
def test_short_lists_are_left_whole(sizes: list[int]) -> None:
    """What fits on a page stands on one."""
    assert (len(_cut(sizes)) == 1) == (sum(sizes) <= MOST)


@given(SIZES)
def test_groups_are_parted_only_where_they_must(sizes: list[int]) -> None:
    """A group that a page can hold stands on one page, and every group stands somewhere."""
    pieces = [piece for sheet in _cut(sizes) for piece in sheet.pieces]
    assert {piece.key for piece in pieces} == set(range(len(sizes)))
    assert all(piece.is_whole for piece in pieces if piece.of <= MOST)


@given(SIZES)
def test_pieces_know_what_stands_before(sizes: list[int]) -> None:
    """A piece counts the rows of its group on sheets before it, and knows if it is the last."""
    for key, size in enumerate(sizes):
        own = [p for sheet in _cut(sizes) for p in sheet.pieces if p.key == key]
        assert [p.before for p in own] == [
            sum(len(q.rows) for q in own[:n]) for n in range(len(own))
        ]
        assert [p.is_last for p in own] == [False] * (len(own) - 1) + [True]
        assert {p.of for p in own} == {size}


def test_sheets_are_named_after_the_first() -> None:
    """The first page keeps the name of the list; no item takes the others: no id has a point."""
    names = [sheet.name for sheet in _cut([70])]
    assert names == ["parts/index", "parts/index.2", "parts/index.3", "parts/index.4"]


@given(st.integers(0, 200))
def test_a_list_away_from_home_is_short(count: int) -> None:
    """Of a long list its first rows are shown; of one hardly longer, all."""
    shown = first(range(count))
    assert len(shown) == (count if count <= SHORT else FIRST)
    assert shown == tuple(range(len(shown)))
