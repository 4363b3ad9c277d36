"""How checkable is the plan: for every target, what is said of it and what is not. No score."""

from __future__ import annotations

from collections.abc import Iterable

from policy_explorer.model.basis import ORDER, Basis
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._ask import MEASURED, QUESTIONS, Reply, reply
from policy_explorer.views import quantities, turning
from policy_explorer.views.cut import Piece, Sheet
from policy_explorer.views.grids import Asked, Box, CheckableView, Line, Said
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Seg
from policy_explorer.views.spelled import capital, spelled

OWN = frozenset({Basis.STATED, Basis.DERIVED})
"""Grounds that are the plan's own; what others say is shown, and not counted as answered."""
FINDING = ("amount", "due", "owner")
"""The questions the heading sums up."""
READING = ("checkable.reading_silence", "checkable.reading_half", "checkable.reading_count")
"""How the table is to be read."""
Grid = tuple[tuple[Record, tuple[Reply | None, ...]], ...]


def checkable_view(lens: Lens, sheet: Sheet[None, Record]) -> CheckableView:
    """The targets of a page against all questions; the first page sums up all targets."""
    told = turning.of_items(lens, lens.words["title.checkable"])
    grid = _grid(lens, sheet.pieces)
    whole = _grid(lens, (p for part in sheet.all for p in part)) if sheet.is_first else ()
    head = _head(lens, whole) if sheet.is_first else Head(turning.title(lens, sheet, told))
    return CheckableView(
        head,
        lens.words["title.checkable"],
        tuple(_column(lens, n, grid, whole) for n in range(len(QUESTIONS))),
        tuple(_line(lens, record, replies) for record, replies in grid),
        tuple((Seg(lens.words[key]),) for key in READING),
        turning.pager(lens, sheet, told),
        turning.ways(lens, sheet, told),
    )


def _head(lens: Lens, grid: Grid) -> Head:
    return Head(Seg(_finding(lens, grid)), (), (Seg(lens.words["checkable.lead"]),))


def _grid(lens: Lens, pieces: Iterable[Piece[None, Record]]) -> Grid:
    """Targets with their answers."""
    return tuple((r, _replies(lens, r)) for piece in pieces for r in piece.rows)


def _replies(lens: Lens, record: Record) -> tuple[Reply | None, ...]:
    """The answers of one target, in the order of the questions."""
    asks = KINDS[record.word("kind")].asks
    found = (lens.site.records.get(ref.to) for ref in record.refs(MEASURED))
    measured = next((other for other in found if other is not None), None)
    return tuple(reply(asks.get(question), record, measured) for question in QUESTIONS)


def _is_answered(found: Reply | None) -> bool:
    """Whether the plan itself answers in full."""
    return found is not None and found.is_full and found.fact is not None and _is_own(found.fact)


def _is_own(fact: Fact) -> bool:
    return fact.basis in OWN


# --- the finding, in words ---------------------------------------------------------------------


def _finding(lens: Lens, grid: Grid) -> str:
    """Nine targets: five with a number, seven with a year, none with an owner."""
    if not grid:
        return lens.words["checkable.none"]
    said = lens.words["sep.clause"].join(_clause(lens, question, grid) for question in FINDING)
    key = "checkable.finding" if len(grid) > 1 else "checkable.finding_one"
    return capital(lens.words.say(key, n=spelled(len(grid), lens.words), said=said))


def _clause(lens: Lens, question: str, grid: Grid) -> str:
    at = QUESTIONS.index(question)
    count = sum(_is_answered(replies[at]) for _, replies in grid)
    if len(grid) == 1:
        return lens.words[f"checkable.only.{question}.{'yes' if count else 'no'}"]
    key = f"checkable.said.{question}" if count else f"checkable.nobody.{question}"
    return lens.words.say(key, n=spelled(count, lens.words))


def _column(lens: Lens, at: int, shown: Grid, grid: Grid) -> Asked:
    """A question, how many of the targets it is asked of answer it, and the marks of those shown.

    Only the first page has them all: none is counted on the others.
    """
    asked = [found for _, replies in grid if (found := replies[at]) is not None]
    count = sum(map(_is_answered, asked))
    key = "checkable.count" if count else "checkable.count_none"
    words = [spelled(n, lens.words) for n in (count, len(asked))]
    said = lens.words.say(key, n=words[0], of=words[1]) if asked else ""
    here = (found for _, replies in shown if (found := replies[at]) is not None)
    marks = sorted((_basis(found) for found in here), key=ORDER.index)
    title = lens.words[f"ask.{QUESTIONS[at]}"]
    return Asked(QUESTIONS[at], title, said, tuple(str(basis) for basis in marks))


def _basis(found: Reply) -> Basis:
    """What a cell rests on; a half answer leaves its question unanswered."""
    return found.fact.basis if found.is_full and found.fact is not None else Basis.NOT_STATED


# --- rows -----------------------------------------------------------------------------------------


def _line(lens: Lens, record: Record, replies: tuple[Reply | None, ...]) -> Line:
    boxes = (_box(lens, q, record, found) for q, found in zip(QUESTIONS, replies, strict=True))
    return Line(lens.item(record), tuple(boxes))


def _box(lens: Lens, question: str, record: Record, found: Reply | None) -> Box:
    """The marks of a cell: the answer; or its half, and that the rest is not stated."""
    label = lens.words[f"ask.{question}"]
    if found is None:
        return Box(label)
    said = [_said(lens, fact) for fact in (found.half, found.fact, found.beside) if fact]
    if found.fact is None:
        said.append(_silence(lens, record))
    is_other = found.is_full and not _is_answered(found)
    return Box(label, tuple(said), _silence(lens, record) if is_other else None)


def _said(lens: Lens, fact: Fact) -> Said:
    return Said(str(fact.basis), _words(lens, fact), _entry(lens, fact.id), fact.id)


def _silence(lens: Lens, record: Record) -> Said:
    """Nothing is recorded under any key that could answer: the target's own entry stands for it."""
    return Said(str(Basis.NOT_STATED), lens.words["absent.not_stated"], _entry(lens, record.ref))


def _entry(lens: Lens, fact: str) -> str:
    return lens.to(lens.urls.fact(fact, lens.lang))


def _words(lens: Lens, fact: Fact) -> str:
    """A fact in few words: the short name of what is measured, a number as printed."""
    record = lens.site.records.get(fact.subject)
    if not fact.key and record is not None and record.short is not None:
        return record.short[lens.lang]
    if fact.key == "exactly" and isinstance(fact.value, Number):
        return quantities.digits(fact.value.value, lens.words)
    return lens.value(fact)
