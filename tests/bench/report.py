"""What a report of Lighthouse says: a row of numbers, and what each lost point was lost for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.bench.bench import Measure, NotMeasured, Sample

Report = Mapping[str, Any]
"""A report as Lighthouse writes it, read from its JSON."""
SCORES = {
    "performance": Measure("performance", "performance"),
    "accessibility": Measure("accessibility", "accessibility"),
    "best-practices": Measure("best_practices", "best practices"),
    "seo": Measure("seo", "SEO"),
}
"""By the id of the category: from 0 to 100, more is better."""
TIMES = {
    "first-contentful-paint": Measure("fcp", "FCP, ms"),
    "largest-contentful-paint": Measure("lcp", "LCP, ms"),
    "cumulative-layout-shift": Measure("cls", "CLS", 3),
    "total-blocking-time": Measure("tbt", "TBT, ms"),
}
"""By the id of the audit: less is better."""
MEASURES = (*SCORES.values(), *TIMES.values())
FULL = 100


def row(report: Report) -> Sample:
    """The scores and the times of a report; `NotMeasured` where it could not judge the page."""
    if error := report.get("runtimeError"):
        raise NotMeasured(f"{report['requestedUrl']}: {error['message']}")
    scores = {m.key: _score(report, category) for category, m in SCORES.items()}
    times = {m.key: float(_audit(report, id_)["numericValue"]) for id_, m in TIMES.items()}
    return scores | times


def lost(report: Report) -> Iterator[str]:
    """One line for each score below 100: the score, and the audits that took something off it."""
    for category, measure in SCORES.items():
        if (score := _score(report, category)) < FULL:
            yield f"{measure.words} {score:.0f}: {', '.join(_short_of(report, category))}"


def _score(report: Report, category: str) -> float:
    score = report["categories"][category]["score"]
    if score is None:
        raise NotMeasured(f"{report['requestedUrl']}: no score for {category}")
    return float(round(score * FULL))


def _short_of(report: Report, category: str) -> Iterator[str]:
    """The audits of a category that weigh something and are not passed."""
    for part in report["categories"][category]["auditRefs"]:
        score = _audit(report, part["id"])["score"]
        if part["weight"] and score is not None and score < 1:
            yield part["id"]


def _audit(report: Report, id_: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = report["audits"][id_]
    return found
