"""The outcome of a benchmark as a table for the terminal; one of pages is a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tests.bench.bench import Measure, Outcome, Subject

NOTHING = "-"


def table(outcome: Outcome) -> str:
    """The terms, then the medians: ours beside the others', or one line a subject in Markdown."""
    terms = [f"  {key}: {value}" for key, value in outcome.bench.terms.items()]
    return "\n".join([*terms, *(_paired if outcome.bench.is_paired else _listed)(outcome)])


def _paired(outcome: Outcome) -> Iterator[str]:
    """One line a measure: our median, and each other's beside our ratio to it."""
    ours, *others = outcome.bench.subjects
    head = ["median", ours.words, *chain.from_iterable((s.words, "ratio") for s in others)]
    rows = [head, *(list(_cells(outcome, measure)) for measure in outcome.bench.measures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return (_line(row, widths) for row in rows)


def _listed(outcome: Outcome) -> Iterator[str]:
    """One line a subject: its medians, and our ratios to it in the first two where it has any."""
    measures = outcome.bench.measures
    rated = measures[:2] if outcome.bench.others else ()
    head = ["median", *(m.words for m in measures), *(f"ours : it, {_name(m)}" for m in rated)]
    yield _markdown(*head)
    yield f"|{'---|' * len(head)}"
    for subject in outcome.bench.subjects:
        medians = (_number(outcome.median(subject, m), m) for m in measures)
        yield _markdown(subject.words, *medians, *(_ratio(outcome, subject, m) for m in rated))


def _name(measure: Measure) -> str:
    """The words of a measure without its unit, which a ratio has not."""
    return measure.words.partition(",")[0]


def _markdown(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(outcome: Outcome, measure: Measure) -> Iterator[str]:
    ours, *others = outcome.bench.subjects
    yield measure.words
    yield _number(outcome.median(ours, measure), measure)
    for other in others:
        yield _number(outcome.median(other, measure), measure)
        yield _ratio(outcome, other, measure)


def _ratio(outcome: Outcome, other: Subject, measure: Measure) -> str:
    ratio = outcome.ratio(other, measure)
    return NOTHING if ratio is None else f"{ratio:.3f}"


def _number(value: float | None, measure: Measure) -> str:
    return NOTHING if value is None else f"{value:,.{measure.decimals}f}"


def _line(row: list[str], widths: list[int]) -> str:
    cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return "  " + "   ".join([row[0].ljust(widths[0]), *cells])
