"""What a pair of sections is called, and what their matrix finds."""

from __future__ import annotations

from collections import Counter

from policy_explorer.model.basis import Basis
from policy_explorer.views.lens import Lens
from policy_explorer.views.pairs import Pair, between
from policy_explorer.views.spelled import capital, spelled


def tally(lens: Lens, pair: Pair) -> Counter[Basis]:
    """How many cells hold which basis; one that holds none is not stated."""
    out: Counter[Basis] = Counter()
    for row, column in pair.cells:
        bases = {tie.fact.basis for tie in between(lens.site, row, column)}
        out.update(bases or {Basis.NOT_STATED})
    return out


def both(lens: Lens, pair: Pair) -> str:
    """Both sections, as one reads them before a verb."""
    rows, columns = pair.rows.plural[lens.lang], pair.columns.plural[lens.lang]
    key = "relations.among" if pair.is_self else "relations.both"
    return capital(lens.words.say(key, rows=rows, columns=columns))


def finding(lens: Lens, pair: Pair, counts: Counter[Basis]) -> str:
    """The finding of one matrix: how many links the plan states, or that it states none."""
    others = sum(1 for row, column in pair.cells if between(lens.site, row, column))
    count = counts[Basis.STATED] or others
    key = "stated" if counts[Basis.STATED] else "others" if others else "silent"
    n = spelled(count, lens.words)
    return lens.words.say(f"relations.{key}", names=both(lens, pair), n=n)
