"""The ledger's promises: citations that are checked, silence that stays silent, honest status."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests import pages

from policy_explorer import pipeline, settings
from policy_explorer.graph import Site
from policy_explorer.model.basis import Basis
from policy_explorer.problems import Problem

ROOT = Path(__file__).parents[1]
SOURCES = Path(os.environ.get("POLICY_SOURCES", ROOT.parent / "shared/facts/source"))
DOUBLING = "targets/output-doubling"
OBSERVED = """\
  - id: invented
    indicator: indicators/gross-industrial-output
    period: {period}
    value: {value}
    unit: index
    status: final
    basis: external
    cite: {{source: yicai-2025-02-13, terms: [invented]}}
"""


class Project:
    """A copy of the shipped plan, to be changed."""

    def __init__(self, folder: Path) -> None:
        """Copy it."""
        shutil.copytree(ROOT / "data", folder / "data")
        shutil.copytree(ROOT / "content", folder / "content")
        (folder / "theme").symlink_to(ROOT / "theme")
        self.folder = folder

    def swap(self, file: str, old: str, new: str) -> None:
        """Change words that stand once in a file."""
        path = self.folder / "data" / file
        words = path.read_text(encoding="utf-8")
        assert words.count(old) == 1, (file, old, words.count(old))
        path.write_text(words.replace(old, new), encoding="utf-8")

    def add(self, file: str, words: str) -> None:
        """Put an item at the end of a file."""
        path = self.folder / "data" / file
        path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")

    def problems(self, **more: bool) -> list[Problem]:
        """What is wrong with it."""
        return list(pipeline.check(self._settings(**more)).problems)

    def site(self) -> Site:
        """The linked plan."""
        return pipeline.read(self._settings())

    def files(self) -> dict[str, bytes]:
        """The built site."""
        return pipeline.render(self._settings())

    def _settings(self, *, strict: bool = False, sources: bool = False) -> settings.Settings:
        where = SOURCES if sources else None
        return settings.find(self.folder, strict=strict, sources=where)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own."""
    return Project(tmp_path)


def _said(problems: list[Problem]) -> list[str]:
    return [str(p) for p in problems]


def _with_text() -> None:
    if not (SOURCES / "news-2020-07-01.txt").is_file():
        pytest.skip("the article's text is not kept in the repository; set POLICY_SOURCES")


def test_every_citation_is_verified(project: Project) -> None:
    """With the article's text at hand, every citation of it is found at its line."""
    _with_text()
    assert _said(project.problems(strict=True, sources=True)) == []


def test_the_lock_stands_for_the_text(project: Project) -> None:
    """Without the text, the lock vouches for every citation."""
    assert _said(project.problems(strict=True)) == []


def test_a_changed_key_word_is_noticed(project: Project) -> None:
    """One character of one key word changed: the text and the lock both notice, at its place."""
    old = "strength: {is: strive, cite: [{line: 8, terms: [力争]}"
    project.swap("targets.yaml", old, old.replace("力争", "力爭"))
    locked = _said(project.problems(strict=True))
    assert len(locked) == 1
    assert "error unchecked: targets/output-doubling.strength cites line 8" in locked[0]
    _with_text()
    found = _said(project.problems(strict=True, sources=True))
    assert len(found) == 1
    assert found[0].startswith("data/targets.yaml:")
    assert found[0].endswith(
        '"力爭" is not on line 8 of news-2020-07-01; it is on no line of this source'
    )


def test_a_changed_number_is_noticed(project: Project) -> None:
    """20 firms made 25: the key words print another number."""
    project.swap("targets.yaml", "at_least: {is: 20, ", "at_least: {is: 25, ")
    found = [p for p in project.problems() if p.severity == "error"]
    assert [p.code for p in found] == ["not-printed"]
    assert '"25", but its terms do not print that: "20户以上"' in found[0].message


def test_a_wrong_line_names_the_right_one(project: Project) -> None:
    """A term cited on the wrong line is answered with the nearest line that has it."""
    _with_text()
    old = "speaker: {is: {zh: 资阳, en: Ziyang}, cite: {line: 32, terms: [资阳提出]}}"
    words = (project.folder / "data/targets.yaml").read_text(encoding="utf-8")
    path = project.folder / "data/targets.yaml"
    path.write_text(words.replace(old, old.replace("32", "30"), 1), encoding="utf-8")
    found = [p for p in project.problems(sources=True) if p.code == "not-found"]
    assert found[0].hint == "it is on line 32"


def test_the_article_is_all_there(project: Project) -> None:
    """The ledger holds at least the 89 statements of the article's inventory."""
    site = project.site()
    own = [f for f in site.facts.values() if f.basis is Basis.STATED and f.ground.citations]
    assert len(own) >= 89


def test_the_article_names_no_money(project: Project) -> None:
    """No fact that rests on the article alone has a value in yuan: the article has none."""
    site = project.site()
    plain = {Basis.STATED, Basis.DERIVED}
    assert not [f.id for f in site.facts.values() if f.basis in plain and f.unit == "yuan"]


def test_weakest_basis_shows(project: Project) -> None:
    """What is computed from another source's figures counts as that source's."""
    fact = project.site().facts["derived/briefing-2022-output-check"]
    assert fact.basis is Basis.EXTERNAL
    assert fact.ground.by == "compound"


@pytest.mark.slow
def test_without_observations_the_site_says_so(project: Project) -> None:
    """With observations.yaml emptied the site builds, and says that nothing was recorded."""
    path = project.folder / "data/observations.yaml"
    path.write_text("items: []\n", encoding="utf-8")
    charts = project.folder / "data/charts.yaml"
    words = charts.read_text(encoding="utf-8")
    charts.write_text(words[: words.index("  - id: dental-valley-output")], encoding="utf-8")
    page = pages.read(project.files()["targets/output-doubling.html"])
    assert "未录得公布数值" in page.main.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("period", "value", "status", "words"),
    [
        ("2023", "160", "on_pace", "按已公布的数据，进度相符"),
        ("2023", "150", "behind", "按已公布的数据，落后于进度"),
        ("2025", "200", "met", "已公布的数据达到了要求"),
        ("2025", "199.99", "not_met", "已公布的数据未达到要求"),
    ],
)
def test_an_observation_moves_everything(
    project: Project, period: str, value: str, status: str, words: str
) -> None:
    """A figure of the indicator changes status, words, table and drawing, and they agree."""
    project.add("observations.yaml", OBSERVED.format(period=period, value=value))
    assert project.site().statuses[DOUBLING] == status
    html = project.files()["targets/output-doubling.html"]
    page = pages.read(html)
    assert words in page.main.text
    cells = [e for e in page.all("td") if e.attrs.get("data-fact") == "observations/invented.value"]
    assert value in {cell.text.strip() for cell in cells}
    drawn = [e.text for e in page.all("desc")]
    assert drawn
    assert all(value in text for text in drawn)


@pytest.mark.parametrize(
    ("file", "words", "said"),
    [
        (
            "relations.yaml",
            (
                "  - {id: loop, kind: same-name, from: zones/pharma-food, to: zones/pharma-food,"
                " basis: inferred, because: {zh: 甲, en: a}}\n"
            ),
            'self-relation: relations/loop relates "zones/pharma-food" to itself',
        ),
        (
            "observations.yaml",
            OBSERVED.format(period="2023", value="160").replace(
                "yicai-2025-02-13", "news-2020-07-01"
            ),
            "own-observation: observations/invented cites the plan's own source",
        ),
        (
            "observations.yaml",
            OBSERVED.format(period="2024", value="9").replace("gross-industrial-output", "gdp"),
            'unit-mismatch: observations/invented is in "index", but indicators/gdp is in "yuan"',
        ),
        (
            "observations.yaml",
            OBSERVED.format(period="2024", value="9亿")
            .replace("gross-industrial-output", "gdp")
            .replace("unit: index", "unit: yuan"),
            "unnoted-conflict: observations/invented and observations/gdp-2024 are of one scope",
        ),
        (
            "charts.yaml",
            "  - {id: one, kind: matrix, name: {zh: 甲, en: a}, rows: zones}\n",
            "missing-key: charts/one is of the kind matrix and names no columns; add columns: …",
        ),
        (
            "charts.yaml",
            "  - {id: one, kind: step, name: {zh: 甲, en: a}, targets: [targets/profit-margin]}\n",
            "no-picture: charts/one is of the kind step, but targets/profit-margin of the kind",
        ),
        (
            "charts.yaml",
            (
                "  - {id: one, kind: matrix, name: {zh: 甲, en: a}, rows: zone,"
                " columns: ecosystems}\n"
            ),
            'dangling: there is no section "zone"; did you mean "zones"?',
        ),
        (
            "charts.yaml",
            (
                "  - {id: one, kind: dots, name: {zh: 甲, en: a}, observations:"
                " [observations/gdp-2024, observations/above-scale-value-added-growth-2025]}\n"
            ),
            'unit-mismatch: charts/one puts "yuan", "percent" on one axis',
        ),
        (
            "charts.yaml",
            "  - {id: one, kind: series, name: {zh: 甲, en: a}, indicator: indicators/gpd}\n",
            'dangling: there is no "indicators/gpd"; did you mean "indicators/gdp"?',
        ),
        (
            "charts.yaml",
            "  - {id: one, kind: glance, name: {zh: 甲}}\n",
            "missing-language: ",
        ),
        (
            "derived.yaml",
            (
                "  - {id: one, name: {zh: 甲, en: a}, by: sum, from: [derived/two]}\n"
                "  - {id: two, name: {zh: 乙, en: b}, by: sum, from: [derived/one]}\n"
            ),
            "circular: derived/one is derived from itself, by way of derived/two",
        ),
        (
            "derived.yaml",
            "  - {id: one, name: {zh: 甲, en: a}, by: sum, from: [zones/pharma-food]}\n",
            'not-derivable: "zones/pharma-food" is no fact with a number',
        ),
        (
            "background.yaml",
            "  - {id: new, name: {zh: 甲, en: a}, cite: {line: 999, terms: [甲]}}\n",
            'bad-cite: "news-2020-07-01" has 69 lines, not 999',
        ),
        (
            "background.yaml",
            (
                "  - {id: new, name: {zh: 甲, en: a}, cite: {source: no-such, terms: [甲]},"
                " basis: external}\n"
            ),
            'dangling: there is no source "no-such"',
        ),
        (
            "background.yaml",
            "  - {id: new, name: {zh: 甲, en: a}, cite: {line: 8, terms: [力争到2025年。工业]}}\n",
            'sentence-term: "力争到2025年。工业" is a sentence',
        ),
        (
            "background.yaml",
            "  - {id: new, name: {zh: 甲, en: a}, basis: stated}\n",
            "needs-cite: stated, but no line is cited",
        ),
    ],
)
def test_what_a_ledger_refuses(project: Project, file: str, words: str, said: str) -> None:
    """Each mistake of provenance is an error at its place, in the editor's words."""
    project.add(file, words)
    found = [p for p in project.problems() if p.severity == "error"]
    assert any(f"error {said}" in str(p) and p.path == f"data/{file}" for p in found), _said(found)


def test_a_ratio_has_no_absolute_unit(project: Project) -> None:
    """A ratio to a baseline without a value cannot be in yuan."""
    project.swap(
        "targets.yaml",
        "    milestones: not_stated\n",
        "    unit: yuan\n    milestones: not_stated\n",
    )
    assert "absolute-unit" in {p.code for p in project.problems()}


def test_silence_is_listed(project: Project) -> None:
    """A field that is not stated, and that questions.yaml does not list, is pointed out."""
    project.swap("questions.yaml", "parks.area]", "zones.class]")
    found = {p.message.split(" ")[0] for p in project.problems() if p.code == "unlisted-silence"}
    assert "parks/high-tech-zone.area" in found


def test_what_is_listed_is_silent(project: Project) -> None:
    """What questions.yaml lists by name as not stated must not be stated."""
    project.swap(
        "questions.yaml", "touches: [measures.due,", f"touches: [{DOUBLING}.due, measures.due,"
    )
    assert "not-silent" in {p.code for p in project.problems()}
