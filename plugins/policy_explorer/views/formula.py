"""How a derived value came about: the rule in words, and the sum with its numbers in place."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens

LISTED = {"sum": " + ", "product": " × "}
"""Operators that take any number of values, and what stands between these."""


def formula(lens: Lens, fact: Fact) -> str:
    """The sum as it is done by hand: 2^(1 ÷ 5) − 1 = 14.87 %; '' where there is none to show."""
    by = fact.ground.by
    operands = [_operand(lens, name) for name in fact.ground.sources]
    if not all(operands) or not operands:
        return ""
    result = lens.value(fact)
    if by in LISTED:
        return f"{LISTED[by].join(operands)} = {result}"
    key = f"formula.{by}"
    if key not in lens.words:
        return ""
    return f"{lens.words[key].format(*operands, k=_steps(lens, fact))} = {result}"


def _operand(lens: Lens, name: str) -> str:
    """A source's value as a bare number: a year, or digits with the scale the language uses."""
    fact = lens.site.facts.get(name)
    value = fact.value if fact is not None else None
    if isinstance(value, When):
        return str(value.year)
    if isinstance(value, Number):
        return quantities.scaled(value.value, lens.words)
    section = lens.site.sections.get(name)
    return str(len(section.items)) if section is not None else ""


def _steps(lens: Lens, fact: Fact) -> str:
    """How many years after its baseline a value of a path stands; '' for other facts."""
    year = fact.id.rpartition(".")[2]
    start = lens.site.facts.get(f"{fact.subject}.baseline")
    value = start.value if start is not None else None
    return str(int(year) - value.year) if year.isdigit() and isinstance(value, When) else ""
