"""The search of a large plan: its index in parts, none of it lost, and its names on many pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests import pages
from tests.bench import plans
from tests.conftest import Plan
from tests.pages import Element, Read
from tests.test_search import MOST

from policy_explorer import pipeline, settings
from policy_explorer.views import atoz, search
from policy_explorer.views.search import Entry
from policy_explorer.writers import assets
from policy_explorer.writers import search as finding
from policy_explorer.writers.later import File, made
from policy_explorer.writers.workshop import Workshop

ROOT = Path(__file__).parents[1]
MANY = 5_000
SMALL = 12_000
"""Bytes of a file by which the shipped plan has some ten."""
LISTED = 6_000
"""Bytes that the list of parts may take in the first file, beside its own."""
PAGE = 60_000
"""Bytes of a page of names, packed."""


def _shop(told: settings.Settings) -> Workshop:
    return pipeline.workshop(told, pipeline.read(told))


def _entries(shop: Workshop) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    return search.named(shop.lenses, shop.charts), search.facts(shop.lenses)


def _literal(held: object) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def _own() -> int:
    """What script and style of the search weigh, packed."""
    found = dict(assets.collect(ROOT / "theme").files)
    mine = (data for path, data in found.items() if path.startswith("assets/search-"))
    return sum(map(_packed, mine))


@pytest.fixture(scope="module")
def shop() -> Workshop:
    """The shipped plan."""
    return _shop(settings.find(ROOT))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A plan of thousands of items, linked; nothing is made of it yet."""
    return _shop(settings.find(ROOT, plans.write(tmp_path_factory.mktemp("large"), MANY)))


def test_a_small_plan_has_one_file(shop: Workshop) -> None:
    """The shipped plan's index is one file, which knows of no parts and says nothing of them."""
    files = finding.index_files(shop.lenses, *_entries(shop))
    assert list(files) == [finding.PATH]
    whole: Any = finding.read(files[finding.PATH])
    assert "parts" not in whole
    assert not {"wait", "lost"} & whole["say"][0].keys()


def test_nothing_is_lost_in_parts(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entry stands in one file, names before facts, and cutting again gives the same."""
    names, facts = _entries(shop)
    monkeypatch.setattr(finding, "LIMIT", SMALL)
    found = list(finding.cut(names, facts))
    held = [entry for _, of in found for entry in of]
    assert len(held) == len(names) + len(facts)
    assert {id(entry) for entry in held} == {id(entry) for entry in (*names, *facts)}
    assert not any(entry.file for entry in held[: len(names)])
    assert found == list(finding.cut(names, facts))
    assert len({path for path, _ in found}) == len(found) > 10
    assert all(len({entry.file for entry in of}) == 1 for _, of in found)


@pytest.mark.parametrize("size", [1, 3_000, SMALL, 60_000])
def test_a_file_is_bounded(shop: Workshop, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """No file holds more than its bytes, but for what a first file says and a single entry."""
    monkeypatch.setattr(finding, "LIMIT", size)
    files = finding.index_files(shop.lenses, *_entries(shop))
    for path, data in files.items():
        held: Any = finding.read(data)
        head = len(data) - sum(len(_literal(held[key])) for key in ("words", "items"))
        assert len(data) - head <= size or len(held["items"]) == 1, path


def test_a_full_first_file_is_light(shop: Workshop) -> None:
    """A file filled with names such as the shipped ones, script and style are a first query."""
    names, _ = _entries(shop)
    data = finding.index_files(shop.lenses, names, ())[finding.PATH]
    assert finding.LIMIT * _packed(data) / len(data) + _own() <= MOST


def test_names_are_counted_without_being_named(shop: Workshop) -> None:
    """How many pages of names there are is known before any is named."""
    assert search.count(shop.lenses[0].site) == len(search.named(shop.lenses, shop.charts))


@pytest.mark.slow
def test_a_large_plan_is_searched_by_parts(large: Workshop) -> None:
    """Of 5,000 items the first query weighs 60 kB at most, no part is large, nothing is lost."""
    names, facts = _entries(large)
    files = finding.index_files(large.lenses, names, facts)
    assert _packed(files[finding.PATH]) + _own() <= MOST
    assert max(map(len, files.values())) <= finding.LIMIT + LISTED
    assert len(files) < 60
    rows: list[str] = []
    for data in files.values():
        held: Any = finding.read(data)
        rows += [row[0] + str(row[5]) for row in held["items"]]
    assert len(rows) == len(set(rows)) == len(names) + len(facts)


@pytest.mark.slow
def test_names_of_a_large_plan_stand_on_many_pages(large: Workshop) -> None:
    """Of 5,000 items each name is on one page, no page is heavy, and all are led to."""
    files = dict(large.pages({}))
    for lang in ("", "en/"):
        _all_are_listed(files, lang, len(_entries(large)[0]))
        for path in (f"{lang}search.html", f"{lang}search/1.html", f"{lang}search/20.html"):
            assert _packed(made(files[path])) <= PAGE, path


def _all_are_listed(files: Mapping[str, File], lang: str, count: int) -> None:
    """The page of search leads to every volume, and these list so many names."""
    first = pages.read(made(files[f"{lang}search.html"]))
    ways = {a.attrs.get("href", "").partition("#")[0] for a in first.all("a")}
    volumes = [path for path in files if path.startswith(f"{lang}search/")]
    assert {path.removeprefix(lang) for path in volumes} <= ways
    listed = [len(_names(pages.read(made(files[path])))) for path in volumes]
    assert 0 < min(listed) <= max(listed) <= atoz.VOLUME
    assert sum(listed) == count


def _names(page: Read) -> list[Element]:
    items = (e for e in page.all("li") if e.parent)
    return [e for e in items if e.parent and "atoz__names" in e.parent.attrs.get("class", "")]


@pytest.fixture
def few(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A small plan, whose names are too many for one page."""
    monkeypatch.setattr(atoz, "SPLIT_ABOVE", 20)
    monkeypatch.setattr(atoz, "VOLUME", 10)
    return _shop(plan.settings)


def test_volumes_of_names_hold_all(few: Workshop) -> None:
    """Above a limit the names stand in volumes, each name once, in every language."""
    files = dict(few.pages({}))
    for lens in few.lenses:
        _all_are_listed(files, lens.urls.folder(lens.lang), len(_entries(few)[0]))


def test_volumes_of_names_lead_on(few: Workshop) -> None:
    """Volumes lead to their neighbours, letters to where they begin."""
    files = dict(few.pages({}))
    paths = [path for path in files if path.startswith("search/")]
    read = {path: pages.read(made(files[path])) for path in paths}
    for before, after in pairwise(paths):
        led = [a.attrs["href"] for a in read[before].all("a", rel="next")]
        back = [a.attrs["href"] for a in read[after].all("a", rel="prev")]
        assert (led, back) == ([after.partition("/")[2]], [before.partition("/")[2]])
    ways = [a.attrs.get("href", "") for a in pages.read(made(files["search.html"])).all("a")]
    letters = [way.partition("#") for way in ways if "#letter-" in way]
    assert len(letters) > 3
    assert all(anchor in read[path].ids for path, _, anchor in letters)


@pytest.mark.slow
def test_what_is_in_volumes_is_a_good_site(few: Workshop, plan: Plan) -> None:
    """With names in volumes and the index in parts a site passes its verification; drafts match."""
    other = few.lenses[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "LIMIT", 2_000)
        files = pipeline.render(plan.settings)
        drafted = set(pipeline.draft(plan.settings).files)
    parts = {path for path in files if path.startswith("search/") and path.endswith(".js")}
    assert len(parts) > 3
    assert parts <= drafted
    assert other.urls.page("search/2", other.lang) in files
