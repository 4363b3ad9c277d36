"""The data as others take it: tables that a stranger can read, check and join."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from tests import stress
from tests.conftest import THREE_SECTORS, Plan

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.inputs.values import ID
from policy_explorer.model.fact import Fact, bare
from policy_explorer.model.files import FILES, RESERVED
from policy_explorer.model.text import Text
from policy_explorer.settings import Settings
from policy_explorer.writers import fonts
from policy_explorer.writers.later import made
from policy_explorer.writers.opendata.bundle import drawings
from policy_explorer.writers.opendata.cells import Drawn
from policy_explorer.writers.opendata.scribe import Scribe

ROOT = Path(__file__).parents[1]
ADDRESS = "https://example.org/plan"
UNPACKED = {"all.zip", "charts.zip", "SHA256SUMS"}
"""Files that are not in the archive of all."""
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
Row = Mapping[str, str]
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Taken:
    """The data of one plan, as they lie in a folder."""

    site: Site
    folder: Path

    @cached_property
    def package(self) -> dict[str, Any]:
        """What describes them."""
        found: dict[str, Any] = json.loads(self.read("datapackage.json"))
        return found

    @property
    def tables(self) -> dict[str, dict[str, Any]]:
        """The tables that it describes, by name."""
        return {r["name"]: r for r in self.package["resources"] if r.get("type") == "table"}

    def read(self, name: str) -> bytes:
        """A file."""
        return (self.folder / name).read_bytes()

    def rows(self, table: str) -> list[Row]:
        """The rows of a table."""
        words = self.read(f"{table}.csv").decode()
        return list(csv.DictReader(io.StringIO(words, newline="")))

    def files(self) -> dict[str, bytes]:
        """Every file of the data by its path in their folder."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {p.relative_to(self.folder).as_posix(): p.read_bytes() for p in found}


def take(found: Settings, folder: Path) -> Taken:
    """Make the data of a plan, and nothing else of its site; its charts without pictures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "find", lambda _tags: ())
        site = pipeline.read(found)
        for path, file in pipeline.workshop(found, site).taken().items():
            if path.startswith("data/"):
                place = folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(made(file))
    return Taken(site, folder / "data")


def hostile(folder: Path) -> Plan:
    """A plan whose words are meant for spreadsheets, and whose fields are called like columns."""
    plan = Plan(Path(shutil.copytree(THREE_SECTORS, folder)))
    words = (
        "fields:\n"
        '  name.en: {type: choice, label: {en: L, zh: 标}, choices: {"=1+1": {en: C, zh: 选}}}\n'
        '  "=cmd|x": {type: texts, label: {en: L, zh: 标}}\n'
        '  SHORT.EN: {type: number, unit: {en: "+1", zh: "@1"}, label: {en: L, zh: 标}}\n'
        "items:\n"
    )
    item = (
        "  - id: paper\n"
        '    aliases: ["=HYPERLINK(1)", "a|b", "-2+3"]\n'
        '    note: {en: "=1+1, \\"x\\"", zh: "+1；\\n@x"}\n'
        '    name.en: {is: "=1+1", basis: inferred, because: {en: "-a", zh: "=b"}}\n'
        '    SHORT.EN: {is: -3.5, basis: inferred, because: {en: "-a", zh: "=b"}}\n'
        '    "=cmd|x": [{is: {en: "@a|b", zh: "=c"}, basis: inferred, because: {en: r, zh: 由}}]\n'
    )
    plan.edit("sectors.yaml", "items:\n", words)
    plan.edit("sectors.yaml", "  - id: paper\n", item)
    return plan


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The data of the plan that is shipped, at an address."""
    return take(settings.find(ROOT, site_url=ADDRESS), tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module", params=["shipped", "small", "hard", "hostile"])
def taken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The data of several plans."""
    folder = tmp_path_factory.mktemp(str(request.param))
    match request.param:
        case "shipped":
            return take(settings.find(ROOT), folder / "out")
        case "small":
            return take(Plan(THREE_SECTORS).settings, folder / "out")
        case "hard":
            plan = stress.write(folder / "plan" / "data")
            return take(settings.find(ROOT, plan), folder / "out")
        case _:
            return take(hostile(folder / "plan").settings, folder / "out")


def _valid(path: Path) -> list[str]:
    """What frictionless has against a package."""
    import frictionless  # noqa: PLC0415 -- large, and only for those few laws

    report = frictionless.validate(str(path))
    notes = [str(row) for row in report.flatten(["name", "rowNumber", "fieldName", "message"])]
    assert report.valid == (not notes)
    return notes


def test_the_package_is_valid(taken: Taken) -> None:
    """Others' reader finds nothing wrong: types, keys, pointers, sizes, digests of every file."""
    assert _valid(taken.folder / "datapackage.json") == []


def test_the_archive_is_a_package(shipped: Taken) -> None:
    """The archive can be read as it is, without unpacking it."""
    assert _valid(shipped.folder / "all.zip") == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("citations", b"\r\nzones/pharma-food,", b"\r\nzones/nowhere,"),
        ("relations", b"yujia-supplies", b"yujia-sells"),
        ("targets", b",indicators/", b",indicators/no-"),
    ],
)
def test_a_wrong_table_would_be_found(
    shipped: Taken, tmp_path: Path, table: str, old: bytes, new: bytes
) -> None:
    """A row that leads nowhere, or another byte: the judge of these tests is awake."""
    folder = Path(shutil.copytree(shipped.folder, tmp_path / "data"))
    path = folder / f"{table}.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    assert _valid(folder / "datapackage.json")


def test_the_package_says_what_it_is(shipped: Taken) -> None:
    """Standard, version and date of the data, licence, publisher, sources, address."""
    told, policy = shipped.package, shipped.site.policy
    newest = shipped.site.items("changes")[0]
    assert told["$schema"] == PROFILE
    assert told["version"] == newest.word("version")
    assert told["created"] == f"{newest.props['date']}T00:00:00Z"
    assert told["licenses"] == [{"title": policy.licence, "path": policy.licence_url}]
    assert [c["roles"] for c in told["contributors"]] == [["publisher"]]
    assert told["homepage"] == f"{ADDRESS}/index.html"
    assert len(told["sources"]) == len(shipped.site.items("sources"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    grade: B\n", "    grade: D\n"),
        ("    grade: B\n", "    grade: B\n    link_ok: false\n"),
    ],
)
def test_what_is_not_to_be_linked_is_not(plan: Plan, tmp_path: Path, old: str, new: str) -> None:
    """A source has its address in the package only where a page may lead to it, too."""
    url = "https://example.org/herald"
    before = take(plan.settings, tmp_path / "open").package["sources"]
    plan.edit("sources.yaml", old, new)
    after = take(plan.settings, tmp_path / "closed").package["sources"]
    assert [url in {source.get("path") for source in one} for one in (before, after)] == [
        True,
        False,
    ]


def test_every_file_of_the_plan_is_a_table(taken: Taken) -> None:
    """Each section and fixed file has a table, a row for each of its items in their order."""
    parts = {**taken.site.sections, **taken.site.files}
    assert set(parts) <= set(taken.tables)
    for name in parts:
        assert [row["id"] for row in taken.rows(name)] == [r.ref for r in taken.site.items(name)]


def test_no_section_takes_a_table_away(plan: Plan) -> None:
    """Every table has a file of its own: no section may be called as another table is."""
    known = {name for name, _ in drawings_of(plan)} - {*FILES, "sectors"}
    legal = {name for name in known if ID.fullmatch(name)}
    assert legal
    assert legal <= RESERVED


def drawings_of(plan: Plan) -> tuple[Drawn, ...]:
    """The tables of a plan, none made."""
    shop = pipeline.workshop(plan.settings, pipeline.read(plan.settings))
    return tuple(drawings(Scribe(shop.lenses, shop.legend)))


def test_facts_are_rows(taken: Taken) -> None:
    """A row for each fact: its value in no language exact, its words harmless, its ground."""
    rows = taken.rows("facts")
    facts = tuple(taken.site.facts.values())
    assert [row["id"] for row in rows] == [fact.id for fact in facts]
    for row, fact in zip(rows, facts, strict=True):
        value = bare(fact.value)
        assert row["value"] == ("" if isinstance(value, Text) else _safe(value))
        assert row["basis"] == str(fact.basis)
        assert row["from"].split("|") == (list(fact.ground.sources) or [""])


def _safe(words: str) -> str:
    """A word that is not meant for a spreadsheet, as a cell has it."""
    return f"'{words}" if words.startswith("=") else words


def test_citations_are_rows(taken: Taken) -> None:
    """A row for each place of each fact: source, line, key words."""
    rows = [(r["fact"], r["source"], r["line"]) for r in taken.rows("citations")]
    assert rows == [
        (fact.id, f"sources/{cite.source}", str(cite.line or ""))
        for fact in taken.site.facts.values()
        for cite in fact.ground.citations
    ]


def _grounded(taken: Taken) -> Iterator[tuple[Row, str, Fact]]:
    """(row, key, fact) for each field of each item that is one fact."""
    for name in (*taken.site.sections, *taken.site.files):
        for record, row in zip(taken.site.items(name), taken.rows(name), strict=True):
            for fact in record.fields:
                if f"{fact.key}.fact" in row and len(record.facts(fact.key)) == 1:
                    yield row, fact.key, fact


def test_every_value_says_where_it_comes_from(taken: Taken) -> None:
    """Beside each value of an item stand its ground and the id of its fact."""
    found = list(_grounded(taken))
    assert found
    for row, key, fact in found:
        assert (row[f"{key}.fact"], row[f"{key}.basis"]) == (fact.id, str(fact.basis))


def test_silence_has_a_reason(taken: Taken) -> None:
    """What is not stated is an empty cell with a reason in every language; what is stated, none."""
    codes = taken.site.policy.codes
    for row, key, fact in _grounded(taken):
        reasons = [bool(row[f"{key}.reason.{code}"]) for code in codes]
        assert reasons == [fact.value is None] * len(codes), fact.id
        if fact.value is None:
            cells = (row.get(name, "") for name in (key, *(f"{key}.{code}" for code in codes)))
            assert not any(cells), fact.id
    for row in taken.rows("facts"):
        assert all(row[f"reason.{code}"] for code in codes) == (row["basis"] == "not_stated")


def test_numbers_have_units(shipped: Taken) -> None:
    """A number of an item stands beside its unit, whatever that is in its row."""
    rows = {row["id"]: row for row in shipped.rows("observations")}
    assert {row["value.unit"] for row in rows.values()} >= {"yuan", "percent"}
    for row in rows.values():
        assert row["value"]
        assert row["value.unit"] == row["unit"]


def test_no_cell_is_a_formula(taken: Taken) -> None:
    """Nothing in any table is run by a spreadsheet; numbers below zero stay numbers."""
    for name in taken.tables:
        words = taken.read(f"{name}.csv").decode()
        for row in csv.reader(io.StringIO(words, newline="")):
            for cell in row:
                active = cell.lstrip()[:1] in set("=+@|%\t\r") or cell.lstrip()[:1] == "-"
                assert not active or cell.replace(".", "").lstrip("-").isdigit(), cell


def test_columns_have_names_of_their_own(taken: Taken) -> None:
    """No two columns of a table are called the same, whatever the fields are called."""
    for name, table in taken.tables.items():
        names = [field["name"].casefold() for field in table["schema"]["fields"]]
        assert len(names) == len(set(names)), name


def test_a_table_of_any_plan_has_the_same_columns(taken: Taken, shipped: Taken) -> None:
    """What the fixed files hold is called the same in all plans of the same languages."""
    assert set(taken.site.policy.codes) == set(shipped.site.policy.codes)
    for name in ("targets", "observations", "facts", "citations", "policy_sections"):
        mine, other = (
            {field["name"] for field in one.tables[name]["schema"]["fields"]}
            for one in (shipped, taken)
        )
        assert mine == other, name


def test_every_file_is_known_by_its_digest(taken: Taken) -> None:
    """SHA256SUMS lists every file of the data but itself, as `sha256sum -c` wants it."""
    listed = dict(
        line.split("  ", 1)[::-1] for line in taken.read("SHA256SUMS").decode().splitlines()
    )
    files = taken.files()
    files.pop("SHA256SUMS")
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_the_archive_holds_all(taken: Taken) -> None:
    """All files of the data as they are, what explains them, and the digests of all of these."""
    with zipfile.ZipFile(io.BytesIO(taken.read("all.zip"))) as box:
        held = {name: box.read(name) for name in box.namelist()}
    readme, listed = held.pop("README.txt"), held.pop("SHA256SUMS").decode()
    files = taken.files()
    assert held == {n: d for n, d in files.items() if n not in UNPACKED}
    assert dict(line.split("  ", 1)[::-1] for line in listed.splitlines()) == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in {**held, "README.txt": readme}.items()
    }
    for name in (*(n for n in held if "/" not in n), "SHA256SUMS"):
        assert name in readme.decode()


def test_the_readme_names_version_and_licence(shipped: Taken) -> None:
    """The README says, in every language, which version it is, under which licence, how to cite."""
    with zipfile.ZipFile(io.BytesIO(shipped.read("all.zip"))) as box:
        readme = box.read("README.txt").decode()
    policy = shipped.site.policy
    assert readme.count("@misc{") == len(policy.codes)
    for code in policy.codes:
        assert policy.title[code] in readme
    version = shipped.package["version"]
    assert f"数据版本{version}，" in readme
    assert f"Data version {version}, " in readme
    assert policy.licence in readme


def test_every_json_names_the_version(shipped: Taken) -> None:
    """Facts, plan and package are of the same version of the data."""
    version = shipped.package["version"]
    assert version
    for name in ("facts.json", "site.json"):
        assert json.loads(shipped.read(name))["data_version"] == version


def test_the_whole_plan_is_there(taken: Taken) -> None:
    """site.json holds every item with all its words and facts, and every tie between items."""
    whole, site = json.loads(taken.read("site.json")), taken.site
    assert list(whole["items"]) == list(site.records)
    assert [fact["id"] for fact in whole["facts"]] == list(site.facts)
    for ref, record in site.records.items():
        told = whole["items"][ref]
        assert set(told["props"]) == set(record.props)
        assert [i for ids in told["fields"].values() for i in ids] == [
            fact.id
            for key in dict.fromkeys(f.key for f in record.fields)
            for fact in record.facts(key)
        ]
    assert {r: len(t) for r, t in whole["ties"].items()} == {
        r: len(t) for r, t in site.ties.items()
    }
    assert [s["id"] for s in whole["sections"]] == list(site.sections)
    assert whole["statuses"] == {ref: str(status) for ref, status in site.statuses.items()}


def test_the_same_data_give_the_same_bytes(shipped: Taken, tmp_path: Path) -> None:
    """Made again, no file differs: no clock, no order of the machine."""
    again = take(settings.find(ROOT, site_url=ADDRESS), tmp_path)
    assert again.files() == shipped.files()


def test_tables_are_made_when_asked_for(plan: Plan) -> None:
    """Listing the files makes none of them, so that `serve` waits for no table."""
    site = pipeline.read(plan.settings)
    files = pipeline.workshop(plan.settings, site).taken()
    made_already = [p for p, f in files.items() if isinstance(f, bytes) or f.ready is not None]
    assert made_already == []


def test_a_plan_without_address_or_date(plan: Plan, tmp_path: Path) -> None:
    """Nothing is made up: no address, no homepage; a change of a month has no moment."""
    plan.edit("changes.yaml", "date: 2025-01-31", "date: 2025-01")
    told = take(plan.settings, tmp_path / "out").package
    assert "homepage" not in told
    assert "id" not in told
    assert "created" not in told


def _told(taken: Taken) -> Iterator[tuple[str, str]]:
    """(table.column, its description) of every column; those on silence itself are left out."""
    for name, table in taken.tables.items():
        yield name, table.get("description", "")
        for field in table["schema"]["fields"]:
            if field["name"].rpartition(".")[2] not in {"basis", "type"}:
                yield f"{name}.{field['name']}", field.get("description", "")


def test_descriptions_are_of_tables(taken: Taken) -> None:
    """No column is described in the words of those who write YAML."""
    for name, words in _told(taken):
        for word in (".yaml", "[[", "a Text", "not_stated", "refs into"):
            assert word not in words, name


def test_closed_lists_are_closed(taken: Taken) -> None:
    """Where the values are few and known, each is named with its meaning; none else is allowed."""
    fields = {
        f"{name}.{field['name']}": field
        for name, table in taken.tables.items()
        for field in table["schema"]["fields"]
        if "categories" in field
    }
    assert {"targets.status", "targets.kind", "facts.by", "facts.basis", "facts.type"} <= set(
        fields
    )
    for name, field in fields.items():
        listed = [category["value"] for category in field["categories"]]
        assert field["constraints"]["enum"] == listed, name
        assert all(category["label"] for category in field["categories"]), name


def test_the_readme_explains_rules_and_statuses(shipped: Taken) -> None:
    """Whoever reads the README knows every rule and status that stands in a cell."""
    with zipfile.ZipFile(io.BytesIO(shipped.read("all.zip"))) as box:
        readme = box.read("README.txt").decode()
    used = {row["by"] for row in shipped.rows("facts")}
    used |= {row["status"] for row in shipped.rows("targets")}
    for name in used - {""}:
        assert readme.count(f"\n- {name}: ") == len(shipped.site.policy.codes)
