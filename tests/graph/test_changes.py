"""What has changed in the facts since the newest version: found, printed, pasted, remembered."""

from __future__ import annotations

import pytest
from tests.conftest import Plan

from policy_explorer import begin, pipeline
from policy_explorer.cli import main
from policy_explorer.graph.changes import Change
from policy_explorer.writers import entry

HOSTILE = "en: 'Rope: \"a # b\" {c} [d] \\\\ &e *f',"
CHANGES = """
items:
  - version: 1.0.0
    date: 2026-01-02
    summary: {en: First, zh: 首版}
"""


@pytest.fixture
def told(plan: Plan) -> Plan:
    """A plan whose first version is remembered."""
    plan.write({"changes.yaml": CHANGES})
    pipeline.remember(plan.settings, pipeline.read(plan.settings), "1.0.0")
    return plan


def news(plan: Plan) -> tuple[Change, ...]:
    """What has changed since the newest version."""
    return pipeline.news(plan.settings, pipeline.read(plan.settings))[1]


def test_nothing_has_changed(told: Plan) -> None:
    """Where no fact says another thing there is nothing to tell."""
    assert news(told) == ()


def test_without_a_memory_nothing_is_said(plan: Plan) -> None:
    """A plan of which no version was remembered has no changes to list."""
    assert news(plan) == ()


def test_added_changed_and_removed(told: Plan) -> None:
    """A fact that is new, one that says another thing, and one that is gone are told apart."""
    told.edit("sectors.yaml", "id: glass", "id: tiles").edit(
        "sectors.yaml", "en: Rope,", "en: Cord,"
    )
    assert set(news(told)) == {
        Change("sectors/tiles", "", "Glass / 玻璃"),
        Change("sectors/glass", "Glass / 玻璃", ""),
        Change("sectors/rope", "Rope / 绳缆", "Cord / 绳缆"),
    }


def test_an_entry_that_was_pasted_is_told(told: Plan) -> None:
    """What is printed can be pasted, whatever the words hold, and is then no news any more."""
    told.edit("sectors.yaml", "en: Rope,", HOSTILE)
    (change,) = news(told)
    assert '"a # b" {c} [d] \\\\ &e *f' in change.after
    written = entry.entry(news(told), ("en", "zh"))
    for blank in ("1.1.0", "2026-02-03", "Second", "再版"):
        written = written.replace("…", blank, 1)
    told.write({"changes.yaml": CHANGES.replace("items:\n", f"items:\n{written}\n")})
    assert news(told) == ()
    told.edit("sectors.yaml", "en: Glass,", "en: Panes,")
    assert [one.fact for one in news(told)] == ["sectors/glass"]


def test_a_new_version_is_begun(told: Plan) -> None:
    """`new changes` writes the entry with every changed fact and remembers the new state."""
    told.edit("sectors.yaml", "en: Rope,", "en: Cord,")
    begun = begin.item(told.settings, "changes", "1.1.0")
    assert any("fact: sectors/rope" in row for row in begun.rows)
    assert {problem.code for problem in begun.missing} == {"to-fill"}
    words = (told.data / "changes.yaml").read_text(encoding="utf-8")
    told.write({"changes.yaml": words.replace("{en: …, zh: …}", "{en: Two, zh: 二}")
                .replace("date: …", "date: 2026-02-03")})  # fmt: skip
    assert news(told) == ()


def test_a_memory_that_is_spoilt(told: Plan) -> None:
    """A line of the lock that is no fact with its value is a mistake at its place."""
    lock = told.data / "facts.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"facts\.lock:\d+:1: error bad-lock"):
        news(told)


def test_check_prints_it(told: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` says how many facts changed and prints the entry."""
    told.edit("sectors.yaml", "en: Rope,", "en: Cord,")
    assert main(["check", "--data", str(told.data), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "since 1.0.0: 0 facts added, 1 changed, 0 removed" in out
    assert "- {fact: sectors/rope, from:" in out
