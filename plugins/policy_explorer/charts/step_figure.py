"""The picture of a step: a blank from start to end, the goal's floor at its end, a lane below."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.charts.engraving import engrave, pinned
from policy_explorer.charts.figure import face
from policy_explorer.charts.fonts import FIGURES, width_of
from policy_explorer.charts.lines import wrapped
from policy_explorer.charts.palette import Colours
from policy_explorer.charts.paper import DASHED, LINE, Box, Paper, bold, plain, quiet
from policy_explorer.charts.spec import NARROW, Figure, Layout, Words
from policy_explorer.charts.step_input import Seen, Step
from policy_explorer.charts.thinning import thinned
from policy_explorer.charts.trajectory_input import OPEN

TALL, ABOVE, LANE = 168.0, 96.0, 46.0
"""In px: from nothing to the goal, the room above it, from the words at the axis to the lane."""
BAND, LARGE, TEXT = 30, 26.0, 14.0
"""Half the width of the goal's band; the sizes of its number and of words."""
YEAR, MARK, ROW, ROW_OF = 44.0, 15.0, 24.0, 18.0
"""In px: what a year under the axis needs, a mark below it, a published count, a line of words."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where start and end stand, in px from the left; how far down the goal; what is counted."""

    left: float
    right: float
    top: float
    of: tuple[str, ...]
    is_narrow: bool

    @property
    def ground(self) -> float:
        """The height of nothing."""
        return self.top + TALL

    def x(self, year: int, years: range) -> float:
        """Where a year stands on an axis of years."""
        return self.left + (self.right - self.left) * (year - years[0]) / (years[-1] - years[0])


def figure(data: Step, words: Words, colours: Colours, layout: Layout) -> Figure:
    """Everything stands on a sheet in px; only heights above the ground have a scale."""
    paper = Paper(colours, layout.width)
    stage = _stage(data, layout)
    blank = Box(stage.left, stage.top, stage.right, stage.ground)
    paper.hatch(blank)
    paper.line((stage.left, stage.top, stage.right - BAND, stage.top), colours.faint, 1, "1px,4px")
    paper.line((stage.right, stage.top, stage.right, stage.ground), colours.ink, 1.6, DASHED)
    _ground(paper, data, stage)
    opens = OPEN.get(data.comparator, 0)
    paper.shapes += engrave(pinned(stage.right, stage.top), BAND, ABOVE - 14, opens, colours)
    told = ": ".join(part for part in (data.end.text if data.end else "", data.goal.text) if part)
    paper.target(stage.right, stage.top, told)
    _goal(paper, data, words, stage)
    _silence(paper, words, blank)
    below = _ends(paper, data, words, stage)
    return paper.figure(_lane(paper, data, words, stage, below + LANE))


def _stage(data: Step, layout: Layout) -> _Stage:
    """The scale's own numbers stand left of the blank; what is open is said right of the band."""
    is_narrow = layout.width <= NARROW.width
    left = max(64.0, width_of(data.amount, 13) + 12)
    right = layout.width - (40.0 if is_narrow else 130.0)
    of = wrapped(data.of, TEXT, right - BAND - 20)
    top = max(ABOVE, 45.0 + ROW_OF * len(of))
    return _Stage(left, right, top, of, is_narrow)


def _ground(paper: Paper, data: Step, stage: _Stage) -> None:
    """Zero and the goal on the scale; before a start that is not stated the ground is dashed."""
    ground, grey = stage.ground, quiet(paper.colours)
    begin = stage.left if data.start else stage.left + 0.14 * (stage.right - stage.left)
    if not data.start:
        paper.line((stage.left, ground, begin, ground), paper.colours.ink, 1, DASHED)
    end = stage.right + BAND
    paper.line((begin, ground, end, ground), paper.colours.ink)
    paper.words(stage.left - 8, ground, "0", grey, "left")
    paper.words(stage.left - 8, stage.top, data.amount, grey, "left")


def _goal(paper: Paper, data: Step, words: Words, stage: _Stage) -> None:
    """The number and what is counted, left of the band; that it is open, where there is room."""
    at, large = stage.right - BAND - 12, face(LARGE, paper.colours.ink, 700, FIGURES)
    y = stage.top - 14 - ROW_OF * len(stage.of)
    paper.words(at, y - 8, data.goal.text, large, "left")
    for n, line in enumerate(stage.of):
        paper.words(at, y + 15 + ROW_OF * n, line, plain(paper.colours), "left")
    if data.comparator not in OPEN or stage.is_narrow:
        return
    opened = words["open_up" if OPEN[data.comparator] == 1 else "open_down"].split("\n")
    down = -50 if OPEN[data.comparator] == 1 else 34
    for n, line in enumerate(opened):
        x, y = stage.right + BAND + 8, stage.top + down + 17 * n
        paper.words(x, y, line.strip(), quiet(paper.colours))


def _silence(paper: Paper, words: Words, blank: Box) -> None:
    """In the blank: that nothing is stated of it."""
    middle, y = (blank.left + blank.right) / 2, (blank.top + blank.bottom) / 2
    lines = wrapped(words["blank"], TEXT, blank.right - blank.left - 40)
    half = max(width_of(line, TEXT) for line in lines) / 2 + 14
    tall = len(lines) * TEXT * LINE / 2 + 6
    left, right = max(blank.left + 4, middle - half), min(blank.right - 4, middle + half)
    paper.ground(Box(left, y - tall, right, y + tall), paper.colours.surface)
    for n, line in enumerate(lines):
        at = y + (n - (len(lines) - 1) / 2) * TEXT * LINE
        paper.words(middle, at, line, plain(paper.colours), "center")


def _ends(paper: Paper, data: Step, words: Words, stage: _Stage) -> float:
    """What stands under both ends: years, words, or that it is not stated; the last line's y."""
    y = stage.ground + 20
    if data.years:
        _years(paper, data, stage)
        return y
    start, end = data.start, data.end
    begun = start.text if start else words["start_unstated"]
    ended = end.text if end else words["end_unstated"]
    for x, is_stated, told in ((stage.left, start, begun), (stage.right, end, ended)):
        if is_stated:
            paper.line((x, stage.ground, x, stage.ground + 6), paper.colours.faint)
        else:
            paper.mark(x, stage.ground, "not_stated", told)
    faces = [bold(paper.colours, TEXT) if one else quiet(paper.colours) for one in (start, end)]
    paper.words(stage.left - 6, y, begun, faces[0])
    half = width_of(ended, TEXT) / 2
    right = min(stage.right + half, float(paper.width))
    is_tight = stage.left + width_of(begun, TEXT) + 6 > right - 2 * half
    y += LINE * TEXT * is_tight
    is_roomy = right == stage.right + half
    paper.words(
        stage.right if is_roomy else right, y, ended, faces[1], "center" if is_roomy else "left"
    )
    return y


def _years(paper: Paper, data: Step, stage: _Stage) -> None:
    """The years of the axis, start and goal in bold."""
    spread = (stage.right - stage.left) / (data.years[-1] - data.years[0])
    for year in thinned(data.years, YEAR, spread):
        x, y = stage.x(year, data.years), stage.ground
        paper.line((x, y, x, y + 6), paper.colours.faint)
        is_end = year in (data.years[0], data.years[-1])
        font = bold(paper.colours, TEXT) if is_end else plain(paper.colours, 13)
        paper.words(x, y + 20, str(year), font, "center")


def _lane(paper: Paper, data: Step, words: Words, stage: _Stage, y: float) -> float:
    """What was published, in words, under a mark for each year of the axis; where it ends."""
    left = 0.0
    if data.years:
        _marks(paper, data, words, stage, y - 16)
        y += 8
    elif not data.seen:
        paper.mark(6, y, "not_stated", words["unseen"])
        left = 18.0
    if not data.seen:
        paper.words(left, y, words["unseen"], quiet(paper.colours))
    for n, seen in enumerate(data.seen):
        paper.mark(6, y + ROW * n, seen.count.basis or "stated", _told(seen, words))
        paper.words(18, y + ROW * n, _told(seen, words), plain(paper.colours, 13))
    return y + ROW * max(0, len(data.seen) - 1) + 20


def _marks(paper: Paper, data: Step, words: Words, stage: _Stage, y: float) -> None:
    """A mark for each year: what was published of it, or that nothing was."""
    found = {s.year: s for s in data.seen if s.year is not None and s.year in data.years}
    spread = (stage.right - stage.left) / (len(data.years) - 1)
    for year in thinned(data.years, MARK, spread):
        if not any(abs(year - other) * spread < MARK for other in found):
            told = words["hover_unseen"].format(year=year)
            paper.mark(stage.x(year, data.years), y, "not_stated", told)
    for year, seen in found.items():
        basis = seen.count.basis or "stated"
        paper.mark(stage.x(year, data.years), y, basis, _told(seen, words))


def _told(seen: Seen, words: Words) -> str:
    return words["seen"].format(period=seen.period.text, text=seen.count.text)
