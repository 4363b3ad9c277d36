"""New plans and items: what a beginning must do."""

from __future__ import annotations

import shutil
from pathlib import Path

from policy_explorer import cli, pipeline, settings

ROOT = Path(__file__).parents[1]


def test_a_new_plan_lacks_only_its_author(tmp_path: Path) -> None:
    """`new policy DIR` makes a plan whose only errors are the words left to be filled in."""
    folder = tmp_path / "plan"
    assert cli.main(["new", "policy", str(folder)]) == 0
    found = pipeline.check(settings.find(ROOT, folder)).problems
    codes = {p.code for p in found if p.severity == "error"}
    assert codes == {"to-fill"}


def test_a_filled_skeleton_builds(tmp_path: Path) -> None:
    """With every blank filled, the skeleton is a plan that builds."""
    folder = tmp_path / "plan"
    assert cli.main(["new", "policy", str(folder)]) == 0
    for path in (folder / "data").glob("*.yaml"):
        words = path.read_text(encoding="utf-8").replace("zh: …, en: …", "zh: 甲, en: a")
        path.write_text(words, encoding="utf-8")
    made = pipeline.render(settings.find(ROOT, folder))
    assert "targets/my-target.html" in made
    assert "en/sectors/first.html" in made


def test_a_new_plan_overwrites_nothing(tmp_path: Path) -> None:
    """A folder that holds something is refused."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert cli.main(["new", "policy", str(tmp_path)]) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.txt"]


def test_a_new_item_asks_for_its_name(tmp_path: Path) -> None:
    """`new SECTION ID` puts an item into the file, and check then asks for its words alone."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert cli.main(["new", "zones", "an-eighth", "--data", str(tmp_path)]) == 0
    found = pipeline.check(settings.find(ROOT, tmp_path)).problems
    errors = {p.code for p in found if p.severity == "error"}
    assert errors == {"to-fill"}
    assert cli.main(["new", "zone", "an-eighth", "--data", str(tmp_path)]) == 1


def test_a_new_item_needs_a_section(tmp_path: Path) -> None:
    """An unknown section is a mistake of usage."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert cli.main(["new", "zone", "an-eighth", "--data", str(tmp_path)]) == 2
