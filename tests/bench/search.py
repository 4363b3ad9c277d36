"""Searching plans of some 300, 3,000 and 30,000 records, beside libraries that search in a browser.

Those are where a folder that `POLICY_PEERS` names has them in its `node_modules`. What is found is
held against the records whose text holds the query, which makes recall.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser
from tests.bench import phone, plans
from tests.bench.bench import Bench, Measure, Sample, Subject, tell
from tests.bench.peers import tools
from tests.bench.served import served

from policy_explorer import pipeline, settings
from policy_explorer.views import search
from policy_explorer.views.search import Entry
from policy_explorer.views.sounds import syllables
from policy_explorer.writers.search import PATH, index_files

ROOT = Path(__file__).resolve().parents[2]
SIZES = (50, 500, 5000)
"""Items of the plans; a plan has some six records an item."""
QUERIES = (
    "工", "工程", "项工程", "第12项", "gongcheng", "xgc", "office", "ffic", "97", "nowhere",
)  # fmt: skip
"""One sign to four, a sound, its first letters, a word, a piece of one, a number, nothing."""
LIBRARIES = {
    "minisearch": "minisearch/dist/umd/index.js",
    "fuse.js": "fuse.js/dist/fuse.cjs",
    "flexsearch": "flexsearch/dist/flexsearch.bundle.min.js",
    "lunr": "lunr/lunr.js",
}
"""Where each is in `node_modules`."""
SCRIPT = Path(__file__).with_name("finding.js")
PACKED = 6
"""How hard an index is packed: as the browser packs those of the others."""
ROUNDS = 3
MEASURES = (
    Measure("find", "query, ms", 3),
    Measure("slowest", "slowest, ms", 2),
    Measure("recall", "recall, %"),
    Measure("records", "records"),
    Measure("first", "first file, kB", 1),
    Measure("all", "all, kB", 1),
    Measure("key", "keystroke, ms", 1),
    Measure("key_slowest", "slowest, ms", 1),
    Measure("held", "page held up, ms", 1),
    Measure("answer", "on a phone: first answer, ms"),
    Measure("whole", "all searched, ms"),
    Measure("held_phone", "held up, ms", 1),
    Measure("heap", "MB", 1),
)


@dataclass(frozen=True, slots=True)
class Searched:
    """A plan that is searched: its entries, and the address of a site that has its index."""

    entries: tuple[Entry, ...]
    files: Mapping[str, bytes]
    address: str

    def texts(self) -> list[str]:
        """Of each entry all that it is found by, one field a line."""
        return ["\n".join(_fields(entry)) for entry in self.entries]

    def right(self) -> list[set[int]]:
        """The entries that hold each query."""
        texts = [_plain(text) for text in self.texts()]
        return [{n for n, text in enumerate(texts) if _plain(q) in text} for q in QUERIES]

    def bytes(self, files: Mapping[str, bytes]) -> float:
        """What some of its files weigh packed, kB."""
        return sum(len(gzip.compress(data, PACKED)) for data in files.values()) / 1000


def _fields(entry: Entry) -> Iterator[str]:
    for names in entry.names:
        for name in names:
            yield name
            if entry.rank != search.FACTS and (sound := syllables(name)):
                yield "".join(sound)
                yield "".join(said[0] if said[0].islower() else said for said in sound)
    yield from (*entry.kind, *entry.place, *entry.texts)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().replace(" ", "")


@contextmanager
def ready() -> Iterator[Bench]:
    """A small site for each plan, in which stands the plan's own index; the libraries."""
    there = {name: text for name in LIBRARIES if (text := library(name))}
    for name in (name for name in LIBRARIES if name not in there):
        tell(f"  {name} is left out: it is in no node_modules where {tools.FOLDERS} says")
    with TemporaryDirectory() as name, phone.started() as browser:
        folder = Path(name)
        pipeline.publish(settings.find(ROOT, plans.write(folder / "plan", 10)), folder / "site")
        made = [(size, *_put(folder, size)) for size in SIZES]
        with served(folder) as address:
            searched = ((size, Searched(e, f, f"{address}/{size}")) for size, e, f in made)
            subjects = [s for size, plan in searched for s in _subjects(browser, size, plan, there)]
            terms = _terms(browser, there)
            yield Bench(tuple(subjects), MEASURES, terms, ROUNDS, is_paired=False)


def _put(folder: Path, size: int) -> tuple[tuple[Entry, ...], dict[str, bytes]]:
    """What can be found in a plan, and its index, which is put into a copy of the site."""
    told = settings.find(ROOT, plans.write(folder / f"plan-{size}", size))
    shop = pipeline.workshop(told, pipeline.read(told))
    names, facts = search.named(shop.lenses, shop.charts), search.facts(shop.lenses)
    files = index_files(shop.lenses, names, facts)
    shutil.copytree(folder / "site", folder / str(size))
    for path, data in files.items():
        (folder / str(size) / path).parent.mkdir(exist_ok=True)
        (folder / str(size) / path).write_bytes(data)
    return (*names, *facts), files


def _subjects(
    browser: Browser, size: int, plan: Searched, there: Mapping[str, str]
) -> Iterator[Subject]:
    """Ours, then each library on the same texts."""
    count, right = len(plan.entries), plan.right()
    docs = [{"id": n, "text": text.replace("\n", " ")} for n, text in enumerate(plan.texts())]
    yield Subject(f"ours-{size}", f"ours, {count:,} records", partial(_ours, browser, plan, right))
    for name, source in there.items():
        measure = partial(_theirs, browser, name, source, docs, right)
        yield Subject(f"{name}-{size}", f"{name}, {count:,}", measure, against=f"ours-{size}")


def _ours(browser: Browser, plan: Searched, right: list[set[int]]) -> Sample:
    """The index, on this machine and on a phone."""
    numbers = {entry.path: n for n, entry in enumerate(plan.entries)}
    with browser.new_context(viewport=phone.SCREEN) as context:
        page = context.new_page()
        page.goto(f"{plan.address}/index.html")
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        page.evaluate("bench.first('工程')")
        heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
        typed = page.evaluate("q => bench.keys(q)", QUERIES)
        asked = page.evaluate("([q, of]) => bench.ours(q, of)", [QUERIES, numbers])
    return {
        **found(asked, right),
        **_on_a_phone(browser, plan.address),
        "records": len(plan.entries),
        "first": plan.bytes({PATH: plan.files[PATH]}),
        "all": plan.bytes(plan.files),
        "key": median(one["key"] for one in typed),
        "key_slowest": max(one["key"] for one in typed),
        "held": max(one["held"] for one in typed),
        "heap": heap,
    }


def _on_a_phone(browser: Browser, address: str) -> Sample:
    with phone.visit(browser, f"{address}/index.html", {}) as visit:
        visit.page.wait_for_load_state("networkidle")
        visit.page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        seen: dict[str, float] = visit.page.evaluate("bench.first('工程')")
        typed = visit.page.evaluate("q => bench.keys(q)", QUERIES)
    return {**seen, "held_phone": max(one["held"] for one in typed)}


def _theirs(
    browser: Browser, name: str, source: str, docs: list[dict[str, object]], right: list[set[int]]
) -> Sample:
    """A library on the same texts, in an empty page."""
    page = browser.new_page()
    try:
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
        given = [name, source, docs, QUERIES]
        told = page.evaluate("([n, s, d, q]) => bench.theirs(n, s, d, q)", given)
    finally:
        page.close()
    size = told["bytes"] / 1000
    return {**found(told["asked"], right), "records": len(docs), "first": size, "all": size}


def found(asked: Sequence[Mapping[str, Any]], right: list[set[int]]) -> Sample:
    """How long queries take, and how much they find of what holds them."""
    hits = [len(of & set(one["found"])) for one, of in zip(asked, right, strict=True)]
    shares = [n / len(of) for n, of in zip(hits, right, strict=True) if of]
    times = [one["ms"] for one in asked]
    return {
        "find": median(times),
        "slowest": max(times),
        "recall": 100 * sum(shares) / len(shares),
    }


def library(name: str) -> str:
    """The text of a library; '' where it is not."""
    paths = (folder / "node_modules" / LIBRARIES[name] for folder in tools.folders())
    return next((path.read_text(encoding="utf-8") for path in paths if path.exists()), "")


def _terms(browser: Browser, there: Mapping[str, str]) -> Mapping[str, str | int | float]:
    return {
        "cores": os.cpu_count() or 1,
        "machine": platform.machine(),
        "load before": round(os.getloadavg()[0], 1),
        "Chromium": browser.version,
        **{f"phone: {key}": value for key, value in phone.TERMS.items()},
        **{name: _version(name) for name in there},
    }


def _version(name: str) -> str:
    paths = (folder / "node_modules" / name / "package.json" for folder in tools.folders())
    told = next(path for path in paths if path.exists())
    return str(json.loads(told.read_text(encoding="utf-8"))["version"])
