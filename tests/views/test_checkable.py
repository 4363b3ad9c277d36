"""How checkable is the plan: what is answered, by half, not at all; and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Plan

from policy_explorer import pipeline, settings
from policy_explorer.inputs import strings
from policy_explorer.model.basis import Basis
from policy_explorer.model.strings import Words
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._ask import QUESTIONS
from policy_explorer.urls import Urls
from policy_explorer.views import lists
from policy_explorer.views.checkable import checkable_view
from policy_explorer.views.grids import Box, CheckableView
from policy_explorer.views.lens import lens
from policy_explorer.views.spelled import spelled

ROOT = Path(__file__).parents[2]


def _view(found: settings.Settings, lang: str) -> CheckableView:
    site = pipeline.read(found)
    words = strings.load(found, site.policy.codes)
    urls = Urls(site.policy.codes, tuple(site.sections))
    return checkable_view(lens(site, words, urls, lang), lists.of_checks(site)[0])


def _cells(view: CheckableView, target: str) -> dict[str, Box]:
    line = next(line for line in view.lines if line.name.href.endswith(f"{target}.html"))
    return dict(zip(QUESTIONS, line.boxes, strict=True))


def _marks(box: Box) -> list[str]:
    return [said.basis for said in box.said]


@pytest.fixture(scope="module")
def view() -> CheckableView:
    """The matrix of the shipped plan, in English."""
    return _view(settings.find(ROOT), "en")


def test_every_target_is_asked_every_question(view: CheckableView) -> None:
    """The matrix is full: a row a target, a column a question."""
    assert len(view.lines) == 9
    assert len(view.columns) == len(QUESTIONS)
    assert all(len(line.boxes) == len(QUESTIONS) for line in view.lines)


def test_the_heading_is_the_finding(view: CheckableView) -> None:
    """Five targets carry a number, seven a year, none an owner: in each language's own words."""
    assert (
        view.head.title.text
        == "Nine targets: five with a number, seven with a year, none with an owner"
    )
    chinese = _view(settings.find(ROOT), "zh").head.title.text
    assert chinese == "九个目标：五个有数，七个有年份，没有一个写明谁负责"


def test_cells_of_the_doubling(view: CheckableView) -> None:
    """Its ratio, its years and its statistic are stated; unit, price and owner are not."""
    cells = _cells(view, "output-doubling")
    stated = {question for question in QUESTIONS if _marks(cells[question]) == ["stated"]}
    silent = {question for question in QUESTIONS if _marks(cells[question]) == ["not_stated"]}
    assert stated == {"amount", "baseline", "due", "statistic"}
    assert silent == {"unit", "price", "owner"}
    assert not cells["start"].said


def test_half_an_answer_is_shown_and_not_counted(view: CheckableView) -> None:
    """A word for a number and a duration for a date stand beside □, and count as silence."""
    assert _marks(_cells(view, "profit-margin")["amount"]) == ["stated", "not_stated"]
    assert _marks(_cells(view, "top500-firms")["due"]) == ["stated", "not_stated"]
    counts = {column.id: column.count for column in view.columns}
    assert counts["amount"] == "five of eight"
    assert counts["due"] == "seven of nine"
    assert counts["owner"] == "none of nine"


def test_every_answer_leads_to_the_ledger(view: CheckableView) -> None:
    """Each mark leads to an entry; what shows a fact leads to that fact's own."""
    marks = [said for line in view.lines for box in line.boxes for said in box.said]
    assert all("#" in said.href for said in marks)
    assert all(said.href.endswith(f"#{said.fact}") for said in marks if said.fact)


def test_an_owner_named_elsewhere_is_no_answer_of_the_plan(plan: Plan) -> None:
    """Another source's word is shown with its mark, is not counted, and has □ to fall back on."""
    cite = "cite: {source: test-herald, terms: [Mayor]}"
    owner = f"{{is: {{en: The Mayor, zh: 市长}}, basis: external, {cite}}}"
    plan.edit("targets.yaml", "responsible: not_stated", f"responsible: {owner}")
    found = _view(plan.settings, "en")
    box = _cells(found, "output-half-again")["owner"]
    assert [(said.basis, said.text) for said in box.said] == [("external", "The Mayor")]
    assert box.other is not None
    assert box.other.basis == Basis.NOT_STATED
    assert found.head.title.text == "One target: a number, a year, no owner"


def test_a_plan_without_targets_says_so(plan: Plan) -> None:
    """No target, no matrix; the page stands and says it."""
    plan.write({"targets.yaml": "items: []\n"})
    plan.edit("policy.yaml", "    - {targets: [targets/output-half-again]}\n", "")
    plan.edit("policy.yaml", "  lead:\n", "")
    plan.edit("policy.yaml", ", and output up by half by [[targets/output-half-again.due]]", "")
    plan.edit("policy.yaml", "，到[[targets/output-half-again.due]]产出增加一半", "")
    view = _view(plan.settings, "en")
    assert not view.lines
    assert "No target" in view.head.title.text


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_kind_asks_known_questions_of_known_keys(name: str) -> None:
    """What applies to a kind is its own data, and everyone is asked by when and who."""
    asks = KINDS[name].asks
    assert set(asks) <= set(QUESTIONS)
    assert {"due", "owner"} <= set(asks)
    assert all(ask.keys for ask in asks.values())


def test_counts_in_words() -> None:
    """0 to 99 in words, then no number."""
    words = strings.load(settings.find(ROOT), ("zh", "en"))
    zh, en = Words({k: t["zh"] for k, t in words.by.items()}), words.within("en")
    said = [(spelled(n, zh), spelled(n, en)) for n in (0, 2, 10, 12, 20, 22, 99, 100)]
    assert said == [
        ("零", "no"),
        ("两", "two"),
        ("十", "ten"),
        ("十二", "twelve"),
        ("二十", "twenty"),
        ("二十二", "twenty-two"),
        ("九十九", "ninety-nine"),
        ("许多", "many"),
    ]
    assert not any(c.isdigit() for n in range(200) for c in spelled(n, en) + spelled(n, zh))
