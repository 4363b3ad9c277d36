"""The command line of the benchmarks: finds them, runs them, prints what came of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

from tests.bench.bench import Bench, Lacking, NotMeasured, Outcome, run, tell
from tests.bench.table import table

from policy_explorer.problems import Refused, as_text, nearest

FOLDER = Path(__file__).parent
OK, FAILED, USAGE, UNWRITABLE = range(4)
Ready = Callable[[], AbstractContextManager[Bench]]


def found(folder: Path = FOLDER) -> dict[str, Ready]:
    """The benchmarks by name: each module of the folder that has `ready`, a context of a Bench."""
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__main__")
    modules = {name: import_module(f"tests.bench.{name}") for name in names}
    return {name: module.ready for name, module in modules.items() if hasattr(module, "ready")}


def main(argv: Sequence[str]) -> int:
    """Run what is named, else all; 0 fine, 1 not measured, 2 usage, 3 not readable or writable."""
    all_of_them = found()
    options = _parser(all_of_them).parse_args(argv)
    unknown = next((name for name in options.names if name not in all_of_them), None)
    if unknown is not None:
        tell(f"no such benchmark: {unknown}; {nearest(unknown, all_of_them, offer=20)}")
        return USAGE
    try:
        _run({name: all_of_them[name] for name in options.names or all_of_them}, options)
    except (Refused, NotMeasured, OSError, KeyboardInterrupt) as error:
        if options.debug:
            raise
        tell(as_text(error.problems) if isinstance(error, Refused) else str(error) or "\nStopped.")
        return UNWRITABLE if isinstance(error, OSError | KeyboardInterrupt) else FAILED
    return OK


def _parser(names: dict[str, Ready]) -> argparse.ArgumentParser:
    known = "; ".join(names)
    parser = argparse.ArgumentParser(prog="dev.py bench", description=f"Benchmarks: {known}.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which; all, if none is named")
    parser.add_argument("--rounds", type=_count, metavar="N", help="how often; each has its own")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every number there, too")
    parser.add_argument("--debug", action="store_true", help="show tracebacks")
    return parser


def _count(word: str) -> int:
    """A number of rounds: 1 or more."""
    if word.isascii() and word.isdigit() and int(word[:6]):
        return int(word[:6])
    raise argparse.ArgumentTypeError(f"{word} is no number of rounds: 1 or more")


def _run(benchmarks: dict[str, Ready], options: argparse.Namespace) -> None:
    """Print each outcome as soon as it is there; the JSON holds all of them."""
    outcomes = {}
    for name, outcome in _outcomes(benchmarks, options.rounds):
        sys.stdout.write(f"{name} (rounds: {outcome.rounds})\n{table(outcome)}\n")
        outcomes[name] = outcome.as_json()
    if options.json:
        text = json.dumps({"benchmarks": outcomes}, ensure_ascii=False, indent=2)
        options.json.write_text(f"{text}\n", encoding="utf-8")


def _outcomes(benchmarks: dict[str, Ready], rounds: int | None) -> Iterator[tuple[str, Outcome]]:
    """What came of each; one that lacks something here is told so and left out."""
    for name, ready in benchmarks.items():
        tell(f"{name}: getting ready")
        try:
            with ready() as bench:
                outcome = run(bench, rounds or bench.rounds, tell)
        except Lacking as lack:
            tell(f"{name}: {lack}")
        else:
            yield name, outcome
