"""A browser on a built page, and what goes wrong there meanwhile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler

from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge")
"""What a browser may be called, where the set-up has not named one."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    """Where the browser is: the one that the set-up named, or one of this machine."""
    named = os.environ.get("POLICY_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def opened(path: str) -> Iterator[Browser]:
    """The browser, without a window, until it is no longer needed."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing."""


class Visit:
    """A page being looked at, and what went wrong meanwhile."""

    def __init__(self, browser: Browser, *, width: int = 1280, javascript: bool = True) -> None:
        """Open an empty page."""
        self.page: Page = browser.new_page(
            viewport={"width": width, "height": 800}, java_script_enabled=javascript
        )
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("request", lambda r: self.asked.append(r.url))

    def to(self, address: str) -> Page:
        """Go there."""
        self.page.goto(address)
        return self.page
