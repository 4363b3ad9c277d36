"""A phone on a slow line: a real browser, held back on purpose, and what a page costs there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page, ViewportSize, sync_playwright
from tests.bench.bench import NotMeasured
from tests.visits import FLAGS

Event = dict[str, Any]
"""What the browser tells, as the protocol of its developer tools has it."""
PROBE = Path(__file__).with_name("probe.js")
DOWN, UP, LATENCY, CPU = 1_600_000, 750_000, 150, 4
"""Slow 4G as Lighthouse has it, in bit/s and ms, and how many times slower the processor is."""
SCREEN = ViewportSize(width=390, height=844)
TERMS = {
    "line": f"{DOWN / 1e6} Mbit/s down, {UP / 1e6} Mbit/s up, {LATENCY} ms",
    "processor": f"{CPU} times slower",
    "screen": f"{SCREEN['width']} x {SCREEN['height']} px",
    "cache": "off",
}
PATIENCE = 120.0
PAUSE, QUIET = 100, 500
"""ms between two looks at what was noted; ms after which a page that shows all is at rest."""


class Traffic:
    """What went over the line for one page; `failed` names what did not arrive whole."""

    def __init__(self, line: CDPSession) -> None:
        """Listen from now on."""
        self.bytes = 0
        self.requests = 0
        self.failed: list[str] = []
        self._open: dict[str, str] = {}
        line.on("Network.requestWillBeSent", self._sent)
        line.on("Network.responseReceived", self._answered)
        line.on("Network.loadingFinished", self._finished)
        line.on("Network.loadingFailed", self._failed)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is on its way."""
        return not self._open

    def _sent(self, event: Event) -> None:
        url = event["request"]["url"]
        if _is_asked_for(url):
            self.requests += 1
            self._open[event["requestId"]] = url

    def _answered(self, event: Event) -> None:
        status, url = event["response"]["status"], self._open.get(event["requestId"])
        if url and status >= HTTPStatus.BAD_REQUEST:
            self.failed.append(f"{status} {url}")

    def _finished(self, event: Event) -> None:
        if self._open.pop(event["requestId"], None):
            self.bytes += int(event["encodedDataLength"])

    def _failed(self, event: Event) -> None:
        if url := self._open.pop(event["requestId"], None):
            self.failed.append(f"{event['errorText']} {url}")


def _is_asked_for(url: str) -> bool:
    """Whether a page asks for this itself: not what it holds, not the icon browsers look for."""
    return url.startswith("http") and not url.endswith("/favicon.ico")


class Phone:
    """A page on the phone, and what was seen and sent meanwhile."""

    def __init__(self, page: Page, line: CDPSession) -> None:
        """Watch a page that has not been asked for yet."""
        self.page = page
        self.traffic = Traffic(line)

    def wait(self, name: str) -> Mapping[str, float]:
        """Wait until the probe has noted `name` and the page is at rest; everything noted then."""
        late = monotonic() + PATIENCE
        while monotonic() < late:
            seen: dict[str, float] = self.page.evaluate("window.seen")
            if name in seen and self.traffic.is_quiet:
                return self._at_rest()
            self.page.wait_for_timeout(PAUSE)
        raise NotMeasured(f"{self.page.url}: not {name} within {PATIENCE:.0f} s")

    def _at_rest(self) -> Mapping[str, float]:
        self.page.wait_for_timeout(QUIET)
        if self.traffic.failed:
            raise NotMeasured(f"{self.page.url}: {', '.join(self.traffic.failed)}")
        seen: dict[str, float] = self.page.evaluate("window.seen")
        return seen


@contextmanager
def started() -> Iterator[Browser]:
    """The browser that the set-up found; what goes wrong in it is raised as `NotMeasured`."""
    try:
        with sync_playwright() as p:
            path = os.environ.get("POLICY_CHROMIUM")
            browser = p.chromium.launch(executable_path=path, args=list(FLAGS))
            yield browser
            browser.close()
    except Error as error:
        raise NotMeasured(str(error)) from error


@contextmanager
def visit(browser: Browser, address: str, look: Mapping[str, str]) -> Iterator[Phone]:
    """A page that was just opened on a phone that never saw it; `look` as in probe.js."""
    with browser.new_context(viewport=SCREEN) as context:
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        page.add_init_script(f"({PROBE.read_text(encoding='utf-8')})({json.dumps(dict(look))})")
        line = context.new_cdp_session(page)
        _hold_back(line)
        phone = Phone(page, line)
        page.goto(address)
        yield phone


def _hold_back(line: CDPSession) -> None:
    slow = {"downloadThroughput": DOWN / 8, "uploadThroughput": UP / 8, "latency": LATENCY}
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    line.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
