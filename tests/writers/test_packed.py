"""Packed twins: of text alone, once it is worth it, the same bytes every time."""

from __future__ import annotations

import gzip
import time

import pytest

from policy_explorer.writers.packed import SMALLEST, twins

LONG = b"words " * SMALLEST


def test_text_has_a_twin() -> None:
    """Long text has one that holds the same; short text and what is packed already have none."""
    files = {"a.html": LONG, "b.html": b"short", "c.png": LONG, "d.zip": LONG, "e.csv": LONG}
    kept = dict(pair for path, data in files.items() for pair in twins(path, data))
    packed = {path: data for path, data in kept.items() if path not in files}
    assert sorted(packed) == ["a.html.gz", "e.csv.gz"]
    assert all(gzip.decompress(twin) == LONG for twin in packed.values())
    assert kept == files | packed


def test_a_twin_tells_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """At another moment the bytes are the same; no name, no time and no system is told."""
    first = twins("a.html", LONG)[1][1]
    monkeypatch.setattr(time, "time", lambda: 1.0)
    assert twins("b.html", LONG)[1][1] == first
    assert first[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
