"""A plan that is hard to lay out, on screens and on paper: nothing sticks out, nothing is cut."""

from __future__ import annotations

import re
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Browser
from tests import pages, stress
from tests.kinds import LANGS
from tests.pages import Read
from tests.test_print import SCALE, STREAM
from tests.visits import Quiet

from policy_explorer import pipeline, settings
from policy_explorer.writers.later import made

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).parent
SURVEY = (HERE / "reflow.js").read_text(encoding="utf-8")
SIZES = (HERE / "sizes.js").read_text(encoding="utf-8")
SPILLED = (HERE / "spilled.js").read_text(encoding="utf-8")
WIDTHS = (320, 360, 1280)
PAGES = (
    "index", "many/index", "lone/index", "wide/index", "many/n-7", "lone/only", "wide/unbroken",
    "wide/address", f"wide/{'i' * 60}", "targets/index", "targets/twice", "targets/tiny",
    "targets/count", "timeline", "relations", "charts/index", "charts/a-trajectory", "charts/less",
    "charts/a-ladder", "charts/a-lineage", "charts/a-series", "charts/a-matrix", "charts/across",
    "charts/a-milestones", "charts/a-glance", "embed/a-series", "sources/index", "sources/own",
    "sources/other", "facts", "questions", "checkable", "glossary", "search", "brief", "data",
)  # fmt: skip
"""One page of every kind, and those that are hardest."""
PRINTED = ("index", "brief", "wide/unbroken", "targets/tiny", "charts/across", "facts")
FULL = set("h1 h2 h3 h4 p ul ol dl dt dd li caption figcaption summary a button".split())  # noqa: SIM905
SCRIPTED = {"aria-label", "data-said", "data-hits", "data-tell"}
"""What is named otherwise, or filled by a script."""
DANGLES = re.compile(r"^\s*[·，、；,;]|[·、，,]\s*$")
pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hard plan, without pictures and archives."""
    folder = tmp_path_factory.mktemp("stress")
    found = settings.find(ROOT, stress.write(folder / "data"))
    for path, data in pipeline.draft(found).files.items():
        if path.endswith((".html", ".css", ".js", ".csv")):
            file = folder / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made(data))
    return folder / "site"


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[str]:
    """Where that site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.mark.parametrize("lang", LANGS)
def test_the_layout_holds(browser: Browser, served: str, lang: str) -> None:
    """At any width nothing scrolls sideways, is cut, covered or spilled; targets keep 24 px."""
    page = browser.new_page(bypass_csp=True)
    wrong = []
    for name in PAGES:
        answer = page.goto(f"{served}/{lang}{name}.html")
        assert answer is not None
        assert answer.ok, name
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = [line for law in (SURVEY, SPILLED, SIZES) for line in page.evaluate(law)]
            wrong += [f"{name} {width}: {line}" for line in found]
    page.close()
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_paper_is_wide_enough(browser: Browser, served: str, lang: str) -> None:
    """Nothing is wider than the paper, for which a browser would print all of it smaller."""
    page = browser.new_page()
    scales = {}
    for name in PRINTED:
        page.goto(f"{served}/{lang}{name}.html")
        paper = page.pdf(prefer_css_page_size=True)
        packed = (s for s in STREAM.findall(paper) if s[:1] == b"x")
        streams = (zlib.decompressobj().decompress(s) for s in packed)
        found = {float(hit[1]) for stream in streams if (hit := SCALE.search(stream))}
        scales[name] = {round(scale, 4) for scale in found}
    page.close()
    assert scales == {name: {0.24} for name in PRINTED}


@pytest.fixture(scope="module")
def matter(built: Path) -> dict[str, Read]:
    """The pages in both languages, read back."""
    paths = [f"{lang}{name}.html" for lang in LANGS for name in PAGES]
    return {path: pages.read((built / path).read_bytes()) for path in paths}


def test_every_page_is_valid(built: Path) -> None:
    """A strict HTML5 parser finds no error in a page of any kind."""
    parser, wrong = html5lib.HTMLParser(strict=False), []
    for name in PAGES:
        parser.parse((built / f"en/{name}.html").read_bytes(), transport_encoding="utf-8")
        wrong += [(name, error) for error in parser.errors[:3]]
    assert wrong == []


def test_nothing_is_empty(matter: dict[str, Read]) -> None:
    """A page gives an id once, and holds no heading, paragraph or list of nothing."""
    wrong = []
    for path, page in matter.items():
        told = {id(at) for e in page.elements if e.tag in {"svg", "input"} for at in e.up()}
        bare = [
            e.tag
            for e in page.elements
            if e.tag in FULL
            if not (e.text.strip() or SCRIPTED & e.attrs.keys() or id(e) in told)
        ]
        wrong += [(path, *found) for found in (_twice(page.ids), bare) if found]
    assert wrong == []


def _twice(ids: list[str]) -> list[str]:
    return [one for one, times in Counter(ids).items() if times > 1]


def test_nothing_dangles(matter: dict[str, Read]) -> None:
    """No line of words begins or ends in a separator, as it would beside a part that is empty."""
    lines = [
        (path, e.text[:60])
        for path, page in matter.items()
        for e in page.elements
        if e.tag in {"p", "dd", "dt", "figcaption"} and DANGLES.search(e.text)
    ]
    assert lines == []
