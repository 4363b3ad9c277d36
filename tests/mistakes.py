"""Mistakes that editors make, each with the one line that has to be said of it."""

from __future__ import annotations

POLICY, SECTORS, TARGETS = "policy.yaml", "sectors.yaml", "targets.yaml"
ROPE = "  - id: rope\n"
PAPER = "items:\n  - id: paper\n"
ITEMS = """\
items:
  - id: paper
    name: {en: Paper, zh: 纸张}
  - id: glass
    name: {en: Glass, zh: 玻璃}
  - id: rope
    name: {en: Rope, zh: 绳缆}
"""
GROUPED = (
    ITEMS.replace("paper\n", "paper\n    group: 传统\n")
    .replace("glass\n", "glass\n    group: old\n")
    .replace("rope\n", "rope\n    group: old\n")
)
OLD = "{id: old, name: {en: Old, zh: 传统}, cite: 4}"
MAKER = "fields: {maker: {type: text, label: {en: Maker, zh: 制造者}}}\n"
EARLY = '{is: 2020, cite: {line: 7, terms: ["2020"]}}'
NAME = "name: {en: Rope, zh: 绳缆}"
COLON = 'full-width-colon: a full-width colon "：" after a key; write ":" and a space'
UNLIKE = "unlike that of the lines it belongs to"
DASH = 'missing-space: no space after the dash of a list; write "-" and a space'
IN_QUOTES = "put the whole value in quotes"
BEHIND = "words after the quotation mark that ends the value"
UTF8 = "save the file as UTF-8"
URL = '"javascript:alert(1)" is no address; https://, http:// or mailto: only'

EDITS = {
    "name in place of an id": (
        (TARGETS, "indicators/output", "indicators/产出"),
        (
            '6:16: error bad-ref: "indicators/产出" is no reference; '
            'did you mean "indicators/output"?'
        ),
    ),
    "old id that is taken": (
        (SECTORS, ROPE, f"{ROPE}    was: [paper]\n"),
        (
            '12:5: error taken-address: the old id "paper" is that of sectors/paper; '
            "take it away from one of them"
        ),
    ),
    "unknown key": (
        (SECTORS, ROPE, f"{ROPE}    colour: red\n"),
        '12:5: error unknown-key: no key "colour" in an item of sectors',
    ),
    "misspelt key": (
        (SECTORS, ROPE, f"{ROPE}    shrot: {{en: R, zh: 绳}}\n"),
        '12:5: error unknown-key: no key "shrot" in an item of sectors; did you mean "short"?',
    ),
    "merge key": (
        (SECTORS, ROPE, f"{ROPE}    <<: {{note: x}}\n"),
        '12:5: error unknown-key: no key "<<" in an item of sectors',
    ),
    "missing name": (
        (SECTORS, f"    {NAME}\n", ""),
        "11:5: error missing-key: an item of sectors has no name",
    ),
    "missing id": (
        (SECTORS, "id: rope\n    ", ""),
        "11:5: error missing-key: an item of sectors has no id",
    ),
    "duplicate key": (
        (SECTORS, ROPE, f"{ROPE}    id: cord\n"),
        '12:5: error duplicate-key: the key "id" is given twice; the first stands on line 11',
    ),
    "duplicate id": (
        (SECTORS, "id: rope", "id: glass"),
        (
            '11:5: error duplicate-id: the id "glass" is given twice; '
            "the first stands on line 9 of data/sectors.yaml"
        ),
    ),
    "id in capitals": (
        (SECTORS, "id: rope", "id: Rope"),
        ('11:9: error bad-id: "Rope" is no id; write rope'),
    ),
    "id in Chinese": (
        (SECTORS, "id: rope", "id: 绳缆"),
        (
            '11:9: error bad-id: "绳缆" is no id; '
            "small Latin letters, digits, single hyphens, at most 60: high-tech-park"
        ),
    ),
    "id that climbs out": (
        (SECTORS, "id: rope", "id: ../rope"),
        (
            '11:9: error bad-id: "../rope" is no id; '
            "small Latin letters, digits, single hyphens, at most 60: high-tech-park"
        ),
    ),
    "reserved id": (
        (SECTORS, "id: rope", "id: index"),
        '11:9: error reserved-id: "index" is a reserved name',
    ),
    "name of a device": (
        (SECTORS, "id: rope", "id: con"),
        '11:9: error reserved-id: "con" is a reserved name',
    ),
    "dangling id": (
        (TARGETS, "indicators/output", "indicators/outputs"),
        '6:16: error dangling: there is no "indicators/outputs"; did you mean "indicators/output"?',
    ),
    "id of another file": (
        (TARGETS, "indicators/output", "sectors/paper"),
        '6:16: error wrong-file: "sectors/paper" does not stand in indicators.yaml',
    ),
    "dangling id in a text": (
        (SECTORS, ROPE, f'{ROPE}    note: {{en: "[[sectors/glas]]", zh: 注}}\n'),
        '12:5: error dangling: there is no "sectors/glas"; did you mean "sectors/glass"?',
    ),
    "open brackets in a text": (
        (SECTORS, ROPE, f'{ROPE}    note: {{en: "[[sectors/glass", zh: 注}}\n'),
        (
            "12:16: error bad-ref: double brackets that hold no reference; "
            "write [[file/id]] or [[file/id|words]]"
        ),
    ),
    "target due before its baseline": (
        (TARGETS, "due: 2028", f"due: {EARLY}"),
        (
            "9:5: error year-before-baseline: targets/output-half-again is due 2020, "
            "which is not after the baseline 2024"
        ),
    ),
    "target without what its kind needs": (
        (TARGETS, "    baseline: 2024\n", ""),
        "3:5: error missing-key: targets/output-half-again is a ratio_to_baseline without baseline",
    ),
    "choice in Chinese": (
        (TARGETS, "due: 2028", "due: 2028\n    strength: 力争"),
        '10:15: error unknown-choice: "力争" is no strength; did you mean "strive"?',
    ),
    "kind of a target in Chinese": (
        (TARGETS, "ratio_to_baseline", "与基数之比"),
        '3:11: error unknown-choice: "与基数之比" is no kind; did you mean "ratio_to_baseline"?',
    ),
    "basis in Chinese": (
        (SECTORS, ROPE, f"{ROPE}    basis: 原文\n"),
        '12:12: error unknown-choice: "原文" is no basis; did you mean "stated"?',
    ),
    "group in Chinese": (
        (SECTORS, ITEMS, f"groups: [{OLD}]\n{GROUPED}"),
        '9:12: error unknown-choice: "传统" is no group; did you mean "old"?',
    ),
    "item in no group": (
        (
            SECTORS,
            ITEMS,
            f"groups: [{OLD}]\n{GROUPED.replace('    group: 传统', '    note: not_stated')}",
        ),
        '8:5: error missing-key: sectors/paper has no "group"',
    ),
    "text that begins with a reference": (
        (SECTORS, NAME, "name:\n      en: [[sectors/glass]]: of glass\n      zh: 绳缆"),
        "13:11: error yaml-syntax: a value cannot begin with [[; put the whole value in quotes",
    ),
    "text that is a reference": (
        (SECTORS, NAME, "name: {en: [[sectors/glass]], zh: 绳缆}"),
        ('12:16: error wrong-shape: name in "en" must be one value, not a list; put it in quotes'),
    ),
    "text that has lost its first quotation mark": (
        (SECTORS, NAME, 'name:\n      en: Rope, of hemp"\n      zh: 绳缆'),
        (
            "13:11: error not-closed: a quotation mark at the end, but none at the start; "
            'write " where it begins'
        ),
    ),
    "list without its key": (
        (SECTORS, "items:\n", ""),
        (
            '6:3: error yaml-syntax: a list under the key "cite", which has a value already; '
            "write items: above the list, delete the value, or mend the indentation"
        ),
    ),
    "entry without its dash": (
        (POLICY, "sections: [sectors]", "sections:\n  - sectors\n  trades"),
        (
            '20:3: error yaml-syntax: no dash before "trades", though it stands in a list; '
            'write "- trades"'
        ),
    ),
    "lines without brackets": (
        (SECTORS, "cite: 4\n", "cite: 4, 7\n"),
        '5:7: error bad-cite: "4, 7" is no line number; write [4, 7]',
    ),
    "type of a field in words": (
        (SECTORS, "cite: 4\n", "fields: {a: {type: 一列文字, label: {en: A, zh: 甲}}}\ncite: 4\n"),
        '5:20: error unknown-choice: "一列文字" is no type of field; did you mean "texts"?',
    ),
    "unit in Chinese": (
        ("indicators.yaml", "unit: not_stated", "unit: 百分点"),
        '4:11: error unknown-unit: "百分点" is no unit; did you mean "points"?',
    ),
    "silence in Chinese": (
        (TARGETS, "due: 2028", "due: 未载"),
        '9:10: error unknown-choice: "未载" is no due; did you mean "not_stated"?',
    ),
    "silence in two words": (
        (TARGETS, "responsible: not_stated", "responsible: Not stated"),
        '10:18: error unknown-choice: "Not stated" is no responsible; did you mean "not_stated"?',
    ),
    "name that is silent in Chinese": (
        ("sources.yaml", "{en: The Test Herald, zh: 测试先驱报}", "未载"),
        '10:11: error unknown-choice: "未载" is no name; did you mean "not_stated"?',
    ),
    "key in Chinese": (
        (SECTORS, ROPE, f"{ROPE}    别名: [x]\n"),
        '12:5: error unknown-key: no key "别名" in an item of sectors; did you mean "aliases"?',
    ),
    "declared key in Chinese": (
        (SECTORS, f"cite: 4\n{PAPER}", f"{MAKER}cite: 4\n{PAPER}    制造者: not_stated\n"),
        '9:5: error unknown-key: no key "制造者" in an item of sectors; did you mean "maker"?',
    ),
    "key of the plan in Chinese": (
        (POLICY, "\nsource: ", "\n来源: "),
        '12:1: error unknown-key: no key "来源" in policy.yaml; did you mean "source"?',
    ),
    "key of a statement in Chinese": (
        (TARGETS, "{is: 1.5, cite: {", "{is: 1.5, 出处: {"),
        (
            '7:25: error unknown-key: no key "出处" in the statement of "at_least"; '
            'did you mean "cite"?'
        ),
    ),
    "misspelt choice": (
        (TARGETS, "ratio_to_baseline", "ratio_to_base"),
        '3:11: error unknown-choice: "ratio_to_base" is no kind; did you mean "ratio_to_baseline"?',
    ),
    "unknown grade": (
        ("sources.yaml", "grade: A", "grade: E"),
        '6:12: error unknown-choice: "E" is no grade; it can be A, B, C, D',
    ),
    "tab": (
        (SECTORS, f"    {NAME}", f"\t{NAME}"),
        "12:1: error tab: a tab in the indentation; use spaces",
    ),
    "full-width colon after a key": (
        (SECTORS, NAME, NAME.replace(": ", "：", 1)),
        f"12:9: error {COLON}",
    ),
    "full-width colon in a block": (
        (SECTORS, NAME, "name:\n      en: Rope\n      zh：绳缆"),
        f"14:9: error {COLON}",
    ),
    "anchor": (
        (SECTORS, ROPE, f"{ROPE}    note: &n {{en: x, zh: y}}\n"),
        "12:11: error anchor: anchors (&) and aliases (*) are not used here; write it out",
    ),
    "alias": (
        (SECTORS, ROPE, f"{ROPE}    note: *n\n"),
        "12:11: error anchor: anchors (&) and aliases (*) are not used here; write it out",
    ),
    "tag": (
        (SECTORS, ROPE, f"{ROPE}    note: !!python/object/apply:os.getcwd []\n"),
        "12:11: error tag: tags (!) are not used here; take the tag away",
    ),
    "second document": (
        (SECTORS, ROPE, f"---\n{ROPE}"),
        '11:1: error second-document: a second document ("---") in one file',
    ),
    "too deep": (
        (SECTORS, ROPE, f"{ROPE}    note: {'[' * 25}{']' * 25}\n"),
        "12:28: error too-deep: nested deeper than 20 levels",
    ),
    "bidi override": (
        (SECTORS, "Rope", "Ro\u202epe"),
        "12:18: error control-character: a control character, U+202E; delete it",
    ),
    "zero byte": (
        (SECTORS, "Rope", "Ro\0pe"),
        "12:18: error control-character: a control character, U+0000; delete it",
    ),
    "line separator": (
        (SECTORS, "Rope", "Ro\u2028pe"),
        "12:18: error control-character: a control character, U+2028; delete it",
    ),
    "bidi override as an escape": (
        (SECTORS, "Rope", '"Ro\\u202epe"'),
        (
            "12:16: error control-character: a control character, U+202E, written as an escape; "
            "delete it"
        ),
    ),
    "comma in a value": (
        (SECTORS, NAME, "name: {zh: 四川, en: Ziyang, Sichuan}"),
        (
            '12:32: error unknown-language: "Sichuan" is no language of this plan; '
            "a value with a comma needs quotes"
        ),
    ),
    "language by its name": (
        (SECTORS, NAME, "name: {en: Rope, 中文: 绳缆}"),
        '12:22: error unknown-language: "中文" is no language of this plan; did you mean "zh"?',
    ),
    "missing language": (
        (SECTORS, NAME, "name: {en: Rope}"),
        '12:11: error missing-language: name has no words in "zh"',
    ),
    "empty words": (
        (SECTORS, NAME, "name: {en: Rope, zh: }"),
        '12:26: error empty: name in "zh" is empty; write it, or take the key away',
    ),
    "words without a language": (
        (SECTORS, NAME, "name: Rope"),
        "12:11: error wrong-shape: name must be given in en, zh; {en: …, zh: …}",
    ),
    "wrong count": (
        (SECTORS, "is: 3, cite: {line: 4, terms: [three", "is: 4, cite: {line: 4, terms: [four"),
        (
            "4:15: error wrong-count: the source states 4, but 3 are listed; "
            "open_list: true, if sectors.yaml need not be complete"
        ),
    ),
    "stated, citing another source": (
        (SECTORS, ROPE, f"{ROPE}    cite: {{source: test-herald, terms: [x]}}\n"),
        (
            '12:11: error stated-elsewhere: stated, but "test-herald" is not '
            "the plan's own source; write basis: external"
        ),
    ),
    "unknown basis": (
        (SECTORS, ROPE, f"{ROPE}    basis: stat\n"),
        '12:12: error unknown-choice: "stat" is no basis; did you mean "stated"?',
    ),
    "unread line": (
        (SECTORS, "cite: 4\n", "cite: four\n"),
        '5:7: error bad-cite: "four" is no line number; lines count from 1',
    ),
    "line that is not there": (
        (SECTORS, "cite: 4\n", "cite: 10\n"),
        '5:7: error bad-cite: "test-gazette" has 9 lines, not 10',
    ),
    "unknown unit": (
        ("indicators.yaml", "unit: not_stated", "unit: yaun"),
        '4:11: error unknown-unit: "yaun" is no unit; did you mean "yuan"?',
    ),
    "script as an address": (
        ("sources.yaml", "https://example.org/herald", '"javascript:alert(1)"'),
        f"16:10: error bad-url: {URL}",
    ),
    "script as a contact": (
        (POLICY, "mailto:nobody@example.org", "javascript:alert(1)"),
        f"25:56: error bad-url: {URL}",
    ),
    "missing key of the plan": (
        (POLICY, "as_of: 2025-01-31\n", ""),
        '2:1: error missing-key: policy.yaml has no "as_of"',
    ),
    "listed section without a file": (
        (POLICY, "[sectors]\nmenu", "[sectors, trades]\nmenu"),
        '18:21: error missing-file: policy.yaml lists "trades", but there is no trades.yaml',
    ),
    "section listed twice": (
        (POLICY, "[sectors]\nmenu", "[sectors, sectors]\nmenu"),
        '18:21: error duplicate-id: policy.yaml lists "sectors" twice',
    ),
    "reserved section": (
        (POLICY, "[sectors]\nmenu", "[sectors, search]\nmenu"),
        '18:21: error reserved-id: "search" is a reserved name; call the section otherwise',
    ),
    "section named as a language": (
        (POLICY, "[sectors]\nmenu", "[sectors, zh]\nmenu"),
        '18:21: error reserved-id: "zh" is a reserved name; call the section otherwise',
    ),
    "section that climbs out": (
        (POLICY, "[sectors]\nmenu", "[sectors, ../x]\nmenu"),
        (
            '18:21: error bad-id: "../x" is no id; '
            "small Latin letters, digits, single hyphens, at most 60: high-tech-park"
        ),
    ),
    "menu without such a page": (
        (POLICY, "menu: [sectors, targets]", "menu: [sectors, targts]"),
        (
            '19:1: error dangling: menu names "targts", which is neither section nor page; '
            'did you mean "targets"?'
        ),
    ),
    "language that climbs out": (
        (POLICY, "code: zh", "code: ../zh"),
        (
            '17:12: error bad-id: "../zh" is no id; '
            "small Latin letters, digits, single hyphens, at most 60: high-tech-park"
        ),
    ),
    "language named as a page": (
        (POLICY, "code: zh", "code: facts"),
        '17:12: error reserved-id: "facts" is a reserved name',
    ),
    "language given twice": (
        (POLICY, "code: zh", "code: en"),
        '17:12: error duplicate-id: the language "en" is given twice',
    ),
    "key that is a list": (
        (SECTORS, ROPE, f"{ROPE}    ? [a, b]\n    : c\n"),
        "12:7: error bad-key: a key must be plain words",
    ),
    "key indented too little": (
        (SECTORS, f"    {NAME}", f"   {NAME}"),
        f"12:4: error yaml-syntax: the indentation is 3, {UNLIKE}; make it 4",
    ),
    "key indented too much": (
        (SECTORS, f"    {NAME}", f"     {NAME}"),
        f"12:6: error yaml-syntax: the indentation is 5, {UNLIKE}; make it 4",
    ),
    "key indented between two levels": (
        (SECTORS, NAME, "name:\n      en: Rope\n     zh: 绳缆"),
        f"14:6: error yaml-syntax: the indentation is 5, {UNLIKE}; make it 4 or 6",
    ),
    "item indented too little": (
        (SECTORS, ROPE, f" {ROPE.lstrip()}"),
        f"11:2: error yaml-syntax: the indentation is 1, {UNLIKE}; make it 2",
    ),
    "item indented too much": (
        (SECTORS, ROPE, f" {ROPE}"),
        f"11:4: error yaml-syntax: the indentation is 3, {UNLIKE}; make it 2",
    ),
    "no space after a dash": ((SECTORS, ROPE, "  -id: rope\n"), f"11:3: error {DASH}"),
    "no space after the first dash": (
        (SECTORS, "  - id: paper\n", "  -id: paper\n"),
        f"7:3: error {DASH}",
    ),
    "no space after the only dash": (
        ("indicators.yaml", "  - id: output\n", "  -id: output\n"),
        f"2:3: error {DASH}",
    ),
    "no colon after a key": (
        (SECTORS, NAME, NAME.replace(":", "", 1)),
        '12:9: error yaml-syntax: no colon after the key "name"; write ":" and a space',
    ),
    "no colon on a line": (
        (SECTORS, ROPE, f"{ROPE}    draft\n"),
        '12:5: error yaml-syntax: no colon after "draft"; write ":" and a space after the key',
    ),
    "colon within a value": (
        (SECTORS, NAME, "name:\n      en: Rope: cord\n      zh: 绳缆"),
        f"13:15: error yaml-syntax: a colon and a space within a value; {IN_QUOTES}",
    ),
    "mapping without braces": (
        (SECTORS, NAME, "name: en: Rope, zh: 绳缆"),
        (
            "12:11: error yaml-syntax: a mapping on one line, but without braces; "
            "write { before it and } after it"
        ),
    ),
    "no comma before a key": (
        (SECTORS, NAME, "name: {zh: 绳缆 en: Rope}"),
        '12:19: error yaml-syntax: no comma before the key "en"; write "," before it',
    ),
    "another bracket than was opened": (
        (SECTORS, "cite: 4\n", "cite: [4, 7}\n"),
        '5:12: error yaml-syntax: } stands here, but [ was opened; write "]"',
    ),
    "words behind quotes": (
        (SECTORS, NAME, 'name: {en: "Rope" and cord, zh: 绳缆}'),
        f"12:23: error yaml-syntax: {BEHIND}; {IN_QUOTES}",
    ),
    "words behind quotes, in a block": (
        (SECTORS, NAME, 'name:\n      en: "Rope" and cord\n      zh: 绳缆'),
        f"13:18: error yaml-syntax: {BEHIND}; {IN_QUOTES}",
    ),
    "sign that begins no value": (
        (SECTORS, NAME, 'name: {en: "Rope", zh: @绳缆}'),
        f"12:28: error yaml-syntax: a value cannot begin with @; {IN_QUOTES}",
    ),
    "sign that means something": (
        (SECTORS, NAME, "name:\n      en: Rope\n      zh: >绳缆"),
        f"14:11: error yaml-syntax: a value cannot begin with >; {IN_QUOTES}",
    ),
    "list under a value": (
        (SECTORS, "items:\n", "items: three\n"),
        (
            '7:3: error yaml-syntax: a list under the key "items", which has a value already; '
            "delete the value, or mend the indentation"
        ),
    ),
    "bracket too many": (
        (SECTORS, NAME, f"{NAME}}}"),
        "12:29: error yaml-syntax: } closes nothing; delete it, or write { where it begins",
    ),
    "no date": (
        (TARGETS, "due: 2028", "due: soon"),
        (
            '9:10: error bad-date: "soon" is no date; '
            "write 2020, 2020-06, 2020-06-30, 2024-Q3, FY2024-25 or 2024-01..2024-09"
        ),
    ),
    "no number": (
        (TARGETS, "is: 1.5", "is: much"),
        (
            '7:20: error bad-number: "much" is no number; '
            "plain digits (572.8), with a scale word (572.8亿), or a number word (三百亿)"
        ),
    ),
    "number in groups": (
        (TARGETS, "is: 1.5", "is: 1，500"),
        '7:20: error bad-number: "1，500" is no number; write 1500',
    ),
    "number with its unit": (
        (TARGETS, "is: 1.5", "is: 1.5倍"),
        '7:20: error bad-number: "1.5倍" is no number; write 1.5',
    ),
    "date with signs": (
        (TARGETS, "due: 2028", "due: 2028年6月30日"),
        '9:10: error bad-date: "2028年6月30日" is no date; write 2028-06-30',
    ),
    "day that never was": (
        (TARGETS, "due: 2028", "due: 2028-11-31"),
        '9:10: error bad-date: "2028-11-31" is no date; 2028-11 has 30 days',
    ),
    "line with signs": (
        (SECTORS, "cite: 4\n", "cite: 第4行\n"),
        '5:7: error bad-cite: "第4行" is no line number; write 4',
    ),
    "ratio in an absolute unit": (
        (TARGETS, "baseline: 2024\n", "baseline: 2024\n    unit: yuan\n"),
        (
            "9:5: error absolute-unit: targets/output-half-again is a ratio in an absolute unit, "
            "though its baseline has no value; take the unit away; the goal is an index"
        ),
    ),
    "dots of a skeleton": (
        (SECTORS, NAME, "name: {en: …, zh: 绳缆}"),
        '12:16: error to-fill: name in "en" is still to be filled in',
    ),
    "field named as a key": (
        (SECTORS, "cite: 4\n", "fields: {note: {type: text, label: {en: N, zh: 注}}}\ncite: 4\n"),
        ('5:10: error reserved-key: "note" is a key every item has; call the field otherwise'),
    ),
    "external, citing nobody": (
        (TARGETS, "due: 2028", "due: {is: 2028, basis: external}"),
        (
            "9:10: error needs-cite: external, but no other source is cited; "
            "add cite: {source: …, terms: […]}"
        ),
    ),
    "inferred, without a reason": (
        (TARGETS, "due: 2028", "due: {is: 2028, basis: inferred}"),
        "9:10: error needs-because: inferred, but no reason is given; add because: …",
    ),
    "derived, not said how": (
        (TARGETS, "due: 2028", "due: {is: 2028, basis: derived}"),
        (
            "9:10: error needs-by: derived, but not said how; "
            "add by: reading, or compute it in derived.yaml"
        ),
    ),
    "value that is silent": (
        (TARGETS, "due: 2028", "due: {is: 2028, basis: not_stated}"),
        (
            '9:10: error bad-basis: "due" has a value, so it is not silent; '
            "write not_stated in place of the value"
        ),
    ),
    "number that is not printed": (
        (TARGETS, "due: 2028", 'due: {is: 2028, cite: {line: 7, terms: ["20281"]}}'),
        (
            '9:10: error not-printed: targets/output-half-again.due is "2028", '
            'but its terms do not print that: "20281"; cite the words that say so'
        ),
    ),
    "term that is a sentence": (
        (SECTORS, ROPE, f"{ROPE}    cite: {{line: 3, terms: [Names it. What it will do]}}\n"),
        (
            '12:11: error sentence-term: "Names it. What it will do" is a sentence; '
            "a few key words that are on the line; never copy the source"
        ),
    ),
}
"""What is changed in a file of the plan, and what is wrong then."""

FILES = {
    "merge left unfinished": (
        SECTORS,
        "<<<<<<< HEAD\nname: {en: A, zh: 甲}\n=======\nname: {en: B, zh: 乙}\n>>>>>>> other\n",
        (
            "merge-conflict: both versions of a merge stand here; keep one, "
            "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        ),
    ),
    "GBK": (SECTORS, "name: 行业".encode("gbk"), f"not-utf8: not UTF-8 (byte 0xd0); {UTF8}"),
    "UTF-16": (SECTORS, "name: x".encode("utf-16"), f"not-utf8: UTF-16 (byte 0xff); {UTF8}"),
    "empty": (SECTORS, "", "empty: the file is empty"),
    "only a comment": (SECTORS, "# later\n", "empty: the file is empty"),
    "a list": (
        SECTORS,
        "- paper\n",
        "wrong-shape: the file sectors.yaml must be a mapping, not a list",
    ),
    "too big": (
        SECTORS,
        "#" * 1_000_001,
        "too-big: 1000000 bytes at most, this has 1000001; split it into a folder of files",
    ),
    "unlisted": (
        "sector.yaml",
        "items: []\n",
        (
            'unlisted-file: "sector.yaml" is neither listed in policy.yaml '
            'nor one of the fixed files; did you mean "sectors"?'
        ),
    ),
    "unlisted, like no other": (
        "qqq.yaml",
        "items: []\n",
        (
            'unlisted-file: "qqq.yaml" is neither listed in policy.yaml '
            "nor one of the fixed files; add it to policy.yaml: sections"
        ),
    ),
    "no policy.yaml": (POLICY, None, "missing-file: there is no policy.yaml"),
}
"""What a file holds instead, and what is wrong then, at its top."""

KINDS = """\
kinds:
  - {id: feeds, name: {en: feeds, zh: 供料}, inverse: {en: is fed by, zh: 受料}}
cite: 5
items:
"""
FEEDS = "kind: feeds, from: sectors/paper"
SEEN = """\
  - id: {id}
    name: {{en: A, zh: 甲}}
    value: {value}
    indicator: indicators/output
    period: 2024
    unit: index
    basis: external
    cite: {{source: test-herald, terms: [x]}}
"""
SILENT = """\
items: []
not_stated:
  - id: due
    name: {{en: When, zh: 何时}}
    touches: [{}]
"""
YUAN = "items:\n  - {id: output, name: {en: Output, zh: 产出}, unit: yuan, cite: 7}\n"
DERIVED = "items:\n  - {{id: a, name: {{en: A, zh: 甲}}, by: {}, from: [{}]}}\n"

ASKED = """\
items:
  - id: one
    name: {en: One?, zh: 一？}
    touches: [sectors]
    readings:
      - {id: apart, name: {en: Apart, zh: 分开}}
      - {id: within, name: {en: Within, zh: 包含}}
    default: appart
"""

EDITION = """\
items:
  - version: 1.0.0
    date: {}
    summary: {{en: Made up., zh: 虚构。}}
"""

WRITES = {
    "version given twice": (
        {"changes.yaml": EDITION.format("2024-05-01") + EDITION.format("2024-05-01")[7:]},
        (
            'changes.yaml:5:5: error duplicate-id: the version "1.0.0" is given twice; '
            "the first stands on line 2"
        ),
    ),
    "oldest version first": (
        {
            "changes.yaml": EDITION.format("2024-05-01")
            + EDITION.format("2024-06-01")[7:].replace("1.0.0", "1.1.0")
        },
        (
            "changes.yaml:6:5: error bad-date: 2024-06-01 is later than the date of the entry "
            "above; the newest entry comes first"
        ),
    ),
    "reading that is none": (
        {"questions.yaml": ASKED},
        (
            'questions.yaml:8:5: error dangling: questions/one has no reading "appart"; '
            'did you mean "apart"?'
        ),
    ),
    "file that many lead into": (
        {"indicators.yaml": None},
        (
            "policy.yaml:1:1: error missing-file: there is no indicators.yaml, "
            "though 1 references lead into it; put the file back, or take these references away"
        ),
    ),
    "circle": (
        {"derived.yaml": DERIVED.format("sum", "derived/a")},
        (
            "derived.yaml:2:44: error circular: derived/a is derived from itself, "
            "by way of derived/a"
        ),
    ),
    "too few values": (
        {"derived.yaml": DERIVED.format("ratio", "sectors.stated_count")},
        "derived.yaml:2:46: error not-derivable: ratio takes 2 values, not 1",
    ),
    "sum that does not come out": (
        {
            "derived.yaml": DERIVED.format("count", "sectors").replace(
                "]}\n", "], equals: [policy.announced, sectors.stated_count]}\n"
            )
        },
        (
            "derived.yaml:2:63: error wrong-sum: derived/a comes out as 3, "
            "but policy.announced is 2024"
        ),
    ),
    "relation to itself": (
        {"relations.yaml": f"{KINDS}  - {{id: one, {FEEDS}, to: sectors/paper}}\n"},
        'relations.yaml:5:49: error self-relation: relations/one relates "sectors/paper" to itself',
    ),
    "relation given twice": (
        {
            "relations.yaml": (
                f"{KINDS}  - {{id: one, {FEEDS}, to: sectors/glass}}\n"
                f"  - {{id: two, {FEEDS}, to: sectors/glass}}\n"
            )
        },
        "relations.yaml:6:5: error double-relation: relations/two says what relations/one says",
    ),
    "observation by the plan": (
        {
            "observations.yaml": (
                "items:\n  - id: one\n    name: {en: A, zh: 甲}\n    period: 2024\n    value: 5\n"
                '    unit: percent\n    cite: {line: 7, terms: [5, "2024"]}\n'
            )
        },
        (
            "observations.yaml:5:5: error own-observation: observations/one cites the plan's "
            "own source; a plan observes nothing; cite who published the figure"
        ),
    ),
    "observations that differ": (
        {
            "observations.yaml": (
                f"items:\n{SEEN.format(id='one', value=5)}{SEEN.format(id='two', value=6)}"
            )
        },
        (
            "observations.yaml:10:5: error unnoted-conflict: observations/two and "
            "observations/one are of one scope and period, and differ; "
            "if both stand, say so: conflicts_with: [observations/one]"
        ),
    ),
    "observation in another unit": (
        {"indicators.yaml": YUAN, "observations.yaml": f"items:\n{SEEN.format(id='one', value=5)}"},
        (
            'observations.yaml:7:5: error unit-mismatch: observations/one is in "index", '
            'but indicators/output is in "yuan"'
        ),
    ),
    "silence that is none": (
        {
            "questions.yaml": SILENT.format(
                "targets/output-half-again.due, targets.responsible, indicators.unit"
            )
        },
        (
            'questions.yaml:3:5: error not-silent: "due" lists targets/output-half-again.due '
            "as not stated, but it is"
        ),
    ),
    "silence that is not listed": (
        {"questions.yaml": SILENT.format("indicators.unit")},
        (
            "targets.yaml:10:18: warning unlisted-silence: "
            "targets/output-half-again.responsible is not stated, but no entry of "
            "questions.yaml: not_stated says so; add it to touches of the entry that fits"
        ),
    ),
    "two files for one name": (
        {"sectors/more.yaml": "items: []\n"},
        (
            'sectors:1:1: error duplicate-file: there are two files for "sectors": '
            "one, or one folder"
        ),
    ),
    "comment that looks lost": (
        {"derived.yaml": "items: []\ncite: 4 #5\n"},
        (
            "derived.yaml:2:9: warning lost-comment: from # on, this is a comment and "
            "not part of the value; put the value in quotes; or, if it is a comment, "
            "write a space after #"
        ),
    ),
}
"""What is written into files of the plan, and what is wrong then, in which of them."""
