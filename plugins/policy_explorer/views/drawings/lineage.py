"""What was said later of a target's matter, beside the target: goals that share no scale."""

from __future__ import annotations

from decimal import Decimal

from policy_explorer.charts.lineage import Bar, Goal, lineage
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart
from policy_explorer.charts.trajectory_input import OPEN
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import amount, compared
from policy_explorer.model.when import When
from policy_explorer.views import headline
from policy_explorer.views.drawings._cells import cell
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.drawings._periods import place
from policy_explorer.views.lens import Lens
from policy_explorer.views.lineage import revisions

ALONE = True
RATIO = "ratio_to_baseline"


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The lineage of the chart's first target; None while nothing was said later."""
    target = lens.site.records[record.refs("targets")[0].to]
    later = revisions(lens, target)
    if not later:
        return None
    own = _goal(lens, target, lens.site.policy.announced, _own_number(lens, target))
    goals = (own, *(_goal(lens, one, one.get("said_on"), _number(lens, one)) for one in later))
    title = heading(lens, record, "finding.lineage", lens.name(record))
    return lineage(goals, title, lens.words.group("lineage"), palette)


def _goal(lens: Lens, record: Record, when: Fact | None, number: Cell) -> Goal:
    said = when.value if when is not None else None
    due = record.get("due") or record.get("within_years")
    until = due.value if due is not None else None
    return Goal(
        basis=str(record.fact.basis) if record.fact is not None else "stated",
        name=lens.name(record),
        when=cell(lens, when) or Cell(lens.words["lineage.undated"], "not_stated"),
        number=number,
        base=cell(lens, record.get("base_value")),
        base_year=cell(lens, record.get("baseline")),
        until=cell(lens, due),
        rate=cell(lens, record.get("rate")),
        bar=_bar(record),
        said=place(said) if isinstance(said, When) else None,
        due=_end(until) if isinstance(until, When) else None,
    )


def _own_number(lens: Lens, target: Record) -> Cell:
    """The target's number as headlines have it, or the words that stand for it."""
    runs = headline.number(lens, target)
    fact = next((run.fact for run in runs if run.fact), target.fact.id if target.fact else None)
    basis = next((str(run.basis) for run in runs if run.basis), None)
    return Cell("".join(run.text for run in runs).strip(), basis, fact)


def _number(lens: Lens, record: Record) -> Cell:
    return cell(lens, compared(record)) or Cell(lens.name(record), None)


def _bar(record: Record) -> Bar | None:
    """The goal and its base as numbers of one unit; None where there is no number above zero."""
    fact, base = compared(record), amount(record, "base_value")
    if fact is None or not isinstance(fact.value, Number):
        return None
    value = fact.value.value
    if record.word("kind") == RATIO and record.get("baseline") is not None:
        base = Decimal(1)
    if value <= 0 or (base is not None and base < 0) or fact.key == "reduce_by":
        return None
    return Bar(value, base, OPEN.get(fact.key, 0))


def _end(when: When) -> Decimal:
    """A due year is over at its end."""
    return place(when) + (0 if when.month else 1)
