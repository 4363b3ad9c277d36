"""The live server without a browser: what it watches, what it answers, how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from unittest.mock import Mock, call

import pytest
from tests.conftest import ROOT, Plan

from policy_explorer import serve, settings
from policy_explorer.serve import restart, watch
from policy_explorer.serve.answers import Server, bound
from policy_explorer.serve.stage import Scene, Stage

Answer = tuple[int, str]
MUTE = serve.Voice(lambda _: None)
pytestmark = pytest.mark.slow


@pytest.fixture
def server(plan: Plan) -> Iterator[Server]:
    """A small plan, served."""
    found = bound(0, Stage(plan.settings))
    serve.rebuild(found.stage, MUTE)
    found.start()
    yield found
    found.close()


def ask(server: Server, path: str, host: str = "") -> Answer:
    """Status and body of what is under a path."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=20)
    line.request("GET", path, headers={"Host": host or f"127.0.0.1:{server.port}"})
    answer = line.getresponse()
    return answer.status, answer.read().decode()


def next_change(looking: Iterator[frozenset[str]]) -> set[str]:
    """The names of the files in the next set that is not empty."""
    return {Path(p).name for p in next(found for found in looking if found)}


def test_an_edit_during_a_build_is_seen(plan: Plan) -> None:
    """What changes while nobody listens comes next."""
    looking = watch.changes(plan.settings)
    assert next(looking) == frozenset()
    plan.write({"sectors.yaml": "a: 1\n"})
    assert next_change(looking) == {"sectors.yaml"}
    plan.write({"targets.yaml": "b: 1\n"})
    time.sleep(0.4)
    plan.write({"sources.yaml": "c: 1\n"})
    seen = next_change(looking)
    while seen != {"targets.yaml", "sources.yaml"}:
        seen |= next_change(looking)


def test_a_replaced_folder_is_looked_at_anew(plan: Plan) -> None:
    """A data folder put in another's place, as version control does, is watched like the first."""
    looking = watch.changes(plan.settings)
    next(looking)
    plan.settings.data.rename(plan.settings.data.with_name("old"))
    plan.settings.data.mkdir()
    assert next_change(looking)
    new = plan.settings.data / "new.yaml"
    threading.Timer(0.5, lambda: new.write_text("a: 1\n")).start()
    assert next_change(looking) == {"new.yaml"}


def test_a_file_beside_the_data_counts(plan: Plan) -> None:
    """A plan's own words and colours are watched, though they lie in no folder of their own."""
    looking = watch.changes(plan.settings)
    next(looking)
    (plan.settings.data.parent / "strings.yaml").write_text("a: {en: A}\n")
    assert next_change(looking) == {"strings.yaml"}


@pytest.mark.parametrize(
    ("name", "counts"),
    [("zones.yaml", True), ("zones.yaml~", False), (".zones.yaml.swp", False), ("4913", True),
     ("#zones.yaml#", False), ("__pycache__/x.cpython.pyc", False), ("about.zh.md", True)],
)  # fmt: skip
def test_backups_of_editors_do_not_count(name: str, *, counts: bool) -> None:
    """An editor's backup is nobody's edit."""
    assert watch.counts(Path("data") / name) is counts


def test_waiting_is_idle(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing changes the files are looked at a few times a second, no more."""
    looks = Mock(side_effect=watch._stamps)
    monkeypatch.setattr(watch, "_stamps", looks)
    looking = watch.changes(plan.settings)
    next(looking)
    begun = looks.call_count
    threading.Timer(1.5, lambda: plan.write({"sectors.yaml": "a: 1\n"})).start()
    next_change(looking)
    assert 3 <= looks.call_count - begun <= 25


def test_a_mistake_leaves_the_last_good_site(plan: Plan, server: Server) -> None:
    """While a mistake stands the pages of before are there; it is known with place and line."""
    before = ask(server, "/sectors/index.html")
    plan.write({"sectors.yaml": "name: [\n"})
    serve.rebuild(server.stage, MUTE)
    after = ask(server, "/sectors/index.html")
    assert (before[0], after[1]) == (200, before[1])
    assert [p.code for p in server.stage.scene.problems] == ["yaml-syntax"]


def test_no_site_yet(plan: Plan) -> None:
    """Where no site could be made so far, every page says what is wrong."""
    plan.write({"sectors.yaml": "name: [\n"})
    found = bound(0, Stage(plan.settings))
    serve.rebuild(found.stage, MUTE)
    found.start()
    status, body = ask(found, "/sectors/index.html")
    found.close()
    assert (status, "data/sectors.yaml:" in body, "/__live/live.js" in body) == (503, True, True)


def test_a_fresh_page_has_another_print(plan: Plan, server: Server) -> None:
    """A page's print changes when the page does, and only then."""
    before = server.stage.scene.print("sectors/index.html")
    serve.rebuild(server.stage, MUTE)
    assert server.stage.scene.print("sectors/index.html") == before
    plan.edit("sectors.yaml", "en: Rope", "en: String")
    serve.rebuild(server.stage, MUTE)
    assert server.stage.scene.print("sectors/index.html") != before


def test_news_bring_the_page(plan: Plan, server: Server) -> None:
    """A browser that has the page is told its print; after an edit it is sent the page as it is."""
    page = "sectors/index.html"
    line = _listening(server, page, server.stage.scene.print(page))
    first = _news(line)
    plan.edit("sectors.yaml", "en: Rope", "en: String")
    serve.rebuild(server.stage, MUTE)
    second = _news(line)
    line.close()
    fresh = server.stage.scene.page(page)
    assert (first["page"], fresh) == ("", second["page"].encode())
    assert second["print"] == server.stage.scene.print(page) != first["print"]


def test_no_page_is_made_for_a_browser_that_has_gone(
    plan: Plan, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two browsers one hangs up: at the next edit, only the other's page is made."""
    made = Mock(return_value="print")
    monkeypatch.setattr(Scene, "print", made)
    lines = [_listening(server, page) for page in ("sectors/index.html", "index.html")]
    for line in lines:
        _news(line)
    made.reset_mock()
    lines[0].close()
    plan.edit("sectors.yaml", "en: Rope", "en: String")
    serve.rebuild(server.stage, MUTE)
    _news(lines[1])
    time.sleep(0.2)
    lines[1].close()
    assert made.mock_calls == [call("index.html")]


def _listening(server: Server, page: str, has: str = "") -> socket.socket:
    """A browser's line, on which it is told of a page."""
    line = socket.create_connection(("127.0.0.1", server.port), 20)
    asked = f"GET /__live/events?page=/{page}&print={has} HTTP/1.1\r\nHost: localhost:1\r\n\r\n"
    line.sendall(asked.encode())
    return line


def _news(line: socket.socket) -> dict[str, str]:
    """The next that is told on a line."""
    found = b""
    while b"data: " not in found or not found.endswith(b"\n\n"):
        found += line.recv(65536)
    told: dict[str, str] = json.loads(found.partition(b"data: ")[2])
    return told


@pytest.mark.parametrize(
    "path",
    ["../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "plugins/policy_explorer/cli.py",
     "data/link.yaml", "data/.hidden.yaml", "data/no.yaml", "/etc/passwd", "data"],
)  # fmt: skip
def test_no_other_file_is_shown(plan: Plan, server: Server, path: str) -> None:
    """Only files that are edited are shown by line: no others of this machine, by no way."""
    data = plan.settings.data
    (data / "link.yaml").symlink_to("/etc/passwd")
    (data / ".hidden.yaml").write_text("a: 1\n")
    assert ask(server, f"/__live/source/{path}")[0] == 404


def test_a_file_is_shown_at_its_line(server: Server) -> None:
    """The way from a fact leads to the file with the line marked, as text and nothing else."""
    status, body = ask(server, "/__live/source/data/sectors.yaml?line=3")
    assert (status, '<li id="L3" aria-current="true">' in body) == (200, True)


def test_a_missing_page_looks_like_one(server: Server) -> None:
    """Whatever address is missing, the page that says so finds its style, in that language."""
    for address, tag in (("/sectors/no/such.html", "en"), ("/zh/sectors/no.html", "zh-CN")):
        status, body = ask(server, address)
        assert (status, f'<html lang="{tag}"' in body) == (404, True)
        sheet = re.search(r'href="(/assets/site-[^"]+\.css)"', body)
        assert sheet
        assert ask(server, sheet[1])[0] == 200


def test_another_sites_name_is_refused(server: Server) -> None:
    """A page of another site cannot read this server under that site's name."""
    assert ask(server, "/", "evil.example:80")[0] == 403
    assert ask(server, "/", f"localhost:{server.port}")[0] == 200


def test_another_port_is_chosen(plan: Plan) -> None:
    """Without --port a taken one is passed over."""
    first, second = bound(None, Stage(plan.settings)), bound(None, Stage(plan.settings))
    assert first.port != second.port
    first.server_close()
    second.server_close()


def test_code_that_would_not_start(plan: Plan, tmp_path: Path) -> None:
    """New code with a mistake in it is a Problem at its place, and the old goes on."""
    bad = tmp_path / "bad.py"
    bad.write_text("a = 1\ndef f(:\n")
    (problem,) = restart.trouble_in((bad,), plan.settings)
    assert (problem.line, problem.code) == (2, "bad-code")
    bad.write_text("a = 1\n")
    assert restart.trouble_in((bad,), plan.settings) == ()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one program")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_well(plan: Plan, ending: signal.Signals) -> None:
    """Ctrl-C, or being ended by another program, is 0 and no traceback."""
    command = [sys.executable, "-m", "policy_explorer", "serve", "--port", "0"]
    command += ["--data", str(plan.settings.data)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job may ignore it
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, env=env) as served:
        signal.signal(signal.SIGINT, before)
        assert served.stdout
        assert any("Ctrl-C" in line for line in served.stdout)
        served.send_signal(ending)
        assert served.communicate(timeout=30)[1] == ""
    assert served.returncode == 0


def test_colours_come_and_go(plan: Plan) -> None:
    """A plan's own colours that are written, or taken away, while one works are seen at once."""
    stage = Stage(settings.find(plan.folder, plan.folder))
    stage.settings = replace(stage.settings, theme=ROOT / "theme")
    colours = plan.folder / "tokens.css"

    def sheets() -> set[str]:
        serve.rebuild(stage, MUTE)
        return {path for path in stage.scene.files if path.endswith(".css")}

    without = sheets()
    colours.write_text(":root { --accent: light-dark(#123456, #abcdef); }", encoding="utf-8")
    assert sheets() != without
    colours.unlink()
    assert sheets() == without
