"""A plan of thousands: pages of a bounded size, complete without script, each item near home."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from tests.bench import plans

from policy_explorer import pipeline, settings
from policy_explorer.pipeline import Draft
from policy_explorer.urls import resolved
from policy_explorer.writers.later import made

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY = 500, 5_000
PAGE, HOME, RAW = 60_000, 40_000, 500_000
"""Bytes on the line of any page and of home; bytes of any page before it is packed, since the names
of these plans are alike and pack better than real ones."""
HUB, EVENTS, QUESTIONS, TERMS, SOURCES = 260, 620, 130, 250, 320
"""What the large plan has more of: ties of one item, events, questions, terms, sources."""
LANGUAGES = ("", "en/")
SHEETS = {"works/index": 5, "targets/index": 2, "sources/index": 2, "sources/daily": 14}
SHEETS |= {"timeline": 4, "questions": 3, "glossary": 3, "checkable": 2, "works/i-0": 3}
"""Lists of the large plan, and how many pages hold each."""
HREF = re.compile(r'<a\b[^>]*? href="([^"#]+)')
ROW = re.compile(r'<li[^>]* data-fact="([^"]+)"><span class="n">')
AIM = re.compile(r'<h3 data-fact="(targets/[^"]+)">')
"""The row of an item on the page of its section, and of a target on that of targets."""
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Made:
    """A linked plan whose pages are made when asked for."""

    draft: Draft

    def page(self, path: str) -> bytes:
        """A page by its path, without `.html`."""
        return made(self.draft.files[f"{path}.html"])

    def main(self, path: str) -> str:
        """What a page says, without the frame that all pages have."""
        return self.page(path).decode().partition("<main")[2].partition("</main>")[0]

    def links(self, path: str) -> list[str]:
        """Where the page's own matter leads, as paths without `.html`; nothing outside the site."""
        found = (href for href in HREF.findall(self.main(path)) if ":" not in href)
        return [resolved(f"{path}.html", href).removesuffix(".html") for href in found]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The paths of all pages, without `.html`."""
        return tuple(f.removesuffix(".html") for f in self.draft.files if f.endswith(".html"))

    def sheets(self, name: str) -> list[str]:
        """The pages of a list, in their order."""
        found = re.compile(rf"{re.escape(name)}(\.(\d+))?")
        hits = [(int(hit[2] or 1), path) for path in self.names if (hit := found.fullmatch(path))]
        return [path for _, path in sorted(hits)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A plan of five thousand items, and of much that is no item."""
    folder = plans.write(tmp_path_factory.mktemp("many"), MANY)
    for name, words in _more():
        with (folder / f"data/{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(words)
    return Made(pipeline.draft(settings.find(ROOT, folder)))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The same plan at a tenth of its size."""
    folder = plans.write(tmp_path_factory.mktemp("few"), FEW)
    return Made(pipeline.draft(settings.find(ROOT, folder)))


def _more() -> Iterator[tuple[str, str]]:
    """What is written at the end of each file."""
    ground = "basis: inferred, because: {zh: 如此, en: So it is}"
    yield "relations", "".join(_tie(n, ground) for n in range(HUB))
    yield "sources", "".join(_source(n) for n in range(SOURCES))
    items = {"events": EVENTS, "questions": QUESTIONS, "glossary": TERMS}
    for file, count in items.items():
        rows = (f"  - {{id: x-{n}, {_name(n)}, {_own(file, n)}{ground}}}\n" for n in range(count))
        yield file, f"items:\n{''.join(rows)}"


def _name(n: int) -> str:
    return f"name: {{zh: 第{n}件, en: Thing {n}}}"


def _own(file: str, n: int) -> str:
    """What an item must say besides its name."""
    date = f"{2020 + n % 5}-{n % 12 + 1:02}-{n % 27 + 1:02}"
    cite = f"{{source: daily, terms: ['{date}']}}"
    return {
        "events": f"date: {{is: {date}, by: reading, cite: {cite}}}, ",
        "questions": "note: {zh: 未决, en: Open}, touches: [works/i-0], ",
        "glossary": "definition: {zh: 一个词, en: A word}, ",
    }[file]


def _tie(n: int, ground: str) -> str:
    start = plans.ref(MANY, n + 1)
    return f"  - {{id: h-{n}, kind: serves, from: {start}, to: works/i-0, {ground}}}\n"


def _source(n: int) -> str:
    return (
        f"  - {{id: s-{n}, {_name(n)}, publisher: {{zh: 某报, en: A paper}}, "
        "published: 2023-05-01, grade: B, language: zh, text: none}\n"
    )


def test_no_page_is_too_large(many: Made) -> None:
    """Every page of a list, home, the ledger and pages of items are within the budget."""
    lists = [path for name in SHEETS for path in many.sheets(name)]
    others = ["index", "brief", "relations", "facts", "facts/works.2", "changes", "data"]
    items = ["works/i-5", "parks/i-2501", "targets/t-0", "charts/index", "404", "licenses"]
    sizes = {
        path: (len(page), len(gzip.compress(page, mtime=0)))
        for name in (*lists, *others, *items)
        for path in (name, f"en/{name}")
        if (page := many.page(path))
    }
    assert {path: size for path, size in sizes.items() if size[0] > RAW or size[1] > PAGE} == {}
    assert max(sizes[f"{lang}index"][1] for lang in LANGUAGES) <= HOME


def test_lists_are_cut(many: Made) -> None:
    """Each long list is on as many pages as hold it, in every language."""
    for lang in LANGUAGES:
        assert {name: len(many.sheets(lang + name)) for name in SHEETS} == SHEETS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_item_is_listed_once(many: Made, lang: str) -> None:
    """Every item and every target is on one page of its list, once."""
    site = many.draft.site
    kinds = {"targets": AIM, **dict.fromkeys(site.sections, ROW)}
    for file, row in kinds.items():
        pages = (many.main(path) for path in many.sheets(f"{lang}{file}/index"))
        found = Counter(ref for page in pages for ref in row.findall(page))
        assert found == {record.ref: 1 for record in site.items(file)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_item_is_near_home(many: Made, lang: str) -> None:
    """From home to any item: its section, the page of it that has the item, the item."""
    home = set(many.links(f"{lang}index"))
    for section in many.draft.site.sections.values():
        start = f"{lang}{section.id}/index"
        assert start in home
        assert set(many.sheets(start)) <= {start, *many.links(start)}


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_lead_on(many: Made, name: str) -> None:
    """Each page of a list leads to those before and after it, and to its twin.

    The first page of an item leads to its neighbours and, like those of lists, to all its pages.
    """
    every = many.sheets(f"en/{name}")
    assert set(every) - {every[0]} <= set(many.links(every[0]))
    for at, path in enumerate(every):
        if path == "en/works/i-0":
            continue
        html = many.page(path).decode()
        turns = dict(re.findall(r'rel="(prev|next)" href="([^"]+)"', html))
        near = {"prev": every[at - 1] if at else "", "next": (*every, "")[at + 1]}
        led = {rel: resolved(f"{path}.html", href) for rel, href in turns.items()}
        assert led == {rel: f"{to}.html" for rel, to in near.items() if to}
        twin = f"{path.removeprefix('en/')}.html"
        assert (
            resolved(f"{path}.html", re.findall(r'hreflang="zh-CN" href="([^"]+)"', html)[0])
            == twin
        )


def test_what_stands_on_lists_is_found_there(many: Made) -> None:
    """The address of an event, a question or a term leads to the page that has it."""
    site = many.draft.site
    assert site.sections
    for file, list_ in {
        "events": "timeline",
        "questions": "questions",
        "glossary": "glossary",
    }.items():
        ids = {
            (path, anchor)
            for path in many.sheets(list_)
            for anchor in re.findall(r'\bid="(x-\d+)"', many.page(path).decode())
        }
        assert len(ids) == len(site.items(file))
    ledger = many.page("facts/events").decode()
    leads = re.findall(r'href="\.\./(timeline(?:\.\d+)?)\.html#(x-\d+)"', ledger)
    assert leads
    for path, anchor in leads:
        assert f'id="{anchor}"' in many.page(path).decode()


def test_item_pages_do_not_grow(few: Made, many: Made) -> None:
    """A page of an item is as long in a plan of five thousand as in one of five hundred."""
    for path in ("works/i-250", "en/firms/i-252", "targets/t-7"):
        assert len(many.page(path)) <= 1.1 * len(few.page(path))


def test_lists_grow_as_the_plan_does(few: Made, many: Made) -> None:
    """Ten times the items make about ten times the bytes of all pages that list them."""
    for name in ("works/index", "targets/index", "checkable", "sources/paper"):
        less, more = (sum(len(m.page(p)) for p in m.sheets(name)) for m in (few, many))
        assert more <= 1.1 * MANY / FEW * less


def test_home_hardly_grows(few: Made, many: Made) -> None:
    """Home shows what comes first of each section, however many there are."""
    assert len(many.page("index")) <= 1.5 * len(few.page("index"))


@pytest.mark.parametrize("name", SHEETS)
def test_counts_stand_beside_facts(many: Made, name: str) -> None:
    """How many stand on a page is said only beside the name of one of them, which is a fact."""
    ways = many.main(f"en/{name}").partition('<ul class="ways">')[2].partition("</ul>")[0]
    rows = re.findall(r"<li.*?</li>", ways)
    assert len(rows) >= len(many.sheets(f"en/{name}"))
    assert not [row for row in rows if "muted" in row and "data-fact" not in row]


def test_what_stands_on_the_first_page_alone_leaves_no_gap(many: Made) -> None:
    """What a source is stands on its first page; the others begin with facts."""
    assert [' id="sheet"' in many.main(f"sources/daily{n}") for n in ("", ".2")] == [True, False]


def test_beside_an_item_stand_its_nearest(many: Made) -> None:
    """Of a long section the items around one are named, itself among them, then the way to all."""
    aside = many.page("works/i-100").decode().partition('class="sib"')[2].partition("</nav>")[0]
    near = [f"works/i-{n}" for n in (85, 90, 95, 105, 110, 115)]
    ways = [resolved("works/i-100.html", href) for href in HREF.findall(aside)]
    assert ways == [*(f"{name}.html" for name in near), "works/index.html"]
    assert 'aria-current="page"' in aside
