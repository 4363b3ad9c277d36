"""The benchmarks: what they make of numbers, how they take turns, and what they see."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from tests.bench import phone, runner
from tests.bench.bench import Bench, Measure, Outcome, Sample, Subject, run
from tests.bench.served import served
from tests.bench.table import table

TIME, SIZE, LIVE = Measure("time", "time, ms"), Measure("size", "size, bytes"), Measure("live", "x")
LATE = """<!doctype html><title>t</title><body>
<div class="chart"><svg viewBox="0 0 20 10" width="0" height="0"><path d="M0 0L20 10" stroke="red"/>
</svg></div><p>text</p><script>setTimeout(() => {
for (const side of ["width", "height"]) document.querySelector("svg").setAttribute(side, "200")
}, 700)</script>"""
"""Its chart is there from the start, but without a box for 700 ms; then it moves the text."""


def _never() -> Sample:
    raise AssertionError


def _outcome(ours: list[Sample], theirs: list[Sample]) -> Outcome:
    subjects = (Subject("ours", "our page", _never), Subject("theirs", "theirs", _never))
    return Outcome(Bench(subjects, (TIME, SIZE, LIVE), {}), {"ours": ours, "theirs": theirs})


@pytest.fixture
def outcome() -> Outcome:
    """Three rounds: ours has 30, 10, 20 ms and 5 bytes, theirs 80, 900, 70 ms and no bytes."""
    ours: list[Sample] = [{"time": time, "size": 5, "live": 1} for time in (30, 10, 20)]
    theirs: list[Sample] = [{"time": time, "size": 0} for time in (80, 900, 70)]
    return _outcome(ours, theirs)


def test_medians_and_ratios(outcome: Outcome) -> None:
    """The ratio is our median over theirs; one bad round moves neither."""
    theirs = outcome.bench.subjects[1]
    assert outcome.median(theirs, TIME) == 80
    assert outcome.ratio(theirs, TIME) == 20 / 80


def test_no_ratio_where_there_is_none(outcome: Outcome) -> None:
    """What is nothing for them, or was not measured there, has no ratio and a dash in the table."""
    theirs = outcome.bench.subjects[1]
    assert outcome.ratio(theirs, SIZE) is None
    assert outcome.ratio(theirs, LIVE) is None
    rows = [line.split() for line in table(outcome).splitlines()]
    assert rows[-3:] == [
        ["time,", "ms", "20", "80", "0.250"],
        ["size,", "bytes", "5", "0", "-"],
        ["x", "1", "-", "-"],
    ]


def test_json_holds_every_sample(outcome: Outcome) -> None:
    """The JSON has medians, ratios and the samples of each round, by the keys of subjects."""
    told = outcome.as_json()
    assert told["medians"] == {
        "ours": {"time": 20, "size": 5, "live": 1},
        "theirs": {"time": 80, "size": 0},
    }
    assert told["ratios"] == {"theirs": {"time": 0.25}}
    assert told["samples"] == outcome.samples


def test_subjects_take_turns() -> None:
    """Each round measures every subject once: no subject has all its rounds in a row."""
    turns: list[str] = []

    def subject(key: str) -> Subject:
        def measure() -> Sample:
            turns.append(key)
            return {"time": 1}

        return Subject(key, key, measure)

    run(Bench((subject("a"), subject("b")), (TIME,), {}), 3, lambda _: None)
    assert turns == ["a", "b", "a", "b", "a", "b"]


def test_unknown_name_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name ends with 2, before anything is measured, and names what was meant."""
    assert runner.main(["chart_paeg"]) == 2
    assert 'no such benchmark: chart_paeg; did you mean "chart_page"?' in capsys.readouterr().err


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_wrong_number_of_rounds_is_a_usage_error(rounds: str) -> None:
    """Less than one round ends with 2."""
    with pytest.raises(SystemExit, match="2"):
        runner.main([f"--rounds={rounds}"])


def test_benchmarks_are_found() -> None:
    """A module of the folder is a benchmark if it can get ready; what they share is none."""
    found = runner.found()
    assert "chart_page" in found
    assert not {"runner", "bench", "table", "served", "phone"} & found.keys()


def test_text_is_sent_compressed(tmp_path: Path) -> None:
    """Text goes out as gzip with the length of what is sent, anything else as it is."""
    (tmp_path / "a.css").write_text("p { color: red }" * 100, encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"not really")
    with served(tmp_path) as address:
        with urlopen(f"{address}/a.css") as text:  # noqa: S310 -- our own server
            body = text.read()
        with urlopen(f"{address}/a.png") as picture:  # noqa: S310 -- our own server
            assert picture.headers["Content-Encoding"] is None
            assert picture.read() == b"not really"
    assert text.headers["Content-Encoding"] == "gzip"
    assert int(text.headers["Content-Length"]) == len(body) < 1600
    assert gzip.decompress(body) == b"p { color: red }" * 100


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page whose chart shows late."""
    folder = tmp_path_factory.mktemp("late")
    (folder / "late.html").write_text(LATE, encoding="utf-8")
    with served(folder) as address:
        yield f"{address}/late.html"


@pytest.mark.slow
@pytest.mark.browser
def test_a_chart_counts_once_it_is_drawn(browser: Browser, late: str) -> None:
    """The time to a chart runs until the chart is painted, not the text around it."""
    with phone.visit(browser, late, {"visible": ".chart svg path"}) as visit:
        seen = visit.wait("visible")
        painted = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        assert visit.page.evaluate(painted) < seen["visible"]
        assert seen["shift"] > 0


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_sent_is_counted(browser: Browser, late: str) -> None:
    """Bytes are those on the line: the compressed body and its head, nothing else."""
    with phone.visit(browser, late, {"visible": ".chart svg path"}) as visit:
        visit.wait("visible")
        sent, body = visit.traffic.bytes, len(gzip.compress(LATE.encode(), 9))
        assert visit.traffic.requests == 1
        assert body < sent < body + 400
