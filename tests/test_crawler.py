"""Every number a reader sees can be traced: the crawler over every page and language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests import pages
from tests.pages import Element, Read

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[1]
PLANS = {
    "shipped": ROOT / "data",
    "shenzhen": ROOT / "examples/shenzhen-20plus8",
    "three-sectors": ROOT / "tests/plans/three-sectors",
}
UNSEEN = {"script", "style", "title", "desc"}
CARRIERS = {
    *("span", "a", "b", "strong", "em", "small", "svg", "td", "th", "li", "dd", "time"),
    *("h1", "h2", "h3", "h4"),
}
DIGIT = re.compile(r"\d")
pytestmark = pytest.mark.slow


class Site:
    """A built plan, and the forms its facts may take."""

    def __init__(self, data: Path) -> None:
        """Build it."""
        found = settings.find(ROOT, data)
        self.files = pipeline.render(found)
        self.plan = pipeline.read(found)
        rows = json.loads(self.files["data/facts.json"])["facts"]
        self.forms: dict[str, dict[str, list[str]]] = {row["id"]: row["forms"] for row in rows}
        self.codes = self.plan.policy.codes

    def pages(self) -> list[tuple[str, str, Read]]:
        """(path, language, page) of every page."""
        out = []
        for path, data in self.files.items():
            if path.endswith(".html"):
                code = path.partition("/")[0]
                lang = code if code in self.codes else self.codes[0]
                out.append((path, lang, pages.read(data)))
        return out

    def verbatim(self, lang: str) -> re.Pattern[str]:
        """Names and key words that hold digits and stand as printed."""
        words: set[str] = set()
        for record in self.plan.records.values():
            for key in ("name", "short"):
                if (text := record.words(key)) is not None:
                    words |= {said for _, said in text.by}
            words |= set(record.texts("aliases"))
        for fact in self.plan.facts.values():
            words |= {term for cite in fact.ground.citations for term in cite.terms}
        words.add(self.plan.policy.licence)
        words |= set(self.plan.policy.title.by[0]) | {self.plan.policy.title[lang], "5+N", "5+1"}
        found = sorted((w for w in words if DIGIT.search(w) and "[[" not in w), key=len)
        return re.compile("|".join(re.escape(w) for w in reversed(found)) or "(?!)")


@pytest.fixture(scope="module", params=PLANS)
def site(request: pytest.FixtureRequest) -> Site:
    """Each plan in turn."""
    return Site(PLANS[request.param])


SIZE = re.compile(r"\d+(\.\d)? [kM]?B")
"""How large a file is: no number of the plan's."""


def _in_main(element: Element) -> bool:
    above = {e.tag for e in element.up()}
    return "main" in above and not above & UNSEEN


def _nearest(element: Element) -> Element | None:
    return next((e for e in element.up() if e.attrs.get("data-fact")), None)


def _holds(site: Site, carrier: Element, lang: str) -> bool:
    forms = site.forms.get(carrier.attrs["data-fact"], {}).get(lang, [])
    words = _flat(carrier.text)
    return any(_flat(form) in words for form in forms)


def _flat(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _is_file(element: Element, words: str) -> bool:
    """Whether words are the name of the file that they lead to."""
    links = (e.attrs["href"] for e in element.up() if "download" in e.attrs)
    return any(href.rpartition("/")[2] == words.strip() for href in links)


def test_every_number_stands_in_a_fact(site: Site) -> None:
    """In main, words with a digit have as nearest data-fact one whose text holds a form of it."""
    lost = []
    for path, lang, page in site.pages():
        names = site.verbatim(lang)
        for words, element in page.texts:
            if not _in_main(element) or not DIGIT.search(names.sub("", words)):
                continue
            if element.tag == "small" and SIZE.fullmatch(words.strip()):
                continue
            if _is_file(element, words):
                continue
            carrier = _nearest(element)
            if carrier is None or not _holds(site, carrier, lang):
                lost.append((path, words.strip()[:60], carrier and carrier.attrs["data-fact"]))
    assert not lost, f"{len(lost)}: {lost[:12]}"


def test_every_carrier_holds_its_fact(site: Site) -> None:
    """Whatever says it shows a fact holds one of the fact's forms, and is no block of its own."""
    lost = []
    for path, lang, page in site.pages():
        for element in page.elements:
            if not element.attrs.get("data-fact") or not _in_main(element):
                continue
            if element.tag not in CARRIERS or not _holds(site, element, lang):
                lost.append((path, element.tag, element.attrs["data-fact"], element.text[:40]))
    assert not lost, f"{len(lost)}: {lost[:12]}"


def test_every_name_stands_in_its_fact(site: Site) -> None:
    """An item's name standing alone in a heading, list or table is marked as that item's fact."""
    lost = []
    for path, lang, page in site.pages():
        names = {
            _flat(record.name[lang])
            for record in site.plan.records.values()
            if record.file in {*site.plan.sections, "targets", "sources"}
            and record.name is not None
            and record.fact is not None
        }
        for words, element in page.texts:
            above = {e.tag for e in element.up()}
            if _flat(words) not in names or not _in_main(element):
                continue
            is_listed = above & {"h1", "li", "td", "th", "dd"}
            if is_listed and _nearest(element) is None:
                lost.append((path, words.strip()))
    assert not lost, f"{len(lost)}: {lost[:12]}"
