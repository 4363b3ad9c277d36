"""The set-up: dev.py, the locks, and what they promise to a fresh machine."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from unittest.mock import Mock

import dev
import pytest
from plotly.offline import _plotlyjs_version as plotly_js

LOCKS = [dev.RUN_LOCK, dev.TEST_LOCK]
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
STUB = """\
import sys, time
if sys.argv[1] == "serve":
    try:
        print("serving", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        sys.exit(0)
print(sys.argv[1:])
sys.exit(1 if "bad" in sys.argv else 0)
"""


def call(*args: str, verb: str = "test", may_install: bool = False) -> dev.Call:
    """Return a call as parse() makes it."""
    return dev.Call(verb, args, may_install)


def program(folder: Path, name: str, script: str = "exit 0") -> Path:
    """Make a program; on Windows it is found, but cannot be run."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / (f"{name}.exe" if os.name == "nt" else name)
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(0o755)
    return made


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put another, empty environment in the place of ours; it has a Python, but no stamp."""
    made = tmp_path / ".venv"
    monkeypatch.setattr(dev, "VENV", made)
    monkeypatch.setattr(dev, "PYTHON", program(made / "bin", "python"))
    return made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy dev.py and its locks into a project of their own, whose package is a stub."""
    for lock in [*LOCKS, dev.THEME_LOCK, dev.ROOT / "dev.py"]:
        copy = tmp_path / lock.relative_to(dev.ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(lock, copy)
    package = tmp_path / "plugins" / "policy_explorer"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text(STUB, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ready(project: Path) -> Path:
    """Give the copied project an environment that looks installed: this very Python."""
    python = project / dev.PYTHON.relative_to(dev.ROOT)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (project / ".venv" / dev.stamp(dev.RUN_LOCK).name).touch()
    return project


def run_dev(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the copied dev.py as a person would."""
    command = [sys.executable, str(project / "dev.py"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)


# The command line


def test_no_install_is_ours_alone() -> None:
    """--no-install is taken out wherever it stands; all else goes to the verb as it was."""
    asked = dev.parse(["serve", "--port", "8001", "--no-install", "--debug"])
    assert asked == call("--port", "8001", "--debug", verb="serve")
    assert dev.parse(["serve"]).may_install


def test_unknown_verb_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong verb ends with 2, names the verb that was meant, and shows the usage."""
    assert dev.main(["biuld"]) == 2
    said = capsys.readouterr()
    assert "no such verb: biuld; did you mean build?" in said.err
    assert "usage: python3 dev.py VERB" in said.err
    assert not said.out


def test_no_verb_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a verb the usage is shown, and nothing is done."""
    assert dev.main([]) == 2
    assert capsys.readouterr().err.count("usage:") == 1


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_help_tells_every_verb(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help is no error, and has a line for every verb there is."""
    assert dev.main([word]) == 0
    told = re.findall(r"^  ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert sorted(told) == sorted(dev.DOORS)


def test_old_python_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Python older than 3.11 is refused in one line, with 3."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert dev.main(["serve"]) == 3
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed")


def test_failure_is_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read is one line and 3; with --debug it is a traceback."""
    monkeypatch.setattr(dev, "RUN_LOCK", Path("no-such.lock"))
    assert dev.main(["build", "--no-install"]) == 3
    assert "no-such.lock" in capsys.readouterr().err
    with pytest.raises(FileNotFoundError):
        dev.main(["build", "--no-install", "--debug"])


def test_lint_takes_no_arguments() -> None:
    """Lint looks at everything: an argument is a usage error, said before any set-up."""
    assert dev.main(["lint", "plugins"]) == 2


# Handing over


def test_exit_code_and_stdout_are_the_packages(ready: Path) -> None:
    """The package's exit code is dev.py's; on stdout stands only what the package says."""
    fine = run_dev(ready, "check", "--format", "json", "--no-install")
    assert (fine.returncode, fine.stdout) == (0, "['check', '--format', 'json']\n")
    assert run_dev(ready, "build", "bad", "--no-install").returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one program")
def test_ctrl_c_reaches_the_package(ready: Path) -> None:
    """Ctrl-C of serve goes to the package, which ends well: 0, and no traceback."""
    command = [sys.executable, str(ready / "dev.py"), "serve", "--no-install"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job may ignore it
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as server:
        signal.signal(signal.SIGINT, before)
        assert server.stdout
        assert server.stdout.readline() == "serving\n"
        server.send_signal(signal.SIGINT)
        assert server.communicate(timeout=60) == ("", "")
    assert server.returncode == 0


@pytest.mark.parametrize(("pytest_code", "code"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (5, 1)])
def test_exit_codes_of_the_tests(
    pytest_code: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Red tests, and no tests at all, are 1; a wrong argument for pytest is 2."""
    monkeypatch.setattr(dev, "ensure", lambda *_: None)
    monkeypatch.setattr(dev, "run", lambda *_, **__: pytest_code)
    assert dev.run_tests(call("--quick")) == code


def test_quick_needs_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """--quick looks for no browser, leaves out slow and browser tests, and keeps the rest."""
    ran = Mock(return_value=0)
    monkeypatch.setattr(dev, "ensure", lambda *_: None)
    monkeypatch.setattr(dev, "ensure_browser", lambda _: pytest.fail("looked for a browser"))
    monkeypatch.setattr(dev, "run", ran)
    assert dev.run_tests(call("--quick", "-x")) == 0
    assert ran.call_args.args == (
        "-m",
        "pytest",
        "-m",
        "not slow and not browser",
        "-n",
        "auto",
        "-x",
    )


def test_all_linters_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One red linter does not keep the others from running, and it is named."""
    ran = Mock(side_effect=lambda *args, **_: int("mypy" in args))
    monkeypatch.setattr(dev, "ensure", lambda *_: None)
    monkeypatch.setattr(dev, "run", ran)
    assert dev.run_linters(call(verb="lint")) == 1
    assert ran.call_count == len(dev.LINTERS)
    assert capsys.readouterr().err == "lint: red: mypy\n"


# The environment


@pytest.mark.parametrize("verb", sorted(dev.DOORS))
def test_no_install_never_installs(verb: str, project: Path) -> None:
    """--no-install says what is missing, ends with 3, and leaves the folder as it was."""
    before = sorted(project.rglob("*"))
    refused = run_dev(project, verb, "--no-install")
    lock = "requirements-test.lock" if verb in {"test", "lint", "bench"} else "requirements.lock"
    assert refused.returncode == 3
    assert refused.stderr == f"missing: .venv with the packages of {lock}\n"
    assert sorted(project.rglob("*")) == before


def test_stamp_names_python_and_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another byte in the lock, or another Python, is another stamp; the same is the same."""
    lock = tmp_path / "some.lock"
    lock.write_bytes(b"a==1\n")
    first = dev.stamp(lock)
    assert dev.stamp(lock) == first
    lock.write_bytes(b"a==2\n")
    assert dev.stamp(lock) != first
    lock.write_bytes(b"a==1\n")
    monkeypatch.setattr(dev, "THIS_PYTHON", "cpython-399 amiga")
    assert dev.stamp(lock) != first


@pytest.mark.usefixtures("venv")
def test_the_test_environment_serves_for_a_run() -> None:
    """What was installed for the tests is enough to run; what was installed to run is not."""
    dev.stamp(dev.TEST_LOCK).touch()
    dev.ensure(dev.RUN_LOCK, call())
    dev.stamp(dev.TEST_LOCK).unlink()
    dev.stamp(dev.RUN_LOCK).touch()
    with pytest.raises(dev.SetUpError, match=r"requirements-test\.lock"):
        dev.ensure(dev.TEST_LOCK, call())


def test_half_an_installation_has_no_stamp(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set-up that breaks off leaves no stamp behind, so that the next one does it again."""

    def break_off(label: str, *_: object) -> None:
        if "packages" in label:
            raise KeyboardInterrupt

    dev.stamp(dev.RUN_LOCK).touch()
    monkeypatch.setattr(dev, "step", break_off)
    with pytest.raises(KeyboardInterrupt):
        dev.install(dev.TEST_LOCK, None)
    assert not list(venv.glob("*.stamp"))


@pytest.mark.parametrize("uv", [None, "uv"])
def test_only_an_environment_of_this_python_is_kept(
    uv: str | None, venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment that another Python made is cleared; our own is added to."""
    steps: list[tuple[object, ...]] = []
    monkeypatch.setattr(dev, "step", lambda *args: steps.append(args))
    (venv / "cpython-399 amiga requirements 0123.stamp").touch()
    dev.install(dev.RUN_LOCK, uv)
    dev.install(dev.TEST_LOCK, uv)
    assert ["--clear" in step for step in steps] == [True, False, False, False]
    assert [stamp.name for stamp in venv.glob("*.stamp")] == [dev.stamp(dev.TEST_LOCK).name]


def test_pip_takes_over_from_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where uv is there and fails, pip does the work."""
    tried: list[str | None] = []

    def install(_: Path, uv: str | None) -> None:
        tried.append(uv)
        if uv:
            raise dev.SetUpError("uv: no certificate")

    monkeypatch.setattr(dev, "install", install)
    monkeypatch.setattr(dev, "has_own_index", lambda _: False)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    dev.install_quickest(dev.RUN_LOCK)
    assert tried == ["uv", None]


def test_uv_is_left_out_for_an_own_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an own index is configured, pip does the work although uv is there."""
    tried: list[str | None] = []
    monkeypatch.setattr(dev, "install", lambda _, uv: tried.append(uv))
    monkeypatch.setattr(dev, "has_own_index", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    dev.install_quickest(dev.RUN_LOCK)
    assert tried == [None]


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("PIP_INDEX_URL", "https://packages.example/simple", True),
        ("PIP_EXTRA_INDEX_URL", "https://packages.example/simple", True),
        ("PIP_FIND_LINKS", "wheels", True),
        ("UV_INDEX", "https://packages.example/simple", True),
        ("UV_DEFAULT_INDEX", "https://packages.example/simple", True),
        ("UV_INDEX", "", False),
        ("PIP_CERT", "certificates.pem", False),
    ],
)
def test_own_index_in_a_variable(
    variable: str, value: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that names an index or a folder of packages counts, an empty one does not."""
    monkeypatch.setattr(subprocess, "run", Mock(return_value=Mock(stdout="")))
    assert dev.has_own_index({variable: value}) is expected


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("extra-index-url = https://packages.example/", True), ("timeout = 60", False)],
)
def test_own_index_in_pips_settings(setting: str, expected: bool, tmp_path: Path) -> None:
    """What stands in pip's own settings counts as well; settings of another kind do not."""
    config = tmp_path / "pip.conf"
    config.write_text(f"[global]\n{setting}\n", encoding="utf-8")
    environ = {"PIP_CONFIG_FILE": str(config), "HOME": str(tmp_path)}
    assert dev.has_own_index(environ) is expected


def test_failed_step_shows_what_it_printed() -> None:
    """A step that fails is told with its command and its last lines; a good one is silent."""
    code = "print('on its way'); raise SystemExit('disk is full')"
    with pytest.raises(dev.SetUpError, match=r"(?s)-c .*\| .*disk is full"):
        dev.step("packages", sys.executable, "-c", code)


def test_only_root_installs_system_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is not root, or not on Debian, is told the exact command, and nothing is run."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev, "step", lambda *_: pytest.fail("ran something"))
    told = "sudo apt-get install -y --no-install-recommends python3-venv"
    with pytest.raises(dev.SetUpError, match=told):
        dev.apt_install("no venv", "python3-venv")


@pytest.mark.skipif(os.name == "nt", reason="the npm of this test is a shell script")
def test_npm_may_fail(venv: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An npm that fails costs one message: it is not tried again, and no set-up fails for it."""
    program(tmp_path / "bin", "npm", f"echo tried >> {tmp_path}/npm.log; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    dev.ensure_plotly_js()
    dev.ensure_plotly_js()
    assert (tmp_path / "npm.log").read_text(encoding="utf-8") == "tried\n"
    assert list(venv.glob("*package-lock*.stamp"))


# The browser


def test_browser_on_the_path(tmp_path: Path) -> None:
    """A browser on the path is found, whichever of its names it has."""
    edge = program(tmp_path, "microsoft-edge")
    assert dev.find_browser({"PATH": str(tmp_path)}) == str(edge)


def test_named_browser_comes_first(tmp_path: Path) -> None:
    """CHROMIUM, then BROWSER_PATH, go before what the path has."""
    program(tmp_path / "path", "chromium")
    mine, other = program(tmp_path, "mine"), program(tmp_path, "other")
    environ = {"PATH": str(tmp_path / "path"), "BROWSER_PATH": str(other)}
    assert dev.find_browser(environ) == str(other)
    assert dev.find_browser({**environ, "CHROMIUM": str(mine)}) == str(mine)


def test_named_browser_must_be_there(tmp_path: Path) -> None:
    """A named browser that is not there is an error: no other one is taken in silence."""
    program(tmp_path, "chromium")
    with pytest.raises(dev.SetUpError, match="CHROMIUM names no program: /no/such"):
        dev.find_browser({"PATH": str(tmp_path), "CHROMIUM": "/no/such"})


def test_browser_at_its_place_on_windows(tmp_path: Path) -> None:
    """Windows keeps its browsers off the path: the usual places are searched."""
    edge = program(tmp_path / "Microsoft" / "Edge" / "Application", "msedge.exe")
    found = dev.find_browser({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)})
    assert found == str(edge.with_name("msedge.exe"))


@pytest.mark.usefixtures("venv")
def test_missing_browser_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no browser is and none may be installed, the tests say what to do."""
    monkeypatch.setattr(dev, "find_browser", lambda _: None)
    monkeypatch.setattr(dev, "step", lambda *_: pytest.fail("ran something"))
    with pytest.raises(dev.SetUpError, match="install one, or name it in CHROMIUM"):
        dev.ensure_browser(call())


def test_browser_is_installed_with_chinese_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root on Debian gets Chromium and the fonts for Chinese, and the tests go on with it."""
    steps: list[tuple[str, ...]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "step", lambda *args: steps.append(args))
    monkeypatch.setattr(dev, "find_browser", lambda _: "/usr/bin/chromium" if steps else None)
    assert dev.ensure_browser(call(may_install=True)) == "/usr/bin/chromium"
    assert steps[-1][-3:] == ("chromium", "fonts-noto-cjk", "libatomic1")


def test_nginx_is_installed_where_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root on Debian gets nginx if there is none; that it cannot be had stops no test."""
    steps: list[tuple[str, ...]] = []

    def fail(*args: str) -> None:
        steps.append(args)
        raise dev.SetUpError("no such package")

    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name, **_: None if name == "nginx" else name)
    monkeypatch.setattr("ctypes.util.find_library", lambda name: name)
    monkeypatch.setattr(dev, "find_browser", lambda _: "/usr/bin/chromium")
    monkeypatch.setattr(dev, "step", fail)
    assert dev.ensure_browser(call(may_install=True)) == "/usr/bin/chromium"
    assert steps[-1][-1] == "nginx-light"
    steps.clear()
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert dev.ensure_browser(call(may_install=True)) == "/usr/bin/chromium"
    assert dev.ensure_browser(call()) == "/usr/bin/chromium"
    assert steps == []


# The locks


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_names_no_place(lock: Path) -> None:
    """A lock says what, never from where: no address, no index, no path of one machine."""
    text = lock.read_text(encoding="utf-8")
    assert not re.findall(r"://|--(?:extra-)?index|--find-links|@ |(?:^|\s)/\w+", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_pins_every_package_by_hash(lock: Path) -> None:
    """Each package of a lock has one version and at least one hash."""
    packages = re.split(r"^(?=[a-z0-9-]+==)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert packages.pop(0) == ""
    assert len(packages) == len(set(PINNED.findall("".join(packages))))
    assert [text for text in packages if "--hash=sha256:" not in text] == []


def test_test_lock_holds_the_run_lock() -> None:
    """The tests run on the very versions that the site is built with."""
    run, test = (dict(PINNED.findall(lock.read_text(encoding="utf-8"))) for lock in LOCKS)
    assert run.items() <= test.items()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_has_what_the_project_asks_for(lock: Path) -> None:
    """What pyproject.toml asks for is in the lock: adding a package means locking it."""
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["test"] if lock == dev.TEST_LOCK else []
    asked = {re.split(r"[~=<>!; ]", line)[0].lower() for line in project["dependencies"] + extra}
    assert asked <= dict(PINNED.findall(lock.read_text(encoding="utf-8"))).keys()


def test_theme_lock_has_hashes_and_no_addresses() -> None:
    """The theme's lock pins its one package by hash, and says nothing of where it comes from."""
    packages = json.loads(dev.THEME_LOCK.read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert list(packages) == ["node_modules/plotly.js-basic-dist-min"]
    assert [package for package in packages.values() if "resolved" in package] == []
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


@pytest.mark.parametrize("folder", ["bench", "editor"])
def test_other_npm_locks_have_hashes_and_no_addresses(folder: str) -> None:
    """The locks of the tests pin every package by hash, and none to where it comes from."""
    lock = dev.ROOT / "tests" / folder / "package-lock.json"
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def test_no_lock_is_without_hashes() -> None:
    """The locks above are all there are: another one would have to be held to the same."""
    ends = (".lock", "-lock.json", "-lock.yaml", "pylock.toml")
    found: set[Path] = set()
    for folder, inner, files in os.walk(dev.ROOT):
        inner[:] = [name for name in inner if name[0] != "." and name != "node_modules"]
        found |= {Path(folder, name) for name in files if name.endswith(ends)}
    npm = {
        dev.ROOT / name / "package-lock.json" for name in ("theme", "tests/bench", "tests/editor")
    }
    of_data = {path for path in found if path.name in {"sources.lock", "facts.lock"}}
    assert found - of_data == npm | set(LOCKS)


def test_both_bundles_are_one_version() -> None:
    """The plotly.js from npm is the one that the plotly wheel brings."""
    manifest = json.loads(dev.THEME_LOCK.with_name("package.json").read_text(encoding="utf-8"))
    version = manifest["dependencies"]["plotly.js-basic-dist-min"]
    assert version == plotly_js.__plotlyjs_version__


# dev.py itself


def test_dev_needs_nothing_but_python() -> None:
    """dev.py imports the standard library alone, and stays short enough to be read at once."""
    source = (dev.ROOT / "dev.py").read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import)]
    froms = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    names = {alias.name for node in imports for alias in node.names} | {f.module for f in froms}
    assert {str(name).split(".")[0] for name in names} <= sys.stdlib_module_names
    assert len(source.splitlines()) <= 300
