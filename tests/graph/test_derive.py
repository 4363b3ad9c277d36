"""derived.yaml: facts that are computed, never typed."""

from __future__ import annotations

import pytest
from tests.conftest import Plan

from policy_explorer.model.basis import Basis
from policy_explorer.model.number import Number, plain

GOAL, DUE = "targets/output-half-again.goal", "targets/output-half-again.due"
NAME = "name: {en: A, zh: 甲}"


def entry(name: str, by: str, start: str, more: str = "") -> str:
    """An entry of derived.yaml."""
    return f"  - {{id: {name}, {NAME}, by: {by}, from: [{start}]{more}}}\n"


def written(plan: Plan, *entries: str) -> Plan:
    """The plan with these entries."""
    return plan.write({"derived.yaml": "items:\n" + "".join(entries)})


@pytest.mark.parametrize(
    ("by", "start", "value"),
    [
        ("count", "sectors", "3"),
        ("sum", f"{GOAL}, sectors.stated_count", "153"),
        ("difference", f"{DUE}, policy.announced", "4"),
        ("ratio", f"{GOAL}, sectors.stated_count", "50"),
        ("add_years", "policy.announced, sectors.stated_count", "2027"),
    ],
)
def test_what_comes_out(plan: Plan, by: str, start: str, value: str) -> None:
    """An operator works on facts, a date standing for its year; its fact names them."""
    fact = written(plan, entry("a", by, start)).site().facts["derived/a"]
    assert isinstance(fact.value, Number)
    assert (plain(fact.value.value), fact.ground.by) == (value, by)
    assert (fact.basis, ", ".join(fact.ground.sources)) == (Basis.DERIVED, start)


def test_an_entry_may_use_another(plan: Plan) -> None:
    """What was derived can be used by other entries, wherever they stand."""
    last = entry("a", "count", "sectors")
    site = written(plan, entry("b", "sum", "derived/a, derived/a"), last).site()
    value = site.facts["derived/b"].value
    assert isinstance(value, Number)
    assert value.value == 6


def test_rounding(plan: Plan) -> None:
    """With `digits` a value has so many significant digits, else all that were computed."""
    three = "targets/output-half-again.path.2027, sectors.stated_count"
    site = written(plan, entry("a", "ratio", three, ", digits: 3")).site()
    value = site.facts["derived/a"].value
    assert isinstance(value, Number)
    assert plain(value.value) == "45.2"


def test_the_weakest_basis(plan: Plan) -> None:
    """What is made from an external fact is external."""
    field = "fields: {size: {type: number, label: {en: Size, zh: 规模}}}\n"
    plan.edit("sectors.yaml", "cite: 4\n", f"{field}cite: 4\n")
    said = "    size: {is: 5, basis: external, cite: {source: test-herald, terms: [five]}}\n"
    plan.edit("sectors.yaml", "  - id: rope\n", f"  - id: rope\n{said}")
    site = written(plan, entry("a", "sum", f"sectors/rope.size, {GOAL}")).site()
    assert site.facts["derived/a"].basis is Basis.EXTERNAL


@pytest.mark.parametrize(
    ("by", "start", "words"),
    [
        ("sum", "sectors/paper", '"sectors/paper" is no fact with a number'),
        ("ratio", GOAL, "ratio takes 2 values, not 1"),
        ("count", "targets", '"targets" is no section whose items can be counted'),
        ("compound", ", ".join([DUE] * 3), "compound gives a number too large to print"),
    ],
)
def test_what_cannot_be_derived(plan: Plan, by: str, start: str, words: str) -> None:
    """A wrong kind or number of values, or no result, is one mistake, in words."""
    written(plan, entry("a", by, start))
    (problem,) = plan.problems()
    assert problem.startswith("data/derived.yaml:2:")
    assert problem.endswith(f"error not-derivable: {words}")


def test_a_circle(plan: Plan) -> None:
    """What leads back to itself is an error at each entry on the way."""
    written(plan, entry("a", "sum", "derived/b"), entry("b", "sum", "derived/a"))
    assert [line.partition(": derived/")[0] for line in plan.problems()] == [
        "data/derived.yaml:2:44: error circular",
        "data/derived.yaml:3:44: error circular",
    ]


def test_one_mistake_one_line(plan: Plan) -> None:
    """A dangling id or an unknown operator is one mistake, also where others build on it."""
    written(plan, entry("a", "sum", "derived/z"), entry("b", "sum", "derived/a"))
    assert [line.split(" ")[2] for line in plan.problems()] == ["dangling:"]
    written(plan, entry("a", "mean", GOAL), entry("b", "sum", "derived/a"))
    assert [line.split(" ")[2] for line in plan.problems()] == ["unknown-choice:"]
