"""Areas: what a trace fills, flat or with a gradient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policy_explorer.charts.painter.canvas import Canvas, Ink
from policy_explorer.charts.painter.reader import Node
from policy_explorer.charts.painter.scale import Point, Scale, n


@dataclass(frozen=True, slots=True)
class Area:
    """The line of a trace, and how many marks lay in the layer before it was drawn."""

    points: list[Point]
    under: int


def draw_area(
    canvas: Canvas, trace: Node, area: Area, previous: Area | None, box: tuple[Scale, Scale]
) -> None:
    """Fill inside a trace's line, or between it and the line of the trace before it."""
    kind = trace.word("fill", ("none", "tonexty", "toself"), "none")
    if kind == "none":
        return
    if kind == "toself":
        canvas.add("traces", _filled(canvas, trace, area.points, box))
        return
    if previous is None:
        raise trace.fail("fill", "tonexty needs a trace before it")
    ring = [*area.points, *reversed(previous.points)]
    # plotly.js lays it under the trace before it
    canvas.layers["traces"].insert(previous.under, _filled(canvas, trace, ring, box))


def _filled(canvas: Canvas, trace: Node, ring: Sequence[Point], box: tuple[Scale, Scale]) -> str:
    path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in ring) + "Z"
    if trace.has("fillgradient"):
        look = f'fill="url(#{_gradient(canvas, trace.sub("fillgradient"), box)})"'
    else:
        look = canvas.ink(trace, Ink(fill=trace.raw("fillcolor")), "fillcolor")
    return f'<path d="{path}" {look}{canvas.clip(ring, 0, box)}/>'


def _gradient(canvas: Canvas, node: Node, box: tuple[Scale, Scale]) -> str:
    """Define a gradient; its id comes out."""
    upright = node.word("type", ("vertical", "horizontal")) == "vertical"
    start, stop = (box[upright].px(node.num(key)) for key in ("start", "stop"))
    ends = f'y1="{n(start)}" y2="{n(stop)}" x1="0" x2="0"'
    if not upright:
        ends = f'x1="{n(start)}" x2="{n(stop)}" y1="0" y2="0"'
    name = f"{canvas.prefix}-g{len(canvas.defs)}"
    stops = "".join(_stop(canvas, node, i, s) for i, s in enumerate(node.listing("colorscale")))
    node.done()
    canvas.defs.append(
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>'
        f"{stops}</linearGradient>"
    )
    return name


def _stop(canvas: Canvas, node: Node, i: int, pair: object) -> str:
    key = f"colorscale[{i}]"
    if not isinstance(pair, list | tuple) or len(pair) != 2:  # noqa: PLR2004 -- a pair
        raise node.fail(key, "expected a share and a colour")
    colour = canvas.colour(node, key, pair[1])
    faded = f'stop-color="{colour.hexa}" stop-opacity="{n(colour.alpha)}"'
    return f'<stop offset="{n(node.as_number(key, pair[0]))}" class="t-{colour.token}" {faded}/>'
