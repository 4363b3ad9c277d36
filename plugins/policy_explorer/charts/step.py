"""Step: a count to be reached, while nothing is stated of the years before.

No slope leads to the goal: up to its end lies a blank that says so.
"""

from __future__ import annotations

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
from policy_explorer.charts.step_figure import figure
from policy_explorer.charts.step_input import NEVER, Seen, Step

__all__ = ["NEVER", "Seen", "Step", "step"]


def step(data: Step, heading: Heading, words: Words, palette: Palette) -> Chart:
    """The chart of a count; pure.

    Raises:
        KeyError: a word is missing.
    """
    made = table(data, words)
    return Chart(
        id=heading.id,
        kind="step",
        lang=heading.lang,
        title=heading.title,
        subtitle=heading.subtitle,
        description=describe(data, words),
        wide=figure(data, words, palette.light, WIDE),
        narrow=figure(data, words, palette.light, NARROW),
        table=made,
        facts=facts_of(made),
    )


def table(data: Step, words: Words) -> Table:
    """Start, the years between, the goal; then one row for each published count."""
    columns = (Column(words["head_when"]), Column(words["head_count"]))
    silent = Cell(words["unstated"], "not_stated")
    start = data.start or Cell(words["start_unstated"], "not_stated", data.start_fact)
    end = data.end or Cell(words["end_unstated"], "not_stated", data.end_fact)
    rows = (
        (start, silent),
        (Cell(words["between"]), silent),
        (end, data.goal),
        *((seen.period, seen.count) for seen in data.seen),
    )
    return Table(words["caption"].format(of=data.of), columns, rows)


def describe(data: Step, words: Words) -> str:
    """The goal in words, what is not stated of the way there, what was published."""
    end = "describe_goal" if data.end else "describe_no_end"
    start = "describe_start" if data.start else "describe_no_start"
    seen = (words["seen"].format(period=s.period.text, text=s.count.text) for s in data.seen)
    items = words["join"].join(seen)
    told = {
        "of": data.of,
        "goal": data.goal.text,
        "end": data.end.text if data.end else "",
        "start": data.start.text if data.start else "",
        "items": items,
    }
    published = "describe_seen" if data.seen else "describe_unseen"
    keys = (end, start, "describe_between", published)
    return words["sentences"].join(words[key].format(**told) for key in keys)
