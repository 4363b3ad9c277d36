"""What goes with what: which pairs stand, what a cell says, and what nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Plan

from policy_explorer import pipeline, settings
from policy_explorer.inputs import strings
from policy_explorer.urls import Urls
from policy_explorer.views.grids import Box, Matrix, RelationsView
from policy_explorer.views.lens import lens
from policy_explorer.views.pairs import LARGEST
from policy_explorer.views.relations import relations_view

ROOT = Path(__file__).parents[2]
MILLS = """
    name: {en: Mills, zh: 工厂}
    one: {en: mill, zh: 工厂}
    plural: {en: mills, zh: 工厂}
    open_list: true
    fields:
      sector: {type: ref, to: sectors, label: {en: Sector, zh: 行业}, otherwise: not_stated}
    cite: 5
    items:
      - id: first
        name: {en: First Mill, zh: 第一厂}
        sector: sectors/paper
      - id: second
        name: {en: Second Mill, zh: 第二厂}
"""
RELATIONS = """
    kinds:
      - {id: serves, name: {en: serves, zh: 服务于}, inverse: {en: is served by, zh: 被服务}}
    items:
      - id: second-serves-glass
        kind: serves
        from: mills/second
        to: sectors/glass
        basis: inferred
        because: {en: By its name., zh: 按名称。}
"""


def _view(found: settings.Settings, lang: str) -> RelationsView:
    site = pipeline.read(found)
    words = strings.load(found, site.policy.codes)
    return relations_view(lens(site, words, Urls(site.policy.codes, tuple(site.sections)), lang))


def _with_mills(plan: Plan) -> Plan:
    plan.write({"mills.yaml": MILLS, "relations.yaml": RELATIONS})
    return plan.edit("policy.yaml", "sections: [sectors]", "sections: [sectors, mills]")


def _cell(matrix: Matrix, row: str, column: str) -> Box:
    at = [seg.text for seg in matrix.columns].index(column)
    lines = (line for part in matrix.parts for line in part.lines)
    return next(line.boxes[at] for line in lines if line.name.text == row)


@pytest.fixture(scope="module")
def view() -> RelationsView:
    """The matrices of the shipped plan, in English."""
    return _view(settings.find(ROOT), "en")


def test_the_shipped_plan_links_none_of_what_home_shows(view: RelationsView) -> None:
    """The heading says so, and the first tables are those of home."""
    assert view.head.title.text.endswith("the plan does not say which belongs to which")
    first = {matrix.id for matrix in view.matrices[:3]}
    assert first == {"industries-ecosystems", "industries-zones", "zones-ecosystems"}


def test_two_voices_meet_in_one_cell(view: RelationsView) -> None:
    """Another source and the editor both link these two; each has its mark, the plan has □."""
    matrix = next(m for m in view.matrices if m.id == "zones-ecosystems")
    box = _cell(matrix, "Pharmaceuticals and Food", "Biomedicine")
    assert [said.basis for said in box.said] == ["external", "inferred"]
    assert box.other is not None
    assert box.other.href.endswith("#zones/pharma-food.ecosystem")


def test_silence_leads_to_the_ledger_where_it_is_a_fact(view: RelationsView) -> None:
    """An empty cell is not stated, and leads to the field that says so."""
    matrix = next(m for m in view.matrices if m.id == "zones-ecosystems")
    box = _cell(matrix, "China Dental Valley", "Food and beverages")
    (said,) = box.said
    assert said.basis == "not_stated"
    assert said.href.endswith("#zones/china-dental-valley.ecosystem")


def test_every_cell_says_something(view: RelationsView) -> None:
    """Only where a thing meets itself is a cell empty."""
    for matrix in view.matrices:
        boxes = [box for part in matrix.parts for line in part.lines for box in line.boxes]
        empty = sum(not box.said for box in boxes)
        is_self = matrix.id.split("-")[0] == matrix.id.split("-")[-1]
        assert empty == (len(matrix.columns) if is_self else 0), matrix.id


def test_no_digit_is_the_sites_own(view: RelationsView) -> None:
    """Counts stand in words."""
    said = [m.title + m.silent + "".join(s.text for s in m.sums) for m in view.matrices]
    assert said
    assert not [words for words in said if any(c.isdigit() for c in words)]


def test_links_of_a_small_plan(plan: Plan) -> None:
    """A stated field, a reading and silence, each as what it is; the reading with its reason."""
    (matrix,) = _view(_with_mills(plan).settings, "en").matrices
    assert matrix.title == "Sectors × mills: links stated by the plan, one"
    assert [said.basis for said in _cell(matrix, "Paper", "First Mill").said] == ["stated"]
    assert [said.basis for said in _cell(matrix, "Glass", "Second Mill").said] == ["inferred"]
    assert [said.basis for said in _cell(matrix, "Rope", "First Mill").said] == ["not_stated"]
    (reason,) = matrix.reasons
    assert [seg.text for seg in reason.ends] == ["Glass", "Second Mill"]
    assert reason.kind == "is served by"
    assert reason.why[0].text == "By its name."


def test_an_open_list_is_said_in_the_head(plan: Plan) -> None:
    """Columns whose list the source leaves open say so."""
    (matrix,) = _view(_with_mills(plan).settings, "en").matrices
    assert [span.title for span in matrix.spans] == ["Mills (open list)"]


def test_a_plan_without_links_says_so(plan: Plan) -> None:
    """One section, nothing to set against it: no table, and words."""
    view = _view(plan.settings, "en")
    assert not view.matrices
    assert view.head.lead[0].text == "No link between parts of the plan is recorded."


def test_a_table_too_large_is_left_out(plan: Plan) -> None:
    """Beyond what a page can hold, the page says where to look instead."""
    rows = "".join(
        f"      - {{id: m{n}, name: {{en: Mill {n}, zh: 厂{n}}}}}\n"
        for n in range(LARGEST // 3 + 1)
    )
    _with_mills(plan).write({"mills.yaml": MILLS + rows})
    view = _view(plan.settings, "en")
    assert not view.matrices
    assert view.head.lead[0].text.startswith("There are more links between")
