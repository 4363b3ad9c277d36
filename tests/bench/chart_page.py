"""Our page of a chart beside the same chart by `fig.write_html`: when it shows, what it weighs."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser
from plotly import io as plotly_io
from tests.bench import phone
from tests.bench.bench import Bench, Measure, Sample, Subject
from tests.bench.served import served

from policy_explorer import pipeline, settings

ROOT = Path(__file__).resolve().parents[2]
CHART = "doubling"
PACKAGE = ROOT / "theme/package.json"
BASIC = ROOT / "theme/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js"
OURS = {
    "visible": ".chart svg path",
    "near": f"figure[data-chart={CHART}]",
    "live": f"figure[data-chart={CHART}][data-state=live]",
}
THEIRS = {"visible": ".main-svg .trace path"}
MEASURES = (
    Measure("visible", "chart visible, ms"),
    Measure("bytes", "sent by then, bytes"),
    Measure("requests", "requests by then"),
    Measure("live", "from pointer to live, ms"),
    Measure("live_bytes", "sent for that, bytes"),
    Measure("shift", "layout shift", 3),
)


@contextmanager
def ready() -> Iterator[Bench]:
    """The built site, the pages beside it, a server and a browser."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        pipeline.publish(settings.find(ROOT), folder / "site")
        _write_theirs(folder)
        with served(folder) as address, phone.started() as browser:
            yield Bench(_subjects(browser, address), MEASURES, _terms(browser))


def _write_theirs(folder: Path) -> None:
    figure = plotly_io.read_json(folder / f"site/charts/{CHART}.json")
    figure.write_html(folder / "whole.html")
    figure.write_html(folder / "basic.html", include_plotlyjs="basic.js")
    if BASIC.exists():
        shutil.copy(BASIC, folder / "basic.js")


def _subjects(browser: Browser, address: str) -> tuple[Subject, ...]:
    """Ours, write_html as it is, and, where npm brought it, with the small plotly.js beside it."""
    ours = partial(_ours, browser, f"{address}/site/charts/{CHART}.html")
    whole = partial(_theirs, browser, f"{address}/whole.html")
    basic = partial(_theirs, browser, f"{address}/basic.html")
    found = (
        Subject("ours", "our page", ours),
        Subject("write_html", "write_html", whole),
        Subject("write_html_basic", "write_html, basic", basic),
    )
    return found if BASIC.exists() else found[:2]


def _ours(browser: Browser, address: str) -> Sample:
    """The page as it comes, then with the pointer on the chart until it is live."""
    with phone.visit(browser, address, OURS) as visit:
        still = _costs(visit, visit.wait("visible"))
        visit.page.locator(".chart").hover()
        seen = visit.wait("live")
        live = {"live": seen["live"] - seen["near"], "shift": seen["shift"]}
        return still | live | {"live_bytes": visit.traffic.bytes - still["bytes"]}


def _theirs(browser: Browser, address: str) -> Sample:
    with phone.visit(browser, address, THEIRS) as visit:
        return _costs(visit, visit.wait("visible"))


def _costs(visit: phone.Phone, seen: Mapping[str, float]) -> dict[str, float]:
    sent = {"bytes": visit.traffic.bytes, "requests": visit.traffic.requests}
    return {"visible": seen["visible"], "shift": seen["shift"], **sent}


def _terms(browser: Browser) -> Mapping[str, str | int | float]:
    theme = json.loads(PACKAGE.read_text(encoding="utf-8"))
    return {
        "cores": os.cpu_count() or 1,
        "Chromium": browser.version,
        "plotly": version("plotly"),
        "plotly.js": theme["dependencies"]["plotly.js-basic-dist-min"],
        **phone.TERMS,
    }
