"""Addresses: where pages and facts stand, and the way from one page to another."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_explorer.urls import Urls, relative, root

URLS = Urls(("en", "zh"), ("sectors",))
PART = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True)
PAGES = st.lists(PART, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".html")


@given(PAGES, PAGES, st.sampled_from(["", "#x", "#sectors/rope.near"]))
def test_the_way_leads_there(start: str, to: str, anchor: str) -> None:
    """A relative address leads where it should, at the root, in a folder and from a file."""
    way = relative(start, to + anchor)
    for base in ("https://example.org/", "https://example.org/a/plan/", "file:///home/x/site/"):
        assert urljoin(f"{base}{start}", way) == f"{base}{to}{anchor}"


@given(PAGES)
def test_the_way_to_the_root(path: str) -> None:
    """The root is as many steps up as a page has folders above it."""
    assert (
        urljoin(f"https://example.org/{path}", f"{root(path)}x.css") == "https://example.org/x.css"
    )


@pytest.mark.parametrize("site", ["https://example.org", "https://example.org/a/plan"])
@given(PAGES, st.sampled_from(["", "zh/"]))
def test_what_is_missing_leads_on_from_anywhere(site: str, to: str, lang: str) -> None:
    """Where the site has an address, the page of what is missing leads right from any other."""
    urls = Urls(("en", "zh"), ("sectors",), site)
    for shown in ("/404.html", "/zh/a/b/c", "/x"):
        assert urljoin(site + shown, urls.way(f"{lang}404.html", to)) == f"{site}/{to}"
        assert urljoin(site + shown, urls.way(f"{lang}404.html", "")) == f"{site}/"
    assert urls.way("sectors/x404.html", "index.html") == "../index.html"


@given(PAGES)
def test_a_place_on_the_same_page(path: str) -> None:
    """The way to a place on the same page is its anchor alone."""
    assert relative(path, f"{path}#here") == "#here"


@pytest.mark.parametrize(
    ("ref", "lang", "path"),
    [
        ("sectors/rope", "en", "sectors/rope.html"),
        ("sectors/rope", "zh", "zh/sectors/rope.html"),
        ("targets/more", "en", "targets/more.html"),
        ("sources/test-gazette", "zh", "zh/sources/test-gazette.html"),
        ("events/opening", "en", "timeline.html#opening"),
        ("questions/which", "zh", "zh/questions.html#which"),
        ("indicators/output", "en", "facts.html#indicators/output"),
    ],
)
def test_where_an_item_is_shown(ref: str, lang: str, path: str) -> None:
    """An item has a page, a place on one, or else its entry in the ledger."""
    assert URLS.record(ref, lang) == path


def test_only_a_published_site_has_an_address() -> None:
    """Without a site address no page has an absolute one."""
    assert URLS.absolute("index.html") == ""
    there = Urls(("en",), (), "https://example.org/plan")
    assert there.absolute("index.html") == "https://example.org/plan/index.html"


@given(st.text(min_size=1, max_size=20))
def test_a_fact_s_address_is_safe(name: str) -> None:
    """Whatever a fact were called, its address has nothing that ends an attribute or an anchor."""
    anchor = URLS.fact(name, "en").partition("#")[2]
    assert not set(anchor) & set("\"'<>&# \n\\")


@given(PART, st.integers(2, 9))
def test_what_stands_on_later_pages_is_found_there(name: str, number: int) -> None:
    """An item or a line on a later page of its list has that page's address, others the first's."""
    late = {f"events/{name}": number, "sources/paper.4": number}
    urls = Urls(("en", "zh"), ("sectors",), sheets=late)
    assert urls.record(f"events/{name}", "zh") == f"zh/timeline.{number}.html#{name}"
    assert urls.record(f"questions/{name}", "en") == f"questions.html#{name}"
    assert urls.cited("paper", 4, "en") == f"sources/paper.{number}.html#line-4"
    assert urls.cited("paper", 5, "en") == "sources/paper.html#line-5"
    assert urls.cited("paper", 0, "en") == "sources/paper.html"
