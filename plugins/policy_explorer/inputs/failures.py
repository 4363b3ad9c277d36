"""What the parser could not read, in the editor's words, at the place that has to be mended."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from policy_explorer.inputs import slips, syntax
from policy_explorer.inputs.slips import Slip
from policy_explorer.inputs.syntax import At, Stop
from policy_explorer.problems import said

CLOSING = {"{": "}", "[": "]"}
BEFORE_QUOTE = " \t\n,:[{"
"""After these a quotation mark begins a value; elsewhere it is an apostrophe."""
PARSER = {
    str(known): known
    for known in (
        said("mapping values are not allowed in this context"),
        said("did not find expected ',' or '}'"),
        said("did not find expected ',' or ']'"),
        said("did not find expected key"),
        said("did not find expected '-' indicator"),
        said("did not find expected node content"),
        said("did not find expected <document start>"),
        said("could not find expected ':'"),
        said("found character that cannot start any token"),
        said("found unknown escape character"),
        said("found unexpected end of stream"),
        said("found unexpected document indicator"),
        said("block sequence entries are not allowed in this context"),
        said("mapping keys are not allowed in this context"),
    )
}
"""What the parser says most; the rest is passed on as it comes."""


def explained(rows: list[str], error: yaml.MarkedYAMLError, quote: tuple[int, int] | None) -> At:
    """Why the parser gave a file up, and where that has to be mended.

    `quote` is where a quoted value began that ran over a line end right up to the mistake.
    """
    mark = error.problem_mark or error.context_mark
    at = (mark.line, mark.column) if mark else (0, 0)
    context = error.context_mark
    start = (context.line, context.column) if context else at
    lines = [n for n in dict.fromkeys((at[0], at[0] - 1, start[0])) if 0 <= n < len(rows)]
    if (found := next(_found(rows, lines), None)) is not None:
        return found
    if opened := _opened(rows, start, error, quote):
        (line, col), sign = opened
        message = said("{} is not closed", sign)
        return At(line, Slip(col, "not-closed", message, _ending(sign)))
    if (found := next(_quoted(rows, lines[:2]), None)) is not None:
        return found
    words = error.problem or error.context or "it is not YAML"
    if (seen := syntax.look(Stop(rows, *at, start, words))) is not None:
        return seen
    return At(at[0], Slip(at[1], "yaml-syntax", PARSER.get(words, words), ""))


def _found(rows: list[str], lines: list[int]) -> Iterator[At]:
    """Every sign that is not YAML's on the lines near the mistake."""
    slipped = ((n, slips.in_row(rows[n])) for n in lines)
    return (At(n, slip) for n, slip in slipped if slip is not None)


def _quoted(rows: list[str], lines: list[int]) -> Iterator[At]:
    """Quotation marks of a text on these lines, where YAML's own were meant."""
    slipped = ((n, slips.quotes_in_row(rows[n])) for n in lines)
    return (At(n, slip) for n, slip in slipped if slip is not None)


def _opened(
    rows: list[str],
    start: tuple[int, int],
    error: yaml.MarkedYAMLError,
    quote: tuple[int, int] | None,
) -> tuple[tuple[int, int], str] | None:
    """Where a bracket or a quotation mark stands that is never closed, and which it is."""
    if quote is not None:
        return quote, rows[quote[0]][quote[1]]
    line, col = start
    sign = rows[line][col : col + 1] if line < len(rows) else ""
    if error.context == "while scanning a quoted scalar" and sign:
        return start, sign
    if sign in CLOSING and not is_closed("\n".join((rows[line][col:], *rows[line + 1 :]))):
        return start, sign
    return None


def is_closed(text: str) -> bool:
    """Whether the bracket that a text begins with is closed in it; quoted words do not count."""
    depth, quote, before = 0, "", " "
    for sign in text:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and before in BEFORE_QUOTE:
            quote = sign
        elif sign in CLOSING:
            depth += 1
        elif sign in CLOSING.values():
            depth -= 1
        if not depth:
            return True
        before = sign
    return False


def _ending(sign: str) -> str:
    return said("write {} where it ends", CLOSING.get(sign, sign))
