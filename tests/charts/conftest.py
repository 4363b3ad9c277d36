"""What the tests of charts share: a real browser, and the script that draws the live charts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.charts.samples import THEME

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser: the one named by POLICY_CHROMIUM, or the first found on the path."""
    named = os.environ.get("POLICY_CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("no browser: POLICY_CHROMIUM is unset and no Chromium is on the path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


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
