"""The words in the picture of a trajectory, each where nothing else stands."""

from __future__ import annotations

import math

from policy_explorer.charts.decimals import rounded, short, signed
from policy_explorer.charts.figure import BREAK, Part, face, flat, note_at, words_at
from policy_explorer.charts.fonts import FIGURES, width_of
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.spec import Words
from policy_explorer.charts.trajectory_input import OPEN, Point, Trajectory
from policy_explorer.charts.trajectory_stage import CLEARANCE, DOT, LABEL, RATE_AT, YEAR, Stage


def path_labels(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """Rounded values on the open side of the path, where no other words stand."""
    side, where = (-1, "top left") if stage.data.rises else (1, "top right")
    font = face(14, colours.muted)
    return [
        words_at(
            p.year + side * stage.dx(2),
            float(p.value) + stage.dy(8),
            rounded(p.value),
            where,
            font,
        )
        for p in stage.data.path[1:-1]
        if p.year in stage.thinned(LABEL) and _is_free(stage, words, p)
    ]


def _is_free(stage: Stage, words: Words, point: Point) -> bool:
    """Whether a point's label meets no published value, nor the goal's or the baseline's words."""
    data = stage.data
    if stage.meets(point, -DOT / 2, CLEARANCE + DOT / 2):
        return False
    if not data.rises:
        return True
    if stage.height(data.goal.value - point.value) <= CLEARANCE:
        return False
    right = width_of(base_text(data, words), 15)
    beside = (point.year - data.baseline.year) * stage.year > right + YEAR / 2
    return beside or stage.low_base or stage.height(point.value - data.baseline.value) > CLEARANCE


def base_text(data: Trajectory, words: Words) -> str:
    """What stands at the baseline's dot."""
    return words["base"].format(value=short(data.baseline.value))


def goal_words(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """The goal as a number and in words, beside its band."""
    data = stage.data
    hangs = OPEN.get(data.comparator) == -1
    ratio, year = short(data.ratio), data.baseline.year
    asks = flat(words[f"asks_{data.comparator}"].format(year=year, ratio=ratio))
    lines = [
        (-20 if hangs else 34, data.goal_text, face(21, colours.ink, 700, FIGURES)),
        (-41 if hangs else 13, asks, face(14, colours.ink)),
    ]
    if stage.sizes.inside and data.comparator in OPEN:
        text = flat(words["open_down" if hangs else "open_up"])
        lines.append((-60 if hangs else 56, text, face(13, colours.muted)))
    x, y = data.goal.year - stage.dx(stage.sizes.band + 12), float(data.goal.value)
    return [words_at(x, y + stage.dy(dy), text, "middle left", font) for dy, text, font in lines]


def rate_words(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """The even rate and what it is, in the corner that the path leaves free."""
    data = stage.data
    text = words["path"] if stage.sizes.inside else flat(words["path"])
    share = RATE_AT if data.rises else 1 - RATE_AT
    span = data.goal.year - data.baseline.year
    x = data.baseline.year + span * share + stage.dx(4)
    at = _rate_height(stage, 9 + 17 * len(text.split(BREAK)))
    y, rate = stage.dy(at), words["rate"].format(rate=signed(data.rate))
    return [
        words_at(x, y, rate, "middle right", face(15, colours.accent, 600)),
        words_at(x, y - stage.dy(9), text, "bottom right", face(13, colours.muted)),
    ]


def _rate_height(stage: Stage, tall: float) -> float:
    """Where the first line stands, in px above zero; `tall` is what lies below its middle.

    Under a rising path, clear of the baseline's own line; above that line where the path falls.
    """
    data = stage.data
    base = stage.height(data.baseline.value)
    above, below = base + tall + 4, base - 18
    if not data.rises:
        return above
    under_path = base * math.pow(data.ratio, RATE_AT) - 24
    if under_path >= above - 4:
        return under_path
    return below if below > tall else above


def notes(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """The words in the margin: that the goal is open, and what the lane is."""
    data, small = stage.data, face(13, colours.muted)
    opens = OPEN.get(data.comparator, 0)
    seen = {o.year for o in data.observations}
    lane = words["published_some" if seen else "published_none"].format(
        count=len(seen), years=len(data.years)
    )
    paper: Part = {"xref": "paper", "yref": "y2"}
    if stage.sizes.inside:
        return [note_at(0, 0, flat(lane), small, **paper, xshift=4, yshift=-22)]
    notes = [note_at(1, 0, lane, small, **paper, xshift=6)]
    if opens:
        text = words["open_up" if opens == 1 else "open_down"]
        shift = {"xshift": stage.sizes.band + 6, "yshift": opens * 40}
        notes.insert(0, note_at(data.goal.year, float(data.goal.value), text, small, **shift))
    return notes
