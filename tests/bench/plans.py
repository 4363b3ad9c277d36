"""Plans as large as one likes, as real ones are: sections, grounds, ties, targets, figures.

`write` makes one with so many items in two languages; every value rests on a line of the source,
another source, a reading, or is not stated. The same number gives the same plan; one that
10 does not divide may have mistakes in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

SECTIONS = ("works", "parks", "firms", "roads", "schools")
"""The items are spread over these."""
EACH = 400
"""Items of a file: a section of more is a folder of files."""
HEAD = """\
schema: 1
id: synthetic
title: {{zh: 第{n}号合成规划, en: Synthetic plan {n}}}
place: {{zh: 某地, en: Somewhere}}
sentence:
  zh: "[[policy.announced]]提出，共{n}个条目，[[targets/t-0.due]]达到[[targets/t-0.at_least]]。"
  en: "[[policy.announced]]: {n} items, [[targets/t-0.at_least]] by [[targets/t-0.due]]."
summary: {{zh: 为测量速度而写的规划, en: A plan written to measure speed by}}
period: {{from: 2020, to: 2030}}
announced: {{is: 2020-01-01, by: reading, cite: {{line: 1, terms: ["2020-01-01"]}}}}
source: paper
as_of: 2024-01-01
assessed_on: 2024-01-01
languages:
  - {{code: zh, tag: zh-CN, name: 中文}}
  - {{code: en, tag: en, name: English}}
sections: [{sections}]
menu: [targets, {sections}]
home:
  lead:
    - targets: [targets/t-0]
      words: {{zh: "产值，[[targets/t-0.due]]", en: "Output, [[targets/t-0.due]]"}}
  columns: [{sections}]
publisher: {{zh: 编者, en: The editors}}
contact: {{words: {{zh: 来信, en: Write to us}}, url: "mailto:nobody@example.org"}}
licence: {{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}}
"""
SECTION = """\
name: {{zh: 第{n}类, en: {title}}}
one: {{zh: 项, en: item}}
plural: {{zh: 项, en: items}}
summary: {{zh: 第{n}类的全部条目, en: All items of kind {n}}}
open_list: true
fields:
  area:
    {{type: number, unit: {{zh: 亩, en: mu}}, label: {{zh: 面积, en: Area}}, otherwise: not_stated}}
  lead: {{type: text, label: {{zh: 牵头, en: Lead}}, otherwise: not_stated}}
  near: {{type: ref, to: {other}, label: {{zh: 相邻, en: Near}}, otherwise: not_stated}}
"""
FIXED = {
    "sources": """\
items:
  - {id: paper, name: {zh: 规划原文, en: The plan}, publisher: {zh: 某报, en: A paper},
     published: 2020-01-02, grade: A, language: zh, text: 99}
  - {id: daily, name: {zh: 日报, en: A daily}, publisher: {zh: 日报社, en: The daily},
     published: 2023-05-01, grade: B, language: zh, text: none, url: "https://example.org/daily"}
""",
    "changes": """\
items:
  - {version: 1.0.0, date: 2024-01-01, summary: {zh: 首版, en: First version}}
""",
    "indicators": """\
cite: 2
items:
  - {id: output, name: {zh: 产值, en: Output}, unit: yuan}
""",
    "charts": """\
items:
  - {id: path, kind: trajectory, name: {zh: 路径, en: Path}, targets: [targets/t-0]}
  - {id: figures, kind: series, name: {zh: 公布, en: Published}, indicator: indicators/output}
""",
}


def write(folder: Path, count: int) -> Path:
    """The plan with `count` items, as a data folder in `folder`; the folder is returned."""
    data = folder / "data"
    data.mkdir(parents=True)
    for name, words in (*FIXED.items(), *_files(count)):
        path = data / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    texts = folder / "sources"
    texts.mkdir()
    (texts / "paper.txt").write_text("\n".join(_lines(count)), encoding="utf-8")
    return folder


def _lines(count: int) -> Iterator[str]:
    """The source, in which every term stands on its line."""
    works = [f"第{n}项工程" for n in range(count)]
    goals = [f"第{n}个目标" for n in range(_targets(count))]
    rest = [*(f"第{n}处" for n in range(40)), *(f"{n}倍" for n in range(2, 11))]
    yield from ("2020-01-01", "产值", "2020 2030 " + " ".join(f"{n}倍" for n in range(2, 11)))
    for line in range(4, 100):
        yield " ".join((*works[line - 4 :: 90], *goals[line - 4 :: 90], *rest))


def _files(count: int) -> Iterator[tuple[str, str]]:
    yield "policy", HEAD.format(n=count, sections=", ".join(SECTIONS))
    for n, section in enumerate(SECTIONS):
        items = [_item(count, number) for number in range(n, count, len(SECTIONS))]
        head = SECTION.format(n=n, title=section.title(), other=SECTIONS[(n + 1) % len(SECTIONS)])
        if len(items) <= EACH:
            yield section, f"{head}items:\n{''.join(items)}"
            continue
        yield f"{section}/{section}", head
        for part in range(0, len(items), EACH):
            yield f"{section}/part-{part // EACH}", "items:\n" + "".join(items[part : part + EACH])
    yield "targets", "items:\n" + "".join(_target(n) for n in range(_targets(count)))
    yield "observations", "items:\n" + "".join(_observation(n) for n in range(10))
    yield "relations", RELATIONS + "".join(_relation(count, n) for n in range(count))


def _targets(count: int) -> int:
    return max(1, count // 25)


def ref(count: int, number: int) -> str:
    """The number-th item, over and over again."""
    at = number % count
    return f"{SECTIONS[at % len(SECTIONS)]}/i-{at}"


def _item(count: int, n: int) -> str:
    near = ref(count, n + 1 + len(SECTIONS) * 7)
    return f"""\
  - id: i-{n}
    name: {{zh: 第{n}项工程, en: Work number {n}}}
    cite: {{line: {n % 90 + 4}, terms: [第{n}项工程]}}
    area: {{is: {n % 977 + 1}, basis: external, cite: {{source: daily, terms: [{n % 977 + 1}亩]}}}}
    lead:
      is: {{zh: 第{n % 40}处, en: Office {n % 40}}}
      cite: {{line: {n % 90 + 4}, terms: [第{n % 40}处]}}
    near: {{is: {near}, basis: inferred, because: {{zh: 名称相近, en: Their names are alike}}}}
    note: {{zh: "与[[{ref(count, n + 3)}]]同期。", en: "At the time of [[{ref(count, n + 3)}]]."}}
"""


def _target(n: int) -> str:
    return f"""\
  - id: t-{n}
    kind: ratio_to_baseline
    name: {{zh: 第{n}个目标, en: Target number {n}}}
    indicator: indicators/output
    at_least: {{is: {n % 9 + 2}, cite: {{line: {n % 90 + 4}, terms: ["{n % 9 + 2}倍"]}}}}
    baseline: {{is: 2020, cite: {{line: 3, terms: ["2020"]}}}}
    due: {{is: 2030, cite: {{line: 3, terms: ["2030"]}}}}
    responsible: not_stated
    cite: {n % 90 + 4}
"""


def _observation(n: int) -> str:
    return f"""\
  - {{id: o-{n}, indicator: indicators/output, period: {2014 + n}, value: {100 + 7 * n}亿,
     unit: yuan, basis: external, cite: {{source: daily, terms: [产值]}}}}
"""


RELATIONS = """\
kinds:
  - {id: serves, name: {zh: 服务于, en: serves}, inverse: {zh: 由其服务, en: is served by}}
items:
"""


def _relation(count: int, n: int) -> str:
    return f"""\
  - {{id: r-{n}, kind: serves, from: {ref(count, n)}, to: {ref(count, n * 7 + 11)}, basis: inferred,
     because: {{zh: 位置相近, en: They are close}}}}
"""
