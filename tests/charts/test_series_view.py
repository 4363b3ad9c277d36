"""From the data to the chart of a series: which observations, which scopes, which goals."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.charts.samples import PALETTE
from tests.conftest import Plan

from policy_explorer.charts.spec import Chart
from policy_explorer.inputs import strings
from policy_explorer.urls import Urls
from policy_explorer.views import lens as lenses
from policy_explorer.views.drawings.series import make

ROOT = Path(__file__).resolve().parents[2]
INDICATORS = """\
items:
  - id: output
    name: {en: Output, zh: 产出}
    unit: not_stated
    cite: 7
  - id: added
    name: {en: Value added, zh: 增加值}
    unit: yuan
    basis: external
    cite: {source: test-herald, terms: [added]}
"""
TARGETS = """
  - id: added-first
    kind: absolute_value
    name: {en: Value added above 1.5 trillion, zh: 增加值超过1.5万亿元}
    indicator: indicators/added
    more_than: {is: 1.5 trillion, cite: {line: 7, terms: [1.5 trillion]}}
    unit: yuan
    due: 2028
    set_on: {is: 2022-06, cite: {line: 7, terms: [2022-06]}}
    replaced_by: targets/added-second
    cite: {line: 7, terms: [added, "2028"]}
  - id: added-second
    kind: absolute_value
    name: {en: Value added above 1.6 trillion, zh: 增加值超过1.6万亿元}
    indicator: indicators/added
    more_than: {is: 1.6 trillion, cite: {line: 7, terms: [1.6 trillion]}}
    unit: yuan
    due: 2028
    cite: {line: 7, terms: [added, "2028"]}
"""
ROW = """\
  - id: added-{id}
    indicator: indicators/added
    period: {period}
    value: {value}
    unit: yuan
    status: {status}
{scope}    basis: external
    cite: {{source: test-herald, terms: ["{value}"]}}
"""
ROWS = (
    ("a", "2020", "915 billion", "final", "seven industries"),
    ("b", "2021", "1015.551 billion", "final", "seven industries"),
    ("c", "2022", "1030 billion", "estimate", ""),
    ("d", "2023", "1332.402 billion", "final", "twenty clusters"),
    ("e", "2024-01..2024-09", "1000 billion", "final", "twenty clusters"),
)
CHARTS = """\
items:
  - id: added
    kind: series
    name: {en: Value added, zh: 增加值}
    indicator: indicators/added
"""


def _row(row: tuple[str, str, str, str, str]) -> str:
    name, period, value, status, scope = row
    said = f"    scope: {{en: {scope}, zh: {scope}}}\n" if scope else ""
    return ROW.format(id=name, period=period, value=value, status=status, scope=said)


def _written(plan: Plan, charts: str = CHARTS) -> Plan:
    targets = (plan.data / "targets.yaml").read_text(encoding="utf-8")
    observed = "items:\n" + "".join(_row(row) for row in ROWS)
    files = {"indicators.yaml": INDICATORS, "targets.yaml": targets.rstrip() + TARGETS}
    return plan.write({**files, "observations.yaml": observed, "charts.yaml": charts})


def _chart(plan: Plan, lang: str) -> Chart | None:
    site = plan.site()
    codes = site.policy.codes
    words = strings.load(plan.settings, codes)
    seen = lenses.lens(site, words, Urls(codes, tuple(site.sections)), lang)
    return make(seen, site.records["charts/added"], PALETTE)


@pytest.mark.parametrize(
    ("lang", "unit", "labels"),
    [
        ("en", "trillion yuan", ("0", "0.5", "1.0", "1.5", "2.0")),
        ("zh", "万亿元", ("0", "0.5", "1.0", "1.5", "2.0")),
    ],
)
def test_axis_has_one_unit(plan: Plan, lang: str, unit: str, labels: tuple[str, ...]) -> None:
    """Ticks are bare numbers of one decimal; the unit stands once."""
    chart = _chart(_written(plan), lang)
    assert chart is not None
    layout, data = chart.wide["layout"], chart.wide["data"]
    assert isinstance(layout, dict)
    assert isinstance(data, list)
    assert tuple(layout["yaxis"]["ticktext"]) == labels
    assert unit in [text for trace in data for text in trace.get("text", ())]


def test_all_that_is_measured_is_drawn(plan: Plan) -> None:
    """Every observation of the indicator, each in its scope and sort of period, and both goals."""
    chart = _chart(_written(plan), "en")
    assert chart is not None
    rows = [tuple(cell.text for cell in row) for row in chart.table.rows]
    assert [(row[0], row[1], row[2], row[4]) for row in rows] == [
        ("2020", "915 billion yuan", "seven industries, by year", "published"),
        ("2021", "1015.551 billion yuan", "seven industries, by year", "published"),
        ("2022", "1030 billion yuan", "scope not stated, by year", "estimate"),
        ("2023", "1332.402 billion yuan", "twenty clusters, by year", "published"),
        (
            "January to September 2024",
            "1000 billion yuan",
            "twenty clusters, January to September",
            "published",
        ),
        ("2028", "more than 1.5 trillion yuan", "", "set June 2022, since revised"),
        ("2028", "more than 1.6 trillion yuan", "", "goal"),
    ]
    assert "targets/added-first.more_than" in chart.facts


def test_without_observations_there_is_no_chart(plan: Plan) -> None:
    """Goals alone are no series."""
    _written(plan).write({"observations.yaml": "items: []\n"})
    assert _chart(plan, "en") is None


def test_a_named_goal_brings_what_it_replaced(plan: Plan) -> None:
    """Naming the goal in force is enough to have the former one drawn."""
    charts = CHARTS.replace("indicator: indicators/added", "targets: [targets/added-second]")
    chart = _chart(_written(plan, charts), "en")
    assert chart is not None
    assert {"targets/added-first.more_than", "targets/added-second.more_than"} <= set(chart.facts)


def test_a_goal_is_never_rounded(plan: Plan) -> None:
    """Published values are rounded in the picture, exact in the table; goals are not."""
    targets = _written(plan).data / "targets.yaml"
    words = targets.read_text(encoding="utf-8").replace("1.6 trillion", "1.6125 trillion")
    chart = _chart(plan.write({"targets.yaml": words}), "en")
    assert chart is not None
    data = chart.wide["data"]
    assert isinstance(data, list)
    texts = [text for trace in data for text in trace.get("text", ())]
    assert "&gt; 1.6125" in texts
    assert "1.02" in texts
