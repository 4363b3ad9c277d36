"""What the tests of charts share: the script that draws the live charts."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.charts.samples import THEME


@pytest.fixture(scope="session")
def plotly() -> Path:
    """plotly.js: the npm package of the theme, else the bundle inside the plotly wheel."""
    small = THEME / "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
    # found by its path: importing plotly costs more than drawing all charts
    spec = find_spec("plotly")
    places = spec.submodule_search_locations if spec else None
    wheel = [Path(place) / "package_data/plotly.min.js" for place in places or ()]
    found = next((path for path in (small, *wheel) if path.exists()), None)
    if found is None:
        pytest.skip("no plotly.js: neither theme/node_modules nor the plotly wheel is installed")
    return found
