"""What editors type by mistake: every mistake is one line with its place, its words, its hint."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.conftest import Plan
from tests.mistakes import EARLY, EDITS, FILES, NAME, POLICY, ROPE, SECTORS, TARGETS, WRITES
from tests.typed import RIGHT, TYPED, WRONG

from policy_explorer import excerpt, pipeline
from policy_explorer.problems import Manner, Refused, as_text

LINK = "not-a-file: not a regular file (links and devices are not read)"
SIZE = "fields: {size: {type: number, label: {en: Size, zh: 规模}}}\n"
UNCITED = "has no source in reach; add cite: …, or basis: inferred with because: …"


@pytest.mark.parametrize(("edit", "words"), EDITS.values(), ids=EDITS)
def test_a_mistake_is_one_line(plan: Plan, edit: tuple[str, str, str], words: str) -> None:
    """A mistake is one line: file, line and column, a code, what is wrong, what to do."""
    plan.edit(*edit)
    assert plan.problems() == [f"data/{edit[0]}:{words}"]


@pytest.mark.parametrize(("edit", "words"), TYPED.values(), ids=TYPED)
def test_a_slip_of_the_keyboard_is_one_line(
    plan: Plan, edit: tuple[str, str, str], words: str
) -> None:
    """What a Chinese keyboard types by mistake is a line for each sign, right at it."""
    plan.edit(*edit)
    assert plan.problems() == [f"data/{edit[0]}:{line}" for line in words.split("\n")]


def test_one_slip_does_not_hide_the_next(plan: Plan) -> None:
    """Signs typed by mistake are read as those that were meant, so that the rest is checked too."""
    plan.edit(SECTORS, "{en: Paper, zh: 纸张}", "{en: Paper，zh: 纸张}")
    plan.edit(SECTORS, "  - id: glass\n", "  － id：glass\n")
    plan.edit(SECTORS, NAME, "name：{en: Rope, zh: 绳缆, fr: Corde}")
    assert [line.split(": error ")[0] for line in plan.problems()] == [
        f"data/sectors.yaml:{place}" for place in ("8:21", "9:3", "9:7", "12:9", "12:29")
    ]


@pytest.mark.parametrize(("edit", "words"), WRONG.values(), ids=WRONG)
def test_a_sign_is_not_blamed_for_all(plan: Plan, edit: tuple[str, str, str], words: str) -> None:
    """A sign that could have been a slip is no reason to call another mistake one."""
    plan.edit(*edit)
    assert plan.problems() == [f"data/{edit[0]}:{words}"]


@pytest.mark.parametrize("edit", RIGHT.values(), ids=RIGHT)
def test_what_is_no_slip(plan: Plan, edit: tuple[str, str, str]) -> None:
    """Signs of a text in a text, and comments as they are, are right."""
    plan.edit(*edit)
    assert {problem.code for problem in plan.check().problems} == {"unchecked"}


@pytest.mark.parametrize(("files", "words"), WRITES.values(), ids=WRITES)
def test_a_mistake_across_files_is_one_line(
    plan: Plan, files: dict[str, str | bytes | None], words: str
) -> None:
    """What only shows when files are held against each other is one line as well."""
    found = plan.write(files).check().problems
    assert [str(p) for p in found if p.code != "unchecked"] == [f"data/{words}"]


@pytest.mark.parametrize(("name", "data", "words"), FILES.values(), ids=FILES)
def test_a_bad_file_is_one_line(
    plan: Plan, name: str, data: str | bytes | None, words: str
) -> None:
    """A file that cannot be used is one line, and nothing that points into it is called wrong."""
    plan.write({name: data})
    assert plan.problems() == [f"data/{name}:1:1: error {words}"]


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "010", "12:30", "1e3", "1_000", "+5", "0x10", "~", "三四", ".inf"],
)
def test_what_looks_like_a_number(plan: Plan, word: str) -> None:
    """What YAML or Python would quietly turn into another number is refused as it was typed."""
    plan.edit(TARGETS, "is: 1.5", f"is: {word}")
    said = f'data/targets.yaml:7:20: error bad-number: "{word}" is no number; '
    assert [line[: len(said)] for line in plan.problems()] == [said]


@pytest.mark.parametrize(
    "word", ["2028-02-30", "2028-13", "2028-00", "2028-1-1", "20280101", "no", "0000"]
)
def test_what_looks_like_a_date(plan: Plan, word: str) -> None:
    """A day that never was, or a date in another form, is refused as it was typed."""
    plan.edit(TARGETS, "due: 2028", f"due: {word}")
    said = f'data/targets.yaml:9:10: error bad-date: "{word}" is no date; '
    assert [line[: len(said)] for line in plan.problems()] == [said]


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        ("{is: 5, basis: external}", ("needs-cite: external, but no other source is cited; "
         "add cite: {source: …, terms: […]}")),
        ("{is: 5, basis: inferred}", ("needs-because: inferred, but no reason is given; "
         "add because: …")),
        ("{is: 5, basis: derived}", ("needs-by: derived, but not said how; "
         "add by: reading, or compute it in derived.yaml")),
        ("{is: 5, basis: not_stated}", ('bad-basis: "size" has a value, so it is not silent; '
         "write not_stated in place of the value")),
        ("{basis: stated}", 'missing-key: "size" has no value; write is: …'),
    ],
)  # fmt: skip
def test_a_ground_lacks_what_it_needs(plan: Plan, word: str, problem: str) -> None:
    """A basis without what it needs is an error at the field."""
    plan.edit(SECTORS, "cite: 4\n", f"{SIZE}cite: 4\n").edit(
        SECTORS, ROPE, f"{ROPE}    size: {word}\n"
    )
    assert plan.problems() == [f"data/sectors.yaml:13:11: error {problem}"]


HIDING = ("\u202e", "\u2066", "\u200f", "\a", "\ufeff", "\0", "\u2028")
PLACES = {
    "id": (SECTORS, "id: rope", 6),
    "name": (SECTORS, "zh: 绳缆", 5),
    "title": (POLICY, "Nothing in it is true", 9),
    "term": (TARGETS, "1.5 times", 3),
    "key": (SECTORS, "stated_count", 6),
}
"""Where something may hide: a file, words that stand there, after how many of their characters."""


@pytest.mark.parametrize("sign", HIDING, ids=ascii)
@pytest.mark.parametrize("where", PLACES)
def test_what_hides_is_refused_everywhere(plan: Plan, where: str, sign: str) -> None:
    """A character that cannot be seen is refused where it stands, and said by its number."""
    name, words, at = PLACES[where]
    before, _, after = (plan.data / name).read_text(encoding="utf-8").partition(words)
    start = f"{before}{words[:at]}"
    plan.write({name: f"{start}{sign}{words[at:]}{after}".encode()})
    line, col = start.count("\n") + 1, len(start) - start.rfind("\n")
    said = f"error control-character: a control character, U+{ord(sign):04X}; delete it"
    assert plan.problems() == [f"data/{name}:{line}:{col}: {said}"]


@pytest.mark.parametrize("sign", HIDING, ids=ascii)
def test_what_hides_in_a_page_of_prose_is_refused(plan: Plan, sign: str) -> None:
    """Markdown holds no character that cannot be seen, either."""
    for code in ("en", "zh"):
        page = plan.folder / f"content/about.{code}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"Title: x\n\nWo{sign}rds\n", encoding="utf-8")
    said = f"error control-character: a control character, U+{ord(sign):04X}; delete it"
    places = [f"content/about.{code}.md:3:3" for code in ("en", "zh")]
    assert plan.problems()[:2] == [f"{place}: {said}" for place in places]


@pytest.mark.parametrize("empty", ['""', '" "', '{en: "", zh: 注}', '{en: " ", zh: 注}', ""])
@pytest.mark.parametrize("key", ["note", "short", "because"])
def test_an_optional_text_is_not_empty(plan: Plan, key: str, empty: str) -> None:
    """A text that may be left out is left out, or has words; an empty one is refused."""
    plan.edit(SECTORS, ROPE, f"{ROPE}    {key}: {empty}\n")
    found = plan.problems()
    assert len(found) == 1
    assert found[0].startswith("data/sectors.yaml:12:")


def test_what_cannot_be_drawn_is_a_problem(plan: Plan) -> None:
    """A chart that has no place for a value is refused where it stands, without a traceback."""
    plan.write(
        {
            "observations.yaml": """\
                items:
                  - id: fall
                    name: {en: Fall, zh: 降}
                    period: 2024
                    value: -3
                    unit: percent
                    basis: external
                    cite: {source: test-herald, terms: [x]}
                """,
            "charts.yaml": """\
                items:
                  - id: falls
                    kind: dots
                    name: {en: Falls, zh: 降}
                    observations: [observations/fall]
                """,
        }
    )
    said = "error no-picture: charts/falls cannot be drawn: dots: at least one value"
    with pytest.raises(Refused, match=f"^data/charts.yaml:2:5: {said}"):
        pipeline.render(plan.settings)


def test_nothing_in_reach(plan: Plan) -> None:
    """An item for which no source is in reach is an error of its own."""
    plan.edit(SECTORS, "cite: 4\n", "")
    assert plan.problems() == [
        f"data/sectors.yaml:{line}:5: error needs-cite: sectors/{name} {UNCITED}"
        for line, name in ((6, "paper"), (8, "glass"), (10, "rope"))
    ]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "[" * 9 + "]" * 9_999]
)
def test_brackets_without_end(plan: Plan, text: str) -> None:
    """A hundred thousand brackets are a mistake like any other."""
    plan.write({SECTORS: text})
    assert len(plan.problems()) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"a: b{chr(0x3000) * 300_000}c\n",
        f"a: {{b: c\n{' ' * 900_000}x: :\n",
        f"a: {{b: {'，a' * 300_000} : c: d}}\n",
        f"{'［｛' * 150_000}: : a\nb: {{",
        f"a: {{b: c{'　' * 300_000}\n",
    ],
    ids=["spaces in a value", "indentation", "commas", "brackets", "spaces at an end"],
)
def test_a_line_without_end(plan: Plan, text: str) -> None:
    """A line of hundreds of thousands of signs is told of as soon as any other."""
    start = time.perf_counter()
    plan.write({SECTORS: text})
    as_text(plan.check().problems, Manner(line_of=excerpt.lines(plan.settings)))
    assert time.perf_counter() - start < 5


def test_marks_and_line_ends_of_windows(plan: Plan) -> None:
    """A byte order mark and line ends of Windows change nothing."""
    data = (plan.data / SECTORS).read_bytes()
    plan.write({SECTORS: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")})
    assert plan.problems() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
def test_links_are_not_followed(plan: Plan, tmp_path: Path) -> None:
    """A link in the data, to a file, to a folder or to nothing, is not followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (plan.data / SECTORS).rename(outside / SECTORS)
    (plan.data / SECTORS).symlink_to(outside / SECTORS)
    assert plan.problems() == [f"data/sectors.yaml:1:1: error {LINK}"]
    (plan.data / SECTORS).unlink()
    (plan.data / SECTORS).symlink_to(outside / "nothing")
    assert plan.problems() == [f"data/sectors.yaml:1:1: error {LINK}"]
    (plan.data / SECTORS).unlink()
    (plan.data / "sectors").symlink_to(outside)
    expected = "not-a-file: not a regular folder (links are not read)"
    assert plan.problems() == [f"data/sectors:1:1: error {expected}"]


def test_a_file_and_a_folder_of_one_name(plan: Plan) -> None:
    """Two places for one section are an error; neither silently hides the other."""
    plan.write({"sectors/more.yaml": "items: []\n"})
    expected = 'duplicate-file: there are two files for "sectors": one, or one folder'
    assert plan.problems() == [f"data/sectors:1:1: error {expected}"]


def test_all_mistakes_in_one_run(plan: Plan) -> None:
    """Mistakes in several files come all at once, by file, line and column."""
    plan.edit(SECTORS, "id: rope", "id: glass")
    plan.edit(TARGETS, "due: 2028", f"due: {EARLY}").edit(TARGETS, "is: 1.5", "is: 1e3")
    plan.edit("sources.yaml", "grade: A", "grade: E").edit(POLICY, "targets]", "targts]")
    plan.write({"indicators.yaml": "items:\n\t- id: output\n"})
    places = [":".join(line.split(":")[:4]) for line in plan.problems()]
    assert [place.removeprefix("data/") for place in places] == [
        "indicators.yaml:2:1: error tab",
        "policy.yaml:19:1: error dangling",
        "sectors.yaml:11:5: error duplicate-id",
        "sources.yaml:6:12: error unknown-choice",
        "targets.yaml:7:20: error bad-number",
        "targets.yaml:9:5: error year-before-baseline",
    ]


@pytest.mark.parametrize("name", [SECTORS, TARGETS, "sources.yaml", "indicators.yaml"])
def test_a_broken_file_is_not_called_dangling(plan: Plan, name: str) -> None:
    """Of a file that cannot be read nothing is known, so nothing that points into it is wrong."""
    plan.write({name: "items: [\n"})
    assert [line.split(" ")[2] for line in plan.problems()] == ["yaml-syntax:"]


def test_an_unread_value_is_not_called_dangling(plan: Plan) -> None:
    """A value that cannot be read is one mistake, also where others are derived from it."""
    note = '    note: {en: "[[targets/output-half-again.path.2028]]", zh: 注}\n'
    plan.edit(SECTORS, ROPE, f"{ROPE}{note}")
    assert plan.problems() == []
    plan.edit(TARGETS, "due: 2028", "due: soon")
    assert [line.split(" ")[2] for line in plan.problems()] == ["bad-date:"]


def test_many_mistakes_are_counted(plan: Plan) -> None:
    """Fifty mistakes are shown; the others are counted."""
    items = "".join(f"  - {{id: x, colour: n{n}}}\n" for n in range(60))
    plan.edit(SECTORS, ROPE, f"{items}{ROPE}")
    shown = as_text(plan.check().problems).splitlines()
    assert len(shown) == 51
    assert shown[-1].startswith("… and ")
