"""Two sections against each other: what is related, on what ground."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.charts.matrix import Mark, Matrix, Name, matrix
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart, Heading
from policy_explorer.graph import Tie
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
    found = dict(_marks(lens, pair))
    quiet = len(rows.items) * len(columns.items) - len(found)
    silent = lens.words.say("matrix.silent", n=spelled(quiet, lens.words)) if quiet else ""
    names = tuple(tuple(_name(lens, one) for one in ordered(part)) for part in (rows, columns))
    words = dict(lens.words.group("matrix"))
    words |= {f"basis_{basis}": lens.words[f"basis.{basis}"] for basis in BASES}
    told = Heading(record.id, lens.tag, finding(lens, pair, tally(lens, pair)), lens.name(record))
    return matrix(Matrix(names[0], names[1], found, capital(silent)), told, words, palette)


def _name(lens: Lens, record: Record) -> Name:
    return Name(lens.name(record), record.fact.id if record.fact else "")


def _marks(lens: Lens, pair: Pair) -> Iterator[tuple[tuple[int, int], Mark]]:
    """Of each related pair its strongest ground."""
    for r, row in enumerate(ordered(pair.rows)):
        for c, column in enumerate(ordered(pair.columns)):
            ties = between(lens.site, row, column)
            if ties:
                yield (r, c), _mark(lens, ties[0])


def _mark(lens: Lens, tie: Tie) -> Mark:
    return Mark(str(tie.fact.basis), tie.name[lens.lang], tie.fact.id)
