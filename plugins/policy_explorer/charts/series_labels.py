"""The words in the picture of a series: at marks and beside goals, each where nothing else is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import FIGURES
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.places import Block, Box, Ground, Line, Placed, Spot, along, around
from policy_explorer.charts.series_input import Aim, Seen, Series
from policy_explorer.charts.series_laws import chains, conflicts, letters, stretches
from policy_explorer.charts.series_stage import SMALL, Stage
from policy_explorer.charts.spec import Words

MARK, THICK = 8.0, 5.0
"""Half a diamond with the paper around it, and half a goal's line with its own, in px."""
GAP, LONG, ELBOW = 8.0, 9.0, 12.0
"""In px: between a goal's line and its words; words further off than `LONG` are tied to the line,
and then stand `ELBOW` away from it."""
SLIDE = 240
"""How far a goal's words may move up or down, in px."""
NUMBER, FORMER, UNDER = 21, 15, 19
"""Sizes of a goal's number, now and once replaced; and how far its other words stand under it."""
FEW = 7
"""Up to so many values are all labelled, where there is room."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In what words and colours a picture speaks."""

    words: Words
    colours: Colours


def unit_words(data: Series, words: Words) -> str:
    """The unit of the axis, and that it does not begin at zero where it does not."""
    is_cut = data.low > 0
    return words["unit_cut"].format(unit=data.scale.unit) if is_cut else data.scale.unit


def placed(stage: Stage, voice: Voice) -> tuple[Placed, ...]:
    """All words in the plot: the unit, the goals, the values; what has no room is left out."""
    data, unit = stage.data, _unit(stage, voice)
    ground = Ground(stage.room, [*_marks(stage)], tuple(_bands(stage)), [unit.box])
    highest = sorted(data.goals, key=lambda goal: -goal.value)
    asked = [
        *(_goal(stage, voice, goal) for goal in highest if not goal.superseded),
        *(_value(stage, voice, one) for one in told(data)),
        *(_goal(stage, voice, goal) for goal in highest if goal.superseded),
    ]
    found = (ground.first_free(wishes) for wishes in asked)
    return unit, *(one for one in found if one is not None)


def told(data: Series) -> tuple[Seen, ...]:
    """The values that get a label, the most telling first.

    First, last, those that sources dispute, those beside a break; all others where they are few.
    """
    ordered = data.ordered
    ends = [one for stretch in stretches(data) for one in (stretch.seen[0], stretch.seen[-1])]
    disputed = [one for group in conflicts(data) for one in group]
    rest = ordered if len(ordered) <= FEW else ()
    found = (ordered[0], ordered[-1], *disputed, *ends, *rest)
    first = {(one.at, one.series, one.value): one for one in reversed(found)}
    return tuple(first[key] for key in dict.fromkeys((x.at, x.series, x.value) for x in found))


def goal_block(goal: Aim, voice: Voice) -> Block:
    """A goal's number as an inequality, and under it when it was set and that it was replaced."""
    words, colours = voice.words, voice.colours
    colour = colours.muted if goal.superseded else colours.ink
    size = FORMER if goal.superseded else NUMBER
    key = ("former" if goal.superseded else "goal") + ("_set" if goal.set_on else "")
    under = words[key].format(on=goal.set_on)
    number = Line(goal.sign, face(size, colour, 700, FIGURES))
    return number, Line(under, face(SMALL, colours.muted), -UNDER + (NUMBER - size) / 3)


def beside(data: Series, voice: Voice) -> float:
    """How wide the words of the goals are, with their distance from the line."""
    blocks = [goal_block(goal, voice) for goal in data.goals]
    return max((line.width for block in blocks for line in block), default=0.0) + GAP + ELBOW


def _unit(stage: Stage, voice: Voice) -> Placed:
    line = Line(unit_words(stage.data, voice.words), face(SMALL, voice.colours.muted))
    return Placed((line,), Spot(2, stage.y(stage.data.scale.ticks[-1][0]) + 12, "right"))


def _marks(stage: Stage) -> Iterator[Box]:
    """What words must keep clear of: diamonds, lines, ties, and the lines of goals."""
    data = stage.data
    for one in data.seen:
        x, y = stage.x(one.at), stage.y(one.value)
        yield Box(x - MARK, y - MARK, x + MARK, y + MARK)
    for chain in (*chains(data), *conflicts(data)):
        for a, b in pairwise(chain):
            yield from along((stage.x(a.at), stage.y(a.value)), (stage.x(b.at), stage.y(b.value)))
    for goal in data.goals:
        x, y, half = stage.x(goal.at), stage.y(goal.value), stage.band(goal)
        yield Box(x - half, y - THICK, x + half, y + THICK)


def _bands(stage: Stage) -> Iterator[Box]:
    """The engraved areas of open goals."""
    for goal in stage.data.goals:
        x, y, half, room = stage.x(goal.at), stage.y(goal.value), stage.band(goal), goal.opens
        reach = band_room(stage, goal)
        if room:
            low, high = (y, y + reach) if room > 0 else (y - reach, y)
            yield Box(x - half, low, x + half, high)


def band_room(stage: Stage, goal: Aim) -> float:
    """How many px the band of an open goal may take."""
    y = stage.y(goal.value)
    return max(0.0, (y if goal.opens < 0 else stage.plot - y) - 4)


def _value(stage: Stage, voice: Voice, one: Seen) -> Iterator[Placed]:
    """Around its diamond; where that lies in a goal's band, on it or to its left."""
    letter = letters(stage.data).get(one.series, "")
    text = f"{letter} {one.label}" if letter else one.label
    block = (Line(text, face(SMALL, voice.colours.external, 600)),)
    x, y = stage.x(one.at), stage.y(one.value)
    behind = next((goal for goal in stage.data.goals if goal.at == one.at), None)
    half = stage.band(behind) if behind else 0.0
    if behind and stage.sizes.inside and block[0].width < 2 * half:
        yield from (Placed(block, Spot(x, y + up), on_paper=True) for up in (16, -16))
    yield from (Placed(block, spot) for spot in around(x, y, half))


def _goal(stage: Stage, voice: Voice, goal: Aim) -> Iterator[Placed]:
    """Beside its line if it can be, else moved up or down and tied to it; at last only a number."""
    block = goal_block(goal, voice)
    for one in (block, block[:1]):
        for up in _slide(stage, goal):
            for side in ("right", "left"):
                yield _beside(stage, goal, one, (up, side))
        x, y = stage.x(goal.at), stage.y(goal.value)
        yield from (Placed(one, Spot(x, y + up)) for up in (-UNDER, 2 * UNDER))


def _slide(stage: Stage, goal: Aim) -> Iterable[int]:
    """Steps away from the line, the nearest first; upwards first where a lower goal is near."""
    others = (g.value for g in stage.data.goals if g is not goal and abs(g.at - goal.at) < 1)
    is_upper = any(value < goal.value for value in others)
    return sorted(range(-SLIDE, SLIDE, 4), key=lambda up: abs(up - 12 if is_upper else up))


def _beside(stage: Stage, goal: Aim, block: Block, move: tuple[int, str]) -> Placed:
    up, side = move
    sign = 1 if side == "right" else -1
    end, y = stage.x(goal.at) + sign * stage.band(goal), stage.y(goal.value)
    if -UNDER - LONG < up < LONG + UNDER:
        return Placed(block, Spot(end + sign * GAP, y + up, side))
    tied = end + sign * (GAP + ELBOW)
    tie = (end + sign * 3, y), (tied - sign * 3, y + up)
    return Placed(block, Spot(tied, y + up, side), tie)
