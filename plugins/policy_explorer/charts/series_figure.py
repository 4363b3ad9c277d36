"""The picture of a series, as one figure in the painter's subset."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from policy_explorer.charts.figure import (
    Part,
    Symbol,
    axis,
    face,
    marks,
    place,
    say,
    stroke,
    unseen,
    words_at,
)
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.places import Placed, open_runs
from policy_explorer.charts.series_brackets import SIZE
from policy_explorer.charts.series_input import Series
from policy_explorer.charts.series_labels import Voice, beside, placed
from policy_explorer.charts.series_laws import breaks, chains, conflicts
from policy_explorer.charts.series_marks import (
    aim_mark,
    aim_shapes,
    by_painting,
    paper_under,
    seen_marks,
)
from policy_explorer.charts.series_stage import SMALL, SQUARES, Stage
from policy_explorer.charts.spec import Figure, Layout, Words

YEAR = 42
"""The room a year's label needs, in px."""


def figure(data: Series, words: Words, colours: Colours, layout: Layout) -> Figure:
    """One figure; the same numbers as in the table, in the order in which they are painted."""
    voice = Voice(words, colours)
    stage = Stage.of(data, layout.name, beside(data, voice))
    said = placed(stage, voice)
    return {
        "data": [
            *_zero(stage, colours),
            *_scopes(stage, colours),
            *_breaks(stage, said, colours),
            *_lines(stage, colours),
            *paper_under(data, colours),
            *(part for one in data.ordered for part in seen_marks(stage, voice, one)),
            *(aim_mark(stage, voice, goal) for goal in data.goals),
            *(part for one in said for part in _said(stage, one, colours)),
            *_lane(stage, voice),
        ],
        "layout": {
            **stage.frame.layout(colours),
            "shapes": [
                *(part for goal in by_painting(data) for part in aim_shapes(stage, goal, colours)),
                *(_paper(stage, one, colours) for one in said if one.on_paper),
            ],
            **_axes(stage, colours),
        },
    }


def _axes(stage: Stage, colours: Colours) -> Part:
    data, foot = stage.data, 1 - stage.top / stage.inner
    named = dict(data.scale.years)
    room = max([YEAR, *(9 * len(text) for text in named.values())])
    years = stage.labelled(room)
    foot_line = colours.faint if data.low < 0 else colours.ink
    line = {"showline": True, "linecolor": foot_line, "linewidth": 1, "showgrid": False}
    ticks = {"ticks": "outside", "ticklen": 6, "tickwidth": 1, "tickcolor": colours.faint}
    font = {"tickangle": 0, "tickfont": face(SMALL, colours.muted)}
    of_years = {"tickvals": years, "ticktext": [say(named.get(year, str(year))) for year in years]}
    x = axis(stage.at_x(0), stage.at_x(stage.width), anchor="y", **line | ticks | of_years | font)
    made: Part = {"xaxis": x, "yaxis": _values(stage, colours, place(max(foot, 0)))}
    if stage.lane:
        made["yaxis2"] = unseen(0, stage.lane, domain=[0, place(stage.lane / stage.inner)])
    return made


def _values(stage: Stage, colours: Colours, foot: float) -> Part:
    """The axis of values; its range also holds what stands above the plot."""
    ticks = stage.data.scale.ticks
    return axis(
        float(stage.data.low),
        stage.at_y(stage.top),
        domain=[foot, 1],
        showline=False,
        ticks="",
        showgrid=True,
        gridcolor=colours.hair,
        gridwidth=1,
        tickvals=[place(float(value)) for value, _ in ticks],
        ticktext=[say(text) for _, text in ticks],
        tickangle=0,
        tickfont=face(SMALL, colours.muted),
    )


def _words(stage: Stage, x: float, y: float, text: str, look: tuple[str, Part]) -> Part:
    """Words at a place in px."""
    return words_at(stage.at_x(x), stage.at_y(y), text, f"middle {look[0]}", look[1])


def _rule(stage: Stage, points: tuple[tuple[float, float], ...], look: tuple[str, str]) -> Part:
    """A thin line through places in px."""
    xs, ys = [stage.at_x(x) for x, _ in points], [stage.at_y(y) for _, y in points]
    return stroke(xs, ys, look[0], 1, look[1])


def _zero(stage: Stage, colours: Colours) -> list[Part]:
    """The line of zero, where the axis begins below it."""
    if stage.data.low >= 0:
        return []
    y = stage.y(Decimal(0))
    return [_rule(stage, ((0, y), (stage.width, y)), (colours.ink, "solid"))]


def _scopes(stage: Stage, colours: Colours) -> list[Part]:
    """Above the plot: what each stretch of values covers."""
    look = "right", face(SIZE, colours.muted)
    parts = []
    for one in stage.brackets:
        corners = tuple((x, stage.plot + up) for x, up in one.corners)
        parts.append(_rule(stage, corners, (colours.faint, "solid")))
        parts += [_words(stage, one.words_at, stage.plot + y, s, look) for y, s in one.words]
    return parts


def _breaks(stage: Stage, said: tuple[Placed, ...], colours: Colours) -> list[Part]:
    """An upright dashed rule where the scope changes; it steps aside for words."""
    boxes = [one.box for one in said]
    xs = [stage.x(at) for at in breaks(stage.data)]
    runs = ((x, run) for x in xs for run in open_runs(x, 0, stage.plot, boxes))
    look = colours.faint, "3px,4px"
    return [_rule(stage, ((x, low), (x, high)), look) for x, (low, high) in runs]


def _lines(stage: Stage, colours: Colours) -> list[Part]:
    """Lines between neighbours of one scope; a thin upright tie where sources differ."""
    parts = []
    for chain in chains(stage.data):
        if len(chain) > 1:
            xs, ys = [float(one.at) for one in chain], [float(one.value) for one in chain]
            parts.append(stroke(xs, ys, colours.external, 2, "solid"))
    for group in conflicts(stage.data):
        xs, ys = [float(one.at) for one in group], [float(one.value) for one in group]
        parts.append(stroke(xs, ys, colours.external, 1.4, "solid"))
    return parts


def _paper(stage: Stage, one: Placed, colours: Colours) -> Part:
    """The paper under words on a band."""
    box, ends = one.box, {"xref": "x", "yref": "y", "layer": "between"}
    xs = {key: place(stage.at_x(px)) for key, px in (("x0", box.left), ("x1", box.right))}
    ys = {key: place(stage.at_y(px)) for key, px in (("y0", box.low), ("y1", box.high))}
    return {"type": "rect", **ends, **xs, **ys, "fillcolor": colours.surface, "line": {"width": 0}}


def _said(stage: Stage, one: Placed, colours: Colours) -> list[Part]:
    """A block of words, and what ties it to its mark."""
    x, y, side = one.spot.x, one.spot.y, one.spot.side
    parts = [_words(stage, x, y + line.up, line.text, (side, line.font)) for line in one.block]
    ties = [_rule(stage, pair, (colours.faint, "solid")) for pair in pairwise(one.tie)]
    return [*ties, *parts]


def _lane(stage: Stage, voice: Voice) -> list[Part]:
    """An empty square for each year without a value, and what that means."""
    years = stage.data.missing
    if not years:
        return []
    colour = voice.colours.muted
    told = [voice.words["hover_absent"].format(year=year) for year in years]
    symbol = Symbol("square-open", place(min(9.6, stage.year * 0.7)), colour, 1.4)
    where = {"yaxis": "y2"}
    words = words_at(stage.at_x(2), 10, voice.words["absent"], "middle right", face(SMALL, colour))
    squares = marks([float(y) for y in years], [SQUARES] * len(years), symbol, told)
    return [squares | where, words | where]
