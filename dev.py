#!/usr/bin/env python3
"""Set up the policy explorer and run it.

usage: python3 dev.py VERB [arguments]

  serve      check, build and serve on 127.0.0.1, and again at every change
  build      the site to publish, into output/
  check      the data and the content, every mistake at once
  new        begin an item (new FILE ID) or a plan (new policy DIR); new schema: for editors
  test       every test; --quick leaves out the slow ones and those in a browser
  lint       style, types and the import contract
  bench      how fast it is, beside others on the same terms

  --no-install   never install anything: say what is missing instead
  --debug        show the traceback of a failure
  VERB --help    the verb's own arguments

exit codes: 0 fine, 1 bad input or red tests, 2 usage or port taken, 3 files or set-up failed
"""

# Only the standard library: this runs where there is only Python. It speaks on stderr.

from __future__ import annotations

import contextlib
import ctypes.util
import difflib
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-test.lock"
THEME_LOCK = ROOT / "theme" / "package-lock.json"
THIS_PYTHON = f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"
FOR_ALL = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
FOR_INSTALLERS = {"DEBIAN_FRONTEND": "noninteractive", "PIP_USER": "0", "VIRTUAL_ENV": str(VENV)}
LOCKED = ("--require-hashes", "--only-binary", ":all:", "--requirement")
OWN_INDEX = re.compile(  # a variable's name, or a line of `pip config list`
    r"(?im)^((pip|uv)_|.*\.)((default|extra)[_-])?(index([_-]url)?|find[_-]links|no[_-]index)\b"
)
LINT_IMPORTS = "import importlinter.cli as i; exit(i.lint_imports(no_cache=True, no_logo=True))"
LINTERS = {
    "ruff format": ("-m", "ruff", "format", "--check"),
    "ruff check": ("-m", "ruff", "check"),
    "mypy": ("-m", "mypy", "--strict"),
    "lint-imports": ("-c", LINT_IMPORTS),  # without its cache, which overlooks new modules
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "microsoft-edge", "msedge")
APPS = {  # on macOS and on Windows
    "Chromium": "Chromium/Application/chrome.exe",
    "Google Chrome": "Google/Chrome/Application/chrome.exe",
    "Microsoft Edge": "Microsoft/Edge/Application/msedge.exe",
}
NO_VENV = "This Python cannot make a virtual environment (it lacks ensurepip)"
NO_BROWSER = "No Chromium, Chrome or Edge to drive: install one, or name it in CHROMIUM"


class UsageError(Exception):
    """The command line makes no sense (exit code 2)."""


class SetUpError(Exception):
    """The machine lacks something that cannot be had or must not be installed (exit code 3)."""


class Call(NamedTuple):
    """What the command line asks for."""

    verb: str
    args: tuple[str, ...]
    may_install: bool


def parse(argv: Sequence[str]) -> Call:
    """Split a command line into the verb, its arguments and the one switch that is ours alone."""
    verb, *args = [word for word in argv if word != "--no-install"] or [""]
    if verb in DOORS:
        return Call(verb, tuple(args), may_install="--no-install" not in argv)
    hint = "".join(f"; did you mean {n}?" for n in difflib.get_close_matches(verb, DOORS, n=1))
    raise UsageError(f"no such verb: {verb}{hint}\n\n{__doc__}" if verb else __doc__)


def say(text: str, end: str = "\n") -> None:
    """Tell the person at the terminal."""
    print(text, end=end, file=sys.stderr, flush=True)


def run(*args: str, cwd: Path | None = None) -> int:
    """Run the environment's Python; Ctrl-C is the program's own matter."""
    process = subprocess.Popen([PYTHON, *args], cwd=cwd, env=os.environ | FOR_ALL)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()


def step(label: str, *command: str | Path, cwd: Path = ROOT) -> None:
    """Run one step of the set-up; what it prints is shown only if it fails."""
    say(f"  {label} ...", end="")
    env, none = os.environ | FOR_INSTALLERS, subprocess.DEVNULL
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=cwd, env=env, stdin=none, stdout=log, stderr=log)
        count_seconds(label, process)
        log.seek(0)
        printed = log.read().decode(errors="replace").splitlines()[-15:]
    if process.returncode:
        raise SetUpError("\n  | ".join([f"failed: {shlex.join(map(str, command))}", *printed]))


def count_seconds(label: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for a program; where someone is looking, the seconds run."""
    started, is_watched = time.monotonic(), sys.stderr.isatty()
    while process.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        if is_watched:
            say(f"\r  {label} ... {time.monotonic() - started:.0f} s", end="")
    say("" if is_watched else f" {time.monotonic() - started:.0f} s")


def ensure(lock: Path, call: Call) -> None:
    """Bring .venv to what a lock says, and the theme to its own."""
    if not (PYTHON.exists() and (stamp(lock).exists() or stamp(TEST_LOCK).exists())):
        if not call.may_install:
            raise SetUpError(f"missing: .venv with the packages of {lock.name}")
        say(f"Setting up, once: the packages of {lock.name} into .venv")
        install_quickest(lock)
    if call.may_install:
        ensure_plotly_js()


def stamp(lock: Path) -> Path:
    """Return the file that stands while a lock is installed: its name holds Python and lock."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return VENV / f"{THIS_PYTHON} {lock.stem} {digest[:16]}.stamp"


def install_quickest(lock: Path) -> None:
    """Install with uv where it is there and manages, else with pip."""
    if (uv := shutil.which("uv")) and not has_own_index(os.environ):
        try:
            return install(lock, uv)
        except SetUpError as error:
            say(f"{error}\n  pip takes over.")
    return install(lock, None)


def install(lock: Path, uv: str | None) -> None:
    """Install a lock's packages into .venv, kept if this Python made it; the stamp comes last."""
    is_kept = PYTHON.exists() and any(VENV.glob(f"{THIS_PYTHON} *.stamp"))
    for old in VENV.glob("*.stamp"):
        old.unlink()
    if uv:
        how = ("--allow-existing" if is_kept else "--clear", "--python", sys.executable)
        step("virtual environment (uv)", uv, "venv", *how, VENV)
        step("packages (uv)", uv, "pip", "install", *LOCKED, lock)
    else:
        if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package
            apt_install(NO_VENV, f"python3.{sys.version_info.minor}-venv")
        clear = [] if is_kept else ["--clear"]
        step("virtual environment", sys.executable, "-m", "venv", *clear, VENV)
        step("packages (pip)", PYTHON, "-m", "pip", "install", "--no-input", *LOCKED, lock)
    stamp(lock).touch()


def has_own_index(environ: Mapping[str, str]) -> bool:
    """Tell whether packages are to come from elsewhere than usual: pip knows how, uv may not."""
    ask = (sys.executable, "-m", "pip", "config", "list")
    answer = subprocess.run(ask, capture_output=True, text=True, check=False, env=environ).stdout
    return bool(OWN_INDEX.search("\n".join([*filter(environ.get, environ), answer])))


def apt_install(lack: str, *packages: str) -> None:
    """Install Debian's packages as root; anyone else is told the command."""
    command = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        raise SetUpError(f"{lack}. On Debian and Ubuntu: sudo {shlex.join(command)}")
    with contextlib.suppress(SetUpError):  # one broken source must not stop the others
        step("list of system packages (apt-get)", "apt-get", "update")
    step(f"{' '.join(packages)} (apt-get)", *command)


def ensure_plotly_js() -> None:
    """Fetch the small plotly.js where npm is there, once; else the plotly wheel has a bundle."""
    if (npm := shutil.which("npm")) and not stamp(THEME_LOCK).exists():
        how = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")
        try:
            step("plotly.js, the small bundle (npm)", npm, *how, cwd=THEME_LOCK.parent)
        except SetUpError as error:
            say(f"{error}\n  Not needed: the bundle in the plotly wheel serves instead.")
        stamp(THEME_LOCK).touch()


def ensure_browser(call: Call) -> str:
    """Find the browser that the tests drive; on Debian as root, install what the tests start."""
    lacks_driver = shutil.which("apt-get") and not ctypes.util.find_library("atomic")
    if call.may_install and (lacks_driver or not find_browser(os.environ)):
        apt_install(NO_BROWSER, "chromium", "fonts-noto-cjk", "libatomic1")
    if call.may_install and not shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin"):
        with contextlib.suppress(SetUpError):  # the tests that start it are skipped then
            apt_install("No nginx", "nginx-light")
    if found := find_browser(os.environ):
        return found
    raise SetUpError(NO_BROWSER)


def find_browser(environ: Mapping[str, str]) -> str | None:
    """Find Chromium, Chrome or Edge: the one named, else on the path, else at its usual place."""
    path = environ.get("PATH", "")
    for variable in filter(environ.get, ("CHROMIUM", "BROWSER_PATH")):
        if named := shutil.which(environ[variable], path=path):
            return str(Path(named).absolute())
        raise SetUpError(f"{variable} names no program: {environ[variable]}")
    places = [str(place) for place in browser_places(environ) if place.is_file()]
    return next(filter(None, [*(shutil.which(n, path=path) for n in BROWSERS), *places]), None)


def browser_places(environ: Mapping[str, str]) -> Iterator[Path]:
    """List where macOS and Windows keep their browsers."""
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / f"{app}.app/Contents/MacOS/{app}" for app in APPS)
    for variable in filter(environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")):
        yield from (Path(environ[variable], exe) for exe in APPS.values())


def run_package(call: Call) -> int:
    """Hand a verb to the package, in the folder where the person stands."""
    ensure(TEST_LOCK if "--verify=full" in call.args else RUN_LOCK, call)
    args = ("-m", "policy_explorer", call.verb, *call.args)
    if os.name != "nt":  # on Windows a program cannot become another one
        os.execve(PYTHON, (str(PYTHON), *args), os.environ | FOR_ALL)
    return run(*args)


def run_tests(call: Call) -> int:
    """Run pytest with a browser at hand; the quick tests need none."""
    args = [arg for arg in call.args if arg not in {"--quick", "--debug"}]
    ensure(TEST_LOCK, call)
    if "--quick" in call.args:
        args[:0] = ("-m", "not slow and not browser", "-n", "auto")
    else:
        npm = "yes" * call.may_install
        os.environ |= {"POLICY_CHROMIUM": ensure_browser(call), "POLICY_NPM": npm}
    return {0: 0, 4: 2}.get(run("-m", "pytest", *args, cwd=ROOT), 1)  # 4: a wrong argument


def run_benchmarks(call: Call) -> int:
    """Run the benchmarks in the environment and the browser of the tests."""
    ensure(TEST_LOCK, call)
    os.environ |= {"POLICY_CHROMIUM": ensure_browser(call), "POLICY_NPM": "yes" * call.may_install}
    return run("-m", "tests.bench", *call.args, cwd=ROOT)


def run_linters(call: Call) -> int:
    """Run all the linters, also after one that found something."""
    if set(call.args) - {"--debug"}:
        raise UsageError(f"lint takes no arguments: {shlex.join(call.args)}")
    ensure(TEST_LOCK, call)
    red = [name for name, args in LINTERS.items() if run(*args, cwd=ROOT)]
    say(f"lint: red: {', '.join(red)}" if red else f"lint: fine: {', '.join(LINTERS)}")
    return 1 if red else 0


DOORS = dict.fromkeys(("serve", "build", "check", "new"), run_package)
DOORS |= {"test": run_tests, "lint": run_linters, "bench": run_benchmarks}


def main(argv: Sequence[str]) -> int:
    """Do what the command line asks; a failure is a message, not a traceback."""
    if argv and argv[0] in {"-h", "--help", "help"}:
        print(__doc__, end="")
        return 0
    if sys.version_info < (3, 11):
        say(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
        return 3
    try:
        call = parse(argv)
        return DOORS[call.verb](call)
    except (UsageError, SetUpError, OSError, KeyboardInterrupt) as error:
        if "--debug" in argv:
            raise
        say(str(error) or "\nStopped.")
        return 2 if isinstance(error, UsageError) else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
