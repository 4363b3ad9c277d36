"""Where everything of a trajectory has its place: sizes, scales, and what room there is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.charts.figure import Frame
from policy_explorer.charts.thinning import thinned
from policy_explorer.charts.trajectory_input import Point, Trajectory

PLOT, LANE = 0.8, 0.09
"""Shares of the height: the plot from the top, the lane of published values at the bottom."""
HEADROOM = 1.35
"""The highest value fills the plot but for this, where the goal is open and fades upwards."""
LABEL, YEAR, DOT = 44, 40, 15
"""The room in px that a value, a year and a mark need on the axis of years."""
RATE_AT = 0.55
"""Where on the path its rate is written, as a share of its years."""
CLEARANCE = 26
"""In px; a value's label nearer to the goal's line than this would run into the goal's words."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What differs between the layouts, in px; `band` is half the width of the goal's band.

    `inside` where there is no margin for words, so that they stand in the plot or under it.
    """

    frame: Frame
    before: int
    after: int
    band: int
    inside: bool


SIZES = {
    "wide": Sizes(Frame(720, 420, left=46, right=104, top=12, bottom=12), 14, 36, 32, inside=False),
    "narrow": Sizes(Frame(360, 400, left=36, right=10, top=12, bottom=30), 14, 24, 20, inside=True),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things are: one year and one unit of the index in px, and the range of both axes."""

    data: Trajectory
    sizes: Sizes
    year: float
    unit: float
    top: float

    @classmethod
    def of(cls, data: Trajectory, sizes: Sizes) -> Stage:
        """The stage on which everything of a trajectory has its place."""
        frame = sizes.frame
        width = frame.width - frame.left - frame.right - sizes.before - sizes.after
        height = (frame.height - frame.top - frame.bottom) * PLOT
        highest = max([p.value for p in data.path] + [o.value for o in data.observations])
        top = float(highest) * HEADROOM
        return cls(data, sizes, width / (len(data.years) - 1), height / top, top)

    @property
    def x_range(self) -> tuple[float, float]:
        """The years at the edges of the plot."""
        years = self.data.years
        return years[0] - self.dx(self.sizes.before), years[-1] + self.dx(self.sizes.after)

    def dx(self, px: float) -> float:
        """Px to the right, in years."""
        return px / self.year

    def dy(self, px: float) -> float:
        """Px upwards, in units of the index."""
        return px / self.unit

    def height(self, value: Decimal) -> float:
        """How far above zero a value is, in px."""
        return float(value) * self.unit

    @property
    def low_base(self) -> bool:
        """Whether the baseline's words fit under its dot: not on a falling path, nor near zero."""
        return self.data.rises and self.height(self.data.baseline.value) > YEAR

    @property
    def marked(self) -> list[Point]:
        """The points between the ends that get a mark of their own: not under a published value."""
        years = self.thinned(DOT)
        return [p for p in self.data.path[1:-1] if p.year in years and not self.meets(p, -DOT, DOT)]

    def meets(self, point: Point, low: float, high: float) -> bool:
        """Whether a value published for a point's year lies so far above it, in px."""
        seen = (o.value for o in self.data.observations if o.year == point.year)
        return any(low < self.height(value - point.value) < high for value in seen)

    def thinned(self, room: float) -> list[int]:
        """The years that may be labelled where each label needs this room; both ends always."""
        return thinned(self.data.years, room, self.year)
