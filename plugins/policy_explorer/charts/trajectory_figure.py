"""The picture of a trajectory, as one figure in the painter's subset."""

from __future__ import annotations

from decimal import Decimal

from policy_explorer.charts.decimals import exact, short
from policy_explorer.charts.engraving import engrave, half_disc, pinned
from policy_explorer.charts.figure import (
    Part,
    Symbol,
    axis,
    face,
    marks,
    place,
    stroke,
    unseen,
    words_at,
)
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.spec import Figure, Layout, Words
from policy_explorer.charts.trajectory_input import OPEN, Trajectory
from policy_explorer.charts.trajectory_stage import DOT, LANE, PLOT, SIZES, YEAR, Stage
from policy_explorer.charts.trajectory_words import (
    base_text,
    goal_words,
    notes,
    path_labels,
    rate_words,
)


def figure(data: Trajectory, words: Words, colours: Colours, layout: Layout) -> Figure:
    """One figure; the same numbers as in the table, in the order in which they are painted."""
    sizes = SIZES[layout.name]
    stage = Stage.of(data, sizes)
    return {
        "data": [
            *_path(stage, words, colours),
            *_stated(stage, words, colours),
            *rate_words(stage, words, colours),
            *_observed(stage, words, colours),
            _lane(stage, words, colours),
        ],
        "layout": {
            **sizes.frame.layout(colours),
            "shapes": _shapes(stage, colours),
            "annotations": notes(stage, words, colours),
            **_axes(stage, colours),
        },
    }


def _axes(stage: Stage, colours: Colours) -> Part:
    years, values = stage.thinned(YEAR), _levels(stage)
    line = {"showline": True, "linecolor": colours.ink, "linewidth": 1}
    ticks = {"ticks": "outside", "ticklen": 6, "tickwidth": 1, "tickcolor": colours.faint}
    grid = {"showgrid": True, "gridcolor": colours.hair, "gridwidth": 1}
    font = {"tickangle": 0, "tickfont": face(13, colours.muted)}
    of_years = {"tickvals": years, "ticktext": [str(year) for year in years]}
    of_values = {
        "tickvals": [place(float(v)) for v in values],
        "ticktext": [short(v) for v in values],
    }
    x = axis(*stage.x_range, **{"anchor": "y", "showgrid": False} | line | ticks | of_years | font)
    bare = {"domain": [1 - PLOT, 1], "showline": False, "ticks": ""}
    y = axis(0, stage.top, **bare | grid | of_values | font)
    return {"xaxis": x, "yaxis": y, "yaxis2": unseen(-1, 1, domain=[0, LANE])}


def _levels(stage: Stage) -> list[Decimal]:
    """Zero, the baseline and the goal; of the last two only one where both would touch."""
    base, goal = stage.data.baseline.value, stage.data.goal.value
    near = abs(stage.height(goal) - stage.height(base)) < YEAR / 2
    return [Decimal(0), base] if near else [Decimal(0), base, goal]


def _path(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """The even path: dashed, with half discs, and a label where there is room for one."""
    data = stage.data
    years, values = [p.year for p in data.path], [float(p.value) for p in data.path]
    guide = [years[0], years[-1] - stage.dx(stage.sizes.band)]
    xs, ys = [p.year for p in stage.marked], [float(p.value) for p in stage.marked]
    told = [words["hover_path"].format(year=p.year, value=exact(p.value)) for p in stage.marked]
    parts = [
        stroke(guide, [float(data.goal.value)] * 2, colours.faint, 1, "1px,4px"),
        stroke(years, values, colours.accent, 1.8, "5px,5px"),
    ]
    if xs:
        parts += [
            marks(xs, ys, Symbol("circle", 15, colours.surface)),
            marks(xs, ys, Symbol("circle-open", 8.6, colours.accent, 1.4), told),
        ]
    return parts + path_labels(stage, words, colours)


def _stated(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """What the plan says: the baseline's dot and the goal's words; no dot for the goal."""
    data = stage.data
    base, goal = data.baseline, data.goal
    dot, target = Symbol("circle", 12.5, colours.ink), Symbol("circle", 12)
    told = words["hover_goal"].format(year=goal.year, value=data.goal_text)
    at = float(base.value) + stage.dy(-24 if stage.low_base else 22)
    bold = face(15, colours.ink, 600)
    return [
        marks([base.year], [float(base.value)], dot, [_hover_base(data, words)]),
        marks([goal.year], [float(goal.value)], target, [told]),
        words_at(base.year - stage.dx(7), at, base_text(data, words), "middle right", bold),
        *goal_words(stage, words, colours),
    ]


def _hover_base(data: Trajectory, words: Words) -> str:
    return words["hover_base"].format(year=data.baseline.year, value=short(data.baseline.value))


def _observed(stage: Stage, words: Words, colours: Colours) -> list[Part]:
    """Published values: another voice, so a diamond; hollow for an estimate."""
    parts: list[Part] = []
    for seen in stage.data.observations:
        key = "hover_estimate" if seen.estimate else "hover_observed"
        told = words[key].format(year=seen.year, value=short(seen.value))
        symbol = Symbol("diamond", 11, colours.external)
        if seen.estimate:
            symbol = Symbol("diamond-open", 11, colours.external, 1.6)
        at = float(seen.value)
        is_low = stage.height(seen.value) < YEAR / 2  # below it is no room for a label
        parts += [
            marks([seen.year], [at], Symbol("diamond", 17, colours.surface)),
            marks([seen.year], [at], symbol, [told]),
            words_at(
                seen.year + stage.dx(7),
                at + stage.dy(6 if is_low else -6),
                short(seen.value),
                "top right" if is_low else "bottom right",
                face(13, colours.external, 600),
            ),
        ]
    return parts


def _lane(stage: Stage, words: Words, colours: Colours) -> Part:
    """An empty square for each year of which nothing is published."""
    seen = {o.year for o in stage.data.observations}
    years = [y for y in stage.thinned(DOT) if y not in seen]
    told = [words["hover_absent"].format(year=year) for year in years]
    symbol = Symbol("square-open", 9.6, colours.muted, 1.4)
    if not years:
        # the axis of the lane needs a trace
        years, told, symbol = [stage.data.goal.year], [], Symbol("square", 9.6)
    return marks(years, [0] * len(years), symbol, told) | {"yaxis": "y2"}


def _shapes(stage: Stage, colours: Colours) -> list[Part]:
    data, sizes = stage.data, stage.sizes
    opens = OPEN.get(data.comparator, 0)
    goal = stage.height(data.goal.value)
    room = (stage.top * stage.unit - goal if opens == 1 else goal) - 4
    pin = pinned(data.goal.year, float(data.goal.value))
    discs = [half_disc(p.year, float(p.value), colours.accent) for p in stage.marked]
    return [*engrave(pin, sizes.band, room, opens, colours), *discs]
