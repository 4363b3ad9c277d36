"""Pictures of every kind of page, to be looked at before anything is called finished.

A page is taken whole in each language at three widths, light and dark, and as it is printed.
One sheet for each kind shows the tops of all its pictures side by side.
"""

from __future__ import annotations

import argparse
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize
from tests.bench.served import served
from tests.kinds import KINDS, LANGS
from tests.visits import executable, opened

from policy_explorer import pipeline, settings

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ((360, 740), (768, 1024), (1280, 800))
PAPER = (680, 994)
"""The text of an A4 sheet in px."""
THEMES = ("light", "dark")
TOP, SCALE = 1500, 0.5
"""How much of a picture a sheet shows, in px of the page, and how small."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: language ('' for the default one), window, theme; print on paper."""

    language: str
    size: tuple[int, int]
    theme: str

    @property
    def name(self) -> str:
        """Part of a file's name: `en-360-dark`."""
        return f"{self.language.strip('/') or 'default'}-{self.size[0]}-{self.theme}"


def looks() -> Iterator[Look]:
    """Every way to look at a page."""
    for language in LANGS:
        for size in SCREENS:
            yield from (Look(language, size, theme) for theme in THEMES)
        yield Look(language, PAPER, "print")


def main(argv: Sequence[str]) -> int:
    """Take the pictures of the kinds named, or of all; the folder is said at the end."""
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], metavar="KIND", help="…")
    parser.add_argument("--output", type=Path, default=ROOT / ".cache/looks", metavar="DIR")
    options = parser.parse_args(argv)
    path = executable()
    if path is None:
        parser.error("no browser here; POLICY_CHROMIUM may name one")
    options.output.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        pipeline.publish(settings.find(ROOT), Path(name))
        with served(Path(name)) as address, opened(path) as browser:
            for kind in options.kinds or KINDS:
                taken = [(look, _take(browser, address, kind, look)) for look in looks()]
                _keep(browser, options.output, kind, taken)
    sys.stdout.write(f"{options.output}\n")
    return 0


def _take(browser: Browser, address: str, kind: str, look: Look) -> bytes:
    """A PNG of the whole page."""
    page = browser.new_page(viewport=ViewportSize(width=look.size[0], height=look.size[1]))
    try:
        if look.theme == "print":
            page.emulate_media(media="print")
        else:
            page.emulate_media(color_scheme="dark" if look.theme == "dark" else "light")
        page.goto(f"{address}/{look.language}{KINDS[kind]}")
        return page.screenshot(full_page=True, animations="disabled")
    finally:
        page.close()


def _keep(browser: Browser, folder: Path, kind: str, taken: list[tuple[Look, bytes]]) -> None:
    """Write the pictures of a kind, and its sheet."""
    for look, png in taken:
        (folder / f"{kind}-{look.name}.png").write_bytes(png)
    page = browser.new_page(viewport=ViewportSize(width=2400, height=900))
    page.set_content("".join(_cell(look, png) for look, png in taken))
    page.screenshot(path=folder / f"sheet-{kind}.png", full_page=True)
    page.close()


def _cell(look: Look, png: bytes) -> str:
    style = f"inline-size:{look.size[0] * SCALE}px;block-size:{TOP * SCALE}px"
    image = f"data:image/png;base64,{b64encode(png).decode()}"
    return (
        f"<figure style='display:inline-block;margin:6px'><figcaption>{look.name}</figcaption>"
        f"<img src='{image}' style='{style};object-fit:cover;object-position:left top'></figure>"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
