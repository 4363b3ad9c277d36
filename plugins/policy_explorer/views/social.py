"""What other sites show where a page is shared: words, and a picture of its own or the card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from policy_explorer.views.desk import Desk, Page
from policy_explorer.views.exports import Export
from policy_explorer.views.figures import Hung
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Social
from policy_explorer.views.take import Weight

LOCALES = {
    "de": "de_DE",
    "en": "en_US",
    "es": "es_ES",
    "fr": "fr_FR",
    "ja": "ja_JP",
    "ko": "ko_KR",
    "pt": "pt_BR",
    "ru": "ru_RU",
    "zh": "zh_CN",
}
"""Open Graph names no language without a country: what it takes for one whose tag has none."""
REGION = 2


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its path from the site's root, and what is to be seen on it."""

    path: str
    words: str


def social(desk: Desk, page: Page) -> Social:
    """What is shown of a page; a picture only where the site has an address to name it by."""
    at = desk.lens.at(page.frame.path)
    shot = _shot(desk, at, page) if at.urls.site_url else None
    pairs = (*_words(at, page), *(_picture(desk, shot) if shot is not None else ()))
    form = "summary_large_image" if shot is not None else "summary"
    return Social(tuple((key, words) for key, words in pairs if words), form)


def _words(at: Lens, page: Page) -> Iterator[tuple[str, str]]:
    frame = page.frame
    yield "og:site_name", frame.site_title
    yield "og:title", frame.crumbs[-1].text if frame.crumbs else frame.title
    yield "og:description", frame.description
    yield "og:type", "website" if frame.kind == "home" else "article"
    yield "og:url", frame.canonical
    yield "og:locale", locale(at.tag)
    for language in at.site.policy.languages:
        if language.code != at.lang:
            yield "og:locale:alternate", locale(language.tag)


def locale(tag: str) -> str:
    """A language as Open Graph has it; '' where no country goes with it.

    >>> [locale(tag) for tag in ("zh-Hant-HK", "en", "gsw")]
    ['zh_HK', 'en_US', '']
    """
    language, *more = tag.split("-")
    country = next((part.upper() for part in more if len(part) == REGION and part.isalpha()), "")
    return f"{language.lower()}_{country}" if country else LOCALES.get(language.lower(), "")


def _shot(desk: Desk, at: Lens, page: Page) -> Shot | None:
    """The page's own chart, else the card; None while no picture can be made."""
    hung = _hung(desk, at, page.frame.kind)
    policy = at.site.policy
    if hung is not None:
        found = Shot(Export(at, hung).path("png"), hung.chart.description)
    else:
        words = {"plan": policy.title[at.lang], "sentence": at.flat(policy.sentence)}
        found = Shot(at.urls.card(at.lang), at.words.say("linked.card", **words))
    return found if found.path in desk.weights else None


def _hung(desk: Desk, at: Lens, kind: str) -> Hung | None:
    """The chart that the page is of."""
    name = PurePosixPath(at.path).stem
    if kind == "chart":
        return desk.gallery.charts.get(name)
    drawn = desk.gallery.drawing(at, f"targets/{name}") if kind == "target" else ()
    return next(iter(drawn), None)


def _picture(desk: Desk, shot: Shot) -> Iterator[tuple[str, str]]:
    size = desk.weights.get(shot.path, Weight())
    yield "og:image", desk.lens.urls.absolute(shot.path)
    yield "og:image:type", "image/png"
    yield "og:image:width", str(size.width or "")
    yield "og:image:height", str(size.height or "")
    yield "og:image:alt", shot.words
