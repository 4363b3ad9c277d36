"""Where everything of a series has its place: sizes, both scales in px, the room for words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from policy_explorer.charts.figure import Frame
from policy_explorer.charts.fonts import width_of
from policy_explorer.charts.places import Box
from policy_explorer.charts.series_brackets import Bracket, height_of, packed
from policy_explorer.charts.series_input import Aim, Series
from policy_explorer.charts.series_laws import letters, stretches
from policy_explorer.charts.thinning import thinned

SMALL = 13
"""Size of ticks and notes in px."""
ABOVE, BAND_ROOM = 30, 62
"""In px above the last tick, for the unit; above a goal that is open upwards, for its band."""
AXIS, LANE, EDGE = 34, 46, 10
"""Heights in px: the labels of years, the lane of missing values with its words, the margin."""
SQUARES = 33
"""How far above the foot of the lane its squares stand, in px."""
NARROWEST, CLEAR = 0.42, 26
"""Half a goal's band takes this of the way to the next mark, or all but so many px of it."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What differs between the layouts, in px; `band` is half the width of a goal's band.

    `before` and `after` are kept free left of the first year and right of the last.
    """

    width: int
    plot: int
    before: int
    after: int
    band: int
    inside: bool


SIZES: Mapping[str, Sizes] = {
    "wide": Sizes(720, 270, 24, 34, 30, inside=False),
    "narrow": Sizes(360, 290, 18, 22, 20, inside=True),
}
MARGIN = 6
"""On the right of the plot, in px."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The scales: the first year, a year and a unit of the values in px, and what is above."""

    data: Series
    sizes: Sizes
    left: int
    start: int
    year: float
    unit: float
    brackets: tuple[Bracket, ...] = ()

    @classmethod
    def of(cls, data: Series, name: str, beside: float) -> Stage:
        """The stage of a layout; `beside` is how wide the words of the last year's goals are."""
        sizes = SIZES[name]
        left = math.ceil(max(width_of(text, SMALL) for _, text in data.scale.ticks)) + 10
        is_last = any(goal.at >= data.years[-1] for goal in data.goals)
        after = sizes.after + (0 if sizes.inside or not is_last else sizes.band + beside)
        room = sizes.width - left - MARGIN - sizes.before - after
        year, unit = room / (_span(data) or 1), _unit(data, sizes.plot)
        bare = cls(data, sizes, left, data.years[0], year, unit)
        return replace(bare, brackets=bare.packed())

    def packed(self) -> tuple[Bracket, ...]:
        """What each stretch covers, above the plot; nothing where all values have one scope."""
        if len({one.series for one in self.data.seen}) == 1:
            return ()
        named = letters(self.data)
        ends = (
            (self.x(one.start), self.x(one.end), named.get(one.scope.id, ""), one.scope.words)
            for one in stretches(self.data)
        )
        spans = ((a, b, f"{letter} {words}" if letter else words) for a, b, letter, words in ends)
        return packed(spans, self.width)

    @property
    def width(self) -> float:
        """Of the plot in px."""
        return float(self.sizes.width - self.left - MARGIN)

    @property
    def plot(self) -> float:
        """Height of the plot in px, without what stands above it."""
        return float(self.sizes.plot)

    @property
    def top(self) -> float:
        """Height of the plot with the lane of scopes above it."""
        return self.plot + height_of(self.brackets)

    @property
    def lane(self) -> float:
        """Height of the lane of missing values; none where none is missing."""
        return float(LANE) if self.data.missing else 0.0

    def band(self, goal: Aim) -> float:
        """Half the width of a goal's line and band: less where other marks are near."""
        places = [one.at for one in self.data.seen] + [other.at for other in self.data.goals]
        gaps = (float(abs(at - goal.at)) * self.year for at in places if at != goal.at)
        nearest = min(gaps, default=self.width)
        return min(float(self.sizes.band), math.floor(max(nearest * NARROWEST, nearest - CLEAR)))

    def x(self, at: Decimal | float) -> float:
        """Px from the plot's left edge."""
        return self.sizes.before + (float(at) - self.start) * self.year

    def y(self, value: Decimal) -> float:
        """Px above the axis."""
        return float(value - self.data.low) * self.unit

    def at_x(self, px: float) -> float:
        """The place in years of so many px from the left."""
        return self.start + (px - self.sizes.before) / self.year

    def at_y(self, px: float) -> float:
        """The value so many px above the axis."""
        return float(self.data.low) + px / self.unit

    def labelled(self, room: float) -> list[int]:
        """The years that have room for a label."""
        return thinned(self.data.years, room, self.year)

    @property
    def frame(self) -> Frame:
        """Size and margins of the figure."""
        foot = EDGE if self.lane else AXIS
        tall = self.top + (self.lane + AXIS if self.lane else 0)
        height = math.ceil(tall) + EDGE + foot
        return Frame(self.sizes.width, height, self.left, MARGIN, EDGE, foot)

    @property
    def inner(self) -> float:
        """Height of the figure without its margins."""
        frame = self.frame
        return float(frame.height - frame.top - frame.bottom)

    @property
    def room(self) -> Box:
        """Where words may stand."""
        return Box(0, 1, self.width, self.plot - 1)


def _span(data: Series) -> float:
    """The years from the first to the last place."""
    last = max([Decimal(data.years[-1]), *(one.at for one in data.seen)])
    return float(last) - data.years[0]


def _unit(data: Series, plot: float) -> float:
    """Px of one unit of the values, so that all marks and bands fit under the plot's top."""
    highest = max([data.scale.ticks[-1][0], *(one.value for one in data.seen)])
    tops = [(highest, ABOVE), *((goal.value, _above(goal)) for goal in data.goals)]
    low = data.low
    return min((plot - room) / float(value - low) for value, room in tops if value > low)


def _above(goal: Aim) -> int:
    return BAND_ROOM if goal.opens > 0 else ABOVE
