"""One mistake is told once: what only follows from it is not told, or told after it."""

from __future__ import annotations

import pytest
from tests.conftest import Plan
from tests.mistakes import KINDS, NAME, POLICY, ROPE, SECTORS, TARGETS

from policy_explorer.problems import as_text, errors, in_order

FIELD = """\
fields:
  maker: {type: text, label: {en: Maker, zh: 制造者}}
groups:
  - {id: old, name: {en: Old, zh: 旧}, stated_count: 3, cite: 4}
cite: 4
"""
PLACED = "    group: old\n    maker: not_stated\n"
ITEMS = "id: paper", "id: glass", "id: rope"
CHARTS = """
    items:
      - id: half-again
        kind: trajectory
        name: {en: "To [[targets/output-half-again.path.2028]]", zh: 图}
        targets: [targets/output-half-again]
      - id: falls
        kind: dots
        name: {en: Falls, zh: 降}
        observations: [observations/fall, observations/rise]
    """
SEEN = """
    basis: external
    cite: {source: test-herald, terms: [x]}
    items:
      - {id: fall, name: {en: F, zh: 降}, indicator: indicators/output, period: 2025,
         value: 3, unit: yuan}
      - {id: rise, name: {en: R, zh: 升}, indicator: indicators/output, period: 2026,
         value: 4, unit: yuan}
    """
DERIVED = """
    items:
      - {id: all, name: {en: All, zh: 共}, by: count, from: [sectors]}
      - {id: half, name: {en: H, zh: 半}, by: ratio,
         from: [sectors.stated_count, sectors.old.stated_count]}
    """
TIES = KINDS.replace("cite: 5\n", "cite: 4\n") + (
    "  - {id: one, kind: feeds, from: sectors/paper, to: sectors/glass}\n"
    "  - {id: two, kind: feeds, from: sectors/paper, to: sectors/rope}\n"
)
QUESTIONS = """
    items: []
    not_stated:
      - id: who
        name: {en: Who, zh: 谁}
        touches: [targets/output-half-again.responsible, sectors.maker, indicators.unit]
    """

MISTAKES = {
    "kind of a target": (
        (TARGETS, "ratio_to_baseline", "ratio_to_base"),
        "targets.yaml:3:11: error unknown-choice",
    ),
    "key that a kind needs": (
        (TARGETS, "    baseline: 2024", "    baselin: 2024"),
        "targets.yaml:8:5: error unknown-key",
    ),
    "key that a kind needs, not there": (
        (TARGETS, "    baseline: 2024\n", ""),
        "targets.yaml:3:5: error missing-key",
    ),
    "unit of an observation": (
        ("observations.yaml", "value: 3, unit: yuan", "value: 3, unit: yaun"),
        "observations.yaml:6:22: error unknown-unit",
    ),
    "periods of observations": (
        ("observations.yaml", "period: 2025", "period: 2025年底"),
        "observations.yaml:5:76: error bad-date",
    ),
    "end of a relation": (
        ("relations.yaml", "to: sectors/rope", "to: sectors／rope"),
        "relations.yaml:6:60: error bad-ref",
    ),
    "kind of relations": (
        ("relations.yaml", "{id: feeds, ", "{id: Feeds, "),
        "relations.yaml:2:10: error bad-id",
    ),
    "section that is not listed": (
        (POLICY, "sections: [sectors]", "sections: []"),
        "sectors.yaml:1:1: error unlisted-file",
    ),
    "section listed under another name": (
        (POLICY, "sections: [sectors]", "sections: [sector]"),
        "policy.yaml:18:12: error missing-file",
    ),
    "key of the list of sections": (
        (POLICY, "sections: [", "sectons: ["),
        "policy.yaml:18:1: error unknown-key",
    ),
    "count of a section": (
        (SECTORS, "stated_count: {", "stated_cuont: {"),
        "sectors.yaml:4:1: error unknown-key",
    ),
    "count that is no number": (
        (SECTORS, "{is: 3,", "{is: x3,"),
        "sectors.yaml:4:20: error bad-number",
    ),
    "key of the groups": (
        (SECTORS, "\ngroups:", "\ngruops:"),
        "sectors.yaml:7:1: error unknown-key",
    ),
    "id of a group": ((SECTORS, "{id: old,", "{id: Old,"), "sectors.yaml:8:10: error bad-id"),
    "type of a field": (
        (SECTORS, "type: text", "type: txet"),
        "sectors.yaml:6:17: error unknown-choice",
    ),
    "key of the fields": (
        (SECTORS, "\nfields:", "\nfeilds:"),
        "sectors.yaml:5:1: error unknown-key",
    ),
    "item that is given twice": (
        (SECTORS, ROPE, f"  - {{id: glass, group: old, name: {{en: G, zh: 玻}}}}\n{ROPE}"),
        "sectors.yaml:19:6: error duplicate-id",
    ),
    "id of the plan's own source": (
        ("sources.yaml", "id: test-gazette", "id: test-gazete"),
        "policy.yaml:12:1: error dangling",
    ),
    "item without its dash": (
        (SECTORS, f"{ROPE}{PLACED}", PLACED),
        "sectors.yaml:19:5: error duplicate-key",
    ),
    "keys in a name": (
        (SECTORS, NAME, "name: {en: Rope, zh: 绳缆, a: b, c: d, e: f}"),
        "sectors.yaml:22:30: error unknown-language",
    ),
    "language of a name": (
        (SECTORS, "{en: Rope, zh: 绳缆}", "{en: Rope, zn: 绳缆}"),
        "sectors.yaml:22:22: error unknown-language",
    ),
}
"""What is changed in a plan that leads to itself from everywhere, and the only thing then wrong."""


@pytest.fixture
def wired(plan: Plan) -> Plan:
    """A plan in which everything is pointed at, from files that come before it."""
    for item in ITEMS:
        plan.edit(SECTORS, item, f"{item}\n{PLACED}".rstrip())
    plan.edit(SECTORS, "\ncite: 4\n", f"\n{FIELD}").edit(
        POLICY, "columns: [sectors]", "line: sectors"
    )
    files = {"charts": CHARTS, "observations": SEEN, "derived": DERIVED, "relations": TIES}
    return plan.write({f"{n}.yaml": t for n, t in (*files.items(), ("questions", QUESTIONS))})


def test_a_plan_that_is_wired_is_right(wired: Plan) -> None:
    """Nothing is wrong before a mistake is made."""
    assert wired.problems() == []


@pytest.mark.parametrize(("edit", "line"), MISTAKES.values(), ids=MISTAKES)
def test_what_follows_is_not_told(wired: Plan, edit: tuple[str, str, str], line: str) -> None:
    """Where the cause is certain, it alone is told."""
    found = wired.edit(*edit).problems()
    assert [problem.split(": ")[:2] for problem in found] == [f"data/{line}".split(": ")], found


def test_what_may_follow_comes_after(wired: Plan) -> None:
    """An item that is called like another is told of before what leads to its old id."""
    wired.edit(SECTORS, "id: rope", "id: glass")
    codes = [problem.code for problem in in_order(errors(wired.check().problems))]
    assert codes == ["duplicate-id", "dangling"]
    assert as_text(wired.check().problems).startswith("data/sectors.yaml:")


OWN = {
    "group that is not there": (SECTORS, f"{PLACED}    {NAME}", f"    group: odd\n    {NAME}"),
    "fact that is not there": ("derived.yaml", "sectors.old.stated", "sectors.odd.stated"),
    "item that is not there": (
        "relations.yaml", "paper, to: sectors/rope", "papr, to: sectors/rope"
    ),
}  # fmt: skip
"""What is wrong by itself."""


@pytest.mark.parametrize("edit", OWN.values(), ids=OWN)
def test_what_does_not_follow_is_told(wired: Plan, edit: tuple[str, str, str]) -> None:
    """A mistake of its own is told, whatever else is wrong."""
    wired.edit(TARGETS, "ratio_to_baseline", "ratio_to_base")
    wired.edit(SECTORS, "type: text", "type: txt")
    alone = len(wired.problems())
    found = wired.edit(*edit).problems()
    assert len(found) == alone + 1
    assert any(problem.startswith(f"data/{edit[0]}:") for problem in found)


def test_a_language_that_is_not_listed_is_told_once(plan: Plan) -> None:
    """A language that many texts have and the list has not is one line, where the list stands."""
    items = (f"  - id: x-{n}\n    name: {{en: X{n}, zh: 项{n}}}\n" for n in range(30))
    path = plan.data / SECTORS
    path.write_text(path.read_text(encoding="utf-8") + "".join(items), encoding="utf-8")
    plan.edit(SECTORS, "stated_count", "open_list: true\nstated_count")
    plan.edit(POLICY, "code: zh", "code: zho")
    (line,) = plan.problems()
    assert line.startswith('data/policy.yaml:16:3: error unknown-language: "zh" stands in ')


def test_a_wrong_citation_is_not_called_unchecked(plan: Plan) -> None:
    """Of a citation that leads nowhere it is not also said that nobody has checked it."""
    plan.edit(SECTORS, "cite: 4\n", "cite: 10\n")
    told = [p.code for p in plan.check().problems if (p.path, p.line) == (f"data/{SECTORS}", 5)]
    assert set(told) == {"bad-cite"}
