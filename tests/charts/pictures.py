"""Every kind of picture that is drawn here, for the laws that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.charts import goal_samples, plan_samples, samples, series_samples

from policy_explorer.charts.spec import Chart

CHARTS: Mapping[str, Callable[[str], Chart]] = {
    **samples.CHARTS,
    **series_samples.CHARTS,
    **goal_samples.CHARTS,
    **plan_samples.CHARTS,
}
"""By name; each from a language."""
