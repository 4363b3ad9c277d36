"""Where the parser gave up, looked at as an editor would: indentation, colons, commas, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policy_explorer.inputs.slips import KEY, LONGEST, Slip
from policy_explorer.problems import Problem, any_of, quoted, said

CODE = "yaml-syntax"
OPENER = {"}": "{", "]": "["}
CLOSER = {"{": "}", "[": "]"}
START = re.compile(rf"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>{KEY}:(?: +(?P<value>[^#].*))?)?")
"""A row: its indentation, the dashes of a list, a key and its value."""
NO_COLON = re.compile(rf"(?P<at> *(?:- +)*)(?P<key>{KEY}) +[{{\[]")
IN_VALUE = re.compile(rf" *(?:- +)*{KEY}: +(?P<value>\S.*)")
ENTRIES = re.compile(rf"{KEY}: .*, *{KEY}:(?: |$)")
"""`zh: …, en: …`: a mapping on one line."""
LAST_KEY = re.compile(rf".*[^\s,{{] +(?P<key>{KEY})")
REFERENCE = re.compile(rf"(?:^|[{{,\s]){KEY}: +(?P<at>\[\[[^\[\]]+\]\]) *[^\s,}}\]#]")
ENTRY = re.compile(r" *- +[^\s:]+ *$")
QUOTED = re.compile(r".*[\"'] *")
CANNOT_START = "@`%"
OWN = "|>&*!"
"""Signs that may begin a value, but mean something then."""
UNFINISHED = ("expected comment or line break", "expected alphabetic or numeric")
"""What the parser says where such a sign is followed by something else than it must be."""


@dataclass(frozen=True, slots=True)
class At:
    """A slip on a line, both from 0."""

    line: int
    slip: Slip

    def problem(self, path: str) -> Problem:
        """As it is told."""
        slip = self.slip
        return Problem(path, self.line + 1, slip.at + 1, slip.code, slip.message, slip.hint)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up, and where what it was reading began; all from 0."""

    rows: list[str]
    line: int
    col: int
    start: tuple[int, int]
    words: str
    """What the parser says."""

    @property
    def row(self) -> str:
        """The line, as far as it is looked at."""
        return self.rows[self.line][:LONGEST] if self.line < len(self.rows) else ""

    @property
    def sign(self) -> str:
        """The character at which it gave up."""
        return self.row[self.col : self.col + 1]

    @property
    def before(self) -> str:
        """The line up to there."""
        return self.row[: self.col]


def look(stop: Stop) -> At | None:
    """What is wrong there in plain words, if that is certain."""
    views: tuple[Callable[[Stop], At | None], ...] = (
        _reference, _colonless, _closing, _behind_quotes, _comma, _in_value, _indented,
        _under_value, _start, _bare,
    )  # fmt: skip
    return next((found for view in views if (found := view(stop)) is not None), None)


def _at(stop: Stop, col: int, message: str, hint: str) -> At:
    return At(stop.line, Slip(col, CODE, message, hint))


def _reference(stop: Stop) -> At | None:
    """`zh: [[a/b]]: words`: a text that begins with a reference, which YAML takes for a list."""
    for line in dict.fromkeys((stop.line, stop.line - 1, stop.start[0])):
        row = stop.rows[line][:LONGEST] if 0 <= line < len(stop.rows) else ""
        if found := REFERENCE.search(row):
            col, message = found.start("at"), said("a value cannot begin with {}", "[[")
            return At(line, Slip(col, CODE, message, "put the whole value in quotes"))
    return None


def _colonless(stop: Stop) -> At | None:
    """`name {zh: …}`: the colon of the key is missing."""
    found = NO_COLON.match(stop.row)
    if found is None:
        return None
    message = said("no colon after the key {}", quoted(found["key"]))
    return _at(stop, found.end("key"), message, 'write ":" and a space')


def _closing(stop: Stop) -> At | None:
    """A bracket that closes nothing, or another one than was opened."""
    if stop.sign not in OPENER or not stop.sign:
        return None
    line, col = stop.start
    opened = stop.rows[line][col : col + 1] if line < len(stop.rows) else ""
    if "flow" not in stop.words and "',' or" not in stop.words:
        message = said("{} closes nothing", stop.sign)
        hint = said("delete it, or write {} where it begins", OPENER[stop.sign])
        return _at(stop, stop.col, message, hint)
    if opened in CLOSER and CLOSER[opened] != stop.sign:
        message = said("{} stands here, but {} was opened", stop.sign, opened)
        return _at(stop, stop.col, message, said("write {}", quoted(CLOSER[opened])))
    return None


def _behind_quotes(stop: Stop) -> At | None:
    """`"a" b`: words after the quotation mark that ended the value."""
    is_value = "key" in stop.words or "',' or" in stop.words
    if not is_value or not stop.sign.strip() or not QUOTED.fullmatch(stop.before):
        return None
    message = said("words after the quotation mark that ends the value")
    return _at(stop, stop.col, message, "put the whole value in quotes")


def _comma(stop: Stop) -> At | None:
    """`{zh: 甲 en: A}`: the comma before a key is missing."""
    is_colon = "',' or" in stop.words and stop.sign == ":"
    found = LAST_KEY.fullmatch(stop.before) if is_colon else None
    if found is None:
        return None
    message = said("no comma before the key {}", quoted(found["key"]))
    return _at(stop, found.start("key"), message, 'write "," before it')


def _in_value(stop: Stop) -> At | None:
    """`title: a: b`: a second colon on the line, or a mapping without its braces."""
    found = IN_VALUE.match(stop.row) if "mapping values" in stop.words else None
    if found is None or found.start("value") >= stop.col:
        return None
    if ENTRIES.match(found["value"]):
        message = said("a mapping on one line, but without braces")
        return _at(stop, found.start("value"), message, "write { before it and } after it")
    message = said("a colon and a space within a value")
    return _at(stop, stop.col, message, "put the whole value in quotes")


def _indented(stop: Stop) -> At | None:
    """A line that is indented otherwise than the lines it belongs to."""
    found = START.match(stop.row)
    if found is None or not (found["dashes"] or found["rest"]) or "',' or" in stop.words:
        return None
    indent, is_entry = len(found["indent"]), bool(found["dashes"])
    above = list(_above(stop.rows[: stop.line], is_entry=is_entry))
    if not above or indent in above:
        return None
    least = min(abs(col - indent) for col in above)
    near = sorted({col for col in above if abs(col - indent) == least})
    message = said("the indentation is {}, unlike that of the lines it belongs to", indent)
    return _at(stop, indent, message, said("make it {}", any_of(map(str, near))))


def _above(rows: list[str], *, is_entry: bool) -> Iterator[int]:
    """In which columns the entries, or the keys, begin that a new line may be beside of."""
    limit = LONGEST
    for row in reversed(rows):
        found = START.match(row[:LONGEST])
        if found is None or not (found["dashes"] or found["rest"]):
            continue
        dash, key = len(found["indent"]), found.end("dashes")
        if key < limit and not is_entry and found["rest"]:
            yield key
        if dash < limit and is_entry and found["dashes"]:
            yield dash
        limit = min(limit, dash)
        if not dash:
            return


def _under_value(stop: Stop) -> At | None:
    """A list under a key that has a value already."""
    found, rows = START.match(stop.row), [row for row in stop.rows[: stop.line] if row.strip()]
    above = START.match(rows[-1][:LONGEST]) if rows else None
    if found is None or above is None or not found["dashes"] or not above["value"]:
        return None
    key = above["rest"].partition(":")[0]
    message = said("a list under the key {}, which has a value already", quoted(key))
    hint = said("delete the value, or mend the indentation")
    if key != "items" and found["rest"].startswith("id:"):
        hint = said("write items: above the list, delete the value, or mend the indentation")
    return _at(stop, len(found["indent"]), message, hint)


def _start(stop: Stop) -> At | None:
    """A value that begins with a sign that YAML keeps for itself."""
    col = stop.col
    if any(words in stop.words for words in UNFINISHED):
        col = max(stop.before.rfind(sign) for sign in OWN)
    elif "cannot start" not in stop.words or stop.sign not in CANNOT_START:
        return None
    sign = stop.row[col : col + 1]
    if not sign or col < 0:
        return None
    message = said("a value cannot begin with {}", sign)
    return _at(stop, col, message, "put the whole value in quotes")


def _bare(stop: Stop) -> At | None:
    """A line without a colon where a key is wanted."""
    if "expected ':'" not in stop.words:
        return None
    line, col = stop.start
    words = stop.rows[line][col : col + LONGEST].strip() if line < len(stop.rows) else ""
    if not words:
        return None
    if _is_among_entries(stop.rows, line):
        message = said("no dash before {}, though it stands in a list", quoted(words, 30))
        return At(line, Slip(col, CODE, message, said("write {}", quoted(f"- {words}", 30))))
    message = said("no colon after {}", quoted(words, 30))
    return At(line, Slip(col, CODE, message, 'write ":" and a space after the key'))


def _is_among_entries(rows: list[str], line: int) -> bool:
    """Whether the rows beside one are entries of a list of words."""
    beside = (rows[n] for n in (line - 1, line + 1) if 0 <= n < len(rows))
    return any(ENTRY.match(row) for row in beside)
