"""The linked plan: everything finds everything."""

from __future__ import annotations

import pytest
from tests.conftest import Plan

FILES = {
    "relations.yaml": """\
        kinds:
          - {id: feeds, name: {en: feeds, zh: 供料}, inverse: {en: is fed by, zh: 受料}}
        cite: 5
        items:
          - {id: one, kind: feeds, from: sectors/paper, to: sectors/glass}
        """,
    "events.yaml": """\
        items:
          - id: opening
            name: {en: A hall opens, zh: 展厅开放}
            date: {is: 2024-05-01, basis: external, cite: {source: test-herald, terms: [May Day]}}
            about: [sectors/rope]
            basis: external
            cite: {source: test-herald, terms: [hall]}
        """,
    "questions.yaml": """\
        items:
          - id: which-rope
            name: {en: Which rope?, zh: 哪种绳？}
            touches: [sectors/rope, targets/output-half-again.due]
        not_stated:
          - id: responsible
            name: {en: Who is responsible, zh: 谁负责}
            touches: [targets.responsible]
          - id: unit
            name: {en: The unit, zh: 单位}
            touches: [indicators.unit]
        """,
}
FIELD = "fields: {near: {type: ref, to: sectors, label: {en: Near, zh: 邻近}}}\ncite: 4\n"


@pytest.fixture
def full(plan: Plan) -> Plan:
    """The plan with a relation, an event and a question."""
    return plan.write(FILES)


def test_a_relation_is_seen_from_both_ends(full: Plan) -> None:
    """A relation leads from each end to the other, read in the way of that end."""
    ties = full.site().ties
    seen = {
        start: [(tie.to, tie.name.first, tie.fact.id) for tie in ties[start]]
        for start in ("sectors/paper", "sectors/glass")
    }
    assert seen == {
        "sectors/paper": [("sectors/glass", "feeds", "relations/one")],
        "sectors/glass": [("sectors/paper", "is fed by", "relations/one")],
    }


def test_a_field_is_seen_from_what_it_points_at(plan: Plan) -> None:
    """A field that points at an item is a tie of that item, under the field's name."""
    plan.edit("sectors.yaml", "cite: 4\n", FIELD)
    plan.edit("sectors.yaml", "  - id: rope\n", "  - id: rope\n    near: sectors/paper\n")
    (tie,) = plan.site().ties["sectors/paper"]
    assert (tie.to, tie.name["zh"], tie.fact.id) == ("sectors/rope", "邻近", "sectors/rope.near")


def test_mentions(full: Plan) -> None:
    """An item knows the events that are about it; an indicator, its targets."""
    mentions = full.site().mentions
    assert mentions["sectors/rope"] == ("events/opening",)
    assert mentions["indicators/output"] == ("targets/output-half-again",)
    assert "sectors/paper" not in mentions


def test_questions(full: Plan) -> None:
    """What a question touches, item or fact, knows it."""
    questions = full.site().questions
    assert questions["sectors/rope"] == ("questions/which-rope",)
    assert questions["targets/output-half-again.due"] == ("questions/which-rope",)


def test_a_source_knows_its_facts(full: Plan) -> None:
    """A source knows every fact that cites it, by line."""
    by_source = full.site().by_source
    herald = [fact.id for fact in by_source["test-herald"]]
    assert {"events/opening", "events/opening.date"} <= set(herald)
    lines = [min(cite.line for cite in fact.ground.citations) for fact in by_source["test-gazette"]]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("relations.yaml", "kind: feeds,", "kind: feds,", 'did you mean "feeds"?'),
        ("relations.yaml", "to: sectors/glass", "to: sectors/paper", "self-relation"),
        (
            "relations.yaml",
            "to: sectors/glass",
            "to: sectors/glas",
            'did you mean "sectors/glass"?',
        ),
        ("events.yaml", "[sectors/rope]", "[sectors/ropes]", 'did you mean "sectors/rope"?'),
        ("questions.yaml", "half-again.due]", "half-again.date]", 'there is no "targets/output-'),
    ],
)
def test_what_leads_nowhere(full: Plan, name: str, old: str, new: str, words: str) -> None:
    """A pointer that leads nowhere, or back to where it starts, is one mistake."""
    full.edit(name, old, new)
    (problem,) = full.problems()
    assert words in problem
    assert problem.startswith(f"data/{name}:")


def test_every_fact_has_an_address(full: Plan) -> None:
    """A fact stands under its own id, and says of what it is said."""
    site = full.site()
    subjects = {*site.records, *site.sections, "policy", "ledger"}
    for name, fact in site.facts.items():
        assert fact.id == name
        assert fact.subject in subjects
        assert name == fact.subject or name.startswith(f"{fact.subject}.")
