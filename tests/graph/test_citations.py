"""Citations: what is cited stands there, or someone is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Plan

from policy_explorer import pipeline
from policy_explorer.graph.citations import State
from policy_explorer.pipeline import Checked
from policy_explorer.problems import Refused

GAZETTE = "test-gazette"


def checked(plan: Plan, *, text: bool = True, strict: bool = False) -> Checked:
    """What came of checking, with the text of the source at hand or without."""
    folder = plan.folder / "sources" if text else None
    return pipeline.check(replace(plan.settings, sources=folder, strict=strict))


def said(found: Checked) -> list[str]:
    """The problems, one line each."""
    return [str(problem) for problem in found.problems]


def states(found: Checked) -> set[State]:
    """How the citations have been checked."""
    assert found.site is not None
    return set(found.site.states.values()) - {State.NO_TEXT}


def test_all_is_found(plan: Plan) -> None:
    """With the text at hand every citation of this plan is found at its line."""
    found = checked(plan, strict=True)
    assert (said(found), states(found)) == ([], {State.VERIFIED})


def test_unchecked_is_only_warned_of(plan: Plan) -> None:
    """Without text and lock a citation is unchecked: a warning, and with `strict` an error."""
    found = checked(plan, text=False)
    assert {problem.severity for problem in found.problems} == {"warning"}
    assert states(found) == {State.UNCHECKED}
    assert checked(plan, text=False, strict=True).site is None


def test_the_lock_remembers(plan: Plan) -> None:
    """What was found once is locked, and needs no text until it is changed."""
    found = checked(plan)
    assert found.site is not None
    pipeline.lock(plan.settings, found.site)
    again = checked(plan, text=False, strict=True)
    assert (said(again), states(again)) == ([], {State.LOCKED})
    plan.edit("sectors.yaml", "{en: Rope,", "{en: Cord,")
    assert [line.split(" ")[1:4] for line in said(checked(plan, text=False))] == [
        ["warning", "unchecked:", "sectors/rope"]
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Hall", "it is on no line of this source"),
        ("of", "it is on line 5"),
        ("hall of its", "it is on line 5"),
    ],
)
def test_a_term_that_is_not_there(plan: Plan, name: str, hint: str) -> None:
    """A term that is not on its line is an error that says where it is."""
    plan.edit("sectors.yaml", "{en: Rope,", f"{{en: {name},")
    message = f'"{name}" is not on line 4 of {GAZETTE}'
    assert said(checked(plan)) == [f"data/sectors.yaml:5:7: error not-found: {message}; {hint}"]


def test_a_line_that_cannot_be_read(plan: Plan) -> None:
    """A citation that cannot be read is one mistake, also with the text at hand."""
    plan.edit("sectors.yaml", "cite: 4\n", "cite: four\n")
    assert [line.split(" ")[2] for line in said(checked(plan))] == ["bad-cite:"]


def test_a_number_is_printed_whole(plan: Plan) -> None:
    """A stated number that its terms do not print is an error."""
    plan.edit("targets.yaml", "due: 2028", 'due: {is: 2028, cite: {line: 7, terms: ["20281"]}}')
    (problem,) = plan.problems()
    assert problem.startswith("data/targets.yaml:9:10: error not-printed: ")


def test_terms_are_no_sentences(plan: Plan) -> None:
    """A term that copies a sentence of the source is an error."""
    long = "cite: {line: 3, terms: [The council names. What it will support]}\n"
    plan.edit("sectors.yaml", "  - id: rope\n", f"  - id: rope\n    {long}")
    (problem,) = plan.problems()
    assert problem.startswith("data/sectors.yaml:12:11: error sentence-term: ")


def test_a_lock_that_was_tampered_with(plan: Plan) -> None:
    """A line of the lock that is no digest is an error, not a citation that counts."""
    plan.write({"sources.lock": "# by hand\nverified, honestly\n"})
    with pytest.raises(Refused) as caught:
        plan.check()
    expected = "data/sources.lock:2:1: error bad-lock: no digest; write it anew: check"
    assert str(caught.value).startswith(expected)


def test_an_own_source_without_text_has_no_lines(plan: Plan) -> None:
    """Where no text is kept, terms are enough, and a stated number must stand in them."""
    target = "cite: {line: 7, terms: [1.5 times]}"
    plan.edit("targets.yaml", target, "cite: {terms: [1.5 times]}")
    assert "needs a line" in plan.problems()[0]
    plan.edit("sources.yaml", "text: 9", "text: none")
    assert plan.problems() == []
    plan.edit("targets.yaml", "{terms: [1.5 times]}", "{terms: [output]}")
    assert "not-printed" in plan.problems()[0]


def test_a_count_is_held_against_its_own_voice(plan: Plan) -> None:
    """What another source counts is held against what other sources name."""
    cite = "{source: test-herald, terms: [Paper]}"
    count = "basis: external, cite: {source: test-herald, terms: [two sectors]}"
    plan.edit("sectors.yaml", "is: 3, cite: {line: 4, terms: [three sectors]}", f"is: 2, {count}")
    assert "0 are listed" in plan.problems()[0]
    for name in ("en: Paper, zh: 纸张}", "en: Glass, zh: 玻璃}"):
        plan.edit("sectors.yaml", name, f"{name}\n    basis: external\n    cite: {cite}")
    assert plan.problems() == []
