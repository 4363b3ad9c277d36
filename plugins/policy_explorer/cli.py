"""`python -m policy_explorer VERB`: the command line."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from policy_explorer import excerpt, problems, settings, words
from policy_explorer.problems import ENGLISH, Manner, Problem, Refused, said

REASONS = {
    errno.EADDRINUSE: said("another program uses it"),
    errno.EACCES: said("it takes the rights of an administrator"),
}
"""Why a port cannot be used, by the number of the error."""
OF_DISKS = {
    errno.ENOSPC: said("No space left on device"),
    errno.EFBIG: said("File too large"),
}
"""What a disk says when a site does not fit: the system's own words, so that they are known."""
MACHINES = {"json": problems.as_json, "github": problems.as_github}
"""Formats for programs: in English, unless a language is asked for by name."""
OK, BAD_INPUT, USAGE, UNWRITABLE = range(4)
STOPPED = 130
"""By Ctrl-C, as shells have it."""
MAX_PORT = 65535
ROOT = Path(__file__).resolve().parents[2]
"""The project this package stands in."""


def main(argv: Sequence[str]) -> int:
    """Run one verb; its exit code: 0 fine, 1 bad input, 2 usage, 3 not to be read or written.

    130: stopped by somebody.
    """
    options = _parser().parse_args(argv)
    options.words = words.catalogue(options.lang or words.language_of(os.environ))
    try:
        code: int = options.run(options)
    except Refused as refused:
        _refuse(options, refused)
        return BAD_INPUT
    except KeyboardInterrupt:
        return _stopped(options)
    except OSError as error:
        if options.debug:
            raise
        reason = OF_DISKS.get(error.errno or 0, error.strerror or str(error))
        _complain(options, said("{}: {}", reason, error.filename) if error.filename else reason)
        return UNWRITABLE
    except Exception as error:
        if options.debug:
            raise
        what = f"{type(error).__name__}: {error}"
        _complain(options, said("the program itself failed ({}); --debug shows where", what))
        return UNWRITABLE
    return code


def _stopped(options: argparse.Namespace) -> int:
    """Serving ends so; whatever else was to be done is not, which a script has to know."""
    if options.run is _serve:
        return OK
    is_build = options.run is _build
    _complain(options, said("stopped; the old site stands") if is_build else said("stopped"))
    return STOPPED


def _complain(options: argparse.Namespace, sentence: str) -> None:
    print(options.words.told(sentence), file=sys.stderr)


def _say_each(options: argparse.Namespace, lines: Iterable[str]) -> None:
    for line in lines:
        _say(options, line)


def _say(options: argparse.Namespace, sentence: str) -> None:
    print(options.words.told(sentence), flush=True)


def _refuse(options: argparse.Namespace, refused: Refused) -> None:
    """What was refused: for a program where its answer is read, for people as a complaint."""
    told = settings.find(ROOT, options.data)
    if getattr(options, "format", "text") in MACHINES:
        print(_told(options, told, refused.problems, sys.stdout))
    else:
        print(_told(options, told, refused.problems, sys.stderr), file=sys.stderr)


def _told(
    options: argparse.Namespace,
    told: settings.Settings,
    found: tuple[Problem, ...],
    stream: TextIO,
) -> str:
    """Problems in the format that was asked for."""
    machine = MACHINES.get(getattr(options, "format", "text"))
    if machine is not None:
        return machine(found, options.words if options.lang else ENGLISH)
    return problems.as_text(found, _manner(options, excerpt.lines(told), stream))


def _manner(
    options: argparse.Namespace, line_of: Callable[[Problem], str], stream: TextIO
) -> Manner:
    """How problems are told on a stream: in colour only where a terminal shows it."""
    is_dumb = os.environ.get("TERM", "dumb") == "dumb"
    is_coloured = stream.isatty() and not is_dumb and not os.environ.get("NO_COLOR")
    return Manner(options.words, line_of, is_coloured)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="The policy explorer.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, help="a data folder, or a folder that holds data/")
    shared.add_argument(
        "--lang", choices=words.LANGUAGES, help="of messages; else that of the environment"
    )
    shared.add_argument("--debug", action="store_true", help="show tracebacks")
    _check_verb(
        verbs.add_parser("check", parents=[shared], help="say what is wrong; write nothing")
    )
    _build_verb(verbs.add_parser("build", parents=[shared], help="build the site into a folder"))
    _new_verb(verbs.add_parser("new", parents=[shared], help="begin a plan or an item"))
    _serve_verb(verbs.add_parser("serve", parents=[shared], help="build, serve, rebuild on change"))
    return parser


def _check_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--format", choices=sorted((*MACHINES, "text")), default="text")
    verb.add_argument("--sources", type=Path, metavar="DIR", help="texts, as DIR/<source id>.txt")
    verb.add_argument("--lock", action="store_true", help="remember what was verified")
    _strict(verb)
    verb.add_argument("--explain", metavar="ID", help="what a fact rests on and inherited")
    verb.set_defaults(run=_check)


def _build_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--output", type=Path, default=Path("output"))
    verb.add_argument(
        "--site-url", type=_address, default="", help="the address it will be published at"
    )
    verb.add_argument(
        "--verify", choices=("fast", "full"), default="fast", help="full: valid HTML as well"
    )
    _strict(verb)
    verb.set_defaults(run=_build)


def _strict(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--strict", action="store_true", help="unchecked citations are errors")


def _serve_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--port", type=_port, help="else the first free one from 8000 on")
    verb.set_defaults(run=_serve)


def _address(word: str) -> str:
    """The address of a site: of the web, with a host, and nothing behind its path."""
    parts = urlsplit(word)
    is_plain = word.isascii() and not set(word) & set(" \t\"'<>\\^`{|}?#")
    if not word or (parts.scheme in {"http", "https"} and parts.hostname and is_plain):
        return word
    raise argparse.ArgumentTypeError(f"{word} is no address of a site: write https://…")


def _port(word: str) -> int:
    """A port's number; 0 takes any that is free."""
    if word.isascii() and word.isdigit() and int(word[:6]) <= MAX_PORT:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word} is no port: 0 to {MAX_PORT}")


def _new_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", help="policy, schema, or the name of a section or a fixed file")
    verb.add_argument("name", nargs="?", help="the folder of the plan, or the item's id")
    verb.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from policy_explorer.writers import scaffold  # noqa: PLC0415 -- each verb pays for what it needs

    if options.what == "schema" and options.name is None:
        return _new_schema(options)
    if options.name is None:
        _complain(options, said("new policy DIR, new schema, or new FILE ID"))
        return USAGE
    if options.what == "policy":
        folder = Path(options.name)
        made = scaffold.policy(ROOT, folder)
        _say(options, "\n".join(f"{folder / path}" for path in made))
        _say(options, said("fill in every …, then: python3 dev.py check --data {}", folder))
        return OK
    return _new_item(options)


def _new_schema(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs
    from policy_explorer.writers import scaffold  # noqa: PLC0415 -- each verb pays for what it needs

    told = settings.find(ROOT, options.data)
    folder = told.data / "schema"
    count = scaffold.schemas(folder, pipeline.schemas(told))
    _say(options, said("{}: {} schemas; see docs/editors.md", told.shown(folder), count))
    return OK


def _new_item(options: argparse.Namespace) -> int:
    from policy_explorer import begin  # noqa: PLC0415 -- each verb pays for what it needs

    told = settings.find(ROOT, options.data)
    try:
        begun = begin.item(told, options.what, options.name)
    except begin.NoSuchFileError as error:
        _complain(options, error.args[0])
        return USAGE
    _say(options, "\n".join((f"{begun.shown}:{begun.first}", *begun.rows, "")))
    _say(options, said("still missing:") if begun.missing else said("nothing is missing"))
    if begun.missing:
        print(_told(options, told, begun.missing, sys.stdout), flush=True)
    return OK


def _check(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs
    from policy_explorer.writers import entry  # noqa: PLC0415 -- each verb pays for what it needs

    if options.lock and options.sources is None:
        _complain(options, "--lock needs --sources DIR: only what was verified is remembered")
        return USAGE
    told = settings.find(
        ROOT, options.data, strict=options.strict and not options.lock, sources=options.sources
    )
    found = pipeline.check(told)
    if found.problems or options.format == "json":
        print(_told(options, told, found.problems, sys.stdout), flush=True)
    if found.site is None:
        if options.explain:
            _complain(options, said("{} is explained once no error stands", options.explain))
        return BAD_INPUT
    if options.lock:
        remembered = said("locked: {}", told.shown(pipeline.lock(told, found.site)))
        (_complain if options.format in MACHINES else _say)(options, remembered)
    if options.explain:
        from policy_explorer.explain import explain  # noqa: PLC0415 -- each verb pays for what it needs

        is_there, lines = explain(found.site, options.explain)
        _say_each(options, lines)
        return OK if is_there else BAD_INPUT
    if options.format == "text":
        facts, pages = len(found.site.facts), len(found.site.records)
        _say(options, said("fine: {} items, {} facts", pages, facts))
        _say_each(options, entry.news(*pipeline.news(told, found.site), found.site.policy.codes))
    return OK


def _build(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs
    from policy_explorer.writers import entry  # noqa: PLC0415 -- each verb pays for what it needs

    found = settings.find(ROOT, options.data, site_url=options.site_url, strict=options.strict)
    if options.verify == "full" and find_spec("html5lib") is None:
        _complain(options, said("--verify=full needs the packages of requirements-test.lock"))
        return USAGE
    tell = (lambda words: _complain(options, words)) if sys.stderr.isatty() else None
    done = pipeline.publish(found, options.output, is_full=options.verify == "full", tell=tell)
    count, changed = len(done.files), sum(done.files.values())
    _say(options, said("{}: {} files, {} of them new or changed", options.output, count, changed))
    _say(options, said("pages: {} added, {} changed, {} removed", *done.pages()))
    if done.warnings:
        _say(options, said("warnings: {}; check tells them", done.warnings))
    _say_each(options, entry.news(*pipeline.news(found, done.site), done.site.policy.codes))
    return OK


def _serve(options: argparse.Namespace) -> int:
    from policy_explorer import serve  # noqa: PLC0415 -- each verb pays for what it needs

    found = settings.find(ROOT, options.data, drafts=True)
    try:
        manner = _manner(options, excerpt.lines(found), sys.stdout)
        voice = serve.Voice(lambda words: _say(options, words), manner)
        serve.serve(found, options.port, voice)
    except OSError as error:
        if options.debug or error.filename is not None or options.port is None:
            raise  # not the port's
        reason = REASONS.get(error.errno or 0, error.strerror or error)
        _complain(options, said("port {} cannot be used: {}", options.port, reason))
        return USAGE
    return OK
