"""An editor with the schemas: it marks the lines that `check` marks, and offers what is legal."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.bench.bench import Lacking
from tests.conftest import THREE_SECTORS, Plan
from tests.editor import server
from tests.editor.server import Editor
from tests.test_schema import FAULTS

from policy_explorer import pipeline, settings
from policy_explorer.model.basis import Basis
from policy_explorer.model.files import CHARTS
from policy_explorer.model.targets import KINDS
from policy_explorer.model.units import UNITS
from policy_explorer.problems import errors

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
ELSEWHERE = {"what a kind needs"}
"""What `check` marks at the kind, and an editor at the item that lacks it."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data with their schemas, and another plan's schemas beside them."""
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(ROOT / "data", folder / "data")
    other = settings.find(ROOT, THREE_SECTORS)
    (folder / "other").mkdir()
    for name, data in pipeline.schemas(other).items():
        (folder / "other" / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def editor(workspace: Path) -> Iterator[Editor]:
    """An editor with the settings that are shipped, and the server that VS Code runs."""
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for path in (workspace / "other").iterdir():
        name = path.name.partition(".")[0]
        told["yaml.schemas"][f"./other/{path.name}"] = [f"tests/*/data/{name}.yaml"]
    try:
        with server.opened(workspace, told) as found:
            yield found
    except Lacking as error:
        if "there is no node" not in str(error):
            raise
        pytest.skip(str(error))


def test_shipped_files_are_fine(editor: Editor, workspace: Path) -> None:
    """No file of the plan has a mistake in an editor, and each is judged by its own schema."""
    for path in sorted((workspace / "data").glob("*.yaml")):
        words = path.read_text(encoding="utf-8")
        assert editor.open(path, words) == [], path.name
        rows = words.split("\n")
        line = next(n for n, row in enumerate(rows) if row[:1].isalpha())
        said = editor.at("hover", path, line, 1)
        assert f"{path.stem}.schema.json" in json.dumps(said), path.name


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - ELSEWHERE))
def test_an_editor_marks_the_lines_that_check_marks(
    editor: Editor, workspace: Path, fault: str
) -> None:
    """A mistake stands at the same line in an editor and in what `check` prints."""
    name, old, new = FAULTS[fault]
    folder = workspace / "tests" / fault.replace(" ", "-")
    plan = Plan(Path(shutil.copytree(THREE_SECTORS, folder))).edit(f"{name}.yaml", old, new)
    path = plan.data / f"{name}.yaml"
    found = editor.open(path, path.read_text(encoding="utf-8"))
    ours = {p.line for p in errors(plan.check().problems) if p.path.endswith(path.name)}
    assert {row["range"]["start"]["line"] + 1 for row in found} == ours


OFFERS = {
    "sources": ("    grade: ", ["A", "B", "C", "D"]),
    "sectors": ("    basis: ", [str(basis) for basis in Basis]),
    "targets": ("    kind: ", list(KINDS)),
    "indicators": ("    unit: ", [*UNITS, "not_stated"]),
    "charts": ("    kind: ", list(CHARTS)),
    "observations": ("    of: ", ["targets/output-half-again"]),
}


@pytest.mark.parametrize("name", OFFERS)
def test_an_editor_offers_what_is_legal(editor: Editor, workspace: Path, name: str) -> None:
    """Behind a key an editor offers the legal values, and where pointers may lead."""
    row, legal = OFFERS[name]
    path = workspace / "tests/offers/data" / f"{name}.yaml"
    words = f"items:\n  - id: x\n{row}\n"
    editor.open(path, words)
    offered = editor.at("completion", path, 2, len(row))
    found = [item["label"] for item in offered["items"]]
    assert [label for label in found if label in legal] == found[: len(legal)]
    assert sorted(set(found) & set(legal)) == sorted(legal)


def test_an_editor_says_what_a_key_means(editor: Editor, workspace: Path) -> None:
    """Over a key an editor shows its title, its meaning and examples in both languages."""
    path = workspace / "tests/hover/data/targets.yaml"
    editor.open(path, "items:\n  - id: x\n    due: 2025\n")
    said = editor.at("hover", path, 2, 5)["contents"]["value"]
    assert "期限" in said
    assert "By when" in said
    assert "2024" in said
