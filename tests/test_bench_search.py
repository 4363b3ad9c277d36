"""The benchmark of searches: what it holds finds against, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bench import search

from policy_explorer.views.search import Entry


def _entry(zh: str, en: str) -> Entry:
    names = ((zh,), (en,))
    return Entry(f"{en}.html", 0, ("项", "item"), ("", ""), names, ("", ""))


def test_what_holds_a_query_is_right() -> None:
    """An entry is right for what stands in its names, their sounds, and the letters of these."""
    entries = (_entry("第1项工程", "Office 1"), _entry("第2处", "Bureau 97"))
    right = dict(zip(search.QUERIES, search.Searched(entries, {}, "").right(), strict=True))
    assert right["工程"] == right["gongcheng"] == right["xgc"] == {0}
    assert right["ffic"] == right["office"] == {0}
    assert right["97"] == {1}
    assert right["nowhere"] == set()


def test_recall_is_the_share_that_was_found() -> None:
    """What is found too much does not count, nor does a query that nothing holds."""
    asked = [{"ms": 1, "found": [1, 9]}, {"ms": 5, "found": [3, 4]}, {"ms": 2, "found": []}]
    told = search.found(asked, [{1, 2}, {3, 4}, set()])
    assert told == {"find": 2, "slowest": 5, "recall": 75}


def test_a_library_is_found_where_it_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library is read from the node_modules of a folder that is named, else there is none."""
    monkeypatch.setenv("POLICY_PEERS", str(tmp_path))
    assert search.library("lunr") == ""
    (tmp_path / "node_modules/lunr").mkdir(parents=True)
    (tmp_path / "node_modules/lunr/lunr.js").write_text("x", encoding="utf-8")
    assert search.library("lunr") == "x"
