"""Ladder: how many units of a class are to exist by a year, while none of them is named.

Where it is open whether the classes overlap, every reading is drawn, side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts.figure import flat
from policy_explorer.charts.ladder_figure import figure
from policy_explorer.charts.ladder_input import Kind, Ladder, Reading, Rung, Units
from policy_explorer.charts.ladder_words import groups, sentence
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

__all__ = ["Kind", "Ladder", "Reading", "Rung", "Units", "ladder"]


def ladder(data: Ladder, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of counts by class and year; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="ladder",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made, data.units.fact),
    )


def table(data: Ladder, words: Words) -> Table:
    """Year, class, number, and that the plan does not say which.

    Shape: a row for each rung, years ascending, the highest class first; then one for each reading.
    """
    columns = (
        Column(words["head_year"]),
        Column(words["head_class"]),
        Column(words["head_count"], numeric=True),
        Column(words["head_which"], basis="not_stated"),
    )
    stated = [_stated(data, words, rung) for year in data.years for rung in data.of(year)]
    read = [_read(data, words, reading) for reading in data.readings]
    return Table(words["caption"], columns, (*stated, *read))


def _which(data: Ladder, words: Words) -> Cell:
    return Cell(words["cell_which"], "not_stated", data.which_fact)


def _stated(data: Ladder, words: Words, rung: Rung) -> tuple[Cell, ...]:
    return (
        Cell(str(rung.year), None, rung.fact),
        Cell(rung.label, rung.basis, rung.fact),
        Cell(str(rung.count), rung.basis, rung.fact),
        _which(data, words),
    )


def _read(data: Ladder, words: Words, reading: Reading) -> tuple[Cell, ...]:
    text = flat(sentence(words, reading))
    said = words["cell_reading"].format(label=reading.label, sentence=text)
    return (
        Cell(str(data.years[-1]), None, reading.fact),
        Cell(said, "derived", reading.fact),
        Cell(str(reading.total), "derived", reading.fact),
        _which(data, words),
    )


def describe(data: Ladder, words: Words) -> str:
    """The chart in words: the counts of each year, how they can be read, that none is named."""
    years = [
        words["describe_year"].format(year=year, groups=groups(words, data.of(year)))
        for year in data.years
    ]
    read = [_readings(data, words, data.readings)] if data.readings else []
    which = words["describe_which"].format(unit=data.units.name)
    return words["sentences"].join((*years, *read, which))


def _readings(data: Ladder, words: Words, readings: Sequence[Reading]) -> str:
    texts = [
        words["describe_reading"].format(label=r.label, sentence=flat(sentence(words, r)))
        for r in readings
    ]
    joined = words["describe_join"].join(texts)
    return words["describe_readings"].format(year=data.years[-1], readings=joined)
