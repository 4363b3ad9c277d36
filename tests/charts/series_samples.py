"""Samples of the chart of a series, from plain values: breaks, gaps, disputes, goals that moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tests.charts.samples import LANGUAGES, PALETTE, words

from policy_explorer.charts.series import Aim, Scale, Scope, Seen, Series, series
from policy_explorer.charts.spec import Chart, Heading

BILLION = Decimal(10) ** 9
UNITS: Mapping[str, str] = {"zh": "万亿元", "en": "trillion yuan"}
SCOPES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "zh": (("seven", "七大战略性新兴产业"), ("", "口径未载"), ("twenty", "二十个产业集群")),
    "en": (
        ("seven", "seven strategic emerging industries"),
        ("", "scope not stated"),
        ("twenty", "twenty industrial clusters"),
    ),
}
VALUES = (
    (2018, "915", "seven", "a"),
    (2019, "1015.551", "seven", "b"),
    (2020, "1030", "", "c"),
    (2022, "1332.402", "twenty", "d"),
    (2023, "1450", "twenty", "e"),
    (2025, "1670", "", "c"),
)
"""Year, billion, scope, source; none for 2021 and 2024."""


def _year(lang: str, year: int) -> str:
    return f"{year}年" if lang == "zh" else str(year)


def _short(value: Decimal) -> str:
    return str((value / 1000).quantize(Decimal("0.01")))


def seen(lang: str, row: tuple[int, str, str, str], *, estimate: bool = False) -> Seen:
    """A value of so many billion."""
    year, billion, scope, who = row
    value = Decimal(billion)
    full = f"{value * 10}亿元" if lang == "zh" else f"{value} billion yuan"
    return Seen(
        at=Decimal(year),
        period=_year(lang, year),
        value=value * BILLION,
        text=full,
        label=_short(value),
        series=scope,
        who=f"{who.upper()} Daily",
        fact=f"o.{year}.{who}",
        estimate=estimate,
    )


def aim(lang: str, year: int, billion: str, set_on: str = "") -> Aim:
    """More than so many billion by a year."""
    value = Decimal(billion)
    full = f"> {value * 10}亿元" if lang == "zh" else f"> {value} billion yuan"
    label = str((value / 1000).normalize())
    period = _year(lang, year)
    return Aim(
        Decimal(year), period, value * BILLION, "more_than", full, label, f"t.{billion}", set_on
    )


def scale(lang: str, *trillions: str) -> Scale:
    """An axis in trillions."""
    ticks = tuple((Decimal(t) * 1000 * BILLION, t) for t in trillions)
    return Scale(ticks, UNITS[lang])


def scopes(lang: str) -> tuple[Scope, ...]:
    """What the values cover."""
    return tuple(Scope(name, said) for name, said in SCOPES[lang])


def emerging(lang: str) -> Series:
    """Two breaks of scope, two years missing, a goal met that had been raised."""
    on = {"zh": ("2022年6月", "2024年"), "en": ("June 2022", "2024")}[lang]
    return Series(
        seen=tuple(seen(lang, row) for row in VALUES),
        scopes=scopes(lang),
        scale=scale(lang, "0", "0.5", "1.0", "1.5", "2.0"),
        goals=(
            replace(aim(lang, 2025, "1500", on[0]), superseded=True),
            aim(lang, 2025, "1600", on[1]),
        ),
        until=2025,
        absent_fact="o.absent",
    )


TITLES = {"zh": ("已公布的数据达到了目标", "增加值。"), "en": ("The figures meet the goal", "V.")}


def chart(lang: str, data: Series) -> Chart:
    """A series in a language."""
    heading = Heading("series", LANGUAGES[lang], *TITLES[lang])
    return series(data, heading, words("series", lang), PALETTE)


def emerging_chart(lang: str) -> Chart:
    """Breaks, gaps and a goal that was raised."""
    return chart(lang, emerging(lang))


def disputed(lang: str) -> Series:
    """Two sources that differ in 2020, an estimate, a goal of another year, one about."""
    rows = (
        (2018, "915", "seven", "a"),
        (2019, "1015.5", "seven", "b"),
        (2020, "1030", "seven", "c"),
        (2020, "1190", "seven", "d"),
        (2021, "1220", "seven", "e"),
    )
    last = seen(lang, (2022, "1332", "seven", "f"), estimate=True)
    about = replace(aim(lang, 2025, "1500"), comparator="about")
    return Series(
        seen=(*(seen(lang, row) for row in rows), last),
        scopes=scopes(lang),
        scale=scale(lang, "0", "0.5", "1.0", "1.5"),
        goals=(aim(lang, 2022, "1300", "2021"), about),
        until=2023,
    )


def disputed_chart(lang: str) -> Chart:
    """A conflict, an estimate, goals of two years."""
    return chart(lang, disputed(lang))


def quarters(lang: str) -> Series:
    """A rate by quarters, on an axis that does not begin at zero, with a ceiling."""
    values = ("61.2", "60.8", "59.9", "59.1", "58.4", "58.9", "57.2", "56.8", "55.9", "54.7")
    made = tuple(
        Seen(
            at=2023 + Decimal(n) / 4,
            period=f"{2023 + n // 4} Q{n % 4 + 1}",
            value=Decimal(value),
            text=f"{value}%",
            label=value,
            series="all",
            who="A",
            fact=f"q.{n}",
        )
        for n, value in enumerate(values)
        if n != 5
    )
    words = {"zh": "全部工业", "en": "all industry"}[lang]
    ticks = tuple((Decimal(t), str(t)) for t in (50, 55, 60, 65))
    goal = Aim(Decimal(2026), _year(lang, 2026), Decimal(54), "at_most", "≤ 54%", "54", "t")
    return Series(
        seen=made,
        scopes=(Scope("all", words, Decimal("0.25")),),
        scale=Scale(ticks, "%", from_zero=False),
        goals=(goal,),
        until=2025,
    )


def quarters_chart(lang: str) -> Chart:
    """A share by quarters with one left out, and a ceiling."""
    return chart(lang, quarters(lang))


def overlapping(lang: str) -> Series:
    """Two scopes published for the same years, over many years, with growth below zero."""
    names = {"zh": ("全部工业", "规模以上工业"), "en": ("all industry", "above designated size")}
    both = tuple(Scope(n, said) for n, said in zip("xy", names[lang], strict=True))
    rates = ("6", "7.5", "-2", "8.1", "9", "6.4", "5", "-1.2", "3", "4.4", "6", "7")
    lower = tuple(_rate(lang, 2012 + n, value, "x") for n, value in enumerate(rates))
    upper = tuple(
        _rate(lang, 2018 + n, str(Decimal(value) + 3), "y") for n, value in enumerate(rates[6:])
    )
    ticks = tuple((Decimal(t), str(t).replace("-", "−")) for t in (-5, 0, 5, 10))
    goal = Aim(Decimal(2030), _year(lang, 2030), Decimal(8), "at_least", "≥ 8%", "8", "t", "2022")
    return Series((*lower, *upper), both, Scale(ticks, "%"), (goal,), until=2024)


def _rate(lang: str, year: int, value: str, scope: str) -> Seen:
    text = value.replace("-", "−")
    period = _year(lang, year)
    return Seen(
        Decimal(year), period, Decimal(value), f"{text}%", text, scope, "A", f"g.{scope}.{year}"
    )


def overlapping_chart(lang: str) -> Chart:
    """Scopes that share years, told apart by letters."""
    return chart(lang, overlapping(lang))


def single(lang: str) -> Series:
    """One value, no goal."""
    return Series(
        seen=(seen(lang, VALUES[0]),), scopes=scopes(lang), scale=scale(lang, "0", "0.5", "1.0")
    )


def single_chart(lang: str) -> Chart:
    """As little as can be drawn."""
    return chart(lang, single(lang))


CHARTS = {
    "series": emerging_chart,
    "series-disputed": disputed_chart,
    "series-quarters": quarters_chart,
    "series-overlapping": overlapping_chart,
    "series-single": single_chart,
}
