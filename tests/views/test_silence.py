"""Why a value is not stated: words that a reader of a table alone can understand."""

from __future__ import annotations

import pytest
from tests.conftest import Plan

from policy_explorer.inputs import strings
from policy_explorer.urls import Urls
from policy_explorer.views import build
from policy_explorer.views.silence import gaps, reason

ENTRY = """items: []
not_stated:
  - id: gap
    name: {en: Who and when, zh: 谁、何时}
    touches: [TOUCHES]
    note: {en: Nobody is named., zh: 没有点名。}
"""
FACT = "targets/output-half-again.responsible"
TOPIC = {"en": "Not stated in the plan: Who and when.", "zh": "原文没有写：谁、何时。"}
WHOLE = {"en": f"{TOPIC['en']} Nobody is named.", "zh": f"{TOPIC['zh']}没有点名。"}


def reasons(plan: Plan, touches: str) -> dict[str, str]:
    """Why a fact is silent, by language, where an entry touches these."""
    plan.write({"questions.yaml": ENTRY.replace("TOUCHES", touches)})
    site = plan.site()
    said = strings.load(plan.settings, site.policy.codes)
    lenses = build.lenses(site, said, Urls(site.policy.codes, tuple(site.sections)))
    return {lens.lang: reason(lens, site.facts[FACT], gaps(site)) for lens in lenses}


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ("targets.responsible", WHOLE),
        (FACT, WHOLE),
        ("targets.responsible, targets.due", TOPIC),
    ],
)
def test_a_note_stands_where_it_is_of_the_key(
    plan: Plan, touches: str, expected: dict[str, str]
) -> None:
    """The gap is named in a sentence; its note follows where all it touches is of one key."""
    assert reasons(plan, touches) == expected


def test_without_an_entry_silence_is_explained(plan: Plan) -> None:
    """A gap of which nothing is said has the sentence of all gaps."""
    assert reasons(plan, "targets.due")["en"].startswith("The plan does not say")
