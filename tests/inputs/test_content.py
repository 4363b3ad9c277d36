"""Pages of prose, and the words of the interface."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Plan

from policy_explorer.inputs import content, strings
from policy_explorer.problems import Refused

PAGE = "Title: About\nSummary: What this is\n\nWords.\n"


WIDE = "error full-width: a link with full-width signs, which stays text; write "


def loaded(plan: Plan, **files: str) -> list[str]:
    """What loading pages with these names ends in: pages, or problems."""
    folder = plan.folder / "content"
    folder.mkdir()
    for name, words in files.items():
        (folder / f"{name.replace('_', '.')}.md").write_text(words, encoding="utf-8")
    try:
        pages = content.load(plan.settings, ("en", "zh"))
    except Refused as refused:
        return [str(problem) for problem in refused.problems]
    return [f"{page.page} {page.lang} {page.title}: {page.markdown.strip()}" for page in pages]


def test_head_and_body(plan: Plan) -> None:
    """Lines `Key: words` stand at the head; the rest is Markdown, its lines counted as written."""
    assert loaded(plan, about_en=PAGE, about_zh=PAGE) == [
        "about en About: Words.",
        "about zh About: Words.",
    ]
    page = content.load(plan.settings, ("en", "zh"))[0]
    assert page.markdown.split("\n")[3] == "Words."


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"about_en": PAGE}, 'about.zh.md:1:1: error missing-language: the page "about"'),
        ({"about_en": PAGE, "about_zh": "x"}, "about.zh.md:1:1: error missing-key: the page has"),
        (
            {"about_en": PAGE, "about_zh": f"Titel: x\n{PAGE}"},
            'about.zh.md:1:1: error unknown-key: no key "titel" here; did you mean "title"?',
        ),
        (
            {"about_en": PAGE, "about_zh": PAGE.replace(":", "：", 1)},
            'about.zh.md:1:6: error full-width-colon: a full-width colon "：" after a key; write',
        ),
        (
            {"about_en": PAGE, "about_zh": f"{PAGE}\n见［纸张］（sectors/paper）。\n"},
            f"about.zh.md:6:2: {WIDE}[纸张](sectors/paper)",
        ),
        (
            {"about_en": PAGE, "about_zh": f"{PAGE}\n见[](facts）。\n"},
            f"about.zh.md:6:2: {WIDE}[](facts)",
        ),
        (
            {"about_en": PAGE, "about_zh": f"{PAGE}\n见[报纸]（https://example.org/a）。\n"},
            f"about.zh.md:6:2: {WIDE}[报纸](https://example.org/a)",
        ),
        (
            {"about_en": PAGE, "about_zh": f"{PAGE}\n![图](chart：doubling)\n"},
            f"about.zh.md:6:1: {WIDE}![图](chart:doubling)",
        ),
        (
            {"about_en": PAGE, "about_zh": f"{PAGE}\n！[图](chart:doubling)\n"},
            f"about.zh.md:6:1: {WIDE}![图](chart:doubling)",
        ),
        (
            {"about_en": PAGE, "about_zh": PAGE, "abuot_en": PAGE},
            'abuot.en.md:1:1: error unlisted-file: "abuot.en.md" is no page of this site; did',
        ),
        (
            {"about_en": PAGE, "about_zh": PAGE, "about_fr": PAGE},
            'about.fr.md:1:1: error unlisted-file: "about.fr.md" is no page of this site; did',
        ),
    ],
)
def test_a_mistake_in_a_page(plan: Plan, files: dict[str, str], problem: str) -> None:
    """A mistake in a page is one line with its place, like one in the data."""
    found = loaded(plan, **files)
    assert [line[: len(problem) + 8] for line in found] == [f"content/{problem}"]


@pytest.mark.parametrize(
    "words",
    [
        "【注】（见下文）",
        "【注】（csv）",
        "[甲]（乙）",
        "好！[纸张](sectors/paper)",
        "写作`［甲］（sectors/a）`",
    ],
)
def test_what_is_no_link(plan: Plan, words: str) -> None:
    """Brackets of running text, and code, are what they are."""
    assert len(loaded(plan, about_en=PAGE, about_zh=f"{PAGE}\n{words}\n")) == 2
    assert content.load(plan.settings, ("en", "zh"))


def test_the_interface_speaks_every_language_of_the_theme(plan: Plan) -> None:
    """Every word of the theme is there in every language of the plan, with the same places."""
    found = strings.load(plan.settings, ("en", "zh"))
    assert set(found.within("en").by) == set(found.within("zh").by)


def test_a_language_without_words(plan: Plan) -> None:
    """A language the theme has no words for is refused, unless the plan brings them."""
    with pytest.raises(Refused) as caught:
        strings.load(plan.settings, ("en", "fr"))
    problem = caught.value.problems[0]
    assert problem.code == "missing-language"
    assert problem.message.endswith('has no words in "fr"')


SLIPS = {
    "unknown key": (
        "nav.hom: {en: Start here}",
        ('1:1: error unknown-key: no key "nav.hom" in the strings of the theme; '
        'did you mean "nav.home"?'),
    ),
    "unknown key, nested": (
        "nav:\n  hom: {en: Start here}",
        ('2:3: error unknown-key: no key "nav.hom" in the strings of the theme; '
        'did you mean "nav.home"?'),
    ),
    "words without a language": (
        "nav.home: Start here",
        "1:11: error wrong-shape: nav.home must be given in en, zh; {en: …, zh: …}",
    ),
    "unknown language": (
        "nav.home: {eng: Start here}",
        '1:12: error unknown-language: "eng" is no language of this plan; did you mean "en"?',
    ),
    "full-width colon of a language": (
        "nav.home: {zh：首页}",
        ('1:14: error full-width-colon: a full-width colon "：" after a key; '
        'write ":" and a space'),
    ),
    "full-width bracket": (
        "nav.home: {en: Start here, ｛zh: 首页}",
        '1:28: error full-width: "｛" is not YAML\'s sign; write "{"',
    ),
}  # fmt: skip
"""What stands in a plan's own strings, and what is wrong with it."""


@pytest.mark.parametrize(("words", "problem"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_the_words_of_a_plan(plan: Plan, words: str, problem: str) -> None:
    """A key or a language that is not known is told of, and not passed over."""
    (plan.folder / "strings.yaml").write_text(f"{words}\n", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        strings.load(replace(plan.settings, root=plan.folder), ("en", "zh"))
    assert [str(found) for found in caught.value.problems] == [f"strings.yaml:{problem}"]


def test_a_slip_is_not_called_missing(plan: Plan) -> None:
    """Words in a language of the plan's own that were misspelt are one mistake."""
    (plan.folder / "strings.yaml").write_text("nav.home: {fr：Accueil}\n", encoding="utf-8")
    with pytest.raises(Refused) as caught:
        strings.load(plan.settings, ("en", "fr"))
    assert [found.code for found in caught.value.problems] == ["full-width-colon"]


def test_a_plan_brings_words(plan: Plan) -> None:
    """Words beside the data stand in place of the theme's."""
    own = plan.folder / "strings.yaml"
    own.write_text("nav.home: {en: Start here}\n", encoding="utf-8")
    settings = replace(plan.settings, root=plan.folder)
    assert strings.load(settings, ("en", "zh")).within("en")["nav.home"] == "Start here"
