"""Series: published values over time, each in its scope, against goals set for some of the years.

Only neighbouring values of one scope are joined. A year without a value is left open, a change of
scope is a break, values that differ are both drawn, and a goal that was replaced stays, in grey.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.series_figure import figure
from policy_explorer.charts.series_input import Aim, Scale, Scope, Seen, Series
from policy_explorer.charts.series_laws import breaks, conflicts
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Heading,
    Table,
    Words,
    facts_of,
)

__all__ = ["Aim", "Scale", "Scope", "Seen", "Series", "series"]

Row = tuple[Cell, ...]


def series(data: Series, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of values and goals; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="series",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Series, words: Words) -> Table:
    """Period, value, scope, source, status.

    Shape: a row for each value and each goal, and one for neighbouring years without a value, by
    time; of one time values first.
    """
    heads = ("head_period", "head_value", "head_scope", "head_who", "head_status")
    rows = sorted(_rows(data, words), key=lambda pair: pair[0])
    columns = tuple(Column(words[key]) for key in heads)
    return Table(words["caption"], columns, tuple(row for _, row in rows))


def _rows(data: Series, words: Words) -> Iterator[tuple[Decimal, Row]]:
    disputed = {one.fact for group in conflicts(data) for one in group}
    for one in data.ordered:
        yield one.at, _seen(data, words, one, is_disputed=one.fact in disputed)
    last = data.ordered[-1].at
    for year in data.missing:
        if year - 1 not in data.missing:
            key = "between" if year < last else "after"
            yield Decimal(year), _absent(data, words, key)
    for goal in data.goals:
        yield goal.at, _goal(words, goal)


def _seen(data: Series, words: Words, one: Seen, *, is_disputed: bool) -> Row:
    status = words["status_estimate" if one.estimate else "status_published"]
    if is_disputed:
        status = words["join"].join((status, words["status_disputed"]))
    return (
        Cell(one.period, None, one.fact),
        Cell(one.text, one.basis, one.fact),
        Cell(data.scope(one.series).words, None, one.fact),
        Cell(one.who, None, one.fact),
        Cell(status, None, one.fact),
    )


def _absent(data: Series, words: Words, key: str) -> Row:
    """Years without a value, in words: no fact names them, so no number does."""
    value = Cell(words["cell_absent"], "not_stated", data.absent_fact)
    return Cell(words[key]), value, Cell(""), Cell(""), Cell("")


def _goal(words: Words, goal: Aim) -> Row:
    key = ("former" if goal.superseded else "goal") + ("_set" if goal.set_on else "")
    status = words[key].format(on=goal.set_on)
    return (
        Cell(goal.period, None, goal.fact),
        Cell(goal.text, goal.basis, goal.fact),
        Cell(""),
        Cell(goal.who, None, goal.fact),
        Cell(status, None, goal.fact),
    )


def describe(data: Series, words: Words) -> str:
    """The chart in words: values, what is missing, broken or disputed, and the goals."""
    parts = [_list(words, "describe_seen", _values(data, words))]
    missing = [dict(data.scale.years).get(year, str(year)) for year in data.missing]
    if missing:
        parts.append(_list(words, "describe_missing", missing))
    if breaks(data):
        parts.append(words["describe_breaks"])
    for group in conflicts(data):
        told = [words["item_who"].format(value=one.text, who=one.who) for one in group]
        items = words["join"].join(told)
        parts.append(words["describe_disputed"].format(period=group[0].period, items=items))
    parts += [_aim(words, goal) for goal in data.goals]
    return words["sentences"].join(parts)


def _list(words: Words, key: str, items: list[str]) -> str:
    return words[key].format(items=words["join"].join(items))


def _values(data: Series, words: Words) -> list[str]:
    """Each value with its period; its scope where there is more than one."""
    is_mixed = len({one.series for one in data.seen}) > 1
    key = "item_scope" if is_mixed else "item"
    return [
        words[key].format(period=one.period, value=one.text, scope=data.scope(one.series).words)
        for one in data.ordered
    ]


def _aim(words: Words, goal: Aim) -> str:
    key = "describe_former" if goal.superseded else "describe_goal"
    key += "_set" if goal.set_on else ""
    return words[key].format(period=goal.period, value=goal.text, on=goal.set_on)
