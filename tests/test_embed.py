"""Charts on other sites: frames that are told their height, sandboxed, without script, copied."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.visits import Quiet, Visit

pytestmark = pytest.mark.browser
HOST = """<!doctype html><meta charset="utf-8"><title>another site</title>
<link rel="icon" href="data:,"><body style="margin: 0">
<div id="room" style="inline-size: {width}px">
<iframe src="{src}" title="chart" width="100%" height="{height}" frameborder="0" {more}></iframe>
</div>{script}</body>"""
COLLECT = "addEventListener('message', e => (window.said = window.said || []).push(e.data))"
STATED = 651
"""Height of a frame before anything is known."""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[str]:
    """The address of another site, whose pages stand in the test's folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def _frame(src: str, *, width: int = 700, more: str = "", script: str = "") -> str:
    return HOST.format(width=width, src=src, height=STATED, more=more, script=script)


def _heights(page: Page) -> list[int]:
    said: list[Any] = page.evaluate("window.said || []")
    found = [s for s in said if isinstance(s, dict) and s.get("type") == "policy-embed:height"]
    return [s["height"] for s in found]


def _inside(page: Page) -> int:
    """How tall the page in the frame really is."""
    tall: int = page.frames[1].evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    return tall


@pytest.mark.parametrize("width", [280, 360, 500, 700, 1200])
def test_frame_gets_its_height(
    browser: Browser, address: str, other: str, tmp_path: Path, width: int
) -> None:
    """Sandboxed to scripts alone, the frame is as tall as its page: no bar, no blank."""
    script = f'<script src="{address}/embed/resize.js"></script>'
    src = f"{address}/en/embed/doubling.html"
    html = _frame(src, width=width, more='sandbox="allow-scripts"', script=script)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    visit = Visit(browser, width=1280)
    page = visit.to(f"{other}/page.html")
    page.wait_for_timeout(600)
    tall = _inside(page)
    assert page.locator("iframe").evaluate("e => e.clientHeight") == tall
    assert page.frames[1].evaluate("document.documentElement.scrollWidth") <= width
    assert visit.complaints == []
    page.close()


def test_heights_are_told_once_each(
    browser: Browser, address: str, other: str, tmp_path: Path
) -> None:
    """Opening tells the height once; each change of width or of what is open, once more."""
    script = f"<script>{COLLECT}</script>"
    html = _frame(f"{address}/embed/doubling.html", script=script)
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    page = Visit(browser).to(f"{other}/page.html")
    page.wait_for_timeout(500)
    assert _heights(page) == [_inside(page)]
    page.frames[1].locator("summary").first.click()
    page.wait_for_timeout(400)
    assert _heights(page)[1:] == [_inside(page)]
    page.evaluate("document.getElementById('room').style.inlineSize = '360px'")
    page.wait_for_timeout(400)
    assert len(_heights(page)) <= 4
    assert _heights(page)[-1] == _inside(page)
    page.close()


def test_stated_height_is_enough(browser: Browser, address: str, folder: Path) -> None:
    """Without any script on either side, the snippet's own height shows all of each chart."""
    page = Visit(browser, width=720, javascript=False)
    for path in sorted(folder.glob("embed/*.html")):
        whole = (folder / "charts" / path.name).read_text(encoding="utf-8")
        stated = int(whole.partition("height=&#34;")[2].partition("&#34;")[0])
        opened = page.to(f"{address}/embed/{path.name}")
        needed = opened.locator("body").bounding_box()
        assert needed is not None
        assert needed["height"] <= stated <= needed["height"] + 140, path.name
    page.page.close()


def test_without_script_the_frame_shows_all(browser: Browser, address: str) -> None:
    """No script: picture, words, source and the way to the whole chart stand."""
    page = Visit(browser, width=500, javascript=False).to(f"{address}/en/embed/zone-ladder.html")
    expect(page.locator(".chart__narrow > svg")).to_be_visible()
    expect(page.locator(".fig__source")).to_be_visible()
    link = page.get_by_role("link", name="Full chart and downloads")
    assert (link.get_attribute("href") or "").endswith("charts/zone-ladder.html")
    page.close()


@pytest.mark.parametrize(("theme", "ground"), [("dark", "21, 24, 27"), ("light", "253, 252, 249")])
def test_theme_stands_in_the_address(
    browser: Browser, address: str, theme: str, ground: str
) -> None:
    """`?theme=` decides, whatever the reader's system asks for."""
    page = browser.new_page(color_scheme="light" if theme == "dark" else "dark")
    page.goto(f"{address}/embed/doubling.html?theme={theme}")
    colour = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground in colour
    page.close()


def test_frame_comes_alive_in_a_sandbox(
    browser: Browser, address: str, other: str, tmp_path: Path
) -> None:
    """In a sandboxed frame the pointer makes the chart live, and no policy is broken."""
    html = _frame(f"{address}/embed/doubling.html", more='sandbox="allow-scripts"')
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    visit = Visit(browser)
    page = visit.to(f"{other}/page.html")
    frame = page.frames[1]
    frame.locator(".chart").hover()
    frame.wait_for_selector("figure[data-state=live]", timeout=60_000)
    assert visit.complaints == []
    page.close()


def test_resizer_listens_to_its_frames_alone(
    browser: Browser, address: str, other: str, tmp_path: Path
) -> None:
    """A height told by another window, or one beyond reason, changes nothing."""
    script = f'<script src="{address}/embed/resize.js"></script>'
    (tmp_path / "page.html").write_text(_frame("about:blank", script=script), encoding="utf-8")
    page = Visit(browser).to(f"{other}/page.html")
    for height in (100, -5, 1e9):
        page.evaluate(f"postMessage({{type: 'policy-embed:height', height: {height}}}, '*')")
    page.frames[1].evaluate("parent.postMessage({type: 'policy-embed:height', height: 1e9}, '*')")
    page.wait_for_timeout(200)
    assert page.locator("iframe").get_attribute("height") == str(STATED)
    page.frames[1].evaluate("parent.postMessage({type: 'policy-embed:height', height: 333}, '*')")
    expect(page.locator("iframe")).to_have_attribute("height", "333")
    page.close()


def test_words_are_copied(browser: Browser, address: str) -> None:
    """The button puts the snippet on the clipboard and says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/en/charts/doubling.html")
    section = page.locator("#embed")
    button = section.locator("[data-copy]").first
    expect(button).to_have_text("Copy")
    button.click()
    expect(button).to_have_text("Copied")
    assert (
        page.evaluate("navigator.clipboard.readText()")
        == section.locator("code").first.inner_text()
    )
    context.close()


def test_picture_is_copied(browser: Browser, address: str) -> None:
    """The button puts the chart's PNG on the clipboard, as large as the file."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/en/charts/doubling.html")
    button = page.locator("[data-copy-image]")
    expect(button).to_have_text("Copy image")
    button.click()
    expect(button).to_have_text("Copied")
    width = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const bitmap = await createImageBitmap(await item.getType("image/png"));
          return bitmap.width;
        }"""
    )
    assert width == 1536
    context.close()
