"""What a fact rests on: written on it, or inherited from its item or its section."""

from __future__ import annotations

import pytest
from tests.conftest import Plan

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ref
from policy_explorer.model.text import Text

SECTION = """\
    name: {{en: Sectors, zh: 行业}}
    one: {{en: sector, zh: 行业}}
    plural: {{en: sectors, zh: 行业}}
    fields:
      seat: {{type: text, label: {{en: Seat, zh: 驻地}}}}
      near: {{type: ref, to: sectors, label: {{en: Near, zh: 邻近}}}}
      since: {{type: date, label: {{en: Since, zh: 始于}}}}
      said: {{type: texts, label: {{en: Said, zh: 说法}}}}
      allies: {{type: refs, to: sectors, label: {{en: Allies, zh: 伙伴}}}}
      size: {{type: number, label: {{en: Size, zh: 规模}}, otherwise: not_stated}}
    stated_count: {{is: 3, cite: {{line: 4, terms: [three]}}}}
    cite: [4, 2]
    items:
      - id: paper
        name: {{en: Paper, zh: 纸张}}
        {0}
      - id: glass
        name: {{en: Glass, zh: 玻璃}}
      - id: rope
        name: {{en: Rope, zh: 绳缆}}
    """
SEAT = "{en: Here, zh: 此地}"
WHY = "{en: it is so, zh: 理所当然}"


def facts(plan: Plan, *fields: str) -> dict[str, Fact]:
    """The facts of the first item, by their ids, with these fields."""
    plan.write({"sectors.yaml": SECTION.format("\n        ".join(fields))})
    return dict(plan.site().facts)


def cited(fact: Fact) -> list[tuple[str, int, tuple[str, ...]]]:
    """Source, line and terms of each citation."""
    return [(cite.source, cite.line, cite.terms) for cite in fact.ground.citations]


def test_an_item_inherits_from_its_section(plan: Plan) -> None:
    """A plain item is stated, on the lines of its section, its first name being the term."""
    fact = facts(plan)["sectors/paper"]
    assert fact.basis is Basis.STATED
    assert cited(fact) == [("test-gazette", 4, ("Paper",)), ("test-gazette", 2, ("Paper",))]


def test_a_field_inherits_from_its_item(plan: Plan) -> None:
    """A bare field is stated on the lines of its item, its own words being the term."""
    fact = facts(plan, "cite: 5", f"seat: {SEAT}")["sectors/paper.seat"]
    assert (fact.basis, cited(fact)) == (Basis.STATED, [("test-gazette", 5, ("Here",))])


def test_a_value_without_words_has_its_item_s(plan: Plan) -> None:
    """A pointer has no words of its own, so the terms in reach are its terms."""
    fact = facts(plan, "near: sectors/rope")["sectors/paper.near"]
    assert cited(fact)[0] == ("test-gazette", 4, ("Paper",))
    terms = "cite: {line: 3, terms: [council, support]}"
    fact = facts(plan, terms, "near: sectors/rope")["sectors/paper.near"]
    assert cited(fact) == [("test-gazette", 3, ("council", "support"))]


def test_a_field_s_own_citation_wins(plan: Plan) -> None:
    """What a field cites itself stands in place of what it would inherit."""
    said = f"{{is: {SEAT}, cite: {{line: 8, terms: [hall]}}}}"
    fact = facts(plan, f"seat: {said}")["sectors/paper.seat"]
    assert cited(fact) == [("test-gazette", 8, ("hall",))]


def test_another_source_inherits_nothing(plan: Plan) -> None:
    """An external field cites only its own source."""
    said = f"{{is: {SEAT}, basis: external, cite: {{source: test-herald, terms: [hall]}}}}"
    fact = facts(plan, f"seat: {said}")["sectors/paper.seat"]
    assert (fact.basis, cited(fact)) == (Basis.EXTERNAL, [("test-herald", 0, ("hall",))])


def test_a_reading_of_an_editor_cites_nothing(plan: Plan) -> None:
    """An inferred field has a reason and no line: the plan does not say it."""
    said = f"{{is: {SEAT}, basis: inferred, because: {WHY}}}"
    fact = facts(plan, f"seat: {said}")["sectors/paper.seat"]
    assert (fact.basis, cited(fact)) == (Basis.INFERRED, [])
    assert fact.ground.because == Text((("en", "it is so"), ("zh", "理所当然")))


def test_a_reading_is_derived(plan: Plan) -> None:
    """A printed date in standard form is derived by reading, from the words cited for it."""
    said = "{is: 2024-01-01, by: reading, cite: {line: 5, terms: [New Year]}}"
    fact = facts(plan, f"since: {said}")["sectors/paper.since"]
    assert (fact.basis, fact.ground.by) == (Basis.DERIVED, "reading")
    assert cited(fact) == [("test-gazette", 5, ("New Year",))]


def test_only_a_reading_is_typed(plan: Plan) -> None:
    """No other operator has a typed value."""
    text = SECTION.format("since: {is: 2024, by: sum, from: [policy.announced]}")
    plan.write({"sectors.yaml": text})
    place, _, words = plan.problems()[0].partition(" error ")
    assert (place, words.partition(";")[0]) == (
        "data/sectors.yaml:16:27:",
        'unknown-choice: "sum" cannot stand here',
    )


@pytest.mark.parametrize("written", ["seat: not_stated", "seat: {is: not_stated}"])
def test_silence(plan: Plan, written: str) -> None:
    """Silence is a fact like any other: it has an id and no value."""
    fact = facts(plan, written)["sectors/paper.seat"]
    assert (fact.basis, fact.value) == (Basis.NOT_STATED, None)


def test_silence_in_quotes_is_a_word(plan: Plan) -> None:
    """Only the bare word is silence; in quotes it is what the source says."""
    plan.write({"sectors.yaml": SECTION.format('seat: "not_stated"')})
    assert "wrong-shape" in plan.problems()[0]


def test_silence_where_nothing_is_said(plan: Plan) -> None:
    """A field declared `otherwise: not_stated` is silent for every item that does not say it."""
    said = "size: {is: 5, cite: {line: 8, terms: [5 halls]}}"
    found = {name: fact.basis for name, fact in facts(plan, said).items() if ".size" in name}
    assert found == {
        "sectors/paper.size": Basis.STATED,
        "sectors/glass.size": Basis.NOT_STATED,
        "sectors/rope.size": Basis.NOT_STATED,
    }


def test_entries_of_a_list_are_counted(plan: Plan) -> None:
    """Each entry of a list is a fact of its own, numbered from 1, bare or a statement."""
    said = f"said: [{SEAT}, {{is: {SEAT}, basis: inferred, because: {WHY}}}]"
    found = facts(plan, said, "allies: [sectors/rope, sectors/glass]")
    assert [(name, str(fact.basis)) for name, fact in found.items() if "paper." in name] == [
        ("sectors/paper.said.1", "stated"),
        ("sectors/paper.said.2", "inferred"),
        ("sectors/paper.allies.1", "stated"),
        ("sectors/paper.allies.2", "stated"),
        ("sectors/paper.size", "not_stated"),
    ]
    ally = found["sectors/paper.allies.2"]
    assert isinstance(ally.value, Ref)
    assert (ally.value.to, ally.key, ally.subject) == ("sectors/glass", "allies", "sectors/paper")


def test_sources_are_their_own_source(plan: Plan) -> None:
    """What is said of a source rests on that source: the plan's is stated, others external."""
    found = plan.site().facts
    bases = {name: str(found[f"sources/{name}"].basis) for name in ("test-gazette", "test-herald")}
    assert bases == {"test-gazette": "stated", "test-herald": "external"}
    assert found["sources/test-herald.publisher"].basis is Basis.NOT_STATED
