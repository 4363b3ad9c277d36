"""Runs of words put together: in a frame, and with one mark for neighbours of one basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policy_explorer.views.parts import Rich, Seg


def marked_once(runs: Iterable[Seg]) -> Rich:
    """The runs with one mark for each stretch of facts that share a basis: after the last."""
    out: list[Seg] = []
    after = ""
    for seg in reversed(tuple(runs)):
        out.append(replace(seg, mark=seg.basis != after) if seg.basis else seg)
        after = seg.basis or after
    return tuple(reversed(out))


def framed(words: str, seg: Seg) -> Rich:
    """`seg` where `words` hold {n}; empty runs are left out."""
    before, _, after = words.partition("{n}")
    return tuple(run for run in (Seg(before), seg, Seg(after)) if run.text)
