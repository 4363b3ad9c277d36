"""Discovery: what leads programs to the pages, and what pages say of themselves to programs."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
import yaml
from tests import pages
from tests.conftest import Plan
from tests.pages import Read

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.model.when import When
from policy_explorer.views.linked import LEAST, MOST
from policy_explorer.writers import fonts
from policy_explorer.writers.html import dumps
from policy_explorer.writers.later import made
from policy_explorer.writers.pictures import size
from policy_explorer.writers.sitemap import sitemaps, split

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/plan"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
WAY = "{http://www.w3.org/1999/xhtml}link"
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HOSTILE = "</script><script>alert(1)</script><!-- ]> \"' & &amp; {{ 7*7 }}"
UNLISTED = re.compile(r"(\w+/)?(embed/.*|404|search|patterns)\.html")
NEEDED: Mapping[str, tuple[str, ...]] = {
    "BreadcrumbList": ("itemListElement",),
    "CreativeWork": ("name",),
    "DataDownload": ("name", "contentUrl", "encodingFormat"),
    "Dataset": (
        *("name", "description", "url", "license", "creator", "publisher", "version"),
        *("dateModified", "inLanguage", "isAccessibleForFree", "spatialCoverage"),
    ),
    "DefinedTerm": ("name", "description", "url"),
    "DefinedTermSet": ("name", "url", "inLanguage", "hasDefinedTerm"),
    "ListItem": ("position", "name"),
    "Organization": ("name",),
    "Place": ("name",),
    "WebSite": ("name", "url", "description", "inLanguage", "publisher"),
}
"""What schema.org and those who read it ask of each type, or recommend and we know."""
WHOLE = ("temporalCoverage", "distribution", "isBasedOn")
"""What the page of the data says beside that."""
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


def _told(page: Read) -> list[dict[str, Any]]:
    """The things a page says it is, from its JSON-LD."""
    found: list[dict[str, Any]] = []
    for block in page.all("script", type="application/ld+json"):
        whole = json.loads(block.text)
        assert whole["@context"] == "https://schema.org"
        found += whole.get("@graph", [whole])
    return found


def _nodes(told: object) -> Iterator[dict[str, Any]]:
    """Everything in it that has a type."""
    if isinstance(told, list):
        for one in told:
            yield from _nodes(one)
    if isinstance(told, dict):
        if "@type" in told:
            yield told
        yield from _nodes(list(told.values()))


def _of(told: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    (found,) = (node for node in told if node["@type"] == kind)
    return found


def _social(page: Read) -> dict[str, str]:
    return {
        m.attrs["property"]: m.attrs["content"] for m in page.all("meta") if "property" in m.attrs
    }


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


@pytest.mark.slow
def test_what_has_moved_is_not_listed(plan: Plan) -> None:
    """The page under an old id is not in the sitemap, and says that the new one is meant."""
    plan.edit("sectors.yaml", "  - id: rope\n", "  - id: rope\n    was: [cord]\n")
    files = _drafted(replace(plan.settings, site_url=ADDRESS))
    assert f"{ADDRESS}/sectors/rope.html" in _listed(files)
    assert f"{ADDRESS}/sectors/cord.html" not in _listed(files)
    page = _page(files, "zh/sectors/cord.html")
    assert page.all("link", rel="canonical")[0].attrs["href"] == f"{ADDRESS}/zh/sectors/rope.html"
    assert not _told(page)
    assert not _social(page)


# --- feed ---------------------------------------------------------------------------------------


@pytest.mark.slow  # asks for a site of their own, too late for the rule to see it
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
    """Every page but those in frames names the feed of its language, which is there.

    The page of lost addresses names it from the root of the host.
    """
    for path, data in built.items():
        if path.endswith(".html") and "embed/" not in path and "404" not in path:
            (link,) = _read(data).all("link", type="application/atom+xml")
            lang = "en/" if path.startswith("en/") else ""
            up = "../" * (path.removeprefix(lang).count("/"))
            assert link.attrs["href"] == f"{up}feed.xml", path
            assert f"{lang}feed.xml" in built


# --- JSON-LD ------------------------------------------------------------------------------------


@pytest.mark.slow  # asks for a site of their own, too late for the rule to see it
@pytest.mark.parametrize("has_address", [True, False])
def test_every_thing_says_what_is_asked_of_it(
    request: pytest.FixtureRequest, has_address: bool
) -> None:
    """On every page, each thing has what its type needs, and no field is empty."""
    files: Built = request.getfixturevalue("built" if has_address else "bare")
    seen: set[str] = set()
    for path in (path for path in files if path.endswith(".html")):
        for node in _nodes(_told(_page(files, path))):
            kind = node["@type"]
            seen.add(kind)
            assert not [key for key in NEEDED[kind] if key not in node], (path, kind)
            assert not [key for key, value in node.items() if value in ("", [], {}, None)], path
            if kind == "Dataset":
                assert LEAST <= len(node["description"]) <= MOST, path
            if kind == "ListItem" and has_address and "item" in node:
                assert node["item"].startswith(f"{ADDRESS}/"), path
    assert seen == set(NEEDED)


def test_every_address_in_it_leads_to_a_file(bare: Built, built: Built) -> None:
    """What is told by its address is a file of the site; without one, as seen from the page."""
    everything = set(pipeline.draft(settings.find(ROOT)).files)
    keys = ("url", "item", "contentUrl", "@id")
    for files, start in ((built, f"{ADDRESS}/"), (bare, "https://nowhere.example/")):
        for path in (path for path in files if path.endswith(".html")):
            for node in _nodes(_told(_page(files, path))):
                if node["@type"] == "CreativeWork":
                    continue
                for to in (node[key].partition("#")[0] for key in keys if key in node):
                    from_root = urljoin(start + path, to)
                    assert from_root.removeprefix(start) in everything, (path, to)
                    assert files is bare or to.startswith(ADDRESS)


def test_crumbs_are_told(built: Built) -> None:
    """The trail that a page shows is the trail it tells, numbered from home."""
    for path in (address.removeprefix(f"{ADDRESS}/") for address in _listed(built)):
        page = _page(built, path)
        shown = [
            e.text for e in page.all("li") if any(u.attrs.get("class") == "crumbs" for u in e.up())
        ]
        lists = [node for node in _told(page) if node["@type"] == "BreadcrumbList"]
        told = [(n["position"], n["name"]) for x in lists for n in x["itemListElement"]]
        assert told == list(enumerate(shown, 1)), path
        assert all("item" in n for x in lists for n in x["itemListElement"][:-1]), path


@pytest.mark.parametrize("lang", ["", "en/"])
def test_home_is_the_site_and_its_data(built: Built, lang: str) -> None:
    """Home says whose site it is, and that its data are one thing in all languages."""
    told = _told(_page(built, f"{lang}index.html"))
    assert _of(told, "WebSite")["url"] == f"{ADDRESS}/{lang}index.html"
    assert _of(told, "Dataset")["@id"] == f"{ADDRESS}/data.html"
    assert _of(told, "Dataset")["url"] == f"{ADDRESS}/{lang}data.html"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_data_name_their_files(built: Built, site: Site, lang: str) -> None:
    """Every file under data/ but the schemas is named with its type; edition and terms are told."""
    told = _of(_told(_page(built, f"{lang}data.html")), "Dataset")
    assert not [key for key in WHOLE if key not in told]
    files = pipeline.draft(settings.find(ROOT)).files
    wanted = {p for p in files if p.startswith("data/") and not p.startswith("data/schema/")}
    named = {x["contentUrl"].removeprefix(f"{ADDRESS}/") for x in told["distribution"]}
    assert named == wanted
    assert "data/facts.json" in named
    newest = site.items("changes")[0]
    assert told["version"] == newest.word("version")
    assert told["dateModified"] == str(newest.props["date"])
    assert told["license"] == site.policy.licence_url
    assert told["temporalCoverage"] == f"{site.policy.start}/{site.policy.end}"


def test_a_chart_is_a_part_of_the_data(built: Built) -> None:
    """Its page tells of its own files, and of the whole that it belongs to by its id."""
    told = _of(_told(_page(built, "en/charts/doubling.html")), "Dataset")
    whole = _of(_told(_page(built, "en/data.html")), "Dataset")
    assert told["isPartOf"] == {"@id": whole["@id"]}
    named = {x["contentUrl"]: x["encodingFormat"] for x in told["distribution"]}
    assert named[f"{ADDRESS}/en/charts/doubling.csv"] == "text/csv"
    assert all("/en/charts/doubling." in address for address in named)
    assert told["isBasedOn"]


def test_terms_are_told(built: Built, site: Site) -> None:
    """The glossary is told term by term, each with its own place on the page."""
    told = _of(_told(_page(built, "en/glossary.html")), "DefinedTermSet")
    names = [record.name["en"] for record in site.items("glossary") if record.name is not None]
    assert [term["name"] for term in told["hasDefinedTerm"]] == names
    ids = set(_page(built, "en/glossary.html").ids)
    assert {term["url"].partition("#")[2] for term in told["hasDefinedTerm"]} <= ids


def test_what_may_not_be_linked_is_told_without_its_address(plan: Plan) -> None:
    """A source has its address in it where a page may link it, and only there."""
    url = "https://example.org/gazette"
    plan.edit("sources.yaml", "    text: 9\n", f"    text: 9\n    url: {url}\n")
    assert _sources(plan) == [{"@type": "CreativeWork", "name": "The Test Gazette", "url": url}]
    plan.edit("sources.yaml", "    text: 9\n", "    text: 9\n    link_ok: false\n")
    assert _sources(plan) == [{"@type": "CreativeWork", "name": "The Test Gazette"}]


def _sources(plan: Plan) -> object:
    told = _told(_page(_drafted(plan.settings), "data.html"))
    return _of(told, "Dataset")["isBasedOn"]


def test_json_ends_no_script() -> None:
    """The two line ends of Unicode are escaped, and numbers that JSON has not are refused."""
    assert dumps({"a": "x\u2028y\u2029z"}) == '{"a":"x\\u2028y\\u2029z"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps(float("nan"))


# --- hostile words ------------------------------------------------------------------------------


def test_hostile_words_are_words(plan: Plan) -> None:
    """Markup in titles, names and summaries ends no script, no tag and no attribute, anywhere."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    plan.edit("policy.yaml", "en: The Three Sectors Test Plan", f"en: {quoted}")
    plan.edit("policy.yaml", "publisher: {en: The test suite", f"publisher: {{en: {quoted}")
    plan.edit("sectors.yaml", "{en: Glass, ", f"{{en: {quoted}, ")
    plan.edit("changes.yaml", "en: Made up.", f"en: {quoted}")
    files = _drafted(replace(plan.settings, site_url=ADDRESS))
    feed = _xml(files["feed.xml"])
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == HOSTILE
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == HOSTILE
    assert HOSTILE in feed.findtext(f"{ATOM}title", "")
    assert _of(_told(_page(files, "index.html")), "WebSite")["name"] == HOSTILE
    assert _social(_page(files, "index.html"))["og:title"] == HOSTILE
    trail = _of(_told(_page(files, "sectors/glass.html")), "BreadcrumbList")["itemListElement"]
    assert trail[-1]["name"] == HOSTILE
    for path in (path for path in files if path.endswith(".html")):
        block = re.search(rb'<script type="application/ld\+json">(.*?)</script>', files[path])
        assert block is None or not re.search(rb"[<>&\n]", block[1]), path


# --- what is shown where a page is shared -------------------------------------------------------


def test_every_page_can_be_shared(built: Built) -> None:
    """Every page worth finding has its words, its address, its languages, and a picture."""
    for address in _listed(built):
        path = address.removeprefix(f"{ADDRESS}/")
        page = _page(built, path)
        told, is_english = _social(page), path.startswith("en/")
        assert told["og:url"] == address
        assert told["og:title"]
        assert told["og:description"] == page.all("meta", name="description")[0].attrs["content"]
        assert told["og:type"] == (
            "website" if path in {"index.html", "en/index.html"} else "article"
        )
        locales = ("en_US", "zh_CN") if is_english else ("zh_CN", "en_US")
        assert (told["og:locale"], told["og:locale:alternate"]) == locales
        (card,) = page.all("meta", name="twitter:card")
        assert card.attrs["content"] == ("summary_large_image" if "og:image" in told else "summary")


@pytest.mark.slow
def test_pictures_are_there() -> None:
    """The picture a page names is a file, of the size it says, with words for what is on it."""
    if not fonts.find(["zh-CN", "en"]):
        pytest.skip("this machine has no font for pictures")
    files = pipeline.render(settings.find(ROOT, site_url=ADDRESS))
    named = set()
    for path in (path for path in files if path.endswith(".html")):
        told = _social(_page(files, path))
        if not told:
            continue
        picture = told["og:image"].removeprefix(f"{ADDRESS}/")
        named.add(picture)
        width, height = size(files[picture])
        assert (told["og:image:width"], told["og:image:height"]) == (str(width), str(height)), path
        assert told["og:image:type"] == "image/png"
        assert told["og:image:alt"]
    assert {"card.png", "en/card.png", "charts/doubling.png"} <= named
    assert size(files["card.png"]) == size(files["en/card.png"]) == (1200, 630)
    shown = _social(_page(files, "en/targets/output-doubling.html"))["og:image"]
    assert shown == f"{ADDRESS}/en/charts/doubling.png"


def test_no_address_no_picture(bare: Built) -> None:
    """A picture is named by its address alone: without one there is no card, and no tag."""
    assert not [path for path in pipeline.draft(settings.find(ROOT)).files if "card.png" in path]
    for path in (path for path in bare if path.endswith(".html")):
        told = _social(_page(bare, path))
        assert not [key for key in told if key.startswith(("og:image", "og:url"))], path


def test_no_font_no_picture(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no picture can be made none is named, and the page is shared by its words."""
    monkeypatch.setattr(fonts, "find", lambda _tags: ())
    known = replace(plan.settings, site_url=ADDRESS)
    assert not [path for path in pipeline.draft(known).files if path.endswith(".png")]
    page = _page(_drafted(known), "index.html")
    assert "og:image" not in _social(page)
    assert page.all("meta", name="twitter:card")[0].attrs["content"] == "summary"


# --- CITATION.cff -------------------------------------------------------------------------------


def test_the_citation_is_that_of_the_data(site: Site) -> None:
    """It has what CFF 1.2.0 needs, version and date of the newest change, holder and licence."""
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(told)
    known = {"type", "version", "date-released", "license", "abstract"}
    assert set(told) <= {"cff-version", "message", "title", "authors", *known}
    assert (told["cff-version"], told["type"]) == ("1.2.0", "dataset")
    newest = site.items("changes")[0]
    assert told["version"] == newest.word("version")
    assert str(told["date-released"]) == str(newest.props["date"])
    holder = (ROOT / "LICENSE-DATA").read_text(encoding="utf-8").split("Copyright (c) ")[1]
    assert [{"name": holder.partition("\n")[0].partition(" ")[2]}] == told["authors"]
    assert told["license"] == site.policy.licence.replace(" ", "-", 1).replace(" ", "-")
