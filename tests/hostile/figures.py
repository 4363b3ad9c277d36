"""Numbers, dates and units that cannot be, or that no reader should see otherwise than written."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import (
    POLICY,
    SECTORS,
    SOURCES,
    TARGETS,
    Case,
    Spoil,
    both,
    cases,
    edit,
    put,
)
from tests.mistakes import DERIVED, SEEN, YUAN

WHERE = "numbers"
RATIO = "at_least: {is: 1.5, cite: {line: 7, terms: [1.5 times]}}"
WORDS = {
    "a comma of thousands": "8,900",
    "full-width digits": "１５",
    "a plus": "+5",
    "zero first": "01.5",
    "a point first": ".5",
    "a point last": "5.",
    "two points": "1.5.2",
    "to the base of sixteen": "0x1F",
    "underscores": "1_000",
    "an exponent beyond all": "1e999999999",
    "twenty-one digits": "9" * 21,
    "half a million digits": "9" * 500_000,
    "a hundred thousand zeros": "零" * 100_000,
    "hundreds of thousands": "百千" * 50_000,
    "number words out of order": "十百",
    "a unit behind": "5倍",
    "a scale that is none": "5兆",
    "Arabic digits": "٥",
    "a minus sign": "−5",
    "a fraction": "½",
    "a word": "many",
}
DATES = {
    "a month that is none": "2028-13",
    "a day that is none": "2028-02-30",
    "no leap year": "2027-02-29",
    "slashes": "2028/01/01",
    "Chinese": "2028年",
    "two digits": "28",
    "five digits": "12028",
    "the year nought": "0000",
    "a quarter that is none": "2028-Q5",
    "a fiscal year that is none": "FY2028-30",
    "a span that ends before it begins": "2028-09..2028-01",
    "a time": "2028-01-01T00:00:00Z",
    "a word": "soon",
    "full-width digits": "２０２８",
}


def _ratio(word: str) -> Spoil:
    ground = "      basis: external\n      cite: {source: test-herald, terms: [x]}"
    return edit(TARGETS, RATIO, f"at_least:\n      is: {word}\n{ground}")


def _due(word: str) -> Spoil:
    return edit(TARGETS, "due: 2028", f"due: {word}")


def _seen(*values: str) -> Spoil:
    rows = (SEEN.format(id=f"o-{n}", value=value) for n, value in enumerate(values))
    return put("observations.yaml", "items:\n" + "".join(rows))


def _derived(by: str, *names: str) -> Spoil:
    return put("derived.yaml", DERIVED.format(by, ", ".join(names)))


COUNT, DUE = "sectors.stated_count", "targets/output-half-again.due"
TABLE: dict[str, tuple[str, Spoil]] = {
    "a ratio of nothing": ("bad-number", _ratio("0")),
    "a ratio below nothing": ("bad-number", _ratio("-1")),
    "a year before the baseline": (
        "year-before-baseline",
        _due('{is: 2020, cite: {line: 7, terms: ["2020"]}}'),
    ),
    "the year of the baseline": (
        "year-before-baseline",
        _due('{is: 2024, cite: {line: 7, terms: ["2024"]}}'),
    ),
    "a plan that ends before it begins": (
        "year-before-baseline",
        edit(POLICY, "{from: 2024, to: 2028}", "{from: 2028, to: 2024}"),
    ),
    "a year that is not printed": (
        "not-printed",
        _due('{is: 2028, cite: {line: 7, terms: ["20281"]}}'),
    ),
    "a number that is not printed": (
        "not-printed",
        edit(TARGETS, "is: 1.5, cite", "is: 1.6, cite"),
    ),
    "a count that is wrong": (
        "wrong-count",
        edit(
            SECTORS, "is: 3, cite: {line: 4, terms: [three", "is: 4, cite: {line: 4, terms: [four"
        ),
    ),
    "a count of nothing": (
        "wrong-count not-printed",
        edit(SECTORS, "stated_count: {is: 3,", "stated_count: {is: -3,"),
    ),
    "a line that is not there": ("bad-cite", edit(SECTORS, "cite: 4\n", "cite: 10\n")),
    "the line nought": ("bad-cite", edit(SECTORS, "cite: 4\n", "cite: 0\n")),
    "a line below nought": ("bad-cite", edit(SECTORS, "cite: 4\n", "cite: -4\n")),
    "half a line": ("bad-cite", edit(SECTORS, "cite: 4\n", "cite: 4.5\n")),
    "a line beyond all": ("bad-cite", edit(SECTORS, "cite: 4\n", f"cite: {'9' * 5_000}\n")),
    "ten thousand lines": (
        "bad-cite",
        edit(SECTORS, "cite: 4\n", f"cite: [{', '.join(map(str, range(10, 10_000)))}]\n"),
    ),
    "a line in words": ("bad-cite", edit(SECTORS, "cite: 4\n", "cite: four\n")),
    "a source of no lines": ("bad-number", edit(SOURCES, "text: 9", "text: 0")),
    "a source of ten billion lines": ("bad-number", edit(SOURCES, "text: 9", "text: 9999999999")),
    "a source of lines beyond all": (
        "bad-number",
        edit(SOURCES, "text: 9", f"text: {'9' * 5_000}"),
    ),
    "a source of half a line": ("bad-number", edit(SOURCES, "text: 9", "text: 1.5")),
    "a unit that is none": (
        "unknown-unit",
        edit("indicators.yaml", "unit: not_stated", "unit: yaun"),
    ),
    "a unit of Chinese": ("unknown-unit", edit("indicators.yaml", "unit: not_stated", "unit: 元")),
    "a ratio in yuan": (
        "absolute-unit",
        edit(TARGETS, "baseline: 2024\n", "baseline: 2024\n    unit: yuan\n"),
    ),
    "two units": ("unit-mismatch", both(put("indicators.yaml", YUAN), _seen("5"))),
    "two values": ("unnoted-conflict", _seen("5", "6")),
    "an observation by the plan": (
        "own-observation",
        put(
            "observations.yaml",
            "items:\n  - id: one\n    name: {en: A, zh: 甲}\n    period: 2024\n    value: 5\n"
            '    unit: percent\n    cite: {line: 7, terms: [5, "2024"]}\n',
        ),
    ),
    "an observation without a value": ("bad-number", _seen("none")),
    "divided by nothing": (
        "not-derivable",
        both(_seen("0"), _derived("ratio", COUNT, "observations/o-0.value")),
    ),
    "a power beyond all": (
        "not-derivable",
        both(
            _seen("99999999999999999999"),
            _derived("compound", COUNT, "observations/o-0.value", DUE),
        ),
    ),
    "nothing to a power": (
        "not-derivable",
        both(
            _seen("0"), _derived("cagr", "observations/o-0.value", COUNT, "observations/o-0.value")
        ),
    ),
    "one value in place of two": ("not-derivable", _derived("ratio", COUNT)),
    "a product beyond all": ("not-derivable", _derived("product", *[DUE] * 60)),
    "a way to compute that is none": ("unknown-choice", _derived("average", COUNT)),
    "computed from nothing": ("not-derivable", put("derived.yaml", DERIVED.format("sum", ""))),
    "a schema of the future": ("unknown-choice", edit(POLICY, "schema: 1", "schema: 2")),
    "a fact without a source": ("needs-cite", edit(SECTORS, "cite: 4\n", "")),
    "an external fact without a source": ("needs-cite", _due("{is: 2028, basis: external}")),
    "a reading without a reason": ("needs-because", _due("{is: 2028, basis: inferred}")),
    "a value derived somehow": ("needs-by", _due("{is: 2028, basis: derived}")),
    "a silence with a value": ("bad-basis", _due("{is: 2028, basis: not_stated}")),
    "a basis that is none": ("unknown-choice", _due("{is: 2028, basis: true}")),
    "stated elsewhere": (
        "stated-elsewhere",
        _due('{is: 2028, cite: {source: test-herald, terms: ["2028"]}}'),
    ),
    "a grade that is none": ("unknown-choice", edit(SOURCES, "grade: A", "grade: E")),
    "an address of script": (
        "bad-url",
        edit(SOURCES, "https://example.org/herald", '"javascript:alert(1)"'),
    ),
    "an address of data": (
        "bad-url",
        edit(SOURCES, "https://example.org/herald", '"data:text/html,x"'),
    ),
    "an address of a file": (
        "bad-url",
        edit(SOURCES, "https://example.org/herald", "file:///etc/passwd"),
    ),
    "an address of no host": ("bad-url", edit(SOURCES, "https://example.org/herald", "https://")),
    "an address with spaces": (
        "bad-url",
        edit(SOURCES, "https://example.org/herald", "https://a b/c"),
    ),
}
KEPT = (
    "99999999999999999999",
    "0.000000000000000001",
    "5.00",
    "三百亿",
    "572.8亿",
    "1.97 lakh crore",
    "-5",
    "0",
    "-0",
)
"""Numbers as they may be, one a year."""


def found() -> Iterator[Case]:
    """Every case of numbers."""
    yield from cases(WHERE, TABLE)
    yield from cases(
        WHERE, {f"as a number: {n}": ("bad-number", _ratio(w)) for n, w in WORDS.items()}
    )
    yield from cases(WHERE, {f"as a date: {n}": ("bad-date", _due(w)) for n, w in DATES.items()})
    rows = (SEEN.format(id=f"o-{n}", value=word) for n, word in enumerate(KEPT))
    dated = (row.replace("2024", f"{2000 + n}") for n, row in enumerate(rows))
    kept = put("observations.yaml", "items:\n" + "".join(dated))
    yield Case(WHERE, "numbers that may be", frozenset(), kept)
