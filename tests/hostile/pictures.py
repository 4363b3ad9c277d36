"""Charts of more than a picture holds, and of numbers that no axis holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.hostile.case import Case, Spoil, both, cases, put
from tests.mistakes import SEEN

WHERE = "numbers"
BECAUSE = "basis: inferred, because: {en: x, zh: 因}"
HEAD = """\
items:
  - id: output-half-again
    name: {en: T, zh: 目}
    basis: inferred
    because: {en: x, zh: 因}
"""
RATIO = "ratio_to_baseline"


def _target(kind: str, **numbers: str) -> Spoil:
    """The target, of another kind and with other numbers."""
    rows = "".join(f"    {key}: {{is: {value}, {BECAUSE}}}\n" for key, value in numbers.items())
    return put("targets.yaml", f"{HEAD}    kind: {kind}\n{rows}")


def _more(words: Mapping[str, str]) -> Spoil:
    """Keys of the target that are no numbers."""

    def spoil(plan: Path) -> None:
        with (plan / "data/targets.yaml").open("a", encoding="utf-8") as file:
            file.writelines(f"    {key}: {value}\n" for key, value in words.items())

    return spoil


def _seen(values: Iterable[str]) -> Spoil:
    """A value a year."""
    rows = (
        SEEN.format(id=f"o-{n}", value=value).replace("2024", f"{1000 + n}")
        for n, value in enumerate(values)
    )
    return put("observations.yaml", "items:\n" + "".join(rows))


def _chart(kind: str, words: str) -> Spoil:
    return put(
        "charts.yaml", f"items:\n  - {{id: c, kind: {kind}, name: {{en: C, zh: 图}}, {words}}}\n"
    )


GOAL = "targets: [targets/output-half-again]"
OUTPUT = {"indicator": "indicators/output"}
SQUARES = {"counts": "sectors", "class_unit": "yuan"}
SERIES = _chart("series", "indicator: indicators/output")
DOTS = ", ".join(f"observations/o-{n}" for n in range(300))
TABLE: dict[str, tuple[str, Spoil]] = {
    "three hundred dots": (
        "no-picture",
        both(_seen(["1"] * 300), _chart("dots", f"observations: [{DOTS}]")),
    ),
    "a thousand values": ("no-picture", both(_seen(map(str, range(1_000))), SERIES)),
    "values too far apart": ("no-picture", both(_seen(["1", "9" * 20 + "万亿"]), SERIES)),
    "a path of eight thousand years": (
        "no-picture",
        both(
            _target(RATIO, at_least="2", baseline="2024", due="9998"),
            _more(OUTPUT),
            _chart("trajectory", GOAL),
        ),
    ),
    "a path to beyond all": (
        "no-picture",
        both(
            _target(RATIO, at_least="9" * 20 + "万亿", baseline="2024", due="2028"),
            _more(OUTPUT),
            _chart("trajectory", GOAL),
        ),
    ),
    "a trillion squares": (
        "no-picture",
        both(
            _target(
                "units_at_threshold", exactly="999999999999", due="2028", **{"class": "三百亿"}
            ),
            _more(SQUARES),
            _chart("ladder", f"{GOAL}, counts: sectors"),
        ),
    ),
    "a reduction to nothing": (
        "bad-number",
        both(
            _target("reduction", reduce_by="100", baseline="2024", due="2028"),
            _more(OUTPUT),
        ),
    ),
    "a range upside down": (
        "bad-number",
        both(_target("range", low="5", high="1", due="2028"), _more(OUTPUT | {"unit": "yuan"})),
    ),
}


def found() -> Iterator[Case]:
    """Every case of charts."""
    yield from cases(WHERE, TABLE)
