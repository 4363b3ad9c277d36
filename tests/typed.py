"""What a Chinese keyboard types where YAML wants its own signs, and the one line said of it."""

from __future__ import annotations

from tests.mistakes import NAME, ROPE, SECTORS, TARGETS

WIDE, NARROW = "\u3000", "\u00a0"
SPACE = "a space that YAML takes for a letter, U+{}; write plain spaces"
COLON = 'missing-space: no space after the colon of a key; write ":" and a space'
WIDE_COLON = 'full-width-colon: a full-width colon "：" after a key; write ":" and a space'
QUOTES = "is no quotation mark of YAML, but part of the value; write"


TEXT = "a reference with full-width signs, which stays text"
GLASS = "{en: Paper, zh: 纸张}\n  - id: glass\n    name: {en: Glass,"


def sign(typed: str, meant: str) -> str:
    """What is said of a sign that is not YAML's."""
    return f'full-width: "{typed}" is not YAML\'s sign; write "{meant}"'


TYPED = {
    "comma in a list of numbers": (
        (SECTORS, "cite: 4\n", "cite: [4， 7]\n"),
        f"5:9: error {sign('，', ',')}",
    ),
    "comma in a list of references": (
        ("policy.yaml", "[targets/output-half-again]", "[targets/a， targets/b]"),
        f"22:27: error {sign('，', ',')}",
    ),
    "comma in a list of names": (
        ("policy.yaml", "menu: [sectors, targets]", "menu: [sectors， targets]"),
        f"19:15: error {sign('，', ',')}",
    ),
    "comma in a list of sections": (
        ("policy.yaml", "sections: [sectors]", "sections: [sectors， trades]"),
        f"18:19: error {sign('，', ',')}",
    ),
    "comma in a mapping": (
        (SECTORS, NAME, "name: {zh: 绳缆，en: Rope}"),
        f"12:18: error {sign('，', ',')}",
    ),
    "comma in a mapping, before a space": (
        (SECTORS, NAME, "name: {en: Rope， zh: 绳缆}"),
        f"12:20: error {sign('，', ',')}",
    ),
    "square brackets": (
        (SECTORS, "cite: 4\n", "cite: ［4, 7］\n"),
        f"5:7: error {sign('［', '[')}",
    ),
    "lenticular brackets": (
        (SECTORS, "cite: 4\n", "cite: 【4, 7】\n"),
        f"5:7: error {sign('【', '[')}",
    ),
    "curly brackets": (
        (SECTORS, NAME, "name: ｛en: Rope, zh: 绳缆｝"),
        f"12:11: error {sign('｛', '{')}\n12:28: error {sign('｝', '}')}",
    ),
    "closing bracket": (
        (SECTORS, NAME, "name: {en: Rope, zh: 绳缆｝"),
        f"12:28: error {sign('｝', '}')}",
    ),
    "dash of a list": ((SECTORS, ROPE, "  － id: rope\n"), f"11:3: error {sign('－', '-')}"),
    "comment on a line of its own": (
        (SECTORS, ROPE, f"  ＃ note\n{ROPE}"),
        f"11:3: error {sign('＃', '#')}",
    ),
    "comment after a value": (
        (TARGETS, "due: 2028", "due: 2028 ＃ later"),
        f"9:15: error {sign('＃', '#')}",
    ),
    "colon in a mapping": (
        (SECTORS, NAME, "name: {en: Rope, zh：绳缆}"),
        '12:24: error full-width-colon: a full-width colon "：" after a key; write ":" and a space',
    ),
    "several signs at once": (
        (SECTORS, NAME, "name：{en： Rope，zh：绳缆}"),
        f"12:9: error {WIDE_COLON}\n12:13: error {WIDE_COLON}",
    ),
    "digits of a date": (
        (TARGETS, "due: 2028", "due: ２０２８"),
        '9:10: error bad-date: "２０２８" is no date; these are full-width; write 2028',
    ),
    "digits of a number": (
        (TARGETS, "is: 1.5", "is: １．５"),
        '7:20: error bad-number: "１．５" is no number; these are full-width; write 1.5',
    ),
    "digits of a line": (
        (SECTORS, "cite: 4\n", "cite: ４\n"),
        '5:7: error bad-cite: "４" is no line number; these are full-width; write 4',
    ),
    "letters of an id": (
        (SECTORS, "id: rope", "id: ｒｏｐｅ"),
        '11:9: error bad-id: "ｒｏｐｅ" is no id; these are full-width; write rope',
    ),
    "stroke of a reference": (
        (TARGETS, "indicators/output", "indicators／output"),
        (
            '6:26: error bad-ref: "indicators／output" is no reference; '
            "these are full-width; write indicators/output"
        ),
    ),
    "letter of a choice": (
        ("sources.yaml", "grade: A", "grade: Ａ"),
        '6:12: error unknown-choice: "Ａ" is no grade; these are full-width; write A',
    ),
    "quotes round a date": (
        (TARGETS, "due: 2028", "due: “2028”"),
        f"9:10: error curly-quotes: “ {QUOTES} 2028",
    ),
    "quotes round full-width digits": (
        (TARGETS, "due: 2028", "due: ‘２０２８’"),
        f"9:10: error curly-quotes: ‘ {QUOTES} 2028",
    ),
    "quotes round a choice": (
        (TARGETS, "ratio_to_baseline", "“ratio_to_baseline”"),
        f"3:11: error curly-quotes: “ {QUOTES} ratio_to_baseline",
    ),
    "quotes round a comma": (
        (SECTORS, NAME, "name: {zh: 绳缆, en: “Rope, Cord”}"),
        f'12:24: error curly-quotes: “ {QUOTES} "…"',
    ),
    "quotes round a colon": (
        (SECTORS, NAME, "name: {zh: 绳缆, en: “Rope: Cord”}"),
        f'12:24: error curly-quotes: “ {QUOTES} "…"',
    ),
    "wide space in the indentation": (
        (SECTORS, f"    {NAME}", f"{WIDE * 2}{NAME}"),
        f"12:1: error odd-space: {SPACE.format('3000')}",
    ),
    "no-break space in the indentation": (
        (SECTORS, f"    {NAME}", f"  {NARROW * 2}{NAME}"),
        f"12:3: error odd-space: {SPACE.format('00A0')}",
    ),
    "wide space after a colon": (
        (SECTORS, NAME, NAME.replace(": ", f":{WIDE}", 1)),
        f"12:10: error odd-space: {SPACE.format('3000')}",
    ),
    "wide space after a colon, in a mapping": (
        (SECTORS, NAME, f"name: {{en:{WIDE}Rope, zh: 绳缆}}"),
        f"12:15: error odd-space: {SPACE.format('3000')}",
    ),
    "wide space before a value": (
        (SECTORS, "id: rope", f"id: {WIDE}rope"),
        f"11:9: error odd-space: {SPACE.format('3000')}",
    ),
    "no-break space behind a value": (
        (SECTORS, "id: rope", f"id: rope{NARROW}"),
        f"11:13: error odd-space: {SPACE.format('00A0')}",
    ),
    "wide space before a comment": (
        (TARGETS, "due: 2028", f"due: 2028{WIDE}# later"),
        f"9:14: error odd-space: {SPACE.format('3000')}",
    ),
    "wide space after a dash": (
        (SECTORS, ROPE, f"  -{WIDE}id: rope\n"),
        f"11:4: error odd-space: {SPACE.format('3000')}",
    ),
    "brackets of a reference": (
        (SECTORS, ROPE, f"{ROPE}    note: {{en: Note, zh: 见【【sectors/glass】】。}}\n"),
        f"12:26: error bad-ref: {TEXT}; write [[sectors/glass]]",
    ),
    "brackets of a reference, with words": (
        (SECTORS, ROPE, f"{ROPE}    note: {{en: Note, zh: 见［［sectors／glass｜玻璃］］}}\n"),
        f"12:26: error bad-ref: {TEXT}; write [[sectors/glass|玻璃]]",
    ),
    "stroke and bar in a reference": (
        (SECTORS, ROPE, f'{ROPE}    note: {{en: Note, zh: "[[sectors／glass｜玻璃]]"}}\n'),
        f"12:26: error bad-ref: {TEXT}; write [[sectors/glass|玻璃]]",
    ),
    "no space after a colon": ((SECTORS, "id: rope", "id:rope"), f"11:8: error {COLON}"),
    "no space after a colon, in a block": (
        (SECTORS, ROPE, f"{ROPE}    note:{{en: x, zh: y}}\n"),
        f"12:10: error {COLON}",
    ),
    "no space after a colon, in a mapping": (
        (SECTORS, NAME, "name: {en: Rope, zh:绳缆}"),
        f"12:25: error {COLON}",
    ),
    "open bracket of a mapping": (
        (SECTORS, NAME, NAME.removesuffix("}")),
        "12:11: error not-closed: { is not closed; write } where it ends",
    ),
    "open bracket of a list": (
        (SECTORS, "cite: 4\n", "cite: [4, 7\n"),
        "5:7: error not-closed: [ is not closed; write ] where it ends",
    ),
    "open quote": (
        (SECTORS, NAME, 'name: {en: "Rope, zh: 绳缆}'),
        '12:16: error not-closed: " is not closed; write " where it ends',
    ),
    "open quote before others": (
        (SECTORS, GLASS, GLASS.replace("Paper", '"Paper').replace("Glass", '"Glass"')),
        '8:16: error not-closed: " is not closed; write " where it ends',
    ),
    "comment that takes a bracket along": (
        (SECTORS, NAME, "name: {en: Rope #5, zh: 绳缆}"),
        (
            "12:21: error lost-comment: from # on, this is a comment and not part of the value; "
            "put the value in quotes; or, if it is a comment, write a space after #"
        ),
    ),
}
"""What is changed in a file of the plan, and what is wrong then."""
WRONG = {
    "no shape at all": (
        (SECTORS, NAME, "name: 【绳缆】—— 绳"),
        "12:11: error wrong-shape: name must be given in en, zh; {en: …, zh: …}",
    ),
    "comment of another line": (
        (SECTORS, f"{ROPE}    {NAME}", f"  - id: rope #5\n    {NAME}}}"),
        "12:29: error yaml-syntax: } closes nothing; delete it, or write { where it begins",
    ),
    "quotes and nothing in them": (
        (TARGETS, "due: 2028", "due: “”"),
        f'9:10: error curly-quotes: “ {QUOTES} "…"',
    ),
}
"""What is wrong in another way than its signs may suggest, or than they all are."""
RIGHT = {
    "comment after a value": (TARGETS, "due: 2028", "due: 2028  # 待核实，见第 7 行"),
    "quotes in a text": (SECTORS, NAME, "name: {en: Rope, zh: “绳缆”，一种“绳”}"),
    "double brackets in a text": (SECTORS, NAME, "name: {en: Rope, zh: 绳缆【【甲】】［［一］］}"),
    "signs in a text": (SECTORS, NAME, "name: {en: Rope, zh: 绳缆（一）：【甲】－乙＃、２０２５}"),
    "wide space in a text": (SECTORS, NAME, f"name: {{en: Rope, zh: 绳{WIDE}缆}}"),
    "apostrophe in a text": (SECTORS, NAME, "name: {en: Roper's rope, zh: 绳缆}"),
    "wide spaces in a block of text": (
        (SECTORS, NAME, f"name:\n      en: Rope\n      zh: |\n        {WIDE}{WIDE}绳缆\n")
    ),
}
"""What looks like a slip and is none."""
