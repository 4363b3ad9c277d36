"""Milestones: what is due or happened when, the plan in one lane, other voices in another."""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts import crowd, milestones_narrow, milestones_wide
from policy_explorer.charts.milestones_input import Entry, Lane
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart, Column, Heading, Table, Words, facts_of
from policy_explorer.problems import said

__all__ = ["Entry", "Lane", "milestones"]


def milestones(lanes: Sequence[Lane], heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of what is due when; pure.

    Raises:
        KeyError: a word is missing.
        ValueError: there is nothing to draw.
    """
    if not any(lane.entries for lane in lanes):
        raise ValueError(said("milestones: at least one"))
    crowd.few("milestones", sum(len(lane.entries) for lane in lanes), crowd.MOMENTS)
    made = table(lanes, words)
    return Chart(
        id=heading.id,
        kind="milestones",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(lanes, words),
        wide=milestones_wide.figure(lanes, words, palette.light),
        narrow=milestones_narrow.figure(lanes, words, palette.light),
        table=made,
        facts=facts_of(made),
    )


def table(lanes: Sequence[Lane], words: Words) -> Table:
    """A row for each, in the order of the lanes: when, what, who says so."""
    columns = tuple(Column(words[key]) for key in ("head_when", "head_what", "head_voice"))
    rows = tuple(
        (
            Cell(entry.said, None if entry.when else "not_stated", entry.when_fact or None),
            Cell(entry.title, entry.basis, entry.fact or None),
            Cell(lane.title),
        )
        for lane in lanes
        for entry in lane.entries
    )
    return Table(words["caption"], columns, rows)


def describe(lanes: Sequence[Lane], words: Words) -> str:
    """Each lane in words, with the years of which it is silent."""
    every = [year for lane in lanes for year in (*lane.years, *lane.span)]
    years = range(min(every, default=0), max(every, default=-1) + 1)
    parts = []
    for lane in lanes:
        items = (words["item"].format(when=entry.said, what=entry.title) for entry in lane.entries)
        parts.append(words["lane"].format(lane=lane.title, items=words["join"].join(items)))
        for run in lane.silences(years):
            key = "silent_years" if len(run) > 1 else "silent_year"
            said = words[key].format(first=run[0], last=run[-1], silent=lane.silent)
            parts.append(said)
    return words["sentences"].join(parts)
