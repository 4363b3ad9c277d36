"""Samples of the kinds that show a whole plan: small ones, and ones that strain the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from tests.charts.samples import LANGUAGES, PALETTE, words

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.glance import Due, Glance, Joint, Layer, Station, glance
from policy_explorer.charts.lineage import lineage
from policy_explorer.charts.matrix import Mark, Matrix, Name, matrix
from policy_explorer.charts.milestones import Entry, Lane, milestones
from policy_explorer.charts.spec import Chart, Heading
from policy_explorer.charts.step import Seen, Step, step

LONG = {"zh": "天然气加工转化与鞋纺及其配套产业功能区" * 3, "en": "Counterrevolutionary" * 3}
NAMES = {
    "zh": ("医药食品", "临空制造配套", "中国牙谷", "交通装备与电子信息"),
    "en": ("Pharmaceuticals and Food", "Airport Support", "Dental Valley", "Transport"),
}


def _heading(name: str, lang: str) -> Heading:
    return Heading(name, LANGUAGES[lang], {"zh": "发现", "en": "A finding"}[lang], "…")


def count(start: str = "", seen: tuple[Seen, ...] = (), comparator: str = "at_least") -> Step:
    """Twenty of something within five years."""
    end = "五年之内"
    return Step(Decimal(20), comparator, NAMES["zh"][0], start, end, "t", "t.s", "t.e", seen)


def step_chart(lang: str, data: Step | None = None) -> Chart:
    """A count."""
    return step(data or count(), _heading("count", lang), words("step", lang), PALETTE)


def _counted(lang: str) -> Chart:
    seen = (Seen("7", "2021", "o.1"), Seen("12", "2022", "o.2"))
    return step_chart(lang, count("2020", seen, "at_most"))


def arrows_chart(lang: str) -> Chart:
    """Up, down, and a name that is too long for a line."""
    rows = (
        Direction(NAMES[lang][0], rises=True, size="大幅提升", due="2025", fact="d.1"),
        Direction(NAMES[lang][1], rises=False, size="", due="2030", fact="d.2"),
        Direction(LONG[lang], rises=True, size="", due="2030", fact="d.3"),
    )
    return arrows(rows, _heading("three", lang), words("arrows", lang), PALETTE)


def entries(lang: str, count: int = 4, *, figure: str = "") -> tuple[Entry, ...]:
    """Rows on the axis: dated, lasting a year, due, without a date."""
    made = []
    for n in range(count):
        name = LONG[lang] if n % 7 == 6 else NAMES[lang][n % 4]
        at = None if n % 5 == 4 else Decimal(2018 + n % 9) + Decimal(n % 4) / 4
        lasts, gap = Decimal(n % 2), "" if at is not None else "—"
        made.append(
            Entry(
                "external" if n % 3 == 2 else "stated",
                "2020",
                name,
                "2020",
                f"e.{n}",
                at,
                figure,
                None if n % 3 else Decimal(2027),
                gap or "□",
                lasts,
                is_due=bool(n % 2),
            )
        )
    return tuple(made)


def milestones_chart(lang: str, size: int = 4) -> Chart:
    """Two lanes."""
    lanes = (Lane("A", entries(lang, size)), Lane("B", entries(lang, 3)))
    return milestones(lanes, _heading("dates", lang), words("milestones", lang), PALETTE)


def lineage_chart(lang: str) -> Chart:
    """Goals of one matter in three units, one of them without a due year."""
    goals = entries(lang, 3, figure="572.8 → 1150")
    return lineage(goals, _heading("goals", lang), words("lineage", lang), PALETTE)


def related(lang: str, rows: int = 4, columns: int = 3, *, long: bool = False) -> Matrix:
    """A mark in every third cell."""
    bases = ("stated", "inferred", "external")
    names = (LONG[lang],) if long else NAMES[lang]
    heads = [
        tuple(Name(f"{names[n % len(names)]}{n}", f"{side}.{n}") for n in range(size))
        for side, size in (("r", rows), ("c", columns))
    ]
    marks = {
        (r, c): Mark(bases[(r + c) % 3], "…", f"m.{r}.{c}")
        for r in range(rows)
        for c in range(columns)
        if (r + 2 * c) % 3 == 0
    }
    return Matrix(heads[0], heads[1], marks, "许多对未载明")


def matrix_chart(lang: str, data: Matrix | None = None) -> Chart:
    """Two lists against each other."""
    told = dict(words("matrix", lang))
    told |= {f"basis_{b}": b for b in ("stated", "derived", "inferred", "external", "not_stated")}
    return matrix(data or related(lang), _heading("pairs", lang), told, PALETTE)


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
    return glance(data or whole(lang), _heading("whole", lang), words("glance", lang), PALETTE)


CHARTS: Mapping[str, Callable[[str], Chart]] = {
    "step": step_chart,
    "step-seen": _counted,
    "arrows": arrows_chart,
    "milestones": milestones_chart,
    "milestones-many": lambda lang: milestones_chart(lang, 40),
    "lineage": lineage_chart,
    "matrix": matrix_chart,
    "matrix-many": lambda lang: matrix_chart(lang, related(lang, 20, 30)),
    "matrix-long": lambda lang: matrix_chart(lang, related(lang, 3, 4, long=True)),
    "glance": glance_chart,
    "glance-many": lambda lang: glance_chart(lang, whole(lang, 60)),
    "glance-long": lambda lang: glance_chart(lang, whole(lang, 5, long=True)),
}
"""By name; each from a language."""
