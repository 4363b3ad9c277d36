"""Marker symbols: the paths of plotly.js (components/drawing/symbol_defs.js), rounded as there."""

from __future__ import annotations

import math

from policy_explorer.charts.painter.scale import Point, n

OPEN = "-open"
CIRCLE = "circle"
_BASE = (
    CIRCLE,
    "square",
    "diamond",
    "cross",
    "x",
    "triangle-up",
    "triangle-down",
    "triangle-left",
    "triangle-right",
)
_TURNS = "++ +- -- +- -- -+ -- -+ ++ -+ ++"
SALTIRE = tuple((s[0].strip("+"), s[1].strip("+")) for s in _TURNS.split())
"""The signs of the steps around an x."""
SYMBOLS = tuple(f"{name}{end}" for name in _BASE for end in ("", OPEN))


def outline(name: str, at: Point, radius: float) -> str:
    """The beginning of an element that draws a symbol, without its ink and its end."""
    if name.startswith(CIRCLE):
        return f'<circle cx="{n(at.x)}" cy="{n(at.y)}" r="{n(radius)}" '
    path = _paths(radius)[name.removesuffix(OPEN)]
    return f'<path transform="translate({n(at.x)} {n(at.y)})" d="{path}" '


def _paths(radius: float) -> dict[str, str]:
    def q(share: float) -> str:
        return n(round(radius * share, 2))

    side, tri, half = q(1), q(2 / math.sqrt(3)), q(0.5)
    return {
        "square": f"M{side},{side}H-{side}V-{side}H{side}Z",
        "diamond": f"M{q(1.3)},0L0,{q(1.3)}L-{q(1.3)},0L0,-{q(1.3)}Z",
        "cross": _cross(q(1.2), q(0.4)),
        "x": _saltire(q(0.8 / math.sqrt(2))),
        "triangle-up": f"M-{tri},{half}H{tri}L0,-{side}Z",
        "triangle-down": f"M-{tri},-{half}H{tri}L0,{side}Z",
        "triangle-left": f"M{half},-{tri}V{tri}L-{side},0Z",
        "triangle-right": f"M-{half},-{tri}V{tri}L{side},0Z",
    }


def _cross(a: str, b: str) -> str:
    return f"M{a},{b}H{b}V{a}H-{b}V{b}H-{a}V-{b}H-{b}V-{a}H{b}V-{b}H{a}Z"


def _saltire(a: str) -> str:
    return f"M0,{a}" + "".join(f"l{dx}{a},{dy}{a}" for dx, dy in SALTIRE) + "Z"
