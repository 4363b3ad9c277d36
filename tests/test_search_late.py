"""A search in parts, in a browser: complete in the end, honest until then, never in the way."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.visits import Quiet, Visit

from policy_explorer import pipeline, settings
from policy_explorer.views import search
from policy_explorer.writers import search as finding

ROOT = Path(__file__).parents[1]
SMALL = 12_000
"""Bytes of a file by which the shipped plan has some ten."""
LAST = "**/search/facts-*.js"
READY = "() => self.searchIndex && searchIndex.find"
TOLD = """() => {
  window.told = [];
  const said = document.querySelector("[data-said]");
  new MutationObserver(() => told.push(said.textContent)).observe(said, { childList: true });
}"""
FOCUSED = """() => {
  const list = document.querySelector("[data-hits]");
  return [...list.children].findIndex(li => li.contains(document.activeElement));
}"""
STEP = 50
"""Hits that the page of search draws at once."""
DONE = "() => /^(找到|没有)/.test(document.querySelector('[data-said]').textContent)"
FAR = "() => /已查/.test(document.querySelectorAll('.find__said')[1].textContent)"
PLACES = "([q, lang]) => searchIndex.find(q, lang).map(hit => hit.row[0])"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def parted(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site with its index in parts."""
    site = tmp_path_factory.mktemp("parted") / "site"
    shutil.copytree(folder, site, copy_function=os.link)
    told = settings.find(ROOT)
    shop = pipeline.workshop(told, pipeline.read(told))
    names, facts = search.named(shop.lenses, shop.charts), search.facts(shop.lenses)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "LIMIT", SMALL)
        files = finding.index_files(shop.lenses, names, facts)
    (site / finding.PATH).unlink()
    (site / finding.FOLDER).mkdir()
    for path, data in files.items():
        (site / path).write_bytes(data)
    return site


@pytest.fixture(scope="module")
def here(parted: Path) -> Iterator[str]:
    """Where that site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(parted)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def _late(site: Path) -> tuple[str, str]:
    """What only the last part holds: a word of it, and where it leads."""
    whole: Any = finding.read((site / finding.PATH).read_bytes())
    last: Any = finding.read((site / whole["parts"][-1][0]).read_bytes())
    row = last["items"][-1]
    return row[5][0][0], row[0]


def _typed(page: Page, words: str) -> Page:
    page.keyboard.press("/")
    page.wait_for_function(READY)
    page.evaluate(TOLD)
    page.locator("#find").fill(words)
    return page


def _done(page: Page) -> None:
    page.wait_for_function(DONE)


def _held(page: Page, pattern: str = LAST) -> list[Route]:
    """Requests for parts, which wait until somebody goes on with them."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(pattern, hold)
    return held


def _let_come(page: Page, held: list[Route]) -> None:
    """Let the parts come, until all of them have been searched."""
    while not page.evaluate(DONE):
        while held:
            held.pop(0).continue_()
        page.wait_for_timeout(20)


@pytest.mark.parametrize("way", ["file", "http"])
def test_what_only_a_late_part_holds_is_found(
    browser: Browser, parted: Path, here: str, way: str
) -> None:
    """Nothing of the parts comes before somebody types; then all of them, from a disk as well."""
    words, leads = _late(parted)
    visit = Visit(browser)
    root = parted.as_uri() if way == "file" else here
    page = visit.to(f"{root}/timeline.html")
    page.keyboard.press("/")
    page.wait_for_function(READY)
    assert not [url for url in visit.asked if "/search/" in url]
    page.locator("#find").fill(words)
    _done(page)
    hits = page.locator("[data-hits] a")
    assert leads in hits.evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert visit.complaints == []
    page.close()


def test_in_the_end_all_is_as_in_one_file(browser: Browser, here: str, address: str) -> None:
    """Once loaded, parts find what one file finds; of the best the order is the same."""
    pages_ = [_typed(Visit(browser).to(f"{at}/timeline.html"), "牙谷") for at in (here, address)]
    for page in pages_:
        _done(page)
    for words in ("牙谷", "yagu", "2025", "zone", "目标", "产值 2020"):
        parts, whole = (page.evaluate(PLACES, [words, 0]) for page in pages_)
        assert sorted(parts) == sorted(whole), words
        assert parts[0] == whole[0]
    for page in pages_:
        page.close()


def test_it_says_that_it_is_still_searching(browser: Browser, here: str) -> None:
    """While parts come hits are shown and it is said so once; the count is told when all is in."""
    page = Visit(browser).page
    held = _held(page)
    page.goto(f"{here}/timeline.html")
    _typed(page, "牙谷")
    page.wait_for_selector("[data-hits] mark")
    said, far = page.locator("[data-said]"), page.locator(".find__said").nth(1)
    page.wait_for_function(FAR)
    assert said.inner_text() == "还在查找……"
    _let_come(page, held)
    assert far.inner_text() == ""
    told = page.evaluate("told")
    assert told[0] == "还在查找……"
    assert len(told) == 2, told
    page.close()


def test_the_newer_query_wins(browser: Browser, here: str) -> None:
    """Parts that come after another query has been typed complete that one, not the older."""
    page = Visit(browser).page
    held = _held(page)
    page.goto(f"{here}/timeline.html")
    _typed(page, "2025")
    page.wait_for_selector("[data-hits] mark")
    page.locator("#find").fill("牙谷")
    _let_come(page, held)
    hits = page.evaluate("searchIndex.find('牙谷', 0).length")
    assert page.locator("[data-said]").inner_text().startswith(f"找到{hits}处")
    assert set(page.locator("[data-hits] mark").all_inner_texts()) == {"牙谷"}
    page.close()


def test_a_part_that_is_missing_is_told(browser: Browser, here: str) -> None:
    """What could not be loaded is said beside the count, and can be tried again."""
    page = Visit(browser).page
    page.route(LAST, lambda route: route.abort())
    page.goto(f"{here}/search.html")
    _typed(page, "牙谷")
    lost = page.locator(".find__lost")
    page.wait_for_selector(".find__lost button")
    assert "没有取到" in lost.inner_text()
    assert page.locator("[data-said]").inner_text().startswith("找到")
    page.unroute(LAST)
    lost.get_by_role("button").click()
    page.wait_for_function("() => !document.querySelector('.find__lost').textContent")
    _done(page)
    assert page.evaluate("document.activeElement.id") == "find"
    page.close()


@pytest.mark.parametrize("name", ["search-index.js", "assets/search-*.js"])
def test_a_search_that_did_not_load_is_told(browser: Browser, here: str, name: str) -> None:
    """It is said that there is no search; it is tried again on the next way into the field."""
    page = Visit(browser).page
    page.route(f"**/{name}", lambda route: route.abort())
    page.goto(f"{here}/timeline.html")
    page.keyboard.press("/")
    page.wait_for_function("() => document.querySelector('[data-said]').textContent")
    assert page.locator("[data-said]").inner_text() == "搜索没有加载成功；按回车可浏览全部名称。"
    page.unroute(f"**/{name}")
    page.keyboard.press("Escape")
    _typed(page, "牙谷")
    _done(page)
    assert page.locator("[data-said]").inner_text().startswith("找到")
    page.close()


def test_the_focus_stays_while_hits_come(browser: Browser, here: str) -> None:
    """A link that has the focus keeps it when later parts bring more hits."""
    page = Visit(browser).page
    held = _held(page)
    page.goto(f"{here}/timeline.html")
    _typed(page, "牙谷")
    page.wait_for_selector("[data-hits] mark")
    page.keyboard.press("ArrowDown")
    before = page.evaluate("document.activeElement.href")
    assert before
    _let_come(page, held)
    assert page.evaluate("document.activeElement.href") == before
    page.close()


def test_many_hits_come_in_steps(browser: Browser, address: str) -> None:
    """The page of search draws some hits, then more by a button, with the focus on the first."""
    page = Visit(browser).to(f"{address}/search.html")
    _typed(page, "2")
    _done(page)
    hits = page.locator("[data-hits] li")
    assert hits.count() == STEP + 1
    hits.last.get_by_role("button").click()
    page.wait_for_function("() => document.querySelectorAll('[data-hits] li').length > 51")
    assert page.evaluate(FOCUSED) == STEP
    page.close()
