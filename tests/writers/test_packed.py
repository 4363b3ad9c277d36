"""Packed twins: of text alone, once it is worth it, the same bytes every time."""

from __future__ import annotations

import gzip
import time

import pytest

from policy_explorer.writers.packed import SMALLEST, packed

LONG = b"words " * SMALLEST


def test_text_has_a_twin() -> None:
    """Long text has one that holds the same; short text and what is packed already have none."""
    files = {"a.html": LONG, "b.html": b"short", "c.png": LONG, "d.zip": LONG, "e.csv": LONG}
    twins = packed(files)
    assert sorted(twins) == ["a.html.gz", "e.csv.gz"]
    assert all(gzip.decompress(twin) == LONG for twin in twins.values())


def test_a_twin_tells_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """At another moment the bytes are the same; no name, no time and no system is told."""
    first = packed({"a.html": LONG})
    monkeypatch.setattr(time, "time", lambda: 1.0)
    assert packed({"b.html": LONG})["b.html.gz"] == first["a.html.gz"]
    assert first["a.html.gz"][:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
