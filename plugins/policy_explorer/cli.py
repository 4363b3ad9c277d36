"""`python -m policy_explorer VERB`: the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from policy_explorer import problems, settings

FORMATS = {"text": problems.as_text, "json": problems.as_json, "github": problems.as_github}
OK, BAD_INPUT, USAGE, UNWRITABLE = range(4)
MAX_PORT = 65535
ROOT = Path(__file__).resolve().parents[2]
"""The project this package stands in."""


def main(argv: Sequence[str]) -> int:
    """Run one verb; its exit code: 0 fine, 1 bad input, 2 usage, 3 not readable or writable."""
    options = _parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except problems.Refused as refused:
        _complain(problems.as_text(refused.problems))
        return BAD_INPUT
    except KeyboardInterrupt:
        return OK
    except OSError as error:
        if options.debug:
            raise
        _complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return UNWRITABLE
    return code


def _complain(words: str) -> None:
    print(words, file=sys.stderr)


def _say(words: str) -> None:
    print(words, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="The policy explorer.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, help="a data folder, or a folder that holds data/")
    shared.add_argument("--debug", action="store_true", help="show tracebacks")
    _check_verb(
        verbs.add_parser("check", parents=[shared], help="say what is wrong; write nothing")
    )
    _build_verb(verbs.add_parser("build", parents=[shared], help="build the site into a folder"))
    _new_verb(verbs.add_parser("new", parents=[shared], help="begin a plan or an item"))
    _serve_verb(verbs.add_parser("serve", parents=[shared], help="build, serve, rebuild on change"))
    return parser


def _check_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--format", choices=sorted(FORMATS), default="text")
    verb.add_argument("--sources", type=Path, metavar="DIR", help="texts, as DIR/<source id>.txt")
    verb.add_argument("--lock", action="store_true", help="remember what was verified")
    _strict(verb)
    verb.add_argument("--explain", metavar="ID", help="what a fact rests on and inherited")
    verb.set_defaults(run=_check)


def _build_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--output", type=Path, default=Path("output"))
    verb.add_argument("--site-url", default="", help="the address it will be published at")
    _strict(verb)
    verb.set_defaults(run=_build)


def _strict(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--strict", action="store_true", help="unchecked citations are errors")


def _serve_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--port", type=_port, help="else the first free one from 8000 on")
    verb.set_defaults(run=_serve)


def _port(word: str) -> int:
    """A port's number; 0 takes any that is free."""
    if word.isascii() and word.isdigit() and int(word[:6]) <= MAX_PORT:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word} is no port: 0 to {MAX_PORT}")


def _new_verb(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", help="policy, or a section's name")
    verb.add_argument("name", help="the folder of the plan, or the item's id")
    verb.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from policy_explorer.writers import scaffold  # noqa: PLC0415 -- each verb pays for what it needs

    if options.what == "policy":
        folder = Path(options.name)
        made = scaffold.policy(ROOT, folder)
        _say("\n".join(f"{folder / path}" for path in made))
        _say(f"fill in every …, then: python3 dev.py check --data {folder}")
        return OK
    return _new_item(options)


def _new_item(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs
    from policy_explorer.writers import scaffold  # noqa: PLC0415 -- each verb pays for what it needs

    told = settings.find(ROOT, options.data)
    site = pipeline.read(told)
    section = site.sections.get(options.what)
    if section is None:
        hint = problems.nearest(options.what, ("policy", *site.sections), offer=20)
        _complain(f"there is no section {problems.quoted(options.what)}; {hint}")
        return USAGE
    path = told.data / f"{section.id}.yaml"
    _say(f"{told.shown(path)}\n{scaffold.item(path, section, options.name, site.policy.codes)}")
    return OK


def _check(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs

    if options.lock and options.sources is None:
        _complain("--lock needs --sources DIR: only what was verified is remembered")
        return USAGE
    told = settings.find(
        ROOT, options.data, strict=options.strict and not options.lock, sources=options.sources
    )
    found = pipeline.check(told)
    words = FORMATS[options.format](found.problems)
    if words and (found.problems or options.format == "json"):
        _say(words)
    if found.site is None:
        return BAD_INPUT
    if options.lock:
        _say(f"locked: {told.shown(pipeline.lock(told, found.site))}")
    if options.explain:
        from policy_explorer.explain import explain  # noqa: PLC0415 -- each verb pays for what it needs

        is_there, lines = explain(found.site, options.explain)
        _say(lines)
        return OK if is_there else BAD_INPUT
    if options.format == "text":
        facts, pages = len(found.site.facts), len(found.site.records)
        _say(f"fine: {pages} items, {facts} facts")
    return OK


def _build(options: argparse.Namespace) -> int:
    from policy_explorer import pipeline  # noqa: PLC0415 -- each verb pays for what it needs

    found = settings.find(ROOT, options.data, site_url=options.site_url, strict=options.strict)
    target = pipeline.publish(found, options.output)
    changed = sum(target.written.values())
    _say(f"{options.output}: {len(target.written)} files, {changed} of them new or changed")
    return OK


def _serve(options: argparse.Namespace) -> int:
    from policy_explorer import serve  # noqa: PLC0415 -- each verb pays for what it needs

    found = settings.find(ROOT, options.data, drafts=True)
    try:
        serve.serve(found, options.port, _say)
    except OSError as error:
        if options.debug or error.filename is not None or options.port is None:
            raise  # not the port's
        _complain(f"port {options.port} cannot be used: {error.strerror or error}")
        return USAGE
    return OK
