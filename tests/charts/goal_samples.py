"""Samples of the kinds that show a goal without a path: a count, a direction, a lineage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from tests.charts.plan_samples import LONG, NAMES, heading
from tests.charts.samples import PALETTE, words

from policy_explorer.charts.arrows import Direction, arrows
from policy_explorer.charts.lineage import Bar, Goal, lineage
from policy_explorer.charts.spec import Cell, Chart
from policy_explorer.charts.step import Seen, Step, step

SILENT = Cell("未载明", "not_stated", "x")
WITHIN = Cell("五年之内", "stated", "t.within_years")


def count(value: str = "20", sign: str = "≥ ", comparator: str = "at_least") -> Step:
    """So many of something within five years, from a start that is not stated."""
    goal = Cell(sign + value, "stated", "t.goal")
    return Step(Decimal(value), comparator, NAMES["zh"][0], goal, end=WITHIN, start_fact="t.start")


def seen(*years: int) -> tuple[Seen, ...]:
    """A published count for each year."""
    return tuple(
        Seen(Cell(f"{y}", None, f"o.{y}"), Cell(f"{y % 20}", "external", f"o.{y}"), y)
        for y in years
    )


def dated(first: int = 2020, last: int = 2025) -> Step:
    """The same from one year to another, of which two are published."""
    start, end = Cell(f"{first}", "stated", "t.start"), Cell(f"{last}", "stated", "t.due")
    years, found = range(first, last + 1), seen(first + 1, last - 1)
    return replace(count(), start=start, end=end, years=years, seen=found)


def step_chart(lang: str, data: Step | None = None) -> Chart:
    """A count."""
    return step(data or count(), heading("count", lang), words("step", lang), PALETTE)


def directions(lang: str) -> tuple[Direction, ...]:
    """Up, down, and one with long words, from a year and without a due date."""
    names = (NAMES[lang][0], NAMES[lang][1], LONG[lang])
    ways = ("大幅提升", "下降", LONG[lang])
    bases = (SILENT, None, Cell("2020", "stated", "d.2.baseline"))
    dues = (Cell("2025", "stated", "d.0.due"), Cell("2030", "external", "d.1.due"), SILENT)
    return tuple(
        Direction(
            name=Cell(names[n], None, f"d.{n}"),
            rises=n != 1,
            way=Cell(ways[n], "stated", f"d.{n}.size"),
            due=dues[n],
            until=f"到{dues[n].text}" if n < 2 else SILENT.text,
            base=bases[n],
        )
        for n in range(3)
    )


def arrows_chart(lang: str, data: tuple[Direction, ...] | None = None) -> Chart:
    """Directions."""
    rows = data or directions(lang)
    return arrows(rows, heading("three", lang), words("arrows", lang), PALETTE)


def goal(
    name: str, bar: Bar | None, said: str | None, due: str | None, basis: str = "external"
) -> Goal:
    """A goal in a unit of its own, its base year not stated."""
    return Goal(
        basis=basis,
        name=name,
        when=Cell(f"{said}", basis, "g.said_on") if said else SILENT,
        number=Cell(f"{bar.goal} x" if bar else name, basis, "g.goal"),
        base=Cell(f"{bar.base} x", basis, "g.base") if bar and bar.base else None,
        base_year=SILENT,
        until=Cell(f"{due}", basis, "g.due") if due else SILENT,
        bar=bar,
        said=Decimal(said) if said else None,
        due=Decimal(due) if due else None,
    )


def goals(lang: str) -> tuple[Goal, ...]:
    """Open upwards, from a base that is not stated, exact, open downwards, without a number."""
    first, second, third, fourth = NAMES[lang]
    own = goal(first, Bar(Decimal(2), Decimal(1), 1), "2020.5", "2026", "stated")
    return (
        replace(own, base=None, base_year=Cell("2020", "stated", "g.baseline")),
        goal(second, Bar(Decimal("13e10"), None, 1), "2021.83", None),
        replace(
            goal(third, Bar(Decimal(1150), Decimal("572.8")), "2022.72", "2026"),
            rate=Cell("15 %", "external", "g.rate"),
        ),
        goal(fourth, Bar(Decimal(30), Decimal(80), -1), "2025.9", None, "inferred"),
        goal(LONG[lang], None, None, "2030"),
    )


def lineage_chart(lang: str, data: tuple[Goal, ...] | None = None) -> Chart:
    """Goals of one matter."""
    rows = data or goals(lang)
    return lineage(rows, heading("goals", lang), words("lineage", lang), PALETTE)


def _long(lang: str) -> Step:
    unended = replace(count("15000", "> ", "more_than"), of=LONG[lang], end=None, end_fact="t.due")
    return replace(unended, start=Cell(NAMES[lang][3], "stated", "t.start"))


CHARTS: Mapping[str, Callable[[str], Chart]] = {
    "step": step_chart,
    "step-dated": lambda lang: step_chart(lang, dated()),
    "step-far": lambda lang: step_chart(lang, dated(1990, 2050)),
    "step-down": lambda lang: step_chart(
        lang, replace(count("9", "≤ ", "at_most"), seen=seen(2021))
    ),
    "step-long": lambda lang: step_chart(lang, _long(lang)),
    "arrows": arrows_chart,
    "lineage": lineage_chart,
}
"""By name; each from a language."""
