"""New plans and items: what a beginning must do."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.conftest import Plan

from policy_explorer import begin, cli, pipeline, problems, settings
from policy_explorer.inputs import slots
from policy_explorer.model.files import COMMON as SHARED
from policy_explorer.model.files import FILES
from policy_explorer.problems import Refused

ROOT = Path(__file__).parents[1]
POLICY = yaml.safe_load((ROOT / "data/policy.yaml").read_text(encoding="utf-8"))
SECTIONS: list[str] = POLICY["sections"]
COMMON = [key.name for key in SHARED]


def test_a_new_plan_lacks_only_its_author(tmp_path: Path) -> None:
    """`new policy DIR` makes a plan whose only errors are the words left to be filled in."""
    folder = tmp_path / "plan"
    assert cli.main(["new", "policy", str(folder)]) == 0
    found = pipeline.check(settings.find(ROOT, folder)).problems
    codes = {p.code for p in found if p.severity == "error"}
    assert codes == {"to-fill"}


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize("file", [*SECTIONS, *FILES])
def test_a_new_item_asks_for_its_words_alone(tmp_path: Path, file: str) -> None:
    """`new` puts an item into any file, and all that `check` then misses is what it says itself."""
    told = settings.find(ROOT, Path(shutil.copytree(ROOT / "data", tmp_path / "data")))
    begun = begin.item(told, file, "9.9.9" if file == "changes" else "an-eighth")
    found = problems.errors(pipeline.check(told).problems)
    assert {p.code for p in found} == {"to-fill"}
    assert found == begun.missing
    assert all(begun.first <= p.line < begun.first + len(begun.rows) for p in found)


@pytest.mark.slow
@pytest.mark.parametrize("file", [*SECTIONS, *FILES])
def test_remarks_of_a_new_item_are_its_keys(tmp_path: Path, file: str) -> None:
    """Every key that an item may have stands in a new one; uncommented, the reader knows it."""
    told = settings.find(ROOT, Path(shutil.copytree(ROOT / "data", tmp_path / "data")))
    begun = begin.item(told, file, "9.9.9" if file == "changes" else "an-eighth")
    path = told.data / f"{file}.yaml"
    words = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^    # (\w+: )", r"    \1", words), encoding="utf-8")
    codes = {p.code for p in pipeline.check(told).problems if p.severity == "error"}
    assert not codes & {"yaml-syntax", "unknown-key", "duplicate-key", "wrong-shape"}
    schema = json.loads(pipeline.schemas(told)[f"{file}.schema.json"])
    keys = re.findall(r"(?m)^ +(?:- |# )?(\w+):", "\n".join(begun.rows))
    legal = set(schema["definitions"]["item"]["properties"])
    assert legal - set(keys) <= set(COMMON if file == "changes" else ())


def test_another_item_comes_after_it(plan: Plan) -> None:
    """While one item is still to be filled in, the next can be begun, and stands below it."""
    one, two = (begin.item(plan.settings, "sectors", name) for name in ("one", "two"))
    assert two.first == one.first + len(one.rows)
    assert len(two.missing) == len(one.missing) == 2


HEAD = (
    "name: {en: S, zh: 业}\none: {en: s, zh: 业}\nplural: {en: s, zh: 业}\n"
    "cite: 4\nstated_count: not_stated\n"
)
NAMED = "name: {en: Paper, zh: 纸张}"
LAYOUTS = {
    "indented": f"{HEAD}items:\n  - id: paper\n    {NAMED}\n",
    "not indented": f"{HEAD}items:\n- id: paper\n  {NAMED}\n",
    "far": f"{HEAD}items:\n      -   id: paper\n          {NAMED}\n",
    "no end of line": f"{HEAD}items:\n  - id: paper\n    {NAMED}",
    "remarks after": f"{HEAD}items:\n  - id: paper\n    {NAMED}\n    # cite: 5\n\n# the end\n",
    "more keys after": f"items:\n  - id: paper\n    {NAMED}\n\n# the head\n{HEAD}",
    "empty lines": f"{HEAD}items:\n  - id: paper\n    {NAMED}\n\n  - id: rope\n    {NAMED}\n",
    "braces": f"{HEAD}items:\n  - {{id: paper, {NAMED}}}  # 纸\n",
    "long words": f"{HEAD}items:\n  - id: paper\n    {NAMED}\n    note:\n      zh: 注\n"
    "      en: |\n        one\n        # two\n",
    "Windows": f"{HEAD}items:\n  - id: paper\n    {NAMED}\n# 完\n".replace("\n", "\r\n"),
    "byte order mark": f"\ufeff{HEAD}items:\n  - id: paper\n    {NAMED}\n",
    "empty": f"{HEAD}items: []  # none named\n# the end\n",
    "nothing": f"{HEAD}items:  # none yet\n",
    "no items": f"{HEAD}# none yet",
}


CHANGED: dict[str, Callable[[str], str]] = {
    "no end of line": lambda words: f"{words}\n",
    "empty lines": lambda words: f"{words}\n",
    "empty": lambda words: words.replace("items: []", "items:"),
    "no items": lambda words: f"{words}\nitems:\n",
}
"""What else of a file changes, and why: lines end, and brackets of an empty list go."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_there_stays(plan: Plan, layout: str) -> None:
    """However a file is laid out, the new lines are all that is new, and they fit in."""
    old = LAYOUTS[layout]
    plan.write({"sectors.yaml": old.encode()})
    before = pipeline.check(plan.settings).problems
    begun = begin.item(plan.settings, "sectors", "new-one")
    text = (plan.data / "sectors.yaml").read_bytes().decode()
    end = "\r\n" if "\r\n" in old else "\n"
    lines = end.join(begun.rows) + end
    assert text.count(lines) == 1
    assert text.replace(lines, "") == CHANGED.get(layout, str)(old)
    known = {(p.code, p.message) for p in problems.errors(before)}
    new = {(p.code, p.message) for p in problems.errors(pipeline.check(plan.settings).problems)}
    assert {code for code, _ in new - known} == {"to-fill"}
    again = begin.item(plan.settings, "sectors", "another")
    assert again.first > begun.first


def test_items_in_brackets_are_left_alone(plan: Plan) -> None:
    """A list in brackets that is not empty is not touched; the author is told."""
    words = f"{HEAD}items: [{{id: paper, {NAMED}}}]\n"
    plan.write({"sectors.yaml": words})
    with pytest.raises(Refused, match="wrong-shape"):
        begin.item(plan.settings, "sectors", "new-one")
    assert (plan.data / "sectors.yaml").read_text(encoding="utf-8") == words


def test_what_does_not_fit_is_not_written(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would not read as the file and one item more is never written."""
    before = {path: path.read_bytes() for path in plan.data.iterdir()}
    monkeypatch.setattr(slots.Slot, "filled", lambda *_: ("items: [", 1))
    with pytest.raises(Refused, match="wrong-shape"):
        begin.item(plan.settings, "sectors", "new-one")
    assert {path: path.read_bytes() for path in plan.data.iterdir()} == before


def _split(plan: Plan, parts: dict[str, str]) -> Plan:
    plan.write({"sectors.yaml": None})
    return plan.write({f"sectors/{name}": words for name, words in parts.items()})


def test_in_a_folder_it_comes_last(plan: Plan) -> None:
    """Of a folder of files the last one that has items gets the new one."""
    one = f"items:\n  - id: paper\n    {NAMED}\n"
    two = one.replace("paper", "rope") + one.replace("items:\n", "").replace("paper", "glass")
    _split(plan, {"0-head.yaml": HEAD, "1.yaml": one, "2.yaml": two})
    begun = begin.item(plan.settings, "sectors", "new-one")
    assert begun.shown.endswith("sectors/2.yaml")
    assert {p.code for p in begun.missing} == {"to-fill"}


def test_in_a_folder_of_single_items_it_gets_a_file(plan: Plan) -> None:
    """Where every item has a file that is called like it, so has the new one."""
    parts = {f"{n}.yaml": f"items:\n  - id: {n}\n    {NAMED}\n" for n in ("paper", "rope")}
    _split(plan, {"0-head.yaml": HEAD, **parts})
    begun = begin.item(plan.settings, "sectors", "new-one")
    assert begun.shown.endswith("sectors/new-one.yaml")
    assert {p.code for p in begun.missing} == {"to-fill"}


@pytest.mark.parametrize("file", ["glossary", "relations", "questions"])
def test_a_fixed_file_is_begun_with_its_first_item(plan: Plan, file: str) -> None:
    """A fixed file that is not there yet is made, with the head that it needs."""
    begun = begin.item(plan.settings, file, "new-one")
    assert begun.shown.endswith(f"{file}.yaml")
    assert {p.code for p in begun.missing} == {"to-fill"}


def test_the_newest_change_comes_first(plan: Plan) -> None:
    """Changes are known by their version, and the newest stands above the others."""
    begun = begin.item(plan.settings, "changes", "0.2.0")
    assert (begun.first, begun.rows[0]) == (2, "  - version: 0.2.0")


@pytest.mark.parametrize(
    ("name", "code"),
    [("New_One", "bad-id"), ("x" * 61, "bad-id"), ("index", "reserved-id"), ("con", "reserved-id"),
     ("glass", "duplicate-id")],
)  # fmt: skip
def test_a_bad_id_is_refused(plan: Plan, name: str, code: str) -> None:
    """An id that the reader would refuse is refused before anything is written."""
    before = (plan.data / "sectors.yaml").read_bytes()
    with pytest.raises(Refused) as caught:
        begin.item(plan.settings, "sectors", name)
    assert [p.code for p in caught.value.problems] == [code]
    assert (plan.data / "sectors.yaml").read_bytes() == before


def test_a_taken_id_is_shown(plan: Plan) -> None:
    """Of an id that is taken, the line on which it stands is named."""
    with pytest.raises(Refused, match=r"sectors\.yaml:9:5: error duplicate-id"):
        begin.item(plan.settings, "sectors", "glass")


def test_a_file_that_cannot_be_read_gets_nothing(plan: Plan) -> None:
    """Into a file whose YAML is broken nothing is written; its mistakes are told."""
    plan.edit("sectors.yaml", "items:", "items: [")
    before = (plan.data / "sectors.yaml").read_bytes()
    with pytest.raises(Refused, match="yaml-syntax"):
        begin.item(plan.settings, "sectors", "new-one")
    assert (plan.data / "sectors.yaml").read_bytes() == before


def test_a_new_item_needs_a_section(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown section is a mistake of usage; the nearest one is named."""
    assert cli.main(["new", "sector", "x", "--data", str(plan.folder)]) == 2
    assert 'there is no section "sector"; did you mean "sectors"?' in capsys.readouterr().err
    assert cli.main(["new", "zzz", "x", "--data", str(plan.folder)]) == 2
    assert "there are sectors, indicators" in capsys.readouterr().err
    assert cli.main(["new", "sectors", "--data", str(plan.folder)]) == 2


def test_a_new_item_is_told(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """The place, the lines and what is missing are said, and the end is 0."""
    assert cli.main(["new", "sectors", "new-one", "--data", str(plan.folder)]) == 0
    said = capsys.readouterr().out
    assert re.search(r"sectors\.yaml:13\n  - id: new-one\n", said)
    assert re.search(r"still missing:\n\S+sectors\.yaml:14:16: error to-fill: ", said)
