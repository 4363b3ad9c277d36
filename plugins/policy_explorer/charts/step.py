"""Step: a count to be reached within a time, while nothing is stated of the years between.

No slope leads to the goal: between start and end lies a blank that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.decimals import short
from policy_explorer.charts.engraving import engrave, pinned
from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import FIGURES, width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours, Palette
from policy_explorer.charts.paper import DASHED, LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import (
    NARROW,
    WIDE,
    Cell,
    Chart,
    Column,
    Figure,
    Heading,
    Layout,
    Table,
    Words,
    facts_of,
)
from policy_explorer.charts.trajectory_input import OPEN, SIGNS

TALL, ABOVE, LEFT = 168.0, 96.0, 64.0
"""In px: from nothing to the goal, the room of the open band, and of the words at the axis."""
BAND, LANE = 30, 44.0
"""Half the width of the goal's band, and the height of the lane of published values, in px."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A published count: how it reads, of when, and the fact."""

    text: str
    period: str
    fact: str


@dataclass(frozen=True, slots=True)
class Step:
    """A count to be reached; `start` and `end` are words, `start` '' where it is not stated."""

    value: Decimal
    comparator: str
    of: str
    start: str
    end: str
    goal_fact: str
    start_fact: str | None = None
    end_fact: str | None = None
    seen: tuple[Seen, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong.

        Raises:
            ValueError: a comparator that has no picture, or a count that is not above zero.
        """
        if self.comparator not in SIGNS or self.value <= 0:
            raise ValueError(f"step: {self.comparator} {self.value} has no picture")

    @property
    def goal_text(self) -> str:
        """The goal as an inequality."""
        return SIGNS[self.comparator] + short(self.value)


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
    """Three rows: start, the years between, end; then one for each published count."""
    columns = (Column(words["head_when"]), Column(words["head_count"]))
    start = data.start or words["start_unstated"]
    rows = (
        (
            Cell(start, None if data.start else "not_stated", data.start_fact),
            Cell(words["unstated"], "not_stated"),
        ),
        (Cell(words["between"]), Cell(words["unstated"], "not_stated")),
        (Cell(data.end, None, data.end_fact), Cell(data.goal_text, "stated", data.goal_fact)),
    )
    seen = tuple(
        (Cell(s.period, None, s.fact), Cell(s.text, "external", s.fact)) for s in data.seen
    )
    return Table(words["caption"].format(of=data.of), columns, (*rows, *seen))


def describe(data: Step, words: Words) -> str:
    """The goal in words, what is not stated of the way there, what was published."""
    goal = words["describe_goal"].format(goal=data.goal_text, of=data.of, end=data.end)
    start = words["describe_start" if data.start else "describe_no_start"].format(start=data.start)
    items = words["join"].join(f"{s.period} {s.text}" for s in data.seen)
    seen = words["describe_seen"].format(items=items) if data.seen else words["describe_unseen"]
    return words["sentences"].join((goal, start, words["describe_between"], seen))


def figure(data: Step, words: Words, colours: Colours, layout: Layout) -> Figure:
    """A blank from start to end, the goal's floor at its end, below it what was published."""
    paper = Paper(colours, layout.width)
    right = layout.width - (130 if layout.width > NARROW.width else 40)
    ground = ABOVE + TALL
    blank = Box(LEFT, ABOVE, right, ground)
    paper.hatch(blank)
    paper.line((LEFT, ABOVE, right - BAND, ABOVE), colours.faint, 1, "1px,4px")
    paper.line((right, ABOVE, right, ground), colours.ink, 1.6, DASHED)
    paper.line((0, ground, layout.width, ground), colours.ink)
    opens = OPEN.get(data.comparator, 0)
    paper.shapes += engrave(pinned(right, ABOVE), BAND, ABOVE - 14, opens, colours)
    _goal(paper, data, words, right)
    _silence(paper, words, blank)
    return paper.figure(_foot(paper, data, words, (right, ground)))


def _goal(paper: Paper, data: Step, words: Words, right: float) -> None:
    """The number and what is counted, left of the band; that it is open, where there is room."""
    at, large = right - BAND - 12, face(26, paper.colours.ink, 700, FIGURES)
    lines = wrapped(data.of, 14, at - 8)[:2]
    top = ABOVE - 14 - 18 * len(lines)
    paper.words(at, top - 8, data.goal_text, large, "left")
    for n, line in enumerate(lines):
        paper.words(at, top + 15 + 18 * n, line, plain(paper.colours), "left")
    if data.comparator in OPEN and paper.width > NARROW.width:
        opened = words["open_up" if OPEN[data.comparator] == 1 else "open_down"].split("\n")
        for n, line in enumerate(opened):
            x, y = right + BAND + 8, ABOVE - 50 + 17 * n
            paper.words(x, y, line.strip(), quiet(paper.colours), "right")


def _silence(paper: Paper, words: Words, blank: Box) -> None:
    """In the blank: that nothing is stated of it."""
    middle, y = (blank.left + blank.right) / 2, (blank.top + blank.bottom) / 2
    lines = wrapped(words["blank"], 14, blank.right - blank.left - 40)
    half = max(width_of(line, 14) for line in lines) / 2 + 12
    tall = len(lines) * 14 * LINE / 2 + 6
    left, right = max(blank.left + 4, middle - half), min(blank.right - 4, middle + half)
    paper.ground(Box(left, y - tall, right, y + tall), paper.colours.surface)
    for n, line in enumerate(lines):
        at = y + (n - (len(lines) - 1) / 2) * 14 * LINE
        paper.words(middle, at, line, plain(paper.colours), "center")


def _foot(paper: Paper, data: Step, words: Words, corner: tuple[float, float]) -> float:
    """Start and end under the ground, then the lane; where the picture ends."""
    right, ground = corner
    y = ground + 20
    if data.start:
        paper.line((LEFT, ground, LEFT, ground + 6), paper.colours.faint)
        paper.words(LEFT, y, data.start, bold(paper.colours, 14), "center")
    else:
        paper.mark(LEFT, ground, "not_stated", words["start_unstated"])
        paper.words(0, y, words["start_unstated"], quiet(paper.colours))
    paper.line((right, ground, right, ground + 6), paper.colours.faint)
    is_roomy = right + width_of(data.end, 14) / 2 <= paper.width
    at, side = (right, "center") if is_roomy else (float(paper.width), "left")
    paper.words(at, y, data.end, bold(paper.colours, 14), side)
    lane = y + LANE
    if not data.seen:
        paper.mark(6, lane, "not_stated", words["unseen"])
        paper.words(18, lane, words["unseen"], quiet(paper.colours))
    for n, seen in enumerate(data.seen):
        told = words["seen"].format(period=seen.period, text=seen.text)
        paper.mark(6, lane + 24 * n, "external", told)
        paper.words(18, lane + 24 * n, told, plain(paper.colours, 13))
    return lane + 24 * max(0, len(data.seen) - 1) + 20
