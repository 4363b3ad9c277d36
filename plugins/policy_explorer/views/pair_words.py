"""What a pair of sections is called, and what their matrix finds."""

from __future__ import annotations

from collections import Counter

from policy_explorer.model.basis import Basis
from policy_explorer.views.lens import Lens
from policy_explorer.views.pairs import Pair, linked
from policy_explorer.views.spelled import capital, spelled


def tally(lens: Lens, pair: Pair) -> Counter[Basis]:
    """How many cells hold which basis; one that holds none is not stated."""
    out: Counter[Basis] = Counter()
    cells = linked(lens.site, pair)
    for cell in cells:
        out.update({tie.fact.basis for tie in cell.ties})
    if pair.size > len(cells):
        out[Basis.NOT_STATED] += pair.size - len(cells)
    return out


def both(lens: Lens, pair: Pair) -> str:
    """Both sections, as one reads them before a verb."""
    rows, columns = pair.rows.plural[lens.lang], pair.columns.plural[lens.lang]
    key = "relations.among" if pair.is_self else "relations.both"
    return capital(lens.words.say(key, rows=rows, columns=columns))


def finding(lens: Lens, pair: Pair, counts: Counter[Basis]) -> str:
    """The finding of one matrix: how many links the plan states, or that it states none."""
    others = len(linked(lens.site, pair))
    count = counts[Basis.STATED] or others
    key = "stated" if counts[Basis.STATED] else "others" if others else "silent"
    n = spelled(count, lens.words)
    return lens.words.say(f"relations.{key}", names=both(lens, pair), n=n)
