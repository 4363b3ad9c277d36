"""The benchmarks: what they make of numbers, how they take turns, and what they see."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from tests.bench import lighthouse, load, nginx, npm, phone, report, runner
from tests.bench.bench import Bench, Lacking, Measure, NotMeasured, Outcome, Sample, Subject, run
from tests.bench.served import bound, served
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
    ours = {"build", "chart_page", "check", "edit", "lighthouse", "nginx", "rebuild", "startup"}
    assert found.keys() == ours | {"search"}


@pytest.mark.slow
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


@pytest.mark.slow
def test_an_address_is_known_before_there_is_a_site(tmp_path: Path) -> None:
    """A site can be built for the address under which it will be served."""
    with bound() as server:
        (tmp_path / "a.txt").write_text(server.address, encoding="utf-8")
        server.hold(tmp_path)
        with urlopen(f"{server.address}/a.txt") as text:  # noqa: S310 -- our own server
            assert gzip.decompress(text.read()).decode() == server.address


# Load


def test_what_wrk_prints_becomes_a_sample() -> None:
    """The rate and the time of the slowest hundredth are read, in ms whatever the unit."""
    printed = (
        "  Latency Distribution\n     50%  900.00us\n     99%    1.50s\nRequests/sec:  1234.50\n"
    )
    assert load.of_wrk(printed) == {"rate": 1234.5, "last": 1500}


@pytest.mark.parametrize("more", ["  Non-2xx or 3xx responses: 7\n", "  Socket errors: read 1\n"])
def test_wrong_answers_are_no_sample(more: str) -> None:
    """An answer that was none spoils the sample: an error is quickly sent."""
    with pytest.raises(NotMeasured, match="wrk"):
        load.of_wrk(f"     99%    1.50ms\n{more}Requests/sec:  1234.50\n")


@pytest.mark.slow
def test_own_readers_count_whole_answers(tmp_path: Path) -> None:
    """Readers of our own keep their connections and count answers; a missing page is no answer."""
    (tmp_path / "a.html").write_text("<p>words</p>" * 100, encoding="utf-8")
    with served(tmp_path) as address:
        sample = load.own(f"{address}/a.html", {"Accept-Encoding": "gzip"}, 4, 0.3)
        assert sample["rate"] > 10
        assert 0 < sample["last"] < 300
        with pytest.raises(NotMeasured, match="404"):
            load.own(f"{address}/absent.html", {}, 1, 0.3)


def test_without_nginx_it_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no nginx its benchmark says so and is left out."""
    monkeypatch.setattr("tests.nginx.executable", lambda: None)
    with pytest.raises(Lacking, match="no nginx"), nginx.ready():
        pass


# Lighthouse


def _report(**changes: object) -> Mapping[str, Any]:
    """A report as Lighthouse writes it, shortened: 99 for speed, all else whole."""
    scores = {"performance": 0.99, "accessibility": 1, "best-practices": 1, "seo": 1}
    refs = {
        "performance": [
            {"id": "total-blocking-time", "weight": 30},
            {"id": "largest-contentful-paint", "weight": 25},
            {"id": "dom-size", "weight": 0},
        ]
    }
    audits: dict[str, dict[str, object]] = {
        "first-contentful-paint": {"score": 1, "numericValue": 910.5},
        "largest-contentful-paint": {"score": 1, "numericValue": 950},
        "cumulative-layout-shift": {"score": 1, "numericValue": 0.01},
        "total-blocking-time": {"score": 0.97, "numericValue": 120},
        "dom-size": {"score": 0},
    }
    parts = {key: {"score": s, "auditRefs": refs.get(key, [])} for key, s in scores.items()}
    return {"requestedUrl": "p.html", "categories": parts, "audits": audits} | changes


def test_a_report_becomes_a_row() -> None:
    """Scores count to 100, times are those of the audits."""
    assert report.row(_report()) == {
        "performance": 99,
        "accessibility": 100,
        "best_practices": 100,
        "seo": 100,
        "fcp": 910.5,
        "lcp": 950,
        "cls": 0.01,
        "tbt": 120,
    }


def test_a_lost_point_has_its_reason() -> None:
    """Only scores below 100 are told of, each with the audits that weigh something in it."""
    assert list(report.lost(_report())) == ["performance 99: total-blocking-time"]


def test_a_page_that_was_not_judged_is_no_row() -> None:
    """A page on which Lighthouse gave up is told with its address, and has no numbers."""
    with pytest.raises(NotMeasured, match=r"p\.html: no paint"):
        report.row(_report(runtimeError={"code": "NO_FCP", "message": "no paint"}))


def test_pages_stand_each_in_its_line() -> None:
    """What is not held against ours has a line of its own in Markdown, and no ratio."""
    subjects = tuple(Subject(key, f"{key}.html", _never) for key in ("a", "b"))
    bench = Bench(subjects, (TIME, LIVE), {"cores": 2}, is_paired=False)
    pages = Outcome(bench, {"a": [{"time": 1200}], "b": [{"time": 3, "live": 1}]})
    assert table(pages).splitlines() == [
        "  cores: 2",
        "| median | time, ms | x |",
        "|---|---|---|",
        "| a.html | 1,200 | - |",
        "| b.html | 3 | 1 |",
    ]
    assert pages.as_json()["ratios"] == {}


def test_each_may_have_its_own_to_be_held_against() -> None:
    """With ours in two sizes, each other is held against the one of its size, in last columns."""
    subjects = (
        Subject("ours-1", "ours, 1", _never),
        Subject("theirs-1", "theirs, 1", _never, against="ours-1"),
        Subject("ours-2", "ours, 2", _never),
        Subject("theirs-2", "theirs, 2", _never, against="ours-2"),
    )
    times = dict(zip((s.key for s in subjects), (10, 20, 30, 40), strict=True))
    bench = Bench(subjects, (TIME,), {}, is_paired=False)
    sizes = Outcome(bench, {key: [{"time": time}] for key, time in times.items()})
    assert sizes.as_json()["ratios"] == {"theirs-1": {"time": 0.5}, "theirs-2": {"time": 0.75}}
    assert table(sizes).splitlines() == [
        "| median | time, ms | ours : it, time |",
        "|---|---|---|",
        "| ours, 1 | 10 | - |",
        "| theirs, 1 | 20 | 0.500 |",
        "| ours, 2 | 30 | - |",
        "| theirs, 2 | 40 | 0.750 |",
    ]


def test_without_npm_it_is_said_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Without npm, Lighthouse is left out in one line; the others are measured, the end is 0."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    other = Bench((Subject("a", "a.html", lambda: {"time": 7}),), (TIME,), {})
    known = {"lighthouse": lighthouse.ready, "other": lambda: nullcontext(other)}
    monkeypatch.setattr(runner, "found", lambda: known)
    assert runner.main(["--rounds=1", f"--json={tmp_path / 'told.json'}"]) == 0
    told = capsys.readouterr()
    said = [line for line in told.err.splitlines() if "left out" in line]
    assert said == ["lighthouse: left out: there is no node with npm here"]
    assert "7" in told.out
    written = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert list(written["benchmarks"]) == ["other"]


@pytest.mark.parametrize("may_install", [True, False])
def test_what_npm_cannot_bring_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, may_install: bool
) -> None:
    """An npm that fails, or that must not install, leaves the benchmark out with its reason."""
    calls: list[object] = []

    def fail(command: object, **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        return subprocess.CompletedProcess((), 1, stdout="", stderr="\nno network\n")

    monkeypatch.setattr(npm, "INSTALLED", tmp_path / "nothing")
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", fail)
    monkeypatch.setenv("POLICY_NPM", "yes" * may_install)
    with pytest.raises(Lacking, match="no network" if may_install else "nothing may be"):
        npm.program(lighthouse.ENTRY)
    assert len(calls) == may_install


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
