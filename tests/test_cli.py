"""The command line: what it says, and how it ends."""

from __future__ import annotations

import errno
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Plan

from policy_explorer import cli, serve, settings, words
from policy_explorer.cli import main
from policy_explorer.problems import Manner
from policy_explorer.serve import sheets
from policy_explorer.serve.stage import Stage
from policy_explorer.writers import swap

BROKEN = ("targets.yaml", "due: 2028", "due: soon")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """The exit code, and what was said on stdout and stderr."""
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


def usage(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What is said of arguments that cannot be used; the exit code is 2."""
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    return capsys.readouterr().err


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment asks for no language."""
    for name in words.ASKED:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def data(plan: Plan) -> list[str]:
    """The arguments that name the plan."""
    return ["--data", str(plan.folder)]


def test_a_plan_that_is_fine(capsys: pytest.CaptureFixture[str], data: list[str]) -> None:
    """A plan without errors ends with 0, and is counted."""
    code, out, err = run(capsys, "check", *data)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("fine: ")


def test_a_plan_that_is_not(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """An error ends with 1, and stands on a line of its own, with its line of the file below."""
    plan.edit(*BROKEN)
    code, out, _ = run(capsys, "check", *data)
    assert code == 1
    assert out.splitlines()[1:3] == ["   9 |     due: soon", "     |          ^"]
    assert "targets.yaml:9:10: error bad-date: " in out
    assert "fine" not in out


@pytest.mark.parametrize("is_broken", [True, False])
def test_json(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str], *, is_broken: bool
) -> None:
    """As JSON there is one document and nothing else, whether anything is wrong or not."""
    if is_broken:
        plan.edit(*BROKEN)
    code, out, _ = run(capsys, "check", "--format", "json", *data)
    found = json.loads(out)
    errors = [row["code"] for row in found["problems"] if row["severity"] == "error"]
    assert (code, errors) == ((1, ["bad-date"]) if is_broken else (0, []))


def test_github(capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]) -> None:
    """For a pull request every line of output is a note."""
    plan.edit(*BROKEN)
    code, out, _ = run(capsys, "check", "--format", "github", *data)
    assert code == 1
    assert {line.split(" ")[0] for line in out.splitlines()} == {"::error", "::warning"}


def test_what_is_refused_has_its_format(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """What ends a check before its time is said in the format that was asked for, too."""
    plan.write({"sources.lock": "by hand\n"})
    code, out, err = run(capsys, "check", "--format", "json", *data)
    assert (code, json.loads(out)["problems"][0]["code"], err) == (1, "bad-lock", "")
    code, out, err = run(capsys, "check", "--format", "github", *data)
    assert (code, out.startswith("::error file="), err) == (1, True, "")
    code, out, err = run(capsys, "check", *data)
    assert (code, out) == (1, "")
    assert err.splitlines()[1:] == ["   1 | by hand", "     | ^"]


def test_locking_keeps_json_whole(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """As JSON there is one document also where something was locked."""
    texts = ["--sources", str(plan.folder / "sources")]
    code, out, err = run(capsys, "check", "--format", "json", "--lock", *data, *texts)
    assert (code, json.loads(out)["count"]) == (0, 0)
    assert err.startswith("locked: ")


def test_in_chinese(
    capsys: pytest.CaptureFixture[str],
    plan: Plan,
    data: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Messages come in the language asked for, else in that of the environment."""
    fine = run(capsys, "check", "--lang", "zh", *data)[1]
    assert fine.splitlines()[-1].startswith("检查通过：")
    plan.edit(*BROKEN)
    said = '9:10: error bad-date: "soon" 不是日期；请写'
    assert said in run(capsys, "check", "--lang", "zh", *data)[1]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert said in run(capsys, "check", *data)[1]
    assert "is no date" in run(capsys, "check", "--lang", "en", *data)[1]


def test_programs_read_english(
    capsys: pytest.CaptureFixture[str],
    plan: Plan,
    data: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What programs read stays English, unless a language is asked for by name."""
    plan.edit(*BROKEN)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    for name in ("json", "github"):
        assert "is no date" in run(capsys, "check", "--format", name, *data)[1]
        assert "不是日期" in run(capsys, "check", "--format", name, "--lang", "zh", *data)[1]


@pytest.mark.parametrize(
    ("is_terminal", "environ", "is_coloured"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (True, {}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    plan: Plan,
    *,
    is_terminal: bool,
    environ: dict[str, str],
    is_coloured: bool,
) -> None:
    """Colour is for terminals that show it, and only where nobody declined."""
    plan.edit(*BROKEN)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: is_terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert cli.main(["check", "--data", str(plan.folder)]) == 1
    found = stream.getvalue()
    assert ("\x1b[" in found) is is_coloured
    assert ("\x1b[31merror\x1b[0m bad-date: " in found) is is_coloured
    assert ("\x1b[33mwarning\x1b[0m unchecked: " in found) is is_coloured


def test_strict(capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]) -> None:
    """With --strict unchecked citations are errors, until their text is at hand or locked."""
    texts = ["--sources", str(plan.folder / "sources")]
    assert run(capsys, "check", "--strict", *data)[0] == 1
    assert run(capsys, "check", "--strict", *data, *texts)[0] == 0
    assert run(capsys, "check", "--lock", *data, *texts)[0] == 0
    assert run(capsys, "check", "--strict", *data)[0] == 0


def test_checking_writes_nothing(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """Checking leaves the folder as it was."""
    before = {path: path.stat().st_mtime_ns for path in plan.folder.rglob("*")}
    run(capsys, "check", *data, "--sources", str(plan.folder / "sources"))
    assert before == {path: path.stat().st_mtime_ns for path in plan.folder.rglob("*")}


def test_a_lock_needs_texts(capsys: pytest.CaptureFixture[str], data: list[str]) -> None:
    """Nothing can be locked that was not verified."""
    code, _, err = run(capsys, "check", "--lock", *data)
    assert (code, err.startswith("--lock needs --sources")) == (2, True)


def test_explain(capsys: pytest.CaptureFixture[str], data: list[str]) -> None:
    """What a fact inherited is said with the place it comes from."""
    code, out, _ = run(capsys, "check", *data, "--explain", "sectors/rope")
    lines = out[out.index("sectors/rope  stated") :].splitlines()
    assert (code, lines[0], lines[1]) == (0, "sectors/rope  stated", "  value: Rope | 绳缆")
    assert lines[2].endswith("sectors.yaml:11:5")
    assert lines[3].startswith("  cites: test-gazette, line 4  Rope  (from ")
    assert lines[3].endswith("sectors.yaml:5:7)")


def test_explain_while_an_error_stands(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """While something is wrong nothing is explained, and that is said."""
    plan.edit(*BROKEN)
    code, _, err = run(capsys, "check", *data, "--explain", "sectors/rope")
    assert (code, "sectors/rope is explained once no error stands" in err) == (1, True)


def test_explain_what_is_not_there(capsys: pytest.CaptureFixture[str], data: list[str]) -> None:
    """Of a fact that is not there the nearest one is named."""
    code, out, _ = run(capsys, "check", *data, "--explain", "sectors/ropes")
    assert code == 1
    assert out.splitlines()[-1] == (
        'there is no fact "sectors/ropes"; did you mean "sectors/rope"?'
    )


@pytest.mark.parametrize(
    "argv",
    ["", "chekc", "check --format xml", "check --dta x", "serve --port x", "serve --port 65536",
     "serve --port -1", "serve --port ９"],
)  # fmt: skip
def test_usage(capsys: pytest.CaptureFixture[str], argv: str) -> None:
    """Arguments that cannot be used end with 2, and usage is said."""
    assert usage(capsys, *argv.split()).startswith("usage: dev.py")


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str], data: list[str]) -> None:
    """A port that another program has ends with 2, before anything is built."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, out, err = run(capsys, "serve", "--port", str(port), *data)
    assert (code, out) == (2, "")
    assert err == f"port {port} cannot be used: another program uses it\n"


def test_a_broken_plan_is_served_as_its_problems(plan: Plan) -> None:
    """Where no site could be built, terminal and page say why, each in its way."""
    plan.edit(*BROKEN)
    stage, heard = Stage(plan.settings), list[str]()
    manner = Manner(words.catalogue("zh"), is_coloured=True)
    serve.rebuild(stage, serve.Voice(heard.append, manner))
    assert "\x1b[31merror\x1b[0m bad-date" in heard[0]
    (shown,) = sheets.told(plan.settings, stage.scene.problems, words.catalogue("zh"))
    assert (shown["path"], shown["line"], shown["col"]) == ("data/targets.yaml", 9, 10)
    assert shown["message"] == '"soon" 不是日期'
    assert shown["source"] == "   9 |     due: soon\n     |          ^"


def test_no_such_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A data folder that is not there is a mistake like others in the data."""
    code, out, _ = run(capsys, "check", "--data", str(tmp_path / "no"))
    assert (code, "error missing-file: there is no data folder" in out) == (1, True)


def test_an_error_costs_nothing(
    capsys: pytest.CaptureFixture[str], plan: Plan, data: list[str]
) -> None:
    """Building from data with an error ends with 1, and makes no folder."""
    plan.edit(*BROKEN)
    out = plan.folder / "out"
    assert run(capsys, "build", "--output", str(out), *data)[0] == 1
    assert not out.exists()


def test_what_cannot_be_written(
    capsys: pytest.CaptureFixture[str],
    plan: Plan,
    data: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the output cannot be written the end is 3, and the place is named."""
    out = plan.folder / "out"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(out))

    monkeypatch.setattr(swap, "put", full)
    code, _, err = run(capsys, "build", "--output", str(out), *data)
    assert (code, str(out) in err) == (3, True)
    _, _, err = run(capsys, "build", "--lang", "zh", "--output", str(out), *data)
    assert err == f"磁盘空间不足：{out}\n"


def test_a_folder_that_holds_data(plan: Plan) -> None:
    """--data may name the data folder or the one around it; content and colours beside it count."""
    (plan.folder / "tokens.css").touch()
    found = settings.find(plan.folder, plan.folder)
    assert found == settings.find(plan.folder, plan.data)
    assert (found.data, found.content) == (plan.data, plan.folder / "content")
    assert found.tokens == plan.folder / "tokens.css"


@pytest.mark.parametrize(
    "word",
    ["example.org", "ftp://example.org", "https://", "https://exa mple.org", "https://x.org/?a=b",
     "https://x.org/#a", "https://x.org/ä", "javascript:x"],
)  # fmt: skip
def test_an_address_that_is_none(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no address of a site is refused at once, with what to write."""
    with pytest.raises(SystemExit) as end:
        cli.main(["build", "--site-url", word])
    assert end.value.code == cli.USAGE
    assert "write https://" in capsys.readouterr().err


def test_a_verb_pays_for_what_it_needs() -> None:
    """To say how it is called, a verb loads nothing of reading, linking and making a site."""
    code = "import sys; import policy_explorer.cli; print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    asked = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True, env=env)
    told = asked.stdout.decode().split()
    assert "policy_explorer.cli" in told
    assert not {"yaml", "jinja2", "policy_explorer.graph", "policy_explorer.pipeline"} & {*told}
