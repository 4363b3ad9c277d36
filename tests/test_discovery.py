"""Discovery: what leads programs to the pages, and what pages say of themselves to programs."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests import pages
from tests.conftest import Plan
from tests.pages import Read

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.model.when import When
from policy_explorer.writers.later import made
from policy_explorer.writers.sitemap import sitemaps, split

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/plan"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WAY = "{http://www.w3.org/1999/xhtml}link"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNLISTED = re.compile(r"(\w+/)?(embed/.*|404|search|patterns)\.html")
Built = dict[str, bytes]


def _drafted(known: settings.Settings) -> Built:
    """Pages and signs of a site without the pictures that they name."""
    files = pipeline.draft(known).files
    wanted = (path for path in files if path.endswith((".html", ".xml", ".txt", "facts.json")))
    return {path: made(files[path]) for path in wanted}


@pytest.fixture(scope="module")
def built() -> Built:
    """The shipped site with an address."""
    return _drafted(settings.find(ROOT, site_url=ADDRESS))


@pytest.fixture(scope="module")
def bare() -> Built:
    """The shipped site without one."""
    return _drafted(settings.find(ROOT))


@pytest.fixture(scope="module")
def site() -> Site:
    """The shipped plan, linked."""
    return pipeline.read(settings.find(ROOT))


def _xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 -- our own file


_read = cache(pages.read)


def _page(files: Built, path: str) -> Read:
    return _read(files[path])


def _listed(files: Built) -> dict[str, dict[str, str]]:
    """Address -> tag -> address of the twin, of every entry of the sitemap."""
    entries = _xml(files["sitemap.xml"]).iter(f"{MAP}url")
    return {
        entry.findtext(f"{MAP}loc", ""): {
            way.attrib["hreflang"]: way.attrib["href"] for way in entry.iter(WAY)
        }
        for entry in entries
    }


def _alternates(page: Read) -> dict[str, str]:
    links = page.all("link", rel="alternate")
    return {x.attrs["hreflang"]: x.attrs["href"] for x in links if "hreflang" in x.attrs}


# --- sitemap, robots ----------------------------------------------------------------------------


def test_the_sitemap_has_every_page_worth_finding(built: Built) -> None:
    """Every page in every language, once; not what stands in frames, nor search, nor 404."""
    pages_of = {path for path in built if path.endswith(".html") and not UNLISTED.fullmatch(path)}
    assert set(_listed(built)) == {f"{ADDRESS}/{path}" for path in pages_of}
    assert built["sitemap.xml"].count(b"<loc>") == len(pages_of) > 100


def test_the_sitemap_says_what_pages_say(built: Built) -> None:
    """Its entry for a page has the page's own canonical address and the same twins."""
    for address, ways in _listed(built).items():
        page = _page(built, address.removeprefix(f"{ADDRESS}/"))
        assert page.all("link", rel="canonical")[0].attrs["href"] == address
        assert _alternates(page) == ways


def test_twins_name_each_other(built: Built) -> None:
    """An entry names itself and every twin, each twin names the same; x-default is the first."""
    listed = _listed(built)
    for address, ways in listed.items():
        assert set(ways) == {"zh-CN", "en", "x-default"}
        assert address in ways.values()
        assert ways["x-default"] == ways["zh-CN"]
        assert all(listed[twin] == ways for twin in ways.values())


def test_a_page_changed_with_the_data(built: Built, site: Site) -> None:
    """The date of an entry is that of the newest change, which each page names at its foot."""
    entries = _xml(built["sitemap.xml"]).iter(f"{MAP}lastmod")
    assert {entry.text for entry in entries} == {str(site.items("changes")[0].props["date"])}


def test_a_date_that_is_no_day_is_left_out() -> None:
    """A quarter has no form in a sitemap, so no entry says when it changed."""
    twins = (("en", "https://example.org/index.html"),)
    assert b"lastmod" not in made(
        sitemaps([twins], "https://example.org", When(2024, 3, 0, "Q"))["sitemap.xml"]
    )


def test_a_large_sitemap_is_split() -> None:
    """Too many pages or bytes for one file: several, and an index under the known name."""
    rows = [(("en", f"{ADDRESS}/{n}.html"), ("zh", f"{ADDRESS}/zh/{n}.html")) for n in range(5)]
    for limit in ((4, 10_000), (50, 2_000)):
        files = {
            path: made(file) for path, file in sitemaps(rows, ADDRESS, When(2024), limit).items()
        }
        index = _xml(files.pop("sitemap.xml"))
        named = [loc.text for loc in index.iter(f"{MAP}loc")]
        assert index.tag == f"{MAP}sitemapindex"
        assert named == [f"{ADDRESS}/{path}" for path in files]
        found = [loc.text for part in files.values() for loc in _xml(part).iter(f"{MAP}loc")]
        assert found == [to for row in rows for _, to in row]
        assert all(part.count(b"<url>") <= limit[0] for part in files.values())
        assert all(len(part) <= limit[1] for part in files.values())
        assert len(files) > 1


def test_nothing_to_list_is_one_file() -> None:
    """No rows make one empty part; a row larger than a file stands alone."""
    assert list(split([], 2, 1000)) == [[]]
    assert list(split(["a" * 900, "b"], 2, 500)) == [["a" * 900], ["b"]]


def test_addresses_are_escaped() -> None:
    """What ends an attribute in XML does not end one here."""
    twins = (("en", "https://example.org/a?b&c=\"'<"),)
    files = sitemaps([twins], "https://example.org", When(2024))
    entry = next(_xml(made(files["sitemap.xml"])).iter(WAY))
    assert entry.attrib["href"] == twins[0][1]


def test_robots_may_read_all(built: Built) -> None:
    """Nothing is forbidden, no path is named, and the sitemap is there to be found."""
    lines = built["robots.txt"].decode().split("\n")
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {ADDRESS}/sitemap.xml", ""]


def test_without_an_address_there_is_no_sitemap(bare: Built) -> None:
    """A sitemap cannot name pages by their way, so there is none, and robots.txt names none."""
    assert not [path for path in bare if "sitemap" in path]
    assert bare["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_what_has_moved_is_not_listed(plan: Plan) -> None:
    """The page under an old id is not in the sitemap, and says that the new one is meant."""
    plan.edit("sectors.yaml", "  - id: rope\n", "  - id: rope\n    was: [cord]\n")
    files = _drafted(replace(plan.settings, site_url=ADDRESS))
    assert f"{ADDRESS}/sectors/rope.html" in _listed(files)
    assert f"{ADDRESS}/sectors/cord.html" not in _listed(files)
    page = _page(files, "zh/sectors/cord.html")
    assert page.all("link", rel="canonical")[0].attrs["href"] == f"{ADDRESS}/zh/sectors/rope.html"


# --- feed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "tag"), [("feed.xml", "zh-CN"), ("en/feed.xml", "en")])
@pytest.mark.parametrize("has_address", [True, False])
def test_the_feed_is_whole(
    request: pytest.FixtureRequest, path: str, tag: str, has_address: bool
) -> None:
    """What RFC 4287 asks of a feed and its entries is there, once each, with an address or not."""
    files: Built = request.getfixturevalue("built" if has_address else "bare")
    feed = _xml(files[path])
    assert feed.tag == f"{ATOM}feed"
    assert feed.attrib[LANG] == tag
    for one in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert [bool(child.text) for child in one.findall(f"{ATOM}{name}")] == [True]
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        uuid.UUID(one.findtext(f"{ATOM}id", "").removeprefix("urn:uuid:"))
        told = datetime.fromisoformat(one.findtext(f"{ATOM}updated", ""))
        assert told.utcoffset() is not None
        (link,) = (x for x in one.findall(f"{ATOM}link") if x.attrib["rel"] == "alternate")
        page = path.replace("feed.xml", "changes.html")
        assert link.attrib["href"] == (f"{ADDRESS}/{page}" if has_address else "changes.html")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}rights")
    own = [x.attrib["href"] for x in feed.findall(f"{ATOM}link") if x.attrib["rel"] == "self"]
    assert own == ([f"{ADDRESS}/{path}"] if has_address else [])


def test_the_feed_has_every_version(plan: Plan) -> None:
    """Entries are the versions, the newest first; its date is the feed's; ids are all different."""
    more = """\
        items:
          - version: 0.3.0
            date: 2025-03
            summary: {en: Third., zh: 三。}
          - version: 0.2.0
            date: 2025-02-01
            summary: {en: Second., zh: 二。}
          - version: 0.1.0
            date: 2025-01-31
            summary: {en: Made up., zh: 虚构完成。}
        """
    feeds = [
        _xml(files[path])
        for files in (_drafted(plan.write({"changes.yaml": more}).settings),)
        for path in ("feed.xml", "zh/feed.xml")
    ]
    first = [
        (
            one.findtext(f"{ATOM}title"),
            one.findtext(f"{ATOM}updated"),
            one.findtext(f"{ATOM}summary"),
        )
        for one in feeds[0].iter(f"{ATOM}entry")
    ]
    assert first == [
        ("Data 0.3.0", "2025-03-31T00:00:00Z", "Third."),
        ("Data 0.2.0", "2025-02-01T00:00:00Z", "Second."),
        ("Data 0.1.0", "2025-01-31T00:00:00Z", "Made up."),
    ]
    assert feeds[0].findtext(f"{ATOM}updated") == "2025-03-31T00:00:00Z"
    ids = [one.text for feed in feeds for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 8


def test_ids_of_the_feed_hold(plan: Plan, built: Built, bare: Built) -> None:
    """They stay when the site moves and when words change: readers are shown nothing twice."""
    ids = re.compile(rb"<id>[^<]+</id>")
    assert ids.findall(built["feed.xml"]) == ids.findall(bare["feed.xml"])
    before = _drafted(plan.settings)["feed.xml"]
    plan.edit("changes.yaml", "en: Made up.", "en: Made up for tests.")
    after = _drafted(plan.settings)["feed.xml"]
    assert before != after
    assert ids.findall(before) == ids.findall(after)
    assert ids.findall(before)[0] == b"<id>urn:uuid:0d84c6a0-0b53-5c85-b082-41cbeb52f41f</id>"


def test_pages_lead_to_the_feed(built: Built) -> None:
    """Every page but those in frames names the feed of its language, which is there."""
    for path, data in built.items():
        if path.endswith(".html") and "embed/" not in path:
            (link,) = _read(data).all("link", type="application/atom+xml")
            lang = "en/" if path.startswith("en/") else ""
            up = "../" * (path.removeprefix(lang).count("/"))
            assert link.attrs["href"] == f"{up}feed.xml", path
            assert f"{lang}feed.xml" in built
