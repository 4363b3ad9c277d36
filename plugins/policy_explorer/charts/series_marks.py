"""The marks of a series: diamonds for what was published, lines and bands for goals."""

from __future__ import annotations

from policy_explorer.charts.engraving import engrave, pinned
from policy_explorer.charts.figure import Part, Symbol, marks
from policy_explorer.charts.painter import CLEAR
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.series_input import Aim, Seen, Series
from policy_explorer.charts.series_labels import Voice, band_room
from policy_explorer.charts.series_stage import Stage

BRACKET, CAP = 1.6, 6
"""Of a goal that says "about": its line and the height of its ends, in px."""


def paper_under(data: Series, colours: Colours) -> list[Part]:
    """The paper around each mark, under all of them, so that none hides its neighbour."""
    xs, ys = [float(one.at) for one in data.ordered], [float(one.value) for one in data.ordered]
    return [marks(xs, ys, Symbol("diamond", 17, colours.surface))]


def seen_marks(stage: Stage, voice: Voice, one: Seen) -> list[Part]:
    """Another voice, so a diamond with a thin edge of paper; hollow for an estimate."""
    colours = voice.colours
    key = "hover_estimate" if one.estimate else "hover"
    scope = stage.data.scope(one.series).words
    told = voice.words[key].format(period=one.period, value=one.text, scope=scope, who=one.who)
    symbol = Symbol("diamond", 11, colours.external)
    if one.estimate:
        symbol = Symbol("diamond-open", 11, colours.external, 1.6)
    xs, ys = [float(one.at)], [float(one.value)]
    return [marks(xs, ys, Symbol("diamond", 14, colours.surface)), marks(xs, ys, symbol, [told])]


def aim_mark(stage: Stage, voice: Voice, goal: Aim) -> Part:
    """What the live chart says at a goal's line; nothing is drawn."""
    key = "hover_former" if goal.superseded else "hover_goal"
    told = voice.words[key].format(period=goal.period, value=goal.text, on=goal.set_on)
    xs, ys = [float(goal.at) + stage.band(goal) / 2 / stage.year], [float(goal.value)]
    return marks(xs, ys, Symbol("circle", 12), [told])


def by_painting(data: Series) -> list[Aim]:
    """The goals in the order of painting: those that were replaced on top of the bands."""
    return sorted(data.goals, key=lambda goal: goal.superseded)


def aim_shapes(stage: Stage, goal: Aim, colours: Colours) -> list[Part]:
    """A goal's line behind the marks: engraved where open, a bracket for about, dashed if old."""
    pin, half = pinned(float(goal.at), float(goal.value)) | {"layer": "between"}, stage.band(goal)
    colour = colours.muted if goal.superseded else colours.ink
    if goal.comparator == "about":
        path = f"M{-half},{-CAP} L{-half},{CAP} M{-half},0 L{half},0 M{half},{-CAP} L{half},{CAP}"
        pen = {"color": colour, "width": BRACKET}
        dash = {"dash": "3px,3px"} if goal.superseded else {}
        return [{"type": "path", **pin, "path": path, "fillcolor": CLEAR, "line": pen | dash}]
    if goal.superseded:
        ends = {"type": "line", **pin, "x0": -half, "x1": half, "y0": 0, "y1": 0}
        paper = {**ends, "line": {"width": 6, "color": colours.surface}}
        return [paper, {**ends, "line": {"width": 2, "color": colour, "dash": "4px,3px"}}]
    return engrave(pin, int(half), band_room(stage, goal), goal.opens, colours)
