"""References that lead nowhere, to themselves, out of the plan, or into one another."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import (
    POLICY,
    ROPE,
    SECTORS,
    TARGETS,
    Case,
    Spoil,
    both,
    cases,
    edit,
    note,
    put,
    rope,
    sectors,
)
from tests.mistakes import DERIVED, FEEDS, KINDS, SEEN, SILENT

WHERE = "references"
INDICATOR = "indicator: indicators/output"
LEAD = "[targets/output-half-again]"
GONE = ", ".join(f"sectors/rope{n}" for n in range(5_000))
QUESTION = "items:\n  - {{id: q, name: {{en: Q?, zh: 问？}}, touches: [{}]}}\n"
CHART = "items:\n  - {{id: c, name: {{en: C, zh: 图}}, {}}}\n"
FIELD = "fields: {to: {type: ref, label: {en: To, zh: 往}}}\ncite: 4\n"


def _derived(by: str, *names: str) -> Spoil:
    return put("derived.yaml", DERIVED.format(by, ", ".join(names)))


def _chain(length: int, end: str) -> str:
    """So many values, each derived from the next; the last one from `end`."""
    row = "  - {{id: d-{}, name: {{en: D{}, zh: 算{}}}, by: sum, from: [{}]}}\n"
    ends = (f"derived/d-{n + 1}" if n + 1 < length else end for n in range(length))
    return "items:\n" + "".join(row.format(n, n, n, to) for n, to in enumerate(ends))


TABLE: dict[str, tuple[str, Spoil]] = {
    "an id that is not there": (
        "dangling",
        edit(TARGETS, INDICATOR, "indicator: indicators/outputs"),
    ),
    "a file that is not there": ("dangling", edit(TARGETS, INDICATOR, "indicator: nothing/x")),
    "an item of another file": ("wrong-file", edit(TARGETS, INDICATOR, "indicator: sectors/paper")),
    "an id without a file": ("bad-ref", edit(TARGETS, INDICATOR, "indicator: output")),
    "a way out": ("bad-ref", edit(TARGETS, INDICATOR, "indicator: ../../etc/passwd")),
    "an empty id": ("bad-ref", edit(TARGETS, INDICATOR, "indicator: indicators/")),
    "three parts": ("bad-ref", edit(TARGETS, INDICATOR, "indicator: indicators/output/x")),
    "a name in place of an id": ("bad-ref", edit(TARGETS, INDICATOR, "indicator: indicators/产出")),
    "an indicator that is silent": (
        "wrong-shape",
        edit(TARGETS, INDICATOR, "indicator: [indicators/output]"),
    ),
    "an address in place of a reference": (
        "bad-ref",
        edit(TARGETS, INDICATOR, "indicator: https://example.org/x"),
    ),
    "five thousand that are not there": ("dangling", put("questions.yaml", QUESTION.format(GONE))),
    "a hundred thousand that are not there": (
        "dangling",
        put("questions.yaml", QUESTION.format(", ".join(f"a/b{n}" for n in range(90_000)))),
    ),
    "a headline that is not there": ("dangling", edit(POLICY, LEAD, "[targets/none]")),
    "a headline without a target": ("empty", edit(POLICY, LEAD, "[]")),
    "a headline of another file": ("wrong-file", edit(POLICY, LEAD, "[sectors/paper]")),
    "a menu of what is not there": (
        "dangling",
        edit(POLICY, "menu: [sectors, targets]", "menu: [x]"),
    ),
    "columns of what is not there": (
        "dangling",
        edit(POLICY, "columns: [sectors]", "columns: [x]"),
    ),
    "a source that is not there": (
        "dangling",
        edit(POLICY, "source: test-gazette", "source: none"),
    ),
    "a cited source that is not there": (
        "dangling",
        edit(
            TARGETS,
            "due: 2028",
            "due: {is: 2028, basis: external, cite: {source: nobody, terms: [x]}}",
        ),
    ),
    "a reference in words": ("dangling", note('"[[sectors/glas]]"')),
    "a fact in words": ("dangling", note('"[[policy.nothing]]"')),
    "brackets that stay open": ("bad-ref", note('"[[sectors/glass"')),
    "brackets of nothing": ("bad-ref", note('"[[]]"')),
    "brackets in brackets": ("bad-ref", note('"[[a/[[b/c]]]]"')),
    "a hundred thousand brackets": ("bad-ref", note(f'"{"[[" * 100_000}"')),
    "an id twice": ("duplicate-id", edit(SECTORS, "id: rope", "id: glass")),
    "an id in capitals": ("bad-id", edit(SECTORS, "id: rope", "id: Rope")),
    "an id of Chinese": ("bad-id", edit(SECTORS, "id: rope", "id: 绳缆")),
    "an id of full-width letters": ("bad-id", edit(SECTORS, "id: rope", "id: ｒｏｐｅ")),
    "an id that climbs out": ("bad-id", edit(SECTORS, "id: rope", "id: ../rope")),
    "an id with a zero": ("control-character bad-id", edit(SECTORS, "id: rope", r'id: "ro\0pe"')),
    "an id with a dot": ("bad-id", edit(SECTORS, "id: rope", "id: rope.html")),
    "an id of sixty-one letters": ("bad-id", edit(SECTORS, "id: rope", f"id: {'r' * 61}")),
    "an id of half a million letters": (
        "bad-id",
        edit(SECTORS, "id: rope", f"id: {'r' * 500_000}"),
    ),
    "an id of two hyphens": ("bad-id", edit(SECTORS, "id: rope", "id: ro--pe")),
    "an id of a page": ("reserved-id", edit(SECTORS, "id: rope", "id: index")),
    "an id of a device": ("reserved-id", edit(SECTORS, "id: rope", "id: nul")),
    "an id that is a list": ("wrong-shape", edit(SECTORS, "id: rope", "id: [rope]")),
    "an id that is empty": ("empty", edit(SECTORS, "id: rope", 'id: ""')),
    "an id that is missing": ("missing-key", edit(SECTORS, "id: rope\n    ", "")),
    "an old id that is taken": ("taken-address", rope("was: [paper]")),
    "an old id of two": (
        "taken-address",
        both(rope("was: [hemp]"), edit(SECTORS, "id: glass", "id: glass\n    was: [hemp]")),
    ),
    "an old id that climbs out": ("bad-id", rope("was: [../x]")),
    "a value made from itself": ("circular", _derived("sum", "derived/a")),
    "values made from one another": ("circular", put("derived.yaml", _chain(3, "derived/d-0"))),
    "a sum that does not come out": (
        "wrong-sum",
        put(
            "derived.yaml",
            DERIVED.format("count", "sectors, policy.announced").replace(
                "]}", "], equals: [sectors.stated_count]}"
            ),
        ),
    ),
    "a sum that equals nothing": (
        "dangling",
        put("derived.yaml", DERIVED.format("count", "sectors").replace("]}", "], equals: [x.y]}")),
    ),
    "a sum that equals words": (
        "not-derivable",
        put(
            "derived.yaml",
            DERIVED.format("count", "sectors").replace("]}", "], equals: [sectors/paper]}"),
        ),
    ),
    "a value made from nothing": ("dangling", _derived("sum", "derived/b")),
    "a value made from a name": ("not-derivable", _derived("sum", "sectors/paper")),
    "a chain that breaks": ("dangling", put("derived.yaml", _chain(400, "sectors.nothing"))),
    "a relation to itself": (
        "self-relation",
        put("relations.yaml", f"{KINDS}  - {{id: one, {FEEDS}, to: sectors/paper}}\n"),
    ),
    "a relation twice": (
        "double-relation",
        put(
            "relations.yaml",
            f"{KINDS}  - {{id: one, {FEEDS}, to: sectors/glass}}\n"
            f"  - {{id: two, {FEEDS}, to: sectors/glass}}\n",
        ),
    ),
    "a relation to nothing": (
        "dangling",
        put("relations.yaml", f"{KINDS}  - {{id: one, {FEEDS}, to: sectors/none}}\n"),
    ),
    "a relation of no kind": (
        "unknown-choice",
        put(
            "relations.yaml",
            f"{KINDS}  - {{id: one, kind: eats, from: sectors/paper, to: sectors/glass}}\n",
        ),
    ),
    "a silence of nothing": ("dangling", put("questions.yaml", SILENT.format("targets/none.due"))),
    "a silence that is none": (
        "not-silent",
        put(
            "questions.yaml",
            SILENT.format("targets/output-half-again.due, targets.responsible, indicators.unit"),
        ),
    ),
    "a chart of nothing": (
        "dangling",
        put("charts.yaml", CHART.format("kind: trajectory, targets: [targets/none]")),
    ),
    "a chart of no kind": ("unknown-choice", put("charts.yaml", CHART.format("kind: pie"))),
    "a chart that lacks its data": (
        "missing-key",
        put("charts.yaml", CHART.format("kind: matrix, rows: sectors")),
    ),
    "a chart of another file": (
        "wrong-file",
        put("charts.yaml", CHART.format("kind: trajectory, targets: [sectors/paper]")),
    ),
    "a chart that cannot be drawn": (
        "no-picture",
        put("charts.yaml", CHART.format("kind: step, targets: [targets/output-half-again]")),
    ),
    "an observation of nothing": (
        "dangling",
        put(
            "observations.yaml",
            f"items:\n{SEEN.format(id='a', value=5).replace('/output', '/none')}",
        ),
    ),
    "a field that is a key": (
        "reserved-key",
        edit(
            SECTORS, "cite: 4\n", "fields: {note: {type: text, label: {en: N, zh: 注}}}\ncite: 4\n"
        ),
    ),
    "a field that leads nowhere": (
        "dangling",
        both(edit(SECTORS, "cite: 4\n", FIELD), rope("to: sectors/none")),
    ),
}
BUILT = {
    "a long chain of values": put("derived.yaml", _chain(400, "sectors.stated_count")),
    "values that double": put(
        "derived.yaml",
        "items:\n  - {id: d-0, name: {en: D, zh: 算}, by: count, from: [sectors]}\n"
        + "".join(
            f"  - {{id: d-{n + 1}, name: {{en: D{n}, zh: 算{n}}}, by: sum, "
            f"from: [derived/d-{n}, derived/d-{n}]}}\n"
            for n in range(60)
        ),
    ),
    "a thousand references in a remark": note(f'"{"[[sectors/glass]] " * 1_000}"'),
    "an item that points at itself": both(
        edit(SECTORS, "cite: 4\n", FIELD), rope("to: sectors/rope")
    ),
    "items that point at one another": both(
        edit(SECTORS, "cite: 4\n", FIELD),
        edit(SECTORS, ROPE, f"{ROPE}    to: sectors/glass\n"),
        edit(SECTORS, "zh: 玻璃}\n", "zh: 玻璃}\n    to: sectors/rope\n"),
    ),
    "a hundred items": sectors(
        f"  - {{id: i-{n}, name: {{en: A{n}, zh: 项{n}}}}}\n" for n in range(100)
    ),
}


def found() -> Iterator[Case]:
    """Every case of references."""
    yield from cases(WHERE, TABLE)
    for name, spoil in BUILT.items():
        yield Case(WHERE, name, frozenset(), spoil)
    idle = put("questions.yaml", "items:\n  - {id: idle, name: {en: Idle?, zh: 何用？}}\n")
    yield Case(WHERE, "a question about nothing", frozenset(), idle, frozenset({"unused"}))
    silent = put("questions.yaml", SILENT.format("indicators.unit"))
    warns = frozenset({"unlisted-silence"})
    yield Case(WHERE, "a silence that nobody lists", frozenset(), silent, warns)
    hall = edit(SECTORS, "{en: Rope,", "{en: hall,")
    yield Case(WHERE, "a term on another line", frozenset({"not-found"}), hall, has_texts=True)
