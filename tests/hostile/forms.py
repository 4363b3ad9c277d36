"""YAML that a careless reader would swallow, die of, or turn into something else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import (
    NAME,
    POLICY,
    ROPE,
    SECTORS,
    TARGETS,
    Case,
    Spoil,
    both,
    cases,
    edit,
    put,
    rope,
    sectors,
)

WHERE = "YAML"
NESTED = "[" * 30 + "]" * 30
DUE = "due: 2028"
BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(2))


def _due(words: str) -> Spoil:
    return edit(TARGETS, DUE, f"due: {words}")


def _name(words: str) -> Spoil:
    return edit(SECTORS, NAME, words)


TABLE: dict[str, tuple[str, Spoil]] = {
    "an anchor": ("anchor", rope("note: &x {en: a, zh: b}")),
    "an alias to nothing": ("anchor", rope("note: *x")),
    "an alias to itself": ("anchor", put(SECTORS, "&a [*a]\n")),
    "a bomb of aliases": ("anchor", put(SECTORS, BOMB)),
    "a merge of keys": ("unknown-key", rope("<<: {note: x}")),
    "a merge of an alias": ("anchor", rope("<<: *x")),
    "a tag of Python": ("tag", rope("note: !!python/object/apply:os.system [id]")),
    "a tag of a number": ("tag", rope('note: !!int "5"')),
    "a tag of our own": ("tag", rope("note: !secret x")),
    "binary data": ("tag", rope("note: !!binary aGVsbG8=")),
    "a set": ("tag", rope("note: !!set {a, b}")),
    "the tag of all": ("tag", rope("note: ! x")),
    "a second document": ("second-document", edit(SECTORS, ROPE, f"---\n{ROPE}")),
    "a document begun twice": ("second-document", put(SECTORS, "---\n---\n")),
    "words after the end": ("yaml-syntax", edit(SECTORS, ROPE, f"...\n{ROPE}")),
    "a directive of another YAML": ("yaml-syntax", put(SECTORS, "%YAML 9.9\n---\nname: x\n")),
    "a directive twice": ("yaml-syntax", put(SECTORS, "%YAML 1.1\n%YAML 1.1\n---\na: b\n")),
    "a directive without a document": ("yaml-syntax", put(SECTORS, "%TAG ! tag:x,2000:\n")),
    "lists in lists": ("too-deep", rope(f"note: {NESTED}")),
    "mappings in mappings": ("too-deep", put(SECTORS, "{a: " * 200 + "}" * 200)),
    "a hundred thousand brackets": ("too-deep", put(SECTORS, "[" * 100_000)),
    "dashes in dashes": ("too-deep", put(SECTORS, "- " * 100_000)),
    "steps without end": (
        "too-deep",
        put(SECTORS, "".join(f"{' ' * n}a:\n" for n in range(800))),
    ),
    "a million brackets that close": ("too-big", put(SECTORS, "a: [" + "[]," * 300_000 + "]")),
    "two hundred thousand values": ("too-big", put(SECTORS, "a: [" + "1," * 250_000 + "]")),
    "a key that is a list": ("bad-key", rope("? [a, b]\n    : c")),
    "a key that is a mapping": ("bad-key", rope("{a: b}: c")),
    "a key twice": ("duplicate-key", rope("id: cord")),
    "a key twice, once in quotes": ("duplicate-key", rope('"id": cord')),
    "a key without a value": ("empty", rope("note:")),
    "a tab before a key": ("tab", edit(SECTORS, f"    {NAME}", f"\t{NAME}")),
    "a tab in a mapping": ("tab", _name("name:\n\t  en: Rope\n\t  zh: 绳缆")),
    "no space after a colon": ("missing-space", _name("name:{en: Rope, zh: 绳缆}")),
    "a bracket that stays open": ("not-closed", _name("name: {en: Rope, zh: 绳缆")),
    "a quote that stays open": ("not-closed", _name('name: {en: "Rope, zh: 绳缆}')),
    "a bracket too many": ("yaml-syntax", _name(f"{NAME}}}")),
    "a colon in a value": ("yaml-syntax", _name("name:\n      en: Rope: thick\n      zh: 绳")),
    "a key set in too little": ("yaml-syntax", edit(SECTORS, f"    {NAME}", f"   {NAME}")),
    "an at sign": ("yaml-syntax", rope("note: @x")),
    "a backquote": ("yaml-syntax", rope("note: `x`")),
    "a percent sign": ("yaml-syntax", rope("note: %x")),
    "an escape that is none": ("yaml-syntax", rope(r'note: {en: "a\qb", zh: 注}')),
    "an escape beyond Unicode": ("yaml-syntax", rope(r'note: {en: "\UFFFFFFFF", zh: 注}')),
    "an escape of half a pair": ("yaml-syntax", rope(r'note: {en: "\uD800", zh: 注}')),
    "a full-width colon": ("full-width-colon", _name("name：{en: Rope, zh: 绳缆}")),
    "a full-width comma": ("full-width", _name("name: {en: Rope， zh: 绳缆}")),
    "full-width brackets": ("full-width", _name("name: ｛en: Rope, zh: 绳缆｝")),
    "a full-width space": ("odd-space", _name("name:　{en: Rope, zh: 绳缆}")),
    "a space that does not break": ("odd-space", rope("\u00a0note: {en: a, zh: 注}")),
    "quotes of a text": ("curly-quotes", _due("“2028”")),
    "a comment that eats a bracket": ("lost-comment", _name("name: {zh: 绳, en: Rope #5}")),
    "a comma without quotes": ("unknown-language", _name("name: {zh: 四川, en: Ziyang, Sichuan}")),
    "a list as a file": ("wrong-shape", put(SECTORS, "- a\n- b\n")),
    "a word as a file": ("wrong-shape", put(SECTORS, "sectors\n")),
    "a number as a file": ("wrong-shape", put(SECTORS, "42\n")),
    "tilde as a file": ("wrong-shape", put(SECTORS, "~\n")),
    "a word in place of items": (
        "wrong-shape",
        put("glossary.yaml", "items: none\n"),
    ),
    "a mapping in place of items": ("wrong-shape", put("glossary.yaml", "items: {a: b}\n")),
    "two files of items that are numbers": (
        "wrong-shape",
        both(*(put(f"glossary/x{n}.yaml", "items: [" + "1," * 190_000 + "]\n") for n in range(2))),
    ),
    "an item that is a word": ("wrong-shape", put("glossary.yaml", "items: [a]\n")),
    "an item that is a list": ("wrong-shape", put("glossary.yaml", "items: [[a]]\n")),
    "the head of the plan is a list": ("wrong-shape", put(POLICY, "- a\n")),
    "a date that is a mapping": ("wrong-shape", _due("{year: 2028, is2: x}")),
    "a date that is a list": ("wrong-shape", _due("[2028]")),
    "no is no number": ("bad-number", edit(TARGETS, "is: 1.5", "is: no")),
    "an octal number": ("bad-number", edit(TARGETS, "is: 1.5", "is: 010")),
    "a number to the base of sixty": ("bad-number", edit(TARGETS, "is: 1.5", "is: 12:30")),
    "a number with an exponent": ("bad-number", edit(TARGETS, "is: 1.5", "is: 1e3")),
    "no number at all": ("bad-number", edit(TARGETS, "is: 1.5", "is: .nan")),
    "infinity": ("bad-number", edit(TARGETS, "is: 1.5", "is: -.inf")),
    "a day that never was": ("bad-date", _due("2028-02-30")),
    "yes is no truth": (
        "unknown-choice",
        edit(SECTORS, "stated_count", "open_list: yes\nstated_count"),
    ),
    "ten at once": (
        "unknown-key missing-language empty bad-id unknown-choice bad-date bad-url dangling",
        both(
            edit(SECTORS, ROPE, "  - id: Rope\n    name: {en: Rope, zh: 绳}\n    colour: red\n"),
            edit(SECTORS, "{en: Glass, zh: 玻璃}", "{en: Glass}"),
            edit(TARGETS, "ratio_to_baseline", "ratio"),
            edit(TARGETS, DUE, "due: soon"),
            edit(TARGETS, "{en: Output, zh: 产出}", "{en: Output, zh: }"),
            edit(TARGETS, "indicators/output", "indicators/outputs"),
            edit("sources.yaml", "https://example.org/herald", "example"),
        ),
    ),
}
KEPT = {
    "no": "no",
    "Yes": "Yes",
    '"~"': "~",
    "null": "null",
    "010": "010",
    "12:30": "12:30",
    "1e3": "1e3",
    "2020-02-30": "2020-02-30",
    ".nan": ".nan",
    "=": "=",
    "1_000": "1_000",
    "１０００": "１０００",
    "a#b": "a#b",
    "a:b": "a:b",
    '"a: {b}, [c] # d"': "a: {b}, [c] # d",
    "a\n      b": "a b",
}
"""Remarks as YAML has them, and what the page shows."""


def found() -> Iterator[Case]:
    """Every case of YAML."""
    yield from cases(WHERE, TABLE)
    kept = sectors(
        f"  - id: x-{n}\n    name: {{en: X{n}, zh: 绳{n}}}\n    note: {{en: {words}, zh: 注{n}}}\n"
        for n, words in enumerate(KEPT)
    )
    yield Case(WHERE, "words that look like values", frozenset(), kept, shows=tuple(KEPT.values()))
    lost = edit(SECTORS, ROPE, f"{ROPE}    aliases: [Cord]\n    cite: 4 #5\n")
    yield Case(
        WHERE, "a comment that may be a value", frozenset(), lost, frozenset({"lost-comment"})
    )
