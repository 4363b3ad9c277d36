"""The live server in the browser: an edit is seen by itself, a mistake is laid over the page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.browser]
ITEM, CHART = "zones/pharma-food.html", "zones/china-dental-valley.html"
DRAWN = ("zh: 中国牙谷产值", "zh: 中国牙谷总产值", "data/indicators.yaml")
"""An edit that is seen inside a chart."""
MISTAKE = ("    name: {zh: 医药食品", "    nmae: {zh: 医药食品")


@dataclass(frozen=True, slots=True)
class Live:
    """A project of its own, served."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    def edit(self, old: str, new: str, file: str = "data/zones.yaml") -> None:
        """Put `new` where `old` stands first in a file."""
        path = self.folder / file
        words = path.read_text(encoding="utf-8")
        assert old in words
        path.write_text(words.replace(old, new, 1), encoding="utf-8")


def begun(folder: Path) -> Iterator[Live]:
    """The project's server, until the test is over."""
    command = [sys.executable, "-m", "policy_explorer", "serve", "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(folder / "plugins")}
    served = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
    assert served.stdout
    address = next(line.split()[0] for line in served.stdout if line.startswith("http"))
    yield Live(folder, address, served)
    served.terminate()
    served.communicate(timeout=30)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project: data, content, theme and program."""
    for name in ("data", "content", "theme", "plugins"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


@pytest.fixture
def live(project: Path) -> Iterator[Live]:
    """The copy, served."""
    yield from begun(project)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window."""
    context = browser.new_context(viewport={"width": 1280, "height": 700})
    yield context.new_page()
    context.close()


def test_an_edit_a_mistake_and_its_end(live: Live, page: Page) -> None:
    """An edit is seen by itself where one had scrolled to; a mistake is laid over, and goes."""
    page.goto(f"{live.address}{ITEM}")
    page.evaluate("scrollTo(0, 240)")
    live.edit("zh: 医药食品,", "zh: 医药和食品,")
    expect(page.locator("h1")).to_contain_text("医药和食品")
    assert page.evaluate("scrollY") == 240
    live.edit("    name: {zh: 医药和食品", "    nmae: {zh: 医药和食品")
    over = page.locator(".live-over")
    expect(over).to_contain_text("data/zones.yaml:31:5")
    expect(over).to_contain_text("nmae: {zh: 医药和食品")
    expect(page.locator("h1")).to_contain_text("医药和食品")
    live.edit("nmae", "name")
    expect(over).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "edit", "seen"),
    [
        (ITEM, ("zh: 医药食品,", "zh: 医药和食品,"), "h1:has-text('医药和食品')"),
        (CHART, ("两个来源", "两家来源", "data/charts.yaml"), "figure:has-text('两家来源')"),
        (CHART, DRAWN, ".chart__wide:has-text('中国牙谷总产值')"),
    ],
)
def test_what_reads_otherwise_is_put_into_the_page(
    live: Live, page: Page, path: str, edit: tuple[str, ...], seen: str
) -> None:
    """Where words or a picture change, the page is not loaded again: what one did in it stays."""
    page.goto(f"{live.address}{path}")
    page.evaluate("window.isSame = true")
    page.wait_for_load_state("networkidle")
    live.edit(*edit)
    expect(page.locator(seen)).to_have_count(1)
    assert page.evaluate("window.isSame")


def test_a_chart_comes_anew_in_its_place(live: Live, page: Page) -> None:
    """What scripts hold, such as a live chart, comes with the whole page, folds and place kept."""
    page.goto(f"{live.address}{CHART}")
    fold = page.locator("main details").first
    fold.locator("summary").click()
    was_open = fold.evaluate("e => e.open")
    page.locator("#dental-valley-output").hover()
    expect(page.locator("#dental-valley-output")).to_have_attribute("data-state", "live")
    page.evaluate("scrollTo({ top: 300, behavior: 'instant' }); window.isSame = true")
    live.edit(*DRAWN)
    page.wait_for_function("() => !window.isSame")
    expect(page.locator("#dental-valley-output")).to_contain_text("中国牙谷总产值")
    assert fold.evaluate("e => e.open") == was_open
    page.wait_for_function("() => scrollY === 300")


def test_every_fact_leads_to_its_line(live: Live, page: Page) -> None:
    """In the row of every fact is a link that names its file and line, once, and leads there."""
    page.goto(f"{live.address}{ITEM}")
    page.locator(".live-pen").click()
    expect(page.locator(".live-edit").first).to_be_visible()
    lacking = page.evaluate(
        """async () => {
          const places = await (await fetch('/__live/places.json')).json();
          const facts = [...document.querySelectorAll('[data-fact]')];
          const rows = 'li, tr, p, dd, dt, h1, h2, h3, figcaption';
          const line = e => places[e.dataset.fact].replace(/:[0-9]+$/, '');
          const row = e => e.closest(rows) || e.parentElement;
          const pens = e => [...row(e).querySelectorAll('.live-edit')];
          const leads = e => pens(e).filter(a => a.title === line(e));
          return facts.filter(e => places[e.dataset.fact] && leads(e).length !== 1)
            .map(e => [e.outerHTML, leads(e).length]);
        }"""
    )
    assert lacking == []
    first = page.locator("h1 .live-edit, h1 + .live-edit").first
    assert (first.get_attribute("title") or "").startswith("data/zones.yaml:30")
    first.click()
    expect(page.locator("li[aria-current]")).to_contain_text("pharma-food")


def test_it_begins_with_a_mistake(project: Path, page: Page) -> None:
    """Where the first site cannot be made, the page says why, and comes once it can."""
    zones = project / "data/zones.yaml"
    words = zones.read_text(encoding="utf-8")
    zones.write_text(words.replace(*MISTAKE), encoding="utf-8")
    for live in begun(project):
        page.goto(f"{live.address}{ITEM}")
        expect(page.locator(".live-over")).to_contain_text("data/zones.yaml:31:5")
        zones.write_text(words, encoding="utf-8")
        expect(page.locator("h1")).to_contain_text("医药食品")
        expect(page.locator(".live-over")).to_have_count(0)


def test_new_code_starts_it_again(live: Live, page: Page) -> None:
    """An edit of the program is seen at the same address; one that cannot start is said."""
    page.goto(f"{live.address}{ITEM}")
    code = live.folder / "plugins/policy_explorer/writers/html.py"
    words = code.read_text(encoding="utf-8")
    code.write_text(words.replace("class Press:", "class Press"), encoding="utf-8")
    expect(page.locator(".live-over")).to_contain_text("html.py", timeout=20_000)
    done = words.replace("(done.rstrip() +", '(done.replace("</h1>", "!!</h1>").rstrip() +')
    assert done != words
    code.write_text(done, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("!!", timeout=30_000)
    expect(page.locator(".live-over")).to_have_count(0)


def test_a_server_that_is_gone_is_said(live: Live, page: Page) -> None:
    """Who saves while nobody answers is told so."""
    page.goto(f"{live.address}{ITEM}")
    expect(page.locator(".live-pen")).to_be_visible()
    page.wait_for_timeout(300)
    live.process.terminate()
    live.process.wait(30)
    expect(page.locator(".live-over")).to_contain_text("断开", timeout=10_000)


def test_it_stays_within_the_pages_policy(live: Live, page: Page) -> None:
    """Nothing that the server adds breaks the policy of the pages, or throws."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{live.address}{ITEM}")
    live.edit(*MISTAKE)
    expect(page.locator(".live-over")).to_be_visible()
    live.edit(*reversed(MISTAKE))
    expect(page.locator(".live-over")).to_have_count(0)
    assert said == []
