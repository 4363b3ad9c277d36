"""What the program says, in other languages than English."""

from __future__ import annotations

import re
import string

import pytest
from tests import sentences
from tests.conftest import Plan
from tests.mistakes import EDITS
from tests.sentences import LETTERS, UNKNOWN

from policy_explorer import words
from policy_explorer.problems import (
    SHOWN,
    Catalogue,
    Labels,
    Manner,
    Problem,
    any_of,
    as_github,
    as_text,
    errors,
    nearest,
    quoted,
    said,
    worded,
)

CHINESE = words.catalogue("zh")
HAN = re.compile("[\u4e00-\u9fff]")
AS_IT_IS = {"at_most: 3", "Title: …"}
"""Sentences that are but YAML or Markdown to be copied."""


def templates() -> set[str]:
    """Every template, and every literal handed to a problem that has words."""
    literals = {one.template for one in sentences.given()}
    return {one.template for one in sentences.made()} | set(filter(LETTERS.search, literals))


def fields(template: str) -> set[str]:
    """The numbers of the parts of a template: {} and {} as 0 and 1."""
    names = [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]
    return {name or str(n) for n, name in enumerate(names)}


def test_every_sentence_is_a_literal_or_made_by_said() -> None:
    """What a problem says is a literal, or made by `said` from a literal template."""
    found = (*sentences.made(), *sentences.given())
    assert [one.where for one in found if one.template == UNKNOWN] == []


def test_no_words_hide_in_parts() -> None:
    """A part of a sentence is the editor's own word, or a sentence that can be said as well."""
    assert list(sentences.parts()) == []


def test_the_catalogue_has_every_sentence_and_no_other() -> None:
    """Every template stands in the catalogue, and nothing in it is unused."""
    assert set(CHINESE.rows) == templates()


def test_a_translation_uses_the_parts_there_are() -> None:
    """A translation of a template with parts names each of them, by number."""
    made = {one.template for one in sentences.made()}
    for template in made & set(CHINESE.rows):
        if "{}" in template:
            assert fields(CHINESE.rows[template]) == fields(template), template


def test_every_translation_is_chinese() -> None:
    """Every sentence has Chinese words, unless it is only there to be copied."""
    own = {key for key, row in CHINESE.rows.items() if not HAN.search(row)}
    assert own <= AS_IT_IS | {"{} is {}", "{}; {}", "{}, {}", "{}: {}"}, own


@pytest.mark.parametrize(("edit", "_line"), EDITS.values(), ids=EDITS)
def test_nothing_is_left_in_english(plan: Plan, edit: tuple[str, str, str], _line: str) -> None:
    """Told in Chinese, a mistake keeps its place and code, and has no English sentence left."""
    for problem in plan.edit(*edit).check().problems:
        told = worded(problem, CHINESE)
        assert str(told).split(": ")[:2] == str(problem).split(": ")[:2]
        assert HAN.search(told.message)
        left = re.sub(r'"[^"]*"|\{[^}]*\}|[a-z_]+: ', "", f"{told.message} {told.hint}")
        assert not re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", left), left


def test_what_is_said_is_english_and_more() -> None:
    """A sentence is its English words; its parts are told in the other language as well."""
    found = said("{} must be a list, not {}", "items", said("a mapping"))
    rows = {"a mapping": "映射", "{} must be a list, not {}": "不是{1}，是 {0}"}
    assert found == "items must be a list, not a mapping"
    assert Catalogue(rows).told(found) == "不是映射，是 items"
    assert Catalogue({}).told(found) == found


def test_an_editors_own_words_are_not_translated() -> None:
    """A part that reads like a sentence of the program is left as the editor typed it."""
    found = said("{} is empty", "a mapping")
    assert (
        Catalogue({"{} is empty": "{0} 是空的", "a mapping": "映射"}).told(found)
        == "a mapping 是空的"
    )


def test_braces_in_a_word_are_only_braces() -> None:
    """What an editor typed is never taken for a template."""
    found = said("{} is no id", quoted("{0.__class__}"))
    assert CHINESE.told(found) == '"{0.__class__}" 不能作为编号'


def test_message_and_hint_are_joined_as_the_language_does() -> None:
    """A hint follows its message after a sign of the language."""
    problem = Problem("x", 1, 2, "tab", "a tab in the indentation", "use spaces")
    assert problem.one_line() == "x:1:2: error tab: a tab in the indentation; use spaces"
    assert problem.one_line(CHINESE) == "x:1:2: error tab: 缩进中有制表符；请改用空格"
    assert as_github([problem], CHINESE).endswith("::tab: 缩进中有制表符；请改用空格")


def test_what_is_counted_is_translated() -> None:
    """Beyond the limit problems are counted in the other language as well."""
    rows = [Problem("x", n, 1, "tab", "a tab in the indentation") for n in range(SHOWN + 7)]
    told = as_text(rows, Manner(CHINESE)).splitlines()
    assert told[0] == "x:0:1: error tab: 缩进中有制表符"
    assert told[SHOWN:] == ["……另有 7 条未列出"]


def test_hints_are_translated() -> None:
    """The nearest word, a short list and alternatives are told in the other language."""
    assert CHINESE.told(nearest("shrot", ["short"])) == '是否应为 "short"？'
    assert CHINESE.told(nearest("zzz", ["b", "a"])) == "可以写：a、b"
    assert any_of(["a", "b", "c"]) == "a or b or c"
    assert CHINESE.told(any_of(["a", "b", "c"])) == "a 或 b 或 c"


def test_words_that_are_listed_have_a_gloss() -> None:
    """In Chinese each of a short list is followed by what it is called; English needs no gloss."""
    glosses = {"plan": {"zh": "计划"}, "strive": {"zh": "力争"}}
    hint = nearest("zzz", ["plan", "strive"], labels=Labels({}, glosses))
    assert hint == "it can be plan, strive"
    assert CHINESE.told(hint) == "可以写：plan（计划）、strive（力争）"


def test_a_name_that_two_words_have_means_neither() -> None:
    """A name leads to a word only where no other is called so."""
    labels = Labels({"at_least": ("要求", "至少"), "at_most": ("要求",)})
    assert (labels.meant("要求"), labels.meant("至少")) == ("", "at_least")


def test_the_glosses_are_those_of_the_site(plan: Plan) -> None:
    """What is listed in Chinese is called as readers see it."""
    (found,) = errors(
        plan.edit("targets.yaml", "due: 2028", "due: 2028\n    strength: 必须").check().problems
    )
    assert CHINESE.told(found.hint) == "可以写：achieve（实现）、plan（计划）、strive（力争）"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh-Hant"}, "zh"),
        ({"LANG": "zha_CN"}, "en"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_ALL": "zh_SG", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_TW.Big5"}, "zh"),
    ],
)
def test_the_language_of_the_environment(environ: dict[str, str], language: str) -> None:
    """The first variable that is set names the language; what is not Chinese is English."""
    assert words.language_of(environ) == language
