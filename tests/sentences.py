"""Every sentence the program says, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "plugins/policy_explorer"
IMPORT = "from policy_explorer.problems import"
SPEAKING = ("inputs/", "model/targets/")
SINKS = {
    "Problem": (4, 5),
    "problem": (2, 3),
    "fail": (2, 3),
    "stop": (2, 3),
    "Slip": (2, 3),
    "Flaw": (2, 3),
    "Fault": (2,),
    "_bad": (1, 2),
    "_refused": (2, 3),
    "_at": (2, 3),
    "_hindered": (2,),
    "_misshapen": (2,),
    "_say": (1,),
    "_complain": (1,),
    "say": (0,),  # of serve.py alone: views have a `say` of their own
}
"""What takes a sentence, and where among its arguments; `*at` counts as three."""
CODED = {"Problem", "problem", "fail", "stop", "Slip", "Flaw", "_refused", "_hindered"}
"""Those that take a code, right before the sentence."""
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTS = {"said": slice(1, None), "Flaw": slice(2, 3)}
"""Which arguments become parts of a sentence: a literal in them could not be translated."""
SPEAKERS = {"nearest", "any_of", "_comma_trap", "_ending", "_computed", "as_text", "get", "half"}
"""What returns a sentence that was made by `said`, or none."""
CARRIED = {"message", "hint"}
"""Attributes and parameters that hold a sentence made elsewhere."""
UNKNOWN = "?"
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
LETTERS = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in the source: its template, or `UNKNOWN` where it is made in another way."""

    where: str
    template: str


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Every module that may speak to the editor, by its name: the views speak to readers."""
    return tuple(_trees())


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name, text = path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")
        if name == "problems.py" or name.startswith(SPEAKING) or IMPORT in text:
            yield name, ast.parse(text)


def called(node: ast.AST) -> str:
    """The name of what is called; '' of anything else."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


@cache
def made() -> tuple[Sentence, ...]:
    """Every template of a `said`, wherever it stands."""
    return tuple(_made())


def _made() -> Iterator[Sentence]:
    for name, tree in trees():
        for node in ast.walk(tree):
            if called(node) == "said" and isinstance(node, ast.Call):
                first = node.args[0]
                template = first.value if isinstance(first, ast.Constant) else UNKNOWN
                yield Sentence(f"{name}:{node.lineno}", str(template))


@cache
def given() -> tuple[Sentence, ...]:
    """What is handed to a Problem, or to the editor, without `said`: each has to be a literal."""
    return tuple(_given())


def _given() -> Iterator[Sentence]:
    for name, tree in trees():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    for argument in _arguments(node, name):
                        yield from _sources(argument, function, name, frozenset())


def codes() -> set[str]:
    """Every code that the program gives a problem."""
    found = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if called(node) in CODED and isinstance(node, ast.Call):
                at = SINKS[called(node)][0] - 1
                for code in _row(node)[at : at + 1]:
                    found |= {n.value for n in ast.walk(code) if isinstance(n, ast.Constant)}
    return {code for code in found if isinstance(code, str) and CODE.fullmatch(code)}


def parts() -> Iterator[Sentence]:
    """The words that stand in the parts of a `said` and can never be translated."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if called(node) in PARTS and isinstance(node, ast.Call):
                for part in node.args[PARTS[called(node)]]:
                    if _loose(part, LETTERS if isinstance(part, ast.Constant) else WORDS):
                        yield Sentence(f"{name}:{node.lineno}", ast.unparse(part))


def _loose(node: ast.AST, form: re.Pattern[str]) -> bool:
    """Whether words stand in an expression outside of a `said` in it."""
    if called(node) == "said":
        return False
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(form.search(node.value))
    return any(_loose(inner, form) for inner in ast.iter_child_nodes(node))


def _arguments(node: ast.AST, name: str) -> Iterator[ast.expr]:
    """The sentences among the arguments of a call."""
    if not isinstance(node, ast.Call) or called(node) not in SINKS:
        return
    if called(node) == "say" and name != "serve.py":
        return
    row = _row(node)
    yield from (row[n] for n in SINKS[called(node)] if n < len(row))
    yield from (k.value for k in node.keywords if k.arg in CARRIED)


def _row(node: ast.Call) -> list[ast.expr]:
    """The arguments of a call by their places; `*at` takes three."""
    times = ((a, 3 if isinstance(a, ast.Starred) else 1) for a in node.args)
    return [argument for argument, n in times for _ in range(n)]


def _sources(
    node: ast.expr, function: ast.FunctionDef, name: str, seen: frozenset[str]
) -> Iterator[Sentence]:
    """Where a sentence comes from: literals as they are, and what is not understood."""
    where = f"{name}:{node.lineno}"
    match node:
        case ast.Constant(value=str(words)):
            yield Sentence(where, words)
        case ast.Call() if called(node) in SPEAKERS | {"said"}:
            return
        case ast.IfExp(body=body, orelse=other):
            yield from _sources(body, function, name, seen)
            yield from _sources(other, function, name, seen)
        case ast.BoolOp(values=found):
            for value in found:
                yield from _sources(value, function, name, seen)
        case ast.Attribute(attr=attr) if attr in CARRIED | {"problem", "context"}:
            return
        case ast.Name(id=word):
            yield from _named(word, function, name, seen, where)
        case _ if not _loose(node, LETTERS):
            return
        case _:
            yield Sentence(where, UNKNOWN)


def _named(
    word: str, function: ast.FunctionDef, name: str, seen: frozenset[str], where: str
) -> Iterator[Sentence]:
    """The sources of what is assigned to a name in its function; a parameter has its own sinks."""
    values = [value for value in _assigned(word, function) if word not in seen]
    for value in values:
        yield from _sources(value, function, name, seen | {word})
    taken = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    loops = [n.target for n in ast.walk(function) if isinstance(n, ast.For)]
    is_loop = any(word in _names(target) for target in loops)
    if not values and word not in taken | seen and not is_loop:
        yield Sentence(where, UNKNOWN)


def _names(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _assigned(word: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.NamedExpr) and node.target.id == word:
            yield node.value
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _unpacked(target, node.value, word)


def _unpacked(target: ast.expr, value: ast.expr, word: str) -> Iterator[ast.expr]:
    """The value of a name in `a, b = x, y` as well."""
    if isinstance(target, ast.Name) and target.id == word:
        yield value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _unpacked(one, other, word)
