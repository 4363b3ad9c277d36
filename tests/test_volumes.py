"""A ledger of thousands: pages of a bounded size, each fact on one of them, the same addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import pages
from tests.bench import plans

from policy_explorer import pipeline, settings
from policy_explorer.urls import Urls
from policy_explorer.views.ledger import VOLUME, volumes
from policy_explorer.writers.later import made

ROOT = Path(__file__).resolve().parents[1]
MANY = 900
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> settings.Settings:
    """A plan with more facts of a sort than a page holds."""
    return settings.find(ROOT, plans.write(tmp_path_factory.mktemp("many"), MANY))


def test_every_fact_stands_once(told: settings.Settings) -> None:
    """Every fact is on one page of the ledger, where its address leads, in both languages."""
    draft = pipeline.draft(told)
    parts = volumes(draft.site)
    urls = Urls(("zh", "en"), tuple(draft.site.sections), is_split=True, volumes=parts)
    assert max(parts.values()) > 1
    for lang in ("zh", "en"):
        where: dict[str, set[str]] = {}
        for fact in draft.site.facts:
            path, _, anchor = urls.fact(fact, lang).partition("#")
            where.setdefault(path, set()).add(anchor)
        found = {
            path for path in draft.files if f"/{path}".startswith(f"/{urls.folder(lang)}facts/")
        }
        assert set(where) == found - {f"{urls.folder(lang)}facts.html"}
        path = max(where)
        assert where[path] <= set(pages.read(made(draft.files[path])).ids)


def test_no_page_grows_without_end(told: settings.Settings) -> None:
    """No page of the ledger holds more than a volume, but for what is said of one thing."""
    site = pipeline.read(told)
    parts = volumes(site)
    sizes: dict[tuple[str, int], int] = {}
    for subject, facts in site.by_subject.items():
        key = (subject.partition("/")[0], parts.get(subject, 1))
        sizes[key] = sizes.get(key, 0) + len(facts)
    assert max(sizes.values()) <= VOLUME
    assert len(sizes) > len(site.sections) + 5


def test_volumes_lead_to_each_other(told: settings.Settings) -> None:
    """Each volume names its ends, and leads to those before and after."""
    draft = pipeline.draft(told)
    page = pages.read(made(draft.files["en/facts/works.2.html"]))
    assert page.all("h1")[0].text.startswith("Works: Work number ")
    assert [a.attrs["href"] for a in page.all("a", rel="prev")] == ["works.html"]
    first = pages.read(made(draft.files["en/facts/works.html"]))
    assert [a.attrs["href"] for a in first.all("a", rel="next")] == ["works.2.html"]
