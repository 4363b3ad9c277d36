"""The schemas for editors: they accept what the reader accepts, and say what every key means."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.conftest import Plan

from policy_explorer import cli, pipeline, settings
from policy_explorer.inputs import events, meanings, typed
from policy_explorer.model import number, when
from policy_explorer.model.files import COMMON, FILES, HEADS
from policy_explorer.model.heads import CITE, FIELD, GROUNDS, GROUP, POLICY, SECTION, STATEMENT
from policy_explorer.model.keys import Key
from policy_explorer.model.meaning import Sample
from policy_explorer.writers.schema import ENDS, FOLDER
from policy_explorer.writers.shapes import Shapes, ref

ROOT = Path(__file__).resolve().parents[1]
PLANS = (".", "examples/shenzhen-20plus8", "tests/plans/three-sectors")
Schema = dict[str, Any]


def schemas(plan: Path) -> dict[str, Schema]:
    """The schemas of a plan, by the name of the file."""
    made = pipeline.schemas(settings.find(ROOT, plan))
    return {name.removesuffix(ENDS): json.loads(data) for name, data in made.items()}


@pytest.fixture(scope="module")
def shipped() -> dict[str, Schema]:
    """The schemas of the plan that is shipped."""
    return schemas(ROOT)


def read(path: Path) -> object:
    """A file as an editor types it."""
    root, problems = events.tree(path.name, path.read_text(encoding="utf-8"))
    assert root is not None
    assert not problems
    return typed.value(root)


def mistakes(schema: Schema, value: object) -> list[str]:
    """What is wrong with a value, by a schema."""
    found = Draft7Validator(schema).iter_errors(value)
    return [f"{list(error.absolute_path)}: {error.message}" for error in found]


@pytest.mark.parametrize("name", PLANS)
def test_every_file_is_as_its_schema_says(name: str) -> None:
    """Every file of every plan that is shipped is valid, and every schema is a schema."""
    folder = ROOT / name / "data"
    known = schemas(folder)
    for schema in known.values():
        Draft7Validator.check_schema(schema)
    for path in folder.glob("*.yaml"):
        assert mistakes(known[path.stem], read(path)) == [], path


def test_the_schemas_for_editors_are_the_present_ones(shipped: dict[str, Schema]) -> None:
    """data/schema/ holds what `new schema` makes; ids it offers may lag behind the items."""
    folder = ROOT / FOLDER
    kept = {
        path.name.removesuffix(ENDS): json.loads(path.read_bytes()) for path in folder.iterdir()
    }
    assert kept.keys() == shipped.keys()
    stale = [name for name in kept if _without_ids(kept[name]) != _without_ids(shipped[name])]
    assert not stale, "python3 dev.py new schema"


def _without_ids(schema: Schema) -> Schema:
    """A schema without the ids that it offers, which change with every item."""
    offers = re.compile("into-.*|ref|source")
    rows = {
        name: {k: v for k, v in part.items() if k != "examples"} if offers.fullmatch(name) else part
        for name, part in schema["definitions"].items()
    }
    return schema | {"definitions": rows}


def test_editors_are_led_to_the_schemas(shipped: dict[str, Schema]) -> None:
    """The settings of VS Code lead every file of the plan to its schema, and no other file."""
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    led = told["yaml.schemas"]
    assert led == {
        f"./{FOLDER}{name}{ENDS}": [f"data/{name}.yaml", "!examples/**", "!tests/**"]
        for name in sorted(shipped)
    }


def _properties(schema: object) -> Iterator[tuple[str, Schema]]:
    """Every key of a schema with what is said of it; parts of a statement stand elsewhere."""
    if isinstance(schema, list):
        for part in schema:
            yield from _properties(part)
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for key, part in schema.items():
            if key != "if":
                yield from _properties(list(part.values()) if key == "properties" else part)


def test_every_key_is_explained(shipped: dict[str, Schema]) -> None:
    """Every key that data may have has a title and words, in Chinese and in English."""
    codes = {"zh", "en"}
    for name, schema in shipped.items():
        whole = list(_properties(schema)) + list(_properties(list(schema["definitions"].values())))
        for key, row in whole:
            if key in codes or str(row.get("$ref", "")).startswith("#/definitions/statement-"):
                continue
            if key == "is":
                continue
            assert row["title"].strip(), f"{name}: {key}"
            for kind in ("description", "markdownDescription"):
                words = row.get(kind, "")
                is_declared = re.search("[\u4e00-\u9fff]", words) and re.search("[a-z]{2}", words)
                assert is_declared or _is_declared_choice(row), f"{name}: {key}"


def _is_declared_choice(row: Schema) -> bool:
    """Whether a field of a plan's own is a choice: its label and its choices say it all."""
    return "enumDescriptions" in json.dumps(row)


def _keys(keys: tuple[Key, ...], path: str) -> Iterator[tuple[str, Key]]:
    """Keys with the paths of those that they stand under."""
    for key in keys:
        yield path, key
        yield from _keys(key.of, f"{path}.{key.name}")


def _all_keys() -> Iterator[tuple[str, Key]]:
    """Every key that the program itself knows, with the path of what it stands in."""
    heads = {"policy": POLICY, "section": SECTION, "group": GROUP, "field": FIELD, "cite": CITE}
    for path, keys in (*heads.items(), ("statement", STATEMENT)):
        yield from _keys(keys, path)
    for name, own in FILES.items():
        yield from _keys((*COMMON, *own, *HEADS.get(name, ()), *GROUNDS), name)


def _samples() -> Iterator[tuple[str, Key, str, Sample, bool]]:
    """Every example: under which key, and whether it is a good one."""
    known = meanings.load()
    for path, key in _all_keys():
        for name in (f"{path}.{key.name}", f"any.{key.name}"):
            if (found := known.get(name)) is not None:
                yield from ((path, key, name, sample, True) for sample in found.good)
                yield from ((path, key, name, sample, False) for sample in found.bad)
                break
    for name, found in known.items():
        kind = name.removeprefix("shape.")
        if kind != name:
            rows = [(s, True) for s in found.good] + [(s, False) for s in found.bad]
            key = Key(kind, "link" if kind == "ref" else kind)
            yield from ((kind, key, name, sample, is_good) for sample, is_good in rows)


ALONE = {"number", "date", "line", "day", "id", "flag", "word", "url", "unit"}
"""Shapes whose examples are judged by the shape itself."""


def test_examples_are_what_they_say() -> None:
    """Good examples fit their key, and bad ones do not."""
    legend = pipeline.legend(settings.find(ROOT), ("zh", "en"))
    shapes = Shapes(("zh", "en"), ("sectors", "parks"), {}, legend)
    wrong = []
    for path, key, name, sample, is_good in _samples():
        is_alone = name.startswith("shape.") and key.name in ALONE
        row = ref(key.name) if is_alone else shapes.of(key, path)
        schema = {**row, "definitions": shapes.definitions()}
        if (mistakes(schema, sample.value) == []) != is_good:
            wrong.append((name, sample.written))
    assert not wrong


def test_no_meaning_is_for_nothing() -> None:
    """What is explained is a key, a choice, a shape or a file that there is."""
    keys = [*_all_keys(), ("any", Key("group", "pick"))]
    used = {f"{path}.{key.name}" for path, key in keys} | {f"any.{key.name}" for _, key in keys}
    used |= {f"{key.name}.{name}" for _, key in keys for name, _ in key.choices}
    used |= {f"file.{name}" for name in ("policy", "section", *FILES)}
    assert {name for name in meanings.load() if not name.startswith("shape.")} <= used


FAULTS = {
    "an unknown key": ("sectors", "{en: Rope, zh: 绳缆}", "{en: Rope, zh: 绳缆}\n    colour: red"),
    "a language missing": ("sectors", "{en: Rope, zh: 绳缆}", "{en: Rope}"),
    "a language too many": ("sectors", "zh: 绳缆}", "zh: 绳缆, fr: Corde}"),
    "words for a Text": ("sectors", "{en: Rope, zh: 绳缆}", "Rope"),
    "a bad id": ("sectors", "id: rope", "id: The_Rope"),
    "a reserved id": ("sectors", "id: rope", "id: index"),
    "no id": ("sectors", "- id: rope\n    name", "- name"),
    "no name": ("sectors", "\n    name: {en: Rope, zh: 绳缆}", ""),
    "still to be filled in": ("sectors", "en: Rope", "en: …"),
    "an unknown choice": ("sources", "grade: A", "grade: E"),
    "a bad date": ("targets", "due: 2028", "due: in 2028"),
    "a bad number": ("targets", "is: 1.5", "is: 1;5"),
    "a statement without a value": ("targets", "is: 1.5, ", ""),
    "an unknown key in a statement": ("targets", "is: 1.5,", "is: 1.5, sight: 7,"),
    "a bad reference": ("targets", "indicators/output", "output"),
    "a wrong file": ("targets", "indicators/output", "sectors/paper"),
    "what a kind needs": ("targets", "    baseline: 2024\n", ""),
    "no line": ("sectors", "cite: 4\n", "cite: four\n"),
    "words for a list": ("policy", "menu: [sectors, targets]", "menu: sectors"),
    "a month for a day": ("policy", "as_of: 2025-01-31", "as_of: 2025-01"),
    "a bad address": ("sources", "https://example.org/herald", "example.org"),
    "an unknown unit": ("indicators", "unit: not_stated", "unit: furlong"),
    "a key of the head": ("policy", "schema: 1", "schema: 1\nscheme: 2"),
    "a field called like a key": (
        "sectors", "cite: 4\n", "cite: 4\nfields: {note: {type: text, label: {en: N, zh: 注}}}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_check_finds_in_one_file_a_schema_finds(plan: Plan, fault: str) -> None:
    """A mistake in the shape of a file is one for `check` and one for the schema."""
    name, old, new = FAULTS[fault]
    known = schemas(plan.folder)
    path = plan.data / f"{name}.yaml"
    assert mistakes(known[name], read(path)) == []
    plan.edit(f"{name}.yaml", old, new)
    assert plan.problems()
    assert mistakes(known[name], read(path))


def test_a_folder_of_files_needs_no_whole_head(plan: Plan) -> None:
    """Of a file that is a folder, each part may leave out what another part says."""
    head, _, items = (plan.data / "sectors.yaml").read_text(encoding="utf-8").partition("items:")
    plan.write({"sectors.yaml": None})
    plan.write({"sectors/0.yaml": head, "sectors/1.yaml": f"items:{items}"})
    known = schemas(plan.folder)["sectors"]
    assert plan.problems() == []
    assert [mistakes(known, read(path)) for path in (plan.data / "sectors").iterdir()] == [[], []]


def test_what_a_section_declares_its_schema_has(plan: Plan) -> None:
    """Declared fields, groups and choices are in the schema of their section, with their words."""
    fields = (
        "groups: [{id: soft, name: {en: Soft, zh: 软}}]\nfields:\n"
        "  made: {type: choice, label: {en: Made, zh: 制法},\n"
        "    choices: {by-hand: {en: hand, zh: 手}}}\n"
        "  near: {type: ref, to: sectors, label: {en: Near, zh: 近}}\n"
    )
    plan.edit("sectors.yaml", "cite: 4\n", f"{fields}cite: 4\n")
    item = schemas(plan.folder)["sectors"]["definitions"]["item"]["properties"]
    assert item["group"]["enum"] == ["soft"]
    assert item["made"]["title"] == "Made / 制法"
    assert item["made"]["anyOf"][0] == {"enum": ["by-hand"], "enumDescriptions": ["hand / 手"]}
    assert item["near"]["anyOf"][0] == {"$ref": "#/definitions/into-sectors"}


@given(
    st.one_of(st.from_regex(number.FORM, fullmatch=True), st.text("零一二两三百千万亿1.05- kmb"))
)
def test_no_number_is_refused(written: str) -> None:
    """Every number that the reader reads has the form that editors ask for."""
    assert number.parse(written) is None or re.fullmatch(number.FORM, written)


@given(st.one_of(st.from_regex(when.FORM, fullmatch=True), st.text("0123456789-QFY.")))
def test_no_date_is_refused(written: str) -> None:
    """Every date that the reader reads has the form that editors ask for."""
    assert when.parse(written) is None or re.fullmatch(when.FORM, written)


def test_new_schema(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """`new schema` writes a schema a file, takes old ones away, and the plan stays as it is."""
    folder = plan.data / "schema"
    folder.mkdir()
    (folder / f"gone{ENDS}").write_text("{}", encoding="utf-8")
    assert cli.main(["new", "schema", "--data", str(plan.folder)]) == 0
    assert "docs/editors.md" in capsys.readouterr().out
    assert {path.name for path in folder.iterdir()} == {f"{n}{ENDS}" for n in schemas(plan.folder)}
    assert plan.problems() == []
    shutil.rmtree(folder)


def test_a_head_that_cannot_be_read_takes_no_schema_away(plan: Plan) -> None:
    """While a section cannot be read, its schema stays as it was, and the mistake is told."""
    assert cli.main(["new", "schema", "--data", str(plan.folder)]) == 0
    plan.edit("sectors.yaml", "items:", "items: [")
    assert cli.main(["new", "schema", "--data", str(plan.folder)]) == 1
    assert (plan.data / "schema" / f"sectors{ENDS}").is_file()


@pytest.mark.slow
def test_the_site_has_the_schemas(plan: Plan) -> None:
    """The site holds the schema of every file of the data, once for all languages."""
    made = pipeline.render(plan.settings)
    own = {path: data for path, data in made.items() if path.endswith(".schema.json")}
    found = {p.removeprefix(FOLDER): data for p, data in own.items() if p.startswith(FOLDER)}
    assert found == pipeline.schemas(plan.settings)
