"""What if: the block of a trajectory's page in which the reader tries a rate of growth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import compared
from policy_explorer.model.whatif import HIGH, LOW, STEP, Aim, Outcome, cents, outcome, samples
from policy_explorer.views import quantities
from policy_explorer.views.drawings.trajectory import points
from policy_explorer.views.lens import Lens

WIDTH, HEIGHT, SIDE, FLOOR, TOP = 360, 150, 16, 132, 1.25
"""The little picture, in px; `TOP` is how far above the higher end its scale goes."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A rate in the table that stands without script: where it leads, in words."""

    rate: str
    index: str
    reached: str
    shortfall: str
    is_even: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A year of the path at the even rate; `needed` is empty in the due year."""

    year: str
    index: str
    needed: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Of the little picture: where its path begins, a year and a point of the index in px."""

    width: int
    height: int
    x0: str
    step: str
    y0: str
    unit: str
    goal: str
    last: str
    path: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What the template and the script need; numbers as the script reads them."""

    start: int
    due: int
    base: str
    goal: str
    is_strict: bool
    even: str
    low: str
    high: str
    pace: str
    point: str
    lead: str
    words: dict[str, str]
    steps: tuple[Step, ...]
    tried: tuple[Tried, ...]
    scale: Scale


def whatif(lens: Lens, record: Record) -> WhatIf | None:
    """The block of a chart; None where it draws no ratio to a baseline, or one that is silent."""
    aim = _aim(lens, record)
    if aim is None:
        return None
    words, even = lens.words, outcome(aim, aim.even)
    scale = _scale(aim, even)
    known = {"due": aim.due, "goal": _said(lens, aim.goal), "start": aim.start}
    return WhatIf(
        start=aim.start,
        due=aim.due,
        base=str(aim.base),
        goal=str(aim.goal),
        is_strict=aim.is_strict,
        even=str(cents(aim.even)),
        low=str(LOW),
        high=str(HIGH),
        pace=str(STEP),
        point=words["number.point"],
        lead=words.say("whatif.lead", base=_said(lens, aim.base), **known),
        words={
            key: words[f"whatif.{key}"].format_map(_Keep(known))
            for key in ("reached", "late", "never", "head_index", "head_gap")
        },
        steps=_steps(lens, even, scale),
        tried=tuple(_tried(lens, aim, rate) for rate in samples(aim)),
        scale=scale,
    )


class _Keep(dict[str, object]):
    """Fills in what is known now and leaves the rest for the script."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _aim(lens: Lens, record: Record) -> Aim | None:
    if record.word("kind") != "trajectory" or not record.refs("targets"):
        return None
    target = lens.site.records[record.refs("targets")[0].to]
    path, fact = tuple(points(lens.site, target.ref)), compared(target)
    goal = lens.site.facts.get(f"{target.ref}.goal")
    if len(path) <= 1 or fact is None or not _is_number(goal):
        return None
    first, last = path[0], path[-1]
    return Aim(first.year, first.value, last.year, last.value, fact.key == "more_than")


def _is_number(fact: Fact | None) -> bool:
    return fact is not None and isinstance(fact.value, Number)


def _scale(aim: Aim, even: Outcome) -> Scale:
    step = (WIDTH - 2 * SIDE) / (aim.due - aim.start)
    unit = FLOOR / (float(max(aim.base, aim.goal)) * TOP)
    at = [
        f"{SIDE + n * step:.1f} {FLOOR - float(y.index) * unit:.1f}"
        for n, y in enumerate(even.years)
    ]
    return Scale(
        WIDTH,
        HEIGHT,
        f"{SIDE}",
        f"{step:.3f}",
        f"{FLOOR}",
        f"{unit:.5f}",
        f"{FLOOR - float(aim.goal) * unit:.1f}",
        f"{WIDTH - SIDE}",
        "M" + "L".join(at),
    )


def _steps(lens: Lens, even: Outcome, scale: Scale) -> tuple[Step, ...]:
    places = (pair.split(" ") for pair in scale.path.removeprefix("M").split("L"))
    return tuple(
        Step(
            str(year.year),
            _said(lens, year.index),
            "" if year.needed is None else _percent(lens, year.needed),
            *place,
        )
        for year, place in zip(even.years, places, strict=True)
    )


def _tried(lens: Lens, aim: Aim, rate: Decimal) -> Tried:
    is_even = rate == cents(aim.even)
    found = outcome(aim, aim.even if is_even else rate)
    never = lens.words["whatif.not_ever"]
    reached = never if found.reached is None else str(found.reached)
    return Tried(
        _percent(lens, rate),
        _said(lens, found.years[-1].index),
        reached,
        _said(lens, found.shortfall),
        is_even,
    )


def _percent(lens: Lens, value: Decimal) -> str:
    return lens.words.say("number.percent", x=_said(lens, value))


def _said(lens: Lens, value: Decimal) -> str:
    """As the page's language writes it; no zeros at the end of a whole number."""
    whole = value.to_integral_value()
    return quantities.digits(whole if value == whole else value, lens.words)
