"""Every code: given by the program, explained in docs/problems.md, and shown by a bad example."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests import sentences
from tests.conftest import Plan
from tests.mistakes import EDITS, FILES, SECTORS, WRITES
from tests.typed import TYPED

from policy_explorer import pipeline
from policy_explorer.problems import Problem, Refused
from policy_explorer.serve import restart

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs/problems.md"
NODE = shutil.ignore_patterns("node_modules")
ENTRY = re.compile(r"^### (?P<code>\S+)\n(?P<words>.+?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?:^|(?:error|warning) )(?P<code>[a-z0-9-]+): ")
FALL = """\
items:
  - id: fall
    name: {en: Fall, zh: 降}
    period: 2024
    value: -3
    unit: percent
    basis: external
    cite: {source: test-herald, terms: [x]}
"""
DOTS = (
    "items:\n  - {id: falls, kind: dots, name: {en: Falls, zh: 降}, "
    "observations: [observations/fall]}\n"
)


TERM = """
    items:
      - id: rope
        name: {en: Rope, zh: 麻绳}
        definition: {en: Made of hemp., zh: 麻制成。}
        term_base: true
    """


def _locked_by_hand(plan: Plan) -> tuple[Problem, ...]:
    return plan.write({"sources.lock": "verified, honestly\n"}).check().problems


def _built_into_the_data(plan: Plan) -> tuple[Problem, ...]:
    pipeline.publish(plan.settings, plan.data / "site")
    return ()


def _drawn_below_zero(plan: Plan) -> tuple[Problem, ...]:
    pipeline.render(plan.write({"observations.yaml": FALL, "charts.yaml": DOTS}).settings)
    return ()


def _served_with_bad_code(plan: Plan) -> tuple[Problem, ...]:
    code = plan.folder / "plugin.py"
    code.write_text("def served(:\n", encoding="utf-8")
    return restart.trouble_in((code,), plan.settings)


def _built_with_a_broken_theme(plan: Plan) -> tuple[Problem, ...]:
    theme = Path(shutil.copytree(ROOT / "theme", plan.folder / "theme", ignore=NODE))
    page = theme / "templates/base.html"
    words = page.read_text(encoding="utf-8").replace("<html ", '<html href="x.html" ')
    page.write_text(words, encoding="utf-8")
    pipeline.render(replace(plan.settings, theme=theme))
    return ()


def _cited_on_another_line(plan: Plan) -> tuple[Problem, ...]:
    plan.edit(SECTORS, "{en: Rope,", "{en: hall,")
    return pipeline.check(replace(plan.settings, sources=plan.folder / "sources")).problems


def _not_translated(plan: Plan) -> tuple[Problem, ...]:
    return plan.edit(SECTORS, "{en: Rope, zh: 绳缆}", "{en: 绳缆, zh: 绳缆}").check().problems


def _called_otherwise(plan: Plan) -> tuple[Problem, ...]:
    return plan.write({"glossary.yaml": TERM}).check().problems


def _led_to_by_nothing(plan: Plan) -> tuple[Problem, ...]:
    words = "items:\n  - {id: idle, name: {en: Idle?, zh: 何用？}}\n"
    return plan.write({"questions.yaml": words}).check().problems


def _linked(plan: Plan) -> tuple[Problem, ...]:
    (plan.data / SECTORS).rename(plan.folder / SECTORS)
    (plan.data / SECTORS).symlink_to(plan.folder / SECTORS)
    return plan.check().problems


def _never_checked(plan: Plan) -> tuple[Problem, ...]:
    return plan.check().problems[-1:]


DONE: dict[str, tuple[Callable[[Plan], tuple[Problem, ...]], str]] = {
    "lock edited by hand": (
        _locked_by_hand,
        (
            "data/sources.lock:1:1: error bad-lock: no digest; "
            "write it anew: check --sources DIR --lock"
        ),
    ),
    "output among the data": (
        _built_into_the_data,
        (
            "data/site:1:1: error bad-output: the output folder is, holds or lies in data; "
            "choose another folder"
        ),
    ),
    "dots below zero": (
        _drawn_below_zero,
        (
            "data/charts.yaml:2:5: error no-picture: charts/falls cannot be drawn: "
            "dots: at least one value, none below zero"
        ),
    ),
    "program edited by mistake": (
        _served_with_bad_code,
        "plugin.py:1:12: error bad-code: invalid syntax",
    ),
    "theme that leads nowhere": (
        _built_with_a_broken_theme,
        (
            '404.html:2:1: error broken-site: "x.html" leads nowhere: there is no file "x.html"; '
            "so on 14 more pages; this is a mistake of the theme or of the program, not of the data"
        ),
    ),
    "term on another line": (
        _cited_on_another_line,
        (
            'data/sectors.yaml:5:7: error not-found: "hall" is not on line 4 of test-gazette; '
            "it is on line 5"
        ),
    ),
    "words not translated": (
        _not_translated,
        (
            'data/sectors.yaml:12:5: warning same-words: "zh" says the same as "en": "绳缆"; '
            "translate it"
        ),
    ),
    "term called otherwise": (
        _called_otherwise,
        (
            'data/sectors.yaml:12:5: warning term-base: "Rope" stands here, but no "麻绳" '
            'in "zh"; the glossary calls it so everywhere'
        ),
    ),
    "question about nothing": (
        _led_to_by_nothing,
        (
            "data/questions.yaml:2:6: warning unused: questions/idle touches nothing; "
            "use it, or take it away"
        ),
    ),
    "link": (
        _linked,
        (
            "data/sectors.yaml:1:1: error not-a-file: "
            "not a regular file (links and devices are not read)"
        ),
    ),
    "citation never checked": (
        _never_checked,
        (
            "data/targets.yaml:11:11: warning unchecked: targets/output-half-again cites line 7 "
            "of test-gazette, which was never checked so; "
            "check --sources DIR --lock, where you have the text"
        ),
    ),
}
"""What is done with a plan, and what is wrong then."""


ROWS = [  # a whole site is built for one of them, which is left to the whole run
    pytest.param(*row, id=name, marks=[pytest.mark.slow] * (row[0] is _built_with_a_broken_theme))
    for name, row in DONE.items()
]


@pytest.mark.parametrize(("does", "words"), ROWS)
def test_what_is_done_wrong_is_one_line(
    plan: Plan, does: Callable[[Plan], tuple[Problem, ...]], words: str
) -> None:
    """What only shows in a build, with texts or on a disk, is one line as well."""
    if does is _linked and os.name == "nt":
        pytest.skip("Windows lets few make links")
    try:
        found = does(plan)
    except Refused as refused:
        found = refused.problems
    assert words in [str(problem) for problem in found]


def shown() -> set[str]:
    """The codes that the bad examples of the tests are told under."""
    lines = [words for table in (EDITS, TYPED, WRITES, DONE) for *_, words in table.values()]
    found = (CODE.search(words) for words in (*lines, *(words for *_, words in FILES.values())))
    return {one["code"] for one in found if one}


def test_every_code_is_explained_and_shown() -> None:
    """Codes of the program, codes of the document and codes of the bad examples are the same."""
    told = [entry["code"] for entry in ENTRY.finditer(DOCUMENT.read_text(encoding="utf-8"))]
    assert told == sorted(sentences.codes())
    assert shown() == sentences.codes()


def test_every_code_says_how_to_mend_it() -> None:
    """An entry says what the code means and, in a sentence of its own, what to do."""
    for entry in ENTRY.finditer(DOCUMENT.read_text(encoding="utf-8")):
        assert len(entry["words"].strip().splitlines()) > 1, entry["code"]
