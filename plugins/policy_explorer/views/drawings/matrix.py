"""Two sections against each other: what is related, on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policy_explorer.charts.matrix import Mark, Matrix, Name, matrix
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart, Heading
from policy_explorer.graph import Tie
from policy_explorer.model.basis import Basis
from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens
from policy_explorer.views.pair_words import finding, tally
from policy_explorer.views.pairs import Pair, between, ordered
from policy_explorer.views.spelled import capital, spelled

ALONE = True
BASES = ("stated", "derived", "inferred", "external", "not_stated")


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The chart's `rows` against its `columns`; None while one of them has no items."""
    sections = [lens.site.sections.get(record.word(key)) for key in ("rows", "columns")]
    rows, columns = sections
    if rows is None or columns is None or not rows.items or not columns.items:
        return None
    pair = Pair(rows, columns, is_led=False)
    sums = tally(lens, pair)
    words = dict(lens.words.group("matrix"))
    words |= {f"basis_{basis}": lens.words[f"basis.{basis}"] for basis in BASES}
    told = Heading(record.id, lens.tag, finding(lens, pair, sums), lens.name(record))
    return matrix(_matrix(lens, pair, sums), told, words, palette)


def _matrix(lens: Lens, pair: Pair, sums: Counter[Basis]) -> Matrix:
    quiet = sums[Basis.NOT_STATED]
    silent = lens.words.say("matrix.silent", n=spelled(quiet, lens.words)) if quiet else ""
    rows, columns = (
        tuple(_name(lens, one) for one in ordered(part)) for part in (pair.rows, pair.columns)
    )
    counts = {str(basis): _count(lens, basis, n) for basis, n in sums.items()}
    marks = dict(_marks(lens, pair))
    return Matrix(rows, columns, marks, capital(silent), counts, is_self=pair.is_self)


def _count(lens: Lens, basis: Basis, n: int) -> str:
    said = lens.words[f"basis.{basis}"]
    return lens.words.say("matrix.count", basis=said, n=spelled(n, lens.words))


def _name(lens: Lens, record: Record) -> Name:
    short = record.short[lens.lang] if record.short is not None else ""
    return Name(lens.name(record), record.fact.id if record.fact else "", short)


def _marks(lens: Lens, pair: Pair) -> Iterator[tuple[tuple[int, int], tuple[Mark, ...]]]:
    """Of each related pair all that links it, strongest ground first."""
    for r, row in enumerate(ordered(pair.rows)):
        for c, column in enumerate(ordered(pair.columns)):
            ties = between(lens.site, row, column)
            if ties and (c > r or not pair.is_self):
                yield (r, c), tuple(_mark(lens, tie) for tie in ties)


def _mark(lens: Lens, tie: Tie) -> Mark:
    return Mark(str(tie.fact.basis), tie.name[lens.lang], tie.fact.id)
