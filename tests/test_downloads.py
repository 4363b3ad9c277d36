"""What a chart is taken away as: every file there, in every language, with the same numbers."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.pages import read

from policy_explorer import pipeline, settings
from policy_explorer.views.citing import bibtex
from policy_explorer.views.take import FORMATS
from policy_explorer.writers import fonts
from policy_explorer.writers.pictures import Studio, dotted, size
from policy_explorer.writers.tables import harmless

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/plan"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The shipped site with an address, built."""
    return pipeline.render(settings.find(ROOT, site_url=ADDRESS))


@pytest.fixture(scope="module")
def charts(files: dict[str, bytes]) -> list[str]:
    """Every chart in every language, as the path of its files without a suffix."""
    pages = [p for p in files if "/charts/" in f"/{p}" and p.endswith(".html")]
    return [p.removesuffix(".html") for p in pages if not p.endswith("/index.html")]


def _told(files: dict[str, bytes], chart: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[f"{chart}.metadata.json"])
    return found


def _cells(files: dict[str, bytes], chart: str) -> list[list[str]]:
    """The table as the metadata have it."""
    return [[cell["text"] for cell in row] for row in _told(files, chart)["rows"]]


def _sheet(book: bytes, n: int) -> list[list[str]]:
    """The cells of a workbook's sheet, as words."""
    with zipfile.ZipFile(io.BytesIO(book)) as box:
        strings = ET.fromstring(box.read("xl/sharedStrings.xml"))  # noqa: S314 -- our own file
        sheet = ET.fromstring(box.read(f"xl/worksheets/sheet{n}.xml"))  # noqa: S314 -- our own drawing
    shared = ["".join(t.text or "" for t in si.iter(f"{SHEET}t")) for si in strings]
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = []
        for cell in row:
            value = cell.find(f"{SHEET}v")
            words = value.text or "" if value is not None else ""
            cells.append(shared[int(words)] if cell.get("t") == "s" else words)
        rows.append(cells)
    return rows


def test_every_file_is_there(files: dict[str, bytes], charts: list[str]) -> None:
    """Each chart in each language has every format, its frame, and what oEmbed asks for."""
    assert len(charts) >= 2 * 10
    for chart in charts:
        missing = [key for key in (*FORMATS, "oembed.json") if f"{chart}.{key}" not in files]
        assert missing == [], chart
        assert chart.replace("charts/", "embed/") + ".html" in files


def test_both_csv_hold_the_table(files: dict[str, bytes], charts: list[str]) -> None:
    """The CSV begins with the table's columns and values; the one for Excel has a mark before."""
    for chart in charts:
        plain, marked = files[f"{chart}.csv"], files[f"{chart}.excel.csv"]
        assert marked == b"\xef\xbb\xbf" + plain
        head, *rows = csv.reader(io.StringIO(plain.decode()))
        columns = _told(files, chart)["columns"]
        assert head[: len(columns)] == columns
        cells = [[harmless(cell) for cell in row] for row in _cells(files, chart)]
        assert [row[: len(columns)] for row in rows] == cells


def test_workbook_holds_the_table_and_its_sources(
    files: dict[str, bytes], charts: list[str]
) -> None:
    """The first sheet is the table, numbers as numbers; the second names each fact's source."""
    for chart in charts:
        head, *rows = _sheet(files[f"{chart}.xlsx"], 1)
        columns = _told(files, chart)["columns"]
        assert head[: len(columns)] == columns
        found = [row[: len(columns)] for row in rows]
        for row, cells in zip(found, _cells(files, chart), strict=True):
            assert [_number(cell) for cell in row] == [_number(cell) for cell in cells]
        facts = {row[0] for row in _sheet(files[f"{chart}.xlsx"], 2)[1:] if row}
        assert {fact["id"] for fact in _told(files, chart)["facts"]} <= facts


def _number(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell


def test_figure_is_a_figure(files: dict[str, bytes], charts: list[str]) -> None:
    """The JSON is what Plotly draws, and says what it is and where it comes from."""
    import plotly.io as pio  # noqa: PLC0415 -- takes longer than this test

    for chart in charts:
        figure = pio.from_json(files[f"{chart}.json"].decode())
        told = _told(files, chart)
        assert figure.layout.meta["title"] == told["title"]
        assert figure.layout.meta["credit"] == tuple(told["credit"]) or list(
            figure.layout.meta["credit"]
        ) == list(told["credit"])


def test_picture_stands_alone(files: dict[str, bytes], charts: list[str]) -> None:
    """The SVG holds finding, source and address as words, and nothing it would have to load."""
    for chart in charts:
        svg = files[f"{chart}.svg"].decode()
        tree = ET.fromstring(svg)  # noqa: S314 -- our own file
        said = "".join("".join(t.itertext()) for t in tree.iter() if t.tag.endswith("}text"))
        told = _told(files, chart)
        flat = "".join(said.split())
        assert "".join(told["title"].split()) in flat
        assert f"{ADDRESS}/{chart}.html" in flat
        assert "".join(told["credit"][0].split()) in flat
        assert not [w for w in ("class=", "style=", "href", "<script", "<image") if w in svg]


def test_pictures_have_their_sizes(files: dict[str, bytes], charts: list[str]) -> None:
    """The PNG for Word is 300 dpi and at most 15 cm wide; the one for phones 1080 px."""
    for chart in charts:
        word, phone = files[f"{chart}.png"], files[f"{chart}.wechat.png"]
        assert word[37:41] == b"pHYs"
        per_metre = int.from_bytes(word[41:45])
        assert round(per_metre * 0.0254) == 300
        assert 0.12 < size(word)[0] / per_metre <= 0.15
        assert size(phone)[0] == 1080


def test_archive_holds_the_files(files: dict[str, bytes], charts: list[str]) -> None:
    """The ZIP holds every other file as it is, their digests, and a README that names them."""
    for chart in charts:
        with zipfile.ZipFile(io.BytesIO(files[f"{chart}.zip"])) as box:
            held = {name: box.read(name) for name in box.namelist()}
        readme, listed = held["README.txt"].decode(), held.pop("SHA256SUMS").decode()
        assert dict(line.split("  ")[::-1] for line in listed.splitlines()) == {
            name: hashlib.sha256(data).hexdigest() for name, data in held.items()
        }
        held.pop("README.txt")
        own = {key: files[f"{chart}.{key}"] for key in FORMATS if key != "zip"}
        assert sorted(held.values()) == sorted(own.values())
        assert all(name in readme for name in (*held, "SHA256SUMS"))
        assert "@misc{" in readme


def test_metadata_know_the_other_files(files: dict[str, bytes], charts: list[str]) -> None:
    """They name the version of the data, and size and digest of every file beside them."""
    version = json.loads(files["data/facts.json"])["data_version"]
    for chart in charts:
        told = _told(files, chart)
        assert told["data_version"] == version
        assert json.loads(files[f"{chart}.json"])["layout"]["meta"]["data_version"] == version
        beside = {key: files[f"{chart}.{key}"] for key in FORMATS}
        assert told["files"] == {
            key: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for key, data in beside.items()
            if key not in ("metadata.json", "zip")
        }


def test_all_charts_in_one_archive(files: dict[str, bytes], charts: list[str]) -> None:
    """One ZIP holds the pictures and data of every chart in a folder for each language."""
    with zipfile.ZipFile(io.BytesIO(files["data/charts.zip"])) as box:
        names = box.namelist()
    folders = {tuple(name.split("/")[:2]) for name in names}
    ids = {chart.rpartition("/")[2] for chart in charts}
    assert folders == {(lang, name) for lang in ("zh", "en") for name in ids}
    assert len(names) == len(set(names)) == len(folders) * (len(FORMATS) + 1)


def test_panel_tells_true_sizes(files: dict[str, bytes], charts: list[str]) -> None:
    """Each link of the panel leads to a file that is there, and says its size in kB."""
    for chart in charts:
        page = read(files[f"{chart}.html"])
        for link in page.all("a"):
            if "download" in link.attrs:
                path = f"{chart.rpartition('/')[0]}/{link.attrs['href']}"
                kilobytes = max(1, round(len(files[path]) / 1000))
                assert f"{kilobytes} kB" in link.text, path


def test_oembed_frames_the_chart(files: dict[str, bytes], charts: list[str]) -> None:
    """The page leads to its oEmbed answer, which frames the chart's embed and shows its picture."""
    for chart in charts:
        told = json.loads(files[f"{chart}.oembed.json"])
        (link,) = read(files[f"{chart}.html"]).all("link", type="application/json+oembed")
        assert link.attrs["href"] == f"{ADDRESS}/{chart}.oembed.json"
        frame = f'src="{ADDRESS}/{chart.replace("charts/", "embed/")}.html"'
        assert frame in told["html"]
        assert (told["version"], told["type"]) == ("1.0", "rich")
        width, height = size(files[f"{chart}.png"])
        assert (told["thumbnail_width"], told["thumbnail_height"]) == (width, height)


def test_two_builds_give_the_same_files(files: dict[str, bytes], charts: list[str]) -> None:
    """Nothing kept from before, the same bytes again: pictures, workbooks, archives."""
    again = settings.find(ROOT, site_url=ADDRESS)
    bare = type(again)(**{**_fields(again), "cache": None})
    made = pipeline.render(bare)
    paths = [f"{chart}.{key}" for chart in charts for key in FORMATS]
    assert [path for path in (*paths, "data/charts.zip") if made[path] != files[path]] == []


def _fields(found: settings.Settings) -> dict[str, Any]:
    return {name: getattr(found, name) for name in found.__slots__}


def test_without_a_font_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """No font, no PNG: the files are left out, the page says how to get one, no link breaks."""
    monkeypatch.setattr(fonts, "find", lambda _tags: ())
    made = pipeline.render(settings.find(ROOT))
    assert not [path for path in made if path.endswith(".png")]
    assert "charts/doubling.svg" in made
    page = made["en/charts/doubling.html"].decode()
    assert "fonts-noto-cjk" in page
    assert "data-copy-image" not in page
    with zipfile.ZipFile(io.BytesIO(made["charts/doubling.zip"])) as box:
        assert not [name for name in box.namelist() if name.endswith(".png")]


def test_without_an_address_nothing_pretends_to_one() -> None:
    """No oEmbed, no code in the picture; the panel says what to put before its addresses."""
    made = pipeline.render(settings.find(ROOT))
    assert not [path for path in made if path.endswith(".oembed.json")]
    assert b"oembed" not in made["charts/doubling.html"]
    assert b"https://example" not in made["charts/doubling.svg"]
    assert "has no address yet" in made["en/charts/doubling.html"].decode()


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@sum", "\t=1", " =1", "%0A"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would run begins with a quote instead."""
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-3.5", "100", "≥ 200", "未载明", ""])
def test_plain_cells_stay_plain(cell: str) -> None:
    """Numbers, also negative ones, and words are left as they are."""
    assert harmless(cell) == cell


def test_a_font_is_found_by_name(tmp_path: Path) -> None:
    """Chinese needs one of the Han families; other scripts take a Latin one where there is none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/DejaVuSans.ttf").write_bytes(b"x")
    assert fonts.find(["zh-CN", "en"], [tmp_path]) == ()
    assert [p.name for p in fonts.find(["en"], [tmp_path])] == ["DejaVuSans.ttf"]
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"x")
    assert [p.name for p in fonts.find(["zh"], [tmp_path])] == ["NotoSansCJK-Regular.ttc"]


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    """The same SVG with the same fonts is taken from the folder; another is drawn anew."""
    studio = Studio((), tmp_path)
    box = 'width="4" height="4"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {box}><rect {box}/></svg>'
    first = studio.png(svg, 2, 300)
    (kept,) = tmp_path.glob("*.png")
    kept.write_bytes(dotted(first[:33] + first[54:], 300))
    stamp = kept.stat().st_mtime_ns
    assert studio.png(svg, 2, 300) == kept.read_bytes()
    studio.png(svg, 3, 300)
    assert len(list(tmp_path.glob("*.png"))) == 2
    assert kept.stat().st_mtime_ns == stamp


def test_bibtex_keeps_a_publisher_whole() -> None:
    """A publisher is one name, whatever signs it has; the note leaves its end to the style."""
    parts = dict.fromkeys(("title", "site", "year", "url", "version"), "x")
    more = {"id": "targets/a.at_least", "publisher": "A {B} and C", "ground": "After D. "}
    entry = bibtex(parts | more)
    assert r'author = "{A \{B\} and C}",' in entry
    assert r"note = {targets/a.at\_least, data version x. After D}," in entry
