"""Search: everything is found by any piece of its name, in any language, and nothing is let in."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests import pages
from tests.visits import Visit

ROOT = Path(__file__).parents[1]
MOST = 60_000
"""Bytes that the first query may load, gzip: the index, the script, the style."""
SCRIPT = 5_000
"""Of which the script, with all that it takes to search an index in parts."""
A_RECORD = 100
"""Bytes of the index that one record may take, gzip, on the average."""
HOSTILE = (
    ".*+?^${}()|[]\\",
    "(a+)+$",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a" * 10_000,
    "中" * 10_000,
    "\ud800",
    "中\udc00国",
    "__proto__",
    "\u202e牙谷",
    "   ",
    "“”",
)
PIECES = """() => {
  const missed = [], tried = new Map();
  for (const row of searchIndex.items) {
    if (row[1] > 2) continue;
    row[5].forEach((names, lang) => names.flatMap(n => n.pop ? [n[0]] : [n]).forEach(name => {
      const signs = [...name];
      for (let i = 0; i < signs.length; i++) for (let k = 2; k <= 6 && i + k <= signs.length; k++) {
        const q = signs.slice(i, i + k).join("");
        if (!/[^\\s“”‘’"'「」『』]/.test(q)) continue;
        const key = lang + q;
        if (!tried.has(key)) tried.set(key, new Set(searchIndex.find(q, lang).map(hit => hit.row)));
        if (!tried.get(key).has(row)) missed.push([q, name]);
      }
    }));
  }
  return [tried.size, missed.slice(0, 9)];
}"""
TYPED = """words => {
  const input = document.getElementById("find");
  input.value = JSON.parse(words);
  input.dispatchEvent(new Event("input"));
}"""
FIRST = "([q, lang]) => searchIndex.find(q, lang).slice(0, 3).map(hit => hit.row[0])"


def _index(folder: Path) -> dict[str, Any]:
    text = (folder / "search-index.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("var searchIndex=").rstrip(";\n"))
    return found


def _plain(name: str | list[str]) -> str:
    return name if isinstance(name, str) else name[0]


def _flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _said(page: Path) -> str:
    """The words of a page, without white space."""
    return _flat(unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8"))))


def _ready(page: Page, words: str = "") -> Page:
    """The page with its search opened by the key for it, and perhaps words typed."""
    page.keyboard.press("/")
    while not page.evaluate("!!(self.searchIndex && searchIndex.find)"):
        page.wait_for_timeout(20)
    if words:
        page.keyboard.type(words)
    return page


@pytest.fixture(scope="module")
def found(browser: Browser, address: str) -> Page:
    """A page on which search has been opened."""
    return _ready(Visit(browser).to(f"{address}/timeline.html"))


@pytest.mark.browser
def test_every_piece_of_every_name_finds_it(found: Page) -> None:
    """Each run of 2 to 6 signs of each title and alias, in each language, finds what bears it."""
    tried, missed = found.evaluate(PIECES)
    assert tried > 10_000
    assert missed == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "lang", "first"),
    [
        ("500强", 0, "targets/top500-firms.html"),
        ("５００强", 0, "targets/top500-firms.html"),
        ("5+N", 0, "glossary.html#five-plus-n"),
        ("“5+N”", 1, "glossary.html#five-plus-n"),
        ("翻番", 0, "targets/output-doubling.html"),
        ("fanfan", 0, "targets/output-doubling.html"),
        ("yagu", 0, "zones/china-dental-valley.html"),
        ("zhongguoyagu", 0, "zones/china-dental-valley.html"),
        ("ZHŌNGGUÓ yá gǔ", 1, "zones/china-dental-valley.html"),
        ("zgyg", 0, "zones/china-dental-valley.html"),
        ("中国牙谷", 1, "zones/china-dental-valley.html"),
        ("china dental valley", 0, "zones/china-dental-valley.html"),
        ("ChinaDental", 1, "zones/china-dental-valley.html"),
        ("valley dental", 1, "zones/china-dental-valley.html"),
        ("dental", 1, "industries/dental-equipment.html"),
        ("lezhi", 0, "parks/lezhi-development-zone.html"),
    ],
)
def test_the_best_comes_first(found: Page, words: str, lang: int, first: str) -> None:
    """The whole name, its beginning, a word's, then within; width, case and spaces aside."""
    assert found.evaluate(FIRST, [words, lang])[0] == first


@pytest.mark.browser
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(browser: Browser, address: str, words: str) -> None:
    """Whatever is asked is looked for as it stands: no error, no element, nothing sent."""
    visit = Visit(browser)
    page = _ready(visit.to(f"{address}/timeline.html"))
    page.evaluate(TYPED, json.dumps(words))
    assert page.locator("form[data-find] :is(script, img)").count() == 0
    nothing = {"", "没有找到。换一个短些的词，或按回车浏览全部名称。"}
    assert page.locator("[data-said]").inner_text() in nothing or "牙谷" in words
    assert visit.complaints == []
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["", "en/"])
def test_search_by_keyboard_alone(browser: Browser, address: str, lang: str) -> None:
    """`/` opens it, arrows move, Enter goes; Escape closes it and gives the focus back."""
    visit = Visit(browser)
    page = visit.to(f"{address}/{lang}questions.html")
    focused = "document.activeElement.closest('.masthead__menu a') !== null"
    page.locator(".masthead__menu a").first.focus()
    _ready(page, "yagu")
    page.wait_for_selector("[data-hits] mark")
    page.keyboard.press("Escape")
    assert page.evaluate(focused)
    assert not page.locator("form[data-find]").is_visible()
    page.keyboard.press("/")
    assert page.locator("[data-hits] a").first.is_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zones/china-dental-valley.html")
    assert f"/{lang}zones/" in page.url
    assert visit.complaints == []
    page.close()


@pytest.mark.browser
def test_hits_show_kind_place_and_words(browser: Browser, address: str) -> None:
    """A hit marks what was asked for, by its sound as well, and says what it is and where."""
    page = _ready(Visit(browser).to(f"{address}/index.html"), "yagu")
    hits = page.locator("[data-hits] li")
    assert hits.first.locator("mark").inner_text() == "牙谷"
    assert hits.first.locator(".find__kind").inner_text() == "功能区"
    kinds = hits.locator(".find__kind").all_inner_texts()
    assert "事件 · 时间线" in kinds
    assert re.fullmatch(r"找到\d+处(，.*)?", page.locator("[role=status]").inner_text())
    page.close()


@pytest.mark.browser
def test_nothing_comes_before_it_is_asked_for(browser: Browser, address: str) -> None:
    """Script, style and index of search are loaded with its first use, and then once."""
    visit = Visit(browser)
    page = visit.to(f"{address}/en/zones/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in visit.asked if "/search" in url]
    _ready(page, "zone")
    page.keyboard.press("Escape")
    _ready(page)
    assert len([url for url in visit.asked if "/search" in url]) == 3
    page.close()


@pytest.mark.browser
def test_it_works_from_a_disk(browser: Browser, folder: Path) -> None:
    """Opened as a file, a page finds, leads on, and Enter leads to all hits, the words kept."""
    visit = Visit(browser)
    page = _ready(visit.to((folder / "en/zones/index.html").as_uri()), "牙谷")
    page.wait_for_selector("[data-hits] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search.html?q=*")
    page.wait_for_selector("[data-hits] a")
    assert page.locator("#find").input_value() == "牙谷"
    assert not page.locator("[data-atoz]").is_visible()
    page.locator("#find").fill("")
    assert page.locator("[data-atoz]").is_visible()
    assert "q=" not in page.url
    assert visit.complaints == []
    page.close()


@pytest.mark.browser
def test_the_plan_alone_is_kept_to(browser: Browser, address: str) -> None:
    """Where only the plan is shown, other voices are not found; the address keeps both wishes."""
    page = Visit(browser).to(f"{address}/search.html?only=stated&q=牙谷")
    page.wait_for_selector("[data-hits] a")
    assert page.locator("[data-hits] .b-external").count() == 0
    assert "only=stated" in page.url
    assert "q=" in page.url
    page.close()


@pytest.mark.browser
def test_without_script_all_names_stand_by_letter(browser: Browser, address: str) -> None:
    """With scripts off the link in the masthead and Enter in the field lead to every name."""
    page = Visit(browser, javascript=False).to(f"{address}/index.html")
    page.locator("#find").fill("牙谷")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    group = page.locator("#letter-Z")
    assert group.get_by_role("link", name="中国牙谷", exact=True).first.is_visible()
    page.close()


def test_the_list_holds_every_name(folder: Path) -> None:
    """In each language, each thing with a name is a link from A to Z, with its kind."""
    index = _index(folder)
    for at, (_, lang) in enumerate(index["langs"]):
        page = pages.read((folder / f"{lang}search.html").read_bytes())
        listed = {
            e.text
            for e in page.all("li")
            if e.parent and "atoz__names" in e.parent.attrs.get("class", "")
        }
        for path, rank, kind, _, _, names, _ in index["items"]:
            title = _plain(names[at][0])
            assert rank > 2 or f"{title} {index['words'][kind][at]}" in listed, path


def test_the_index_says_what_the_pages_say(folder: Path) -> None:
    """Each title stands on the page it leads to, without marks of the data; no markup in any."""
    index = _index(folder)
    texts: dict[str, str] = {}
    lost = []
    for path, rank, _, _, _, names, _ in index["items"]:
        for at, (_, lang) in enumerate(index["langs"]):
            page = lang + path.partition("#")[0]
            texts[page] = texts.get(page) or _said(folder / page)
            title = _plain(names[at][0])
            ends = title.split("：" if lang == "" else ": ")[1:] if rank > 2 else [title]
            if not any(_flat(end) in texts[page] for end in ends):
                lost.append((page, title))
    assert not lost, lost[:9]
    raw = (folder / "search-index.js").read_text(encoding="utf-8")
    assert not re.search(r"<|\[\[[a-z-]+/|[\u2028\u2029\u200b\u00ad]", raw)


def test_the_first_query_is_light(folder: Path) -> None:
    """Index, script and style together, and the index for each record, keep to their bytes."""
    found = (*(folder / "assets").glob("search-*.js"), *(folder / "assets").glob("search-*.css"))
    names = ("search-index.js", *(f"assets/{p.name}" for p in found))
    sizes = {name: len(gzip.compress((folder / name).read_bytes(), 9)) for name in names}
    assert len(sizes) == 3
    assert sum(sizes.values()) <= MOST, sizes
    assert next(v for k, v in sizes.items() if k.endswith(".js") and "assets" in k) <= SCRIPT, sizes
    assert sizes["search-index.js"] / len(_index(folder)["items"]) <= A_RECORD, sizes


def test_sounds_are_loaded_for_a_build_alone() -> None:
    """Reading and checking a plan does not load the table of sounds."""
    code = "import sys; from policy_explorer import pipeline; print('pypinyin' in sys.modules)"
    env = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(
        (sys.executable, "-c", code), env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
