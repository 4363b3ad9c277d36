"""Samples of the kinds that show a whole plan: small ones, and ones that strain the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from tests.charts.samples import LANGUAGES, PALETTE, words

from policy_explorer.charts.glance import Due, Glance, Joint, Layer, Station, glance
from policy_explorer.charts.matrix import Mark, Matrix, Name, matrix
from policy_explorer.charts.milestones import Entry, Lane, milestones
from policy_explorer.charts.spec import Chart, Heading

LONG = {"zh": "天然气加工转化与鞋纺及其配套产业功能区" * 3, "en": "Counterrevolutionary" * 3}
NAMES = {
    "zh": ("医药食品", "临空制造配套", "中国牙谷", "交通装备与电子信息"),
    "en": ("Pharmaceuticals and Food", "Airport Support", "Dental Valley", "Transport"),
}


def heading(name: str, lang: str) -> Heading:
    """What a sample is called."""
    return Heading(name, LANGUAGES[lang], {"zh": "发现", "en": "A finding"}[lang], "…")


def entries(lang: str, count: int = 4) -> tuple[Entry, ...]:
    """By date: on a day, in a year, due, from another voice; then what has no date, or no start."""
    return tuple(sorted(_entries(lang, count), key=lambda e: (e.at is None, e.at or 0)))


def _entries(lang: str, count: int) -> Iterator[Entry]:
    told = words("milestones", lang)
    for n in range(count):
        name = f"{LONG[lang]}{n}" if n % 7 == 6 else f"{NAMES[lang][n % 4]}{n}"
        basis = ("stated", "derived", "external")[n % 3]
        made = Entry(basis, "", name, None, fact=f"e.{n}", when_fact=f"e.{n}.when")
        if n % 5 == 4:
            gap = told["within" if n % 2 else "undated"].format_map({"years": "5"})
            yield replace(made, gap=gap, lasts=Decimal(n % 2))
            continue
        year, is_due = 2018 + n % 9, bool(n % 2)
        at, day = Decimal(year) + Decimal(n % 4) / 4, "06-30"
        yield replace(made, when=f"{year}-{day}", at=at, day=day, is_due=is_due)


def milestones_chart(lang: str, size: int = 4) -> Chart:
    """Two lanes, of which the first is silent in years of its span."""
    lanes = (Lane("A", entries(lang, size), range(2018, 2027), "…"), Lane("B", entries(lang, 3)))
    return milestones(lanes, heading("dates", lang), words("milestones", lang), PALETTE)


def crowded_chart(lang: str) -> Chart:
    """Sixty things due in one year, beside one that happened."""
    first = replace(entries(lang, 2)[1], at=Decimal(2025), when="2025", lasts=Decimal(1))
    many = tuple(replace(first, title=f"{LONG[lang]}{n}", is_due=True) for n in range(60))
    lanes = (Lane(LONG[lang], many, range(2019, 2026), "…"), Lane("B", entries(lang, 2)))
    return milestones(lanes, heading("due", lang), words("milestones", lang), PALETTE)


def related(lang: str, rows: int = 4, columns: int = 3, *, long: bool = False) -> Matrix:
    """A mark in every third cell, and in every sixth a second voice."""
    bases = ("stated", "inferred", "external", "derived")
    names = (LONG[lang],) if long else NAMES[lang]
    heads = [
        tuple(Name(f"{names[n % len(names)]}{n}", f"{side}.{n}") for n in range(size))
        for side, size in (("r", rows), ("c", columns))
    ]
    marks = {
        (r, c): tuple(
            Mark(bases[(r + c + n) % 4], "…", f"m.{r}.{c}.{n}") for n in range(1 + (r + c) % 2)
        )
        for r in range(rows)
        for c in range(columns)
        if (r + 2 * c) % 3 == 0
    }
    return Matrix(heads[0], heads[1], marks, "许多对未载明")


def matrix_chart(lang: str, data: Matrix | None = None) -> Chart:
    """Two lists against each other."""
    told = dict(words("matrix", lang))
    told |= {f"basis_{b}": b for b in ("stated", "derived", "inferred", "external", "not_stated")}
    return matrix(data or related(lang), heading("pairs", lang), told, PALETTE)


def whole(lang: str, size: int = 4, *, long: bool = False) -> Glance:
    """Three layers: dated targets, an open list without dates, a closed one that is counted."""
    names = (LONG[lang],) if long else NAMES[lang]
    aims = tuple(Station(n, f"a.{n}", number="≥ 20", when="2025") for n in NAMES[lang][:3])
    items = tuple(Station(names[n % len(names)] + str(n), f"s.{n}") for n in range(size))
    dues = (Due("2021", NAMES[lang][0], "d.1"), Due("2025", LONG[lang], "d.2"))
    silent = Joint("not_stated", "…")
    return Glance(
        (
            Layer("", "目标", aims),
            Layer("5+N", NAMES[lang][3], items, is_open=True, joint=silent),
            Layer("7", NAMES[lang][0], items, dues=dues, joint=Joint("inferred", LONG[lang])),
            Layer("", "…", items[:1]),
        )
    )


def glance_chart(lang: str, data: Glance | None = None) -> Chart:
    """A plan at a glance."""
    return glance(data or whole(lang), heading("whole", lang), words("glance", lang), PALETTE)


CHARTS: Mapping[str, Callable[[str], Chart]] = {
    "milestones": milestones_chart,
    "milestones-one-lane": lambda lang: milestones(
        [Lane("A", entries(lang, 6))], heading("one", lang), words("milestones", lang), PALETTE
    ),
    "milestones-crowded": crowded_chart,
    "milestones-many": lambda lang: milestones_chart(lang, 40),
    "matrix": matrix_chart,
    "matrix-many": lambda lang: matrix_chart(lang, related(lang, 20, 30)),
    "matrix-long": lambda lang: matrix_chart(lang, related(lang, 12, 14, long=True)),
    "glance": glance_chart,
    "glance-many": lambda lang: glance_chart(lang, whole(lang, 60)),
    "glance-long": lambda lang: glance_chart(lang, whole(lang, 5, long=True)),
    "glance-crowded": lambda lang: glance_chart(lang, whole(lang, 60, long=True)),
}
"""By name; each from a language."""
