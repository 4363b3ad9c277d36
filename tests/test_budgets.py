"""What a page weighs, in bytes and requests: the budgets of the site."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.visits import Visit

PAGE, SCRIPT, SHEET, REQUESTS = 40_000, 8_000, 10_000, 6
"""Bytes of a first visit, of its scripts and of its style sheets, packed; and its requests."""
KINDS = (
    "index.html",
    "charts/index.html",
    "charts/doubling.html",
    "charts/plan-at-a-glance.html",
    "embed/doubling.html",
    "targets/index.html",
    "targets/output-doubling.html",
    "zones/index.html",
    "facts.html",
    "relations.html",
    "timeline.html",
)
pytestmark = pytest.mark.browser


def _packed(folder: Path, urls: list[str], address: str, *suffixes: str) -> int:
    names = [url.partition("?")[0].removeprefix(f"{address}/") for url in urls]
    wanted = [name for name in names if name.endswith(suffixes)]
    return sum(len(gzip.compress((folder / name).read_bytes(), 9)) for name in wanted)


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_first_visit_is_light(
    browser: Browser, address: str, folder: Path, lang: str, path: str
) -> None:
    """At most 40 kB and six requests, 8 kB of scripts, 10 kB of style; nothing of Plotly."""
    visit = Visit(browser)
    visit.to(f"{address}/{lang}{path}")
    visit.page.wait_for_timeout(100)
    asked = [url for url in dict.fromkeys(visit.asked) if not url.startswith("data:")]
    assert len(asked) <= REQUESTS, asked
    assert not [url for url in asked if "plotly" in url]
    assert _packed(folder, asked, address, ".js") <= SCRIPT
    assert _packed(folder, asked, address, ".css") <= SHEET
    assert _packed(folder, asked, address, ".html", ".js", ".css", ".svg") <= PAGE
    visit.page.close()
