"""A plan made of attacks, published: in a real browser nothing of it runs, leaves or looks real."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import Plan
from tests.hostile import poison, safe
from tests.visits import Quiet, Visit

from policy_explorer import pipeline, settings
from policy_explorer.writers.later import made
from policy_explorer.writers.security import FRAMED, PAGE, header

ROOT = Path(__file__).resolve().parents[1]
REPORTS = "/reports"
MADE = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xlsx")
"""Kinds of files that are looked at; of pictures the drawing is, not its pixels."""
LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", e =>
  violations.push(e.violatedDirective + " " + e.blockedURI));
"""
STRANGE = """() => {
  const found = [], own = location.origin + "/", data = /^application\\/(ld\\+)?json$/;
  const foreign = /^(iframe|object|embed|base|frame|applet|animate|set|foreignobject)$/;
  const follows = /^(href|xlink:href|src|action|formaction)$/;
  const runs = /^\\s*(javascript|data:text)/i;
  for (const e of document.querySelectorAll("*")) {
    const tag = e.localName;
    const ours = e.src ? e.src.startsWith(own) : data.test(e.type);
    if (tag === "script" && !ours || foreign.test(tag)) found.push(tag);
    for (const a of e.attributes) {
      if (/^on/.test(a.name) || follows.test(a.name) && runs.test(a.value))
        found.push(tag + " " + a.name + "=" + a.value);
    }
  }
  return found;
}"""
"""What could run, or could bring something in, and is not ours."""
HOVER = """async () => {
  const chart = document.querySelector(".js-plotly-plot");
  let said = "";
  for (const [curve, trace] of chart.data.entries()) {
    const plot = (trace.xaxis || "x") + (trace.yaxis || "y");
    for (let point = 0; point < Math.min(3, (trace.hovertext || []).length); point += 1) {
      Plotly.Fx.hover(chart, [{ curveNumber: curve, pointNumber: point }], plot);
      await new Promise(resolve => setTimeout(resolve, 60));
      said += document.querySelector(".hoverlayer")?.textContent || "";
    }
  }
  return said;
}"""
"""Points at the first of each trace, as a reader would."""
SKIPPED = {f"many/n-{n}.html" for n in range(1, 60)} - {"many/n-7.html"}
"""One of many pages of one kind."""
pytestmark = [pytest.mark.slow, pytest.mark.browser]


class Court(ThreadingHTTPServer):
    """A site under its policy as a header, and what browsers report of it."""

    def __init__(self, folder: Path) -> None:
        """Serve a folder at any free port of this machine."""
        self.reports: list[Any] = []
        super().__init__(("127.0.0.1", 0), partial(Clerk, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Clerk(Quiet):
    """Sends the policy with each file, and takes down what is reported."""

    server: Court

    def end_headers(self) -> None:
        """The same policy twice: one that is kept, and one that only tells."""
        policy = header(FRAMED if "/embed/" in self.path else PAGE)
        for name in ("Content-Security-Policy", "Content-Security-Policy-Report-Only"):
            self.send_header(name, f"{policy}; report-uri {REPORTS}")
        super().end_headers()

    def do_POST(self) -> None:  # noqa: N802 -- the library's name
        """A report."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.reports.append(json.loads(body))
        self.send_response(204)
        self.end_headers()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of attacks, published."""
    folder = tmp_path_factory.mktemp("poison")
    found = settings.find(ROOT, poison.write(folder / "plan"))
    for path, data in pipeline.draft(found).files.items():
        if path.endswith(MADE):
            file = folder / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made(data))
    return folder / "site"


@pytest.fixture
def court(site: Path) -> Iterator[Court]:
    """The site, served, and nothing reported yet."""
    with Court(site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Watch(Visit):
    """A visit that notes whatever is not as it should be."""

    def __init__(self, browser: Browser, court: Court) -> None:
        """Open an empty page that listens."""
        super().__init__(browser)
        self.court = court
        self.wrong: list[str] = []
        self.page.add_init_script(LISTEN)
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:  # noqa: ANN401 -- the library's own
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def judged(self, path: str) -> None:
        """Note what is wrong with the page as it is now."""
        told = self.page.evaluate("[window.pwned, ...window.violations]")
        self.wrong += [f"{path}: {one}" for one in told if one is not None]
        self.wrong += [f"{path}: {one}" for one in self.page.evaluate(STRANGE)]

    def closed(self) -> list[str]:
        """All that was wrong, and what was reported and asked of others meanwhile."""
        self.page.wait_for_timeout(200)
        self.page.close()
        own = (self.court.address, "data:", "about:")
        away = [url for url in self.asked if not url.startswith(own)]
        return self.wrong + away + [str(report) for report in self.court.reports] + self.complaints


def _pages(site: Path, lang: str) -> Iterator[str]:
    """The pages of a language, one of those that are alike."""
    base = site / lang
    for path in sorted(base.rglob("*.html")):
        name = path.relative_to(base).as_posix()
        if name not in SKIPPED and (lang or not name.startswith("en/")):
            yield f"{lang}{name}"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_runs_on_any_page(browser: Browser, court: Court, site: Path, lang: str) -> None:
    """On a page of every kind no attack runs, is blocked late, opens, asks, or adds an element."""
    watch, paths = Watch(browser, court), list(_pages(site, lang))
    assert len(paths) > 60
    for path in paths:
        watch.to(f"{court.address}/{path}")
        watch.judged(path)
    assert watch.closed() == []


def test_attacks_are_shown_as_words(browser: Browser, court: Court) -> None:
    """A name that is an attack is read on its page letter by letter, and so is its title."""
    watch = Watch(browser, court)
    page = watch.to(f"{court.address}/en/many/n-7.html")
    title = str(page.locator("h1").first.text_content()).strip()
    assert any(title.startswith(payload) for payload in poison.PAYLOADS)
    assert page.title().startswith(" ".join(title.split()))
    assert watch.closed() == []


def _hovered(page: Page) -> str:
    """What plotly.js says of the points of a chart when they are pointed at."""
    said: str = page.evaluate(HOVER)
    return said


@pytest.mark.parametrize("folder", ["charts", "embed"])
def test_charts_come_alive_harmless(
    browser: Browser, court: Court, site: Path, folder: str
) -> None:
    """Every chart, drawn live and pointed at, shows attacks as letters and links nowhere."""
    watch = Watch(browser, court)
    said = ""
    for path in sorted((site / "en" / folder).glob("*.html"))[: None if folder == "charts" else 4]:
        page = watch.to(f"{court.address}/en/{folder}/{path.name}")
        if not page.locator("figure[data-chart] [data-explore]").count():
            continue
        page.locator("[data-explore]").first.click()
        page.wait_for_selector("figure[data-state=live]", timeout=60_000)
        said += _hovered(page)
        inside = page.locator(".js-plotly-plot .main-svg")
        assert inside.locator("a, image, script, foreignObject").count() == 0, path.name
        watch.judged(path.name)
    assert said.count("window.pwned") > 5
    assert folder == "embed" or "%{x}" in said
    assert watch.closed() == []


@pytest.mark.parametrize("path", ["en/search.html", "index.html"])
def test_what_is_searched_for_is_harmless(browser: Browser, court: Court, path: str) -> None:
    """Attacks typed into the search, or standing in its address, find names and run nothing."""
    watch = Watch(browser, court)
    page = watch.to(f"{court.address}/{path}")
    box, hits = page.locator("[type=search]").last, 0
    if not box.is_visible():
        page.locator("[data-find-open]").click()
        box = page.locator("[type=search]").first
    for query in poison.QUERIES:
        box.fill(query)
        page.wait_for_timeout(60)
        hits += page.locator("[data-hits] a").count() > 0
        watch.judged(f"{path} {query}")
    assert hits > len(poison.PAYLOADS) // 2
    for query in poison.PAYLOADS[:6]:
        page.goto(f"{court.address}/en/search.html?q={query.replace('#', '%23')}#{query}")
        page.wait_for_timeout(100)
        watch.judged(query)
    assert watch.closed() == []


@pytest.mark.parametrize("path", ["en/embed/less.html", "en/charts/less.html", "index.html"])
def test_addresses_are_harmless(browser: Browser, court: Court, path: str) -> None:
    """Attacks in what an address asks for and in its anchor run nothing."""
    watch = Watch(browser, court)
    for payload in poison.PAYLOADS:
        words = payload.replace("#", "%23").replace("%{", "%25{")
        watch.to(f"{court.address}/{path}?theme={words}&only={words}&q={words}#rate={words}")
        watch.judged(payload)
    assert watch.closed() == []


ATTACKS = {
    "script": "<script>window.pwned = 1</script>",
    "handler": '<img src="data:," alt="" onerror="window.pwned = 1">',
    "style": "<p style='color: red'>x</p>",
    "elsewhere": "<img src='https://evil.example/x.png' alt=''>",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_gets_in_is_seen(browser: Browser, court: Court, site: Path, attack: str) -> None:
    """An attack that stands in a page is blocked, told to the page, reported, and judged."""
    whole = (site / "index.html").read_text(encoding="utf-8")
    path = site / f"control-{attack}.html"
    path.write_text(whole.replace("</main>", f"{ATTACKS[attack]}</main>"), encoding="utf-8")
    watch = Watch(browser, court)
    page = watch.to(f"{court.address}/{path.name}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("window.violations.length") > 0
    watch.judged(path.name)
    path.unlink()
    assert any("control" in str(report) for report in court.reports)
    assert watch.closed()


def test_the_canary_sings(browser: Browser, court: Court) -> None:
    """Without a policy such a script would run, and be seen."""
    watch = Watch(browser, court)
    watch.page.set_content(ATTACKS["script"])
    watch.page.evaluate("window.violations = []")
    watch.judged("bare")
    assert "bare: 1" in watch.closed()


# Files


def test_files_are_harmless(site: Path) -> None:
    """No page, drawing, table or JSON of the plan of attacks holds what runs or computes."""
    assert list(safe.unsafe(site)) == []


def test_workbooks_hold_words(site: Path) -> None:
    """A workbook has no formula, and no link but to the net."""
    books = sorted(site.rglob("*.xlsx"))
    assert len(books) > 10
    for book in books:
        with zipfile.ZipFile(book) as parts:
            names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
            nodes = [node for name in names for node in ET.fromstring(parts.read(name)).iter()]  # noqa: S314 -- a file of our own making
        assert not [node.text for node in nodes if node.tag.endswith("}f")], book.name
        away = [n.get("Target", "") for n in nodes if n.get("TargetMode") == "External"]
        assert all(to.startswith("https://example.org/") for to in away), book.name


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "JAVASCRIPT:x"]
)
def test_addresses_that_run_are_refused(plan: Plan, url: str) -> None:
    """An address that is not of the net is refused, at its place."""
    plan.edit("sources.yaml", "https://example.org/herald", f'"{url}"')
    (said,) = plan.problems()
    assert said.startswith("data/sources.yaml:")
