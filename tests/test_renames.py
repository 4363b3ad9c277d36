"""What has another id now is still found where it was: pages, frames, files and cited places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests import pages
from tests.conftest import Plan

from policy_explorer import pipeline

pytestmark = pytest.mark.slow
RENAMED = {
    "sectors.yaml": ("  - id: rope\n", "cord"),
    "targets.yaml": ("  - id: output-half-again\n", "output-half"),
    "charts.yaml": ("  - id: path\n", "way"),
    "glossary.yaml": ("  - id: hemp\n", "flax"),
}
"""File -> the line of an id, and the id that it had before."""
CHARTS = """
    items:
      - id: path
        name: {en: Path, zh: 路径}
        kind: trajectory
        targets: [targets/output-half-again]
    """
TERMS = """
    items:
      - id: hemp
        name: {en: Hemp, zh: 麻}
        definition: {en: Rope is made of it., zh: 绳缆由它制成。}
    """


@pytest.fixture(params=["", "https://example.org/plan"])
def made(plan: Plan, request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The site of a plan in which one thing of each sort was renamed, with and without address."""
    plan.write({"charts.yaml": CHARTS, "glossary.yaml": TERMS})
    for name, (line, before) in RENAMED.items():
        plan.edit(name, line, f"{line}    was: [{before}]\n")
    return pipeline.render(replace(plan.settings, site_url=request.param))


def test_old_pages_lead_on(made: dict[str, bytes]) -> None:
    """In every language the old address holds a page that leads to the new one, by itself too."""
    moved = {
        "sectors/cord": "rope",
        "targets/output-half": "output-half-again",
        "charts/way": "path",
    }
    for folder in ("", "zh/"):
        for old, new in moved.items():
            page = pages.read(made[f"{folder}{old}.html"])
            assert (
                page.all("meta", http_equiv="refresh")[0].attrs["content"] == f"0; url={new}.html"
            )
            assert [a for a in page.all("a") if a.attrs["href"] == f"{new}.html"]


def test_old_files_and_frames_are_there(made: dict[str, bytes]) -> None:
    """Every file of a chart is under the old id as well, the same; so is its frame."""
    for folder in ("", "zh/"):
        new = {p for p in made if p.startswith(f"{folder}charts/path.")} - {
            f"{folder}charts/path.html"
        }
        new -= {f"{folder}charts/path.html.gz"}
        assert len(new) > 8
        for path in new:
            assert made[path.replace("/path.", "/way.")] == made[path]
        assert f"{folder}embed/way.html" in made


def test_cited_places_are_kept(made: dict[str, bytes]) -> None:
    """Old ids of facts and of terms are places in the pages, inside what they name now."""
    for folder in ("", "zh/"):
        facts = pages.read(made[f"{folder}facts.html"])
        assert {"sectors/cord", "targets/output-half.due"} <= set(facts.ids)
        due = facts.all("*", id="targets/output-half.due")[0].parent
        assert due is not None
        assert due.attrs["id"] == "targets/output-half-again.due"
        assert "flax" in pages.read(made[f"{folder}glossary.html"]).ids


def test_nothing_is_added_without_a_rename(plan: Plan) -> None:
    """Where nothing was renamed, no page has an empty place."""
    made = pipeline.render(plan.settings)
    own = {path: data for path, data in made.items() if not path.endswith("patterns.html")}
    assert not [path for path, data in own.items() if re.search(rb'<span id="[^"]*"></span>', data)]


def test_another_id_is_no_news(plan: Plan) -> None:
    """What was said under the old id of the same item is no change, what was locked is locked.

    With strict citations, too, an item may get another id where nobody has the text.
    """
    told = replace(plan.settings, sources=plan.folder / "sources")
    pipeline.lock(told, pipeline.read(told))
    version = str(plan.site().items("changes")[0].word("version"))
    pipeline.remember(plan.settings, plan.site(), version)
    plan.edit("sectors.yaml", "  - id: rope\n", "  - id: cord\n    was: [rope]\n")
    strict = replace(plan.settings, strict=True)
    assert pipeline.news(strict, pipeline.read(strict)) == (version, ())
    plan.edit("sectors.yaml", "    was: [rope]\n", "")
    assert pipeline.news(plan.settings, plan.site())[1]
    assert pipeline.check(strict).site is None
