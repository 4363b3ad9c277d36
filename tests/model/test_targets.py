"""Target kinds: what follows from a target, and what would make it nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Plan

from policy_explorer.model import targets
from policy_explorer.model.number import Number, plain

TARGET = "targets/output-half-again"
RATIO = "{is: 1.5, cite: {line: 7, terms: [1.5 times]}}"


def values(plan: Plan) -> dict[str, str]:
    """The numbers derived from the plan's target, by the rest of their ids."""
    return {
        fact.id.removeprefix(f"{TARGET}."): plain(fact.value.value)
        for fact in plan.site().facts_of(TARGET)
        if isinstance(fact.value, Number) and fact.ground.by
    }


def test_the_closed_list() -> None:
    """Each module of the folder is one kind, under the module's name."""
    folder = Path(targets.__file__).parent
    modules = {path.stem for path in folder.glob("[a-z]*.py")}
    assert set(targets.KINDS) == modules
    assert {"count_at_least", "deliverable", "direction", "units_at_threshold"} < modules


def test_what_a_ratio_derives(plan: Plan) -> None:
    """From a ratio follow goal, span, rate, equal step and the path, under fixed ids."""
    assert values(plan) == {
        "goal": "150",
        "span": "4",
        "rate": "10.67",
        "step": "12.50",
        "path.2024": "100",
        "path.2025": "110.67",
        "path.2026": "122.47",
        "path.2027": "135.54",
        "path.2028": "150",
    }


def test_the_plan_of_a_doubling(plan: Plan) -> None:
    """A doubling in five years goes from 100 by 14.87 percent a year to exactly 200."""
    plan.edit("targets.yaml", RATIO, "{is: 2, cite: {line: 7, terms: [double]}}")
    plan.edit("targets.yaml", "due: 2028", 'due: {is: 2029, cite: {line: 7, terms: ["2029"]}}')
    found = values(plan)
    path = [found[f"path.{year}"] for year in range(2024, 2030)]
    assert path == ["100", "114.87", "131.95", "151.57", "174.11", "200"]
    assert (found["goal"], found["rate"]) == ("200", "14.87")


@pytest.mark.parametrize("value", ["1.5", "2024\n", "2028\n"])
def test_nothing_follows_from_silence(plan: Plan, value: str) -> None:
    """Where ratio, baseline or due date is not stated, nothing is derived."""
    plan.edit("targets.yaml", f": {value}", f": {value.replace(value.strip(), 'not_stated')}")
    assert values(plan) == {}


@pytest.mark.parametrize("word", ["0", "0.0"])
def test_a_ratio_is_above_zero(plan: Plan, word: str) -> None:
    """A ratio of zero cannot be meant."""
    said = f'{{is: "{word}", cite: {{line: 7, terms: ["{word}"]}}}}'
    plan.edit("targets.yaml", RATIO, said)
    message = f"{TARGET} is a ratio to a baseline, which must be above 0"
    assert plan.problems() == [f"data/targets.yaml:7:5: error bad-number: {message}"]
