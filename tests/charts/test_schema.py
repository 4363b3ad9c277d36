"""Every figure is one that Plotly itself knows."""

from __future__ import annotations

import pytest
from tests.charts.pictures import CHARTS
from tests.charts.samples import LANGUAGES

pytestmark = pytest.mark.slow  # importing plotly takes longer than drawing


@pytest.mark.parametrize("name", CHARTS)
def test_figures_are_in_plotlys_schema(name: str) -> None:
    """Plotly's own classes take the figure, wide and narrow, and lose nothing of it."""
    import plotly.graph_objects as go  # noqa: PLC0415 -- see above

    for lang in LANGUAGES:
        chart = CHARTS[name](lang)
        for figure in (chart.wide, chart.narrow):
            taken = go.Figure(figure).to_plotly_json()
            data = figure["data"]
            assert isinstance(data, list)
            assert len(taken["data"]) == len(data)
            layout = figure["layout"]
            assert isinstance(layout, dict)
            given = {key for key, value in layout.items() if value != []}
            assert set(taken["layout"]) - {"template"} == given
