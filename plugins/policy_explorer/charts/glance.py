"""The plan at a glance: its parts as lines with stations, what on the left, by when on the right.

A line that ends in a bar is a closed list, one that trails off an open one. Between two lines
stands what links them, or that nothing is said; where no date is said the space is hatched.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.charts.glance_figure import figure
from policy_explorer.charts.glance_input import Due, Glance, Joint, Layer, Station
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

__all__ = ["Due", "Glance", "Joint", "Layer", "Station", "glance"]


def glance(data: Glance, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of a whole plan; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="glance",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Glance, words: Words) -> Table:
    """A row for each station: its layer, its name; then one for each date of a layer."""
    columns = (Column(words["head_layer"]), Column(words["head_item"]), Column(words["head_when"]))
    return Table(words["caption"], columns, tuple(_rows(data, words)))


def _rows(data: Glance, words: Words) -> Iterator[tuple[Cell, ...]]:
    for layer in data.layers:
        for station in layer.stations:
            when = Cell(station.when, None, station.when_fact) if station.when else Cell("")
            yield Cell(layer.title), Cell(station.name, station.basis, station.fact), when
        for due in layer.dues:
            yield Cell(layer.title), Cell(due.what, None, due.fact), Cell(due.when, None, due.fact)
        if layer.is_undated:
            yield Cell(layer.title), Cell(""), Cell(words["undated"], "not_stated")


def describe(data: Glance, words: Words) -> str:
    """Each layer with its stations, whether its list is open, and what is said of dates."""
    parts = []
    for layer in data.layers:
        names = words["join"].join(station.name for station in layer.stations)
        key = "layer_open" if layer.is_open else "layer"
        parts.append(words[key].format(title=layer.title, names=names))
        dues = words["join"].join(f"{due.when} {due.what}" for due in layer.dues)
        if dues:
            parts.append(words["dated"].format(dues=dues))
        elif layer.is_undated:
            parts.append(words["describe_undated"])
        if layer.joint is not None:
            parts.append(words["joined"].format(said=layer.joint.said))
    return words["sentences"].join(parts)
