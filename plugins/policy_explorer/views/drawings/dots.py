"""Published values of one thing, side by side on an axis of their own."""

from __future__ import annotations

from decimal import Decimal

from policy_explorer.charts.dots import Dot, Dots, dots, nice_ticks
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.number import Number, plain
from policy_explorer.model.record import Record
from policy_explorer.model.text import Text
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.drawings._who import who
from policy_explorer.views.lens import Lens
from policy_explorer.views.said import reported
from policy_explorer.views.spelled import spelled


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The observations a chart names; None while there is none."""
    found = [lens.site.records[ref.to] for ref in record.refs("observations")]
    rows = tuple(dot for one in found if (dot := _dot(lens, one)) is not None)
    if not rows:
        return None
    ticks = tuple((v, _tick(lens, found[0], v)) for v in nice_ticks(max(d.value for d in rows)))
    key = "finding.dots.differ" if _differ(found) else "finding.dots"
    voices = len({dot.who for dot in rows})
    title = heading(lens, record, key, lens.name(record), **_counted(lens, len(rows), voices))
    return dots(Dots(rows, ticks), title, lens.words.group("dots"), palette)


def _counted(lens: Lens, figures: int, voices: int) -> dict[str, str]:
    """How many figures there are, and of how many who gave them, in words."""
    words = lens.words
    of = words.say("dots.voices", n=spelled(voices, words)) if voices > 1 else words["dots.voice"]
    said = (
        words.say("dots.figures", n=spelled(figures, words)) if figures > 1 else words["dots.one"]
    )
    return {"figures": said, "voices": of}


def _differ(records: list[Record]) -> bool:
    return any(record.refs("conflicts_with") for record in records)


def _tick(lens: Lens, record: Record, value: Decimal) -> str:
    """How the axis reads at a value: with its unit, as everywhere."""
    unit = record.props.get("unit", "")
    number = Number(value, plain(value))
    return lens.with_unit(number, unit if isinstance(unit, (str, Text)) else "")


def _dot(lens: Lens, record: Record) -> Dot | None:
    fact, period = record.get("value"), record.get("period")
    if fact is None or not isinstance(fact.value, Number) or period is None:
        return None
    estimate = record.word("status") in {"estimate", "forecast"}
    when = lens.value(period)
    of = lens.words["sep.clause"].join((lens.name(record), when))
    value = fact.value.value
    return Dot(value, reported(lens, record), of, who(lens, fact), when, fact.id, estimate)
