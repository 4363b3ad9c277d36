"""Trajectory: a target that is a ratio to a baseline, as an index on which the baseline is given.

The plan's own numbers are the baseline and the goal. What lies between them is arithmetic and
looks it; published values, if there are any, have a mark of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from policy_explorer.charts.decimals import exact, short, signed
from policy_explorer.charts.palette import Palette
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
from policy_explorer.charts.trajectory_figure import figure
from policy_explorer.charts.trajectory_input import Observation, Point, Trajectory

__all__ = ["Observation", "Point", "Trajectory", "trajectory"]


def trajectory(data: Trajectory, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of a ratio to a baseline; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="trajectory",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made, data.rate_fact),
    )


def table(data: Trajectory, words: Words) -> Table:
    """Year, what the plan asks, the even path, what was published.

    Shape: one row for each year from the first to the last that anything is said of, ascending.
    """
    caption = words["caption"].format(year=data.baseline.year, base=short(data.baseline.value))
    columns = (
        Column(words["head_year"]),
        Column(words["head_asks"]),
        Column(words["head_path"], numeric=True, basis="derived"),
        Column(words["head_published"], numeric=bool(data.observations)),
    )
    return Table(caption, columns, tuple(_row(data, words, year) for year in data.years))


def _row(data: Trajectory, words: Words, year: int) -> tuple[Cell, ...]:
    point = next((p for p in data.path if p.year == year), None)
    path = Cell(exact(point.value), "derived", point.fact) if point else Cell("")
    asks = _asks(data, words, year)
    said = _published(data, words, year)
    return Cell(str(year), None, asks.fact or path.fact or said.fact), asks, path, said


def _asks(data: Trajectory, words: Words, year: int) -> Cell:
    if year == data.baseline.year:
        text = words["base"].format(value=short(data.baseline.value))
        return Cell(text, "derived", data.baseline.fact)
    if year == data.goal.year:
        return Cell(data.goal_text, "derived", data.goal.fact)
    return Cell(words["cell_unstated"], "not_stated", data.steps_fact)


def _published(data: Trajectory, words: Words, year: int) -> Cell:
    """All values published for a year; one cell names one fact, that of the first."""
    found = [o for o in data.observations if o.year == year]
    if not found:
        return Cell(words["cell_unpublished"], "not_stated", data.published_fact)
    texts = [
        words["cell_estimate"].format(value=exact(o.value)) if o.estimate else exact(o.value)
        for o in found
    ]
    return Cell(words["join"].join(texts), "external", found[0].fact)


def describe(data: Trajectory, words: Words) -> str:
    """The chart in words: what is asked, what the even path is, what was published."""
    asked = words[f"describe_{data.comparator}"].format(
        baseline=data.baseline.year,
        base=short(data.baseline.value),
        due=data.goal.year,
        goal=short(data.goal.value),
    )
    between = _list(words, ((p.year, p.value) for p in data.path[1:-1]))
    path = words["describe_path" if between else "describe_rate"].format(
        rate=signed(data.rate), values=between
    )
    seen = _list(words, ((o.year, o.value) for o in data.observations))
    published = words["describe_some"].format(values=seen) if seen else words["describe_none"]
    return words["sentences"].join((asked, path, published))


def _list(words: Words, pairs: Iterable[tuple[int, Decimal]]) -> str:
    items = (words["item"].format(year=year, value=exact(value)) for year, value in pairs)
    return words["join"].join(items)
