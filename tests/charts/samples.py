"""Samples: the two charts of the shipped plan, in both languages, from plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from policy_explorer.charts.ladder import Ladder, Reading, Rung, Units, ladder
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart, Heading
from policy_explorer.charts.trajectory import Observation, Point, Trajectory, trajectory

THEME = Path(__file__).resolve().parents[2] / "theme"
ROLES = {
    "ink": ("#191d22", "#ece9e3"),
    "muted": ("#555c64", "#abb0b4"),
    "faint": ("#80868c", "#7d8388"),
    "hair": ("#d8d4ca", "#363b40"),
    "surface": ("#fdfcf9", "#15181b"),
    "tint": ("#f5f3ed", "#1e2226"),
    "accent": ("#1c4f8b", "#8dbcf3"),
    "external": ("#875300", "#e2b261"),
    "inferred": ("#71417f", "#d0a6de"),
}
PALETTE = Palette.of(ROLES)
LANGUAGES = {"zh": "zh-CN", "en": "en"}


@cache
def _strings() -> Mapping[str, Mapping[str, str]]:
    """All words of the theme; read once, since a test here takes less time than reading them."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(
        (THEME / "strings.yaml").read_text(encoding="utf-8")
    )
    return loaded


def words(kind: str, lang: str) -> Mapping[str, str]:
    """The words of a kind of chart, from the theme."""
    start = f"{kind}."
    return {k.removeprefix(start): v[lang] for k, v in _strings().items() if k.startswith(start)}


def doubling(first: int = 2020, last: int = 2025, ratio: str = "2") -> Trajectory:
    """An index of 100 that shall be `ratio` times as much."""
    span, base = last - first, Decimal(100)
    step = Decimal(ratio) ** (Decimal(1) / span)
    path = tuple(Point(first + i, base * step**i, f"t.path.{first + i}") for i in range(span + 1))
    return Trajectory(
        baseline=Point(first, base, "t.baseline"),
        goal=Point(last, base * Decimal(ratio), "t"),
        comparator="at_least" if Decimal(ratio) > 1 else "at_most",
        path=path,
        rate=(step - 1) * 100,
        rate_fact="t.rate",
        steps_fact="t.steps",
        published_fact="t.published",
    )


TITLES = {
    "zh": ("规划只定了下限，之后没有可核对的数", "工业总产值指数，2020年=100。"),
    "en": ("The plan set a floor; nothing since lets us check it", "Index, 2020 = 100."),
}


def doubling_chart(lang: str, data: Trajectory | None = None) -> Chart:
    """The trajectory in a language."""
    heading = Heading("doubling", LANGUAGES[lang], *TITLES[lang])
    return trajectory(data or doubling(), heading, words("trajectory", lang), PALETTE)


CLASSES = {
    "zh": ("百亿级", "三百亿级", "功能区", "读法甲", "读法乙"),
    "en": ("10-billion class", "30-billion class", "functional zones", "Reading A", "Reading B"),
}


def zones(lang: str) -> Ladder:
    """Two classes of zones by two years, and two readings of the last."""
    small, large, name, first, second = CLASSES[lang]
    ten, thirty = Decimal(10), Decimal(30)
    return Ladder(
        units=Units(name, 7, "zones.count"),
        rungs=(
            Rung(2021, 2, ten, small, "z.2021"),
            Rung(2025, 1, thirty, large, "z.2025.large"),
            Rung(2025, 4, ten, small, "z.2025.small"),
        ),
        readings=(
            Reading(first, 5, "disjoint", "z.disjoint"),
            Reading(second, 4, "nested", "z.nested"),
        ),
        which_fact="z.which",
    )


def ladder_chart(lang: str, data: Ladder | None = None) -> Chart:
    """The ladder in a language."""
    titles = {
        "zh": ("四个还是五个，规划没有写明", "级别与年份。"),
        "en": ("Four or five: open", "By."),
    }
    heading = Heading("zone-ladder", LANGUAGES[lang], *titles[lang])
    return ladder(data or zones(lang), heading, words("ladder", lang), PALETTE)


def _longer(lang: str) -> Chart:
    return doubling_chart(lang, doubling(2021, 2030, "1.5"))


def _falling(lang: str) -> Chart:
    return doubling_chart(lang, doubling(2020, 2030, "0.5"))


def _observed(lang: str) -> Chart:
    seen = (
        Observation(2021, Decimal("118.5"), "o.2021"),
        Observation(2022, Decimal("126.25"), "o.2022", estimate=True),
    )
    return doubling_chart(lang, replace(doubling(), observations=seen))


CHARTS: Mapping[str, Callable[[str], Chart]] = {
    "doubling": doubling_chart,
    "ladder": ladder_chart,
    "longer": _longer,
    "falling": _falling,
    "observed": _observed,
}
"""Every kind of picture, by name; each from a language."""
