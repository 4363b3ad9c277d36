"""Nodes -> values of the model, each read as its key says; what does not fit becomes a Problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.model import number, when
from policy_explorer.model.fact import Ref
from policy_explorer.model.number import Number
from policy_explorer.model.place import Place
from policy_explorer.model.text import REFERENCE, Text, hinted
from policy_explorer.model.units import UNITS
from policy_explorer.model.when import When
from policy_explorer.problems import Problem, Severity, nearest, quoted

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ID_LENGTH = 60
SILENT = "not_stated"
BLANK = "…"
"""What stands in a skeleton where only the author knows the words."""
URL = re.compile(r"(https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+)")
_YES = {"true": True, "false": False}
Setting = tuple[tuple[str, ...], str, bool, bool]
"""Of a `Desk`, all but the mistakes: languages, own source, whether lined, whether lenient."""


@dataclass(slots=True)
class Desk:
    """What the reader of a plan has before it: the languages, the own source, the mistakes."""

    codes: tuple[str, ...]
    source: str
    problems: list[Problem] = field(default_factory=list)
    is_lined: bool = True
    """Whether the own source has a text whose lines are to be cited."""
    is_lenient: bool = False
    """Whether missing words are borrowed from another language, as while one still writes."""

    @property
    def setting(self) -> Setting:
        """What a reading at this desk depends on."""
        return self.codes, self.source, self.is_lined, self.is_lenient

    def fail(
        self,
        place: Place,
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = "error",
    ) -> None:
        """Note a mistake and go on."""
        at = (place.path, place.line, place.col)
        self.problems.append(Problem(*at, code, message, hint, severity))


def is_silent(node: Node) -> bool:
    """Whether the source is said to be silent here."""
    return isinstance(node, Scalar) and node.plain and node.text == SILENT


def scalar(desk: Desk, node: Node, what: str) -> str | None:
    """One word or line; `what` names it in the complaint."""
    if isinstance(node, Scalar):
        if node.text.strip() == BLANK:
            desk.fail(node.place, "to-fill", f"{what} is still to be filled in")
            return None
        if node.text.strip():
            return node.text
        desk.fail(node.place, "empty", f"{what} is empty", "write it, or take the key away")
    else:
        desk.fail(node.place, "wrong-shape", f"{what} must be one value, not {_shape(node)}")
    return None


def mapping(desk: Desk, node: Node, what: str) -> Mapping | None:
    """A mapping, or a complaint."""
    if isinstance(node, Mapping):
        return node
    hint = ""
    if isinstance(node, Scalar) and "：" in node.text:
        hint = 'the full-width colon "：" is not YAML\'s; write ":" and a space'
        col = node.place.col + node.text.index("：")
        place = Place(node.place.path, node.place.line, col)
        desk.fail(place, "full-width-colon", 'a full-width colon "：" after a key', hint)
        return None
    desk.fail(node.place, "wrong-shape", f"{what} must be a mapping, not {_shape(node)}", hint)
    return None


def listing(desk: Desk, node: Node, what: str) -> tuple[Node, ...]:
    """The entries of a list; empty after a complaint."""
    if isinstance(node, Sequence):
        return node.items
    desk.fail(node.place, "wrong-shape", f"{what} must be a list, not {_shape(node)}")
    return ()


def text(desk: Desk, node: Node, what: str) -> Text | None:
    """Words in every language of the plan."""
    languages = ", ".join(desk.codes)
    if isinstance(node, Scalar) and "：" not in node.text:
        sample = "{" + ", ".join(f"{code}: …" for code in desk.codes) + "}"
        desk.fail(node.place, "wrong-shape", f"{what} must be given in {languages}", sample)
        return None
    entries = mapping(desk, node, what)
    if entries is None:
        return None
    given = {key.text: (key, value) for key, value in entries.entries}
    if any("：" in code for code in given):
        unknown_keys(desk, entries, desk.codes, what)
        return None
    for code, (key, _) in given.items():
        if code not in desk.codes:
            message = f"{quoted(code)} is no language of this plan"
            hint = _comma_trap(code) or nearest(code, desk.codes)
            desk.fail(key.place, "unknown-language", message, hint)
    out: list[tuple[str, str]] = []
    for code in desk.codes:
        if code not in given:
            out += _borrowed(desk, entries, code, what)
            continue
        words = scalar(desk, given[code][1], f"{what} in {quoted(code)}")
        if words is not None:
            out.append((code, " ".join(words.split())))
            _closed(desk, given[code][1], words)
    return hinted(tuple(out)) if len(out) == len(desk.codes) else None


def _borrowed(desk: Desk, entries: Mapping, code: str, what: str) -> list[tuple[str, str]]:
    """Words in place of a missing language: none, but in `serve` another's, marked as such."""
    there = (v for k, v in entries.entries if k.text in desk.codes and isinstance(v, Scalar))
    other = next(there, None)
    message = f"{what} has no words in {quoted(code)}"
    if other is None or not desk.is_lenient:
        desk.fail(entries.place, "missing-language", message)
        return []
    desk.fail(entries.place, "missing-language", message, severity="warning")
    return [(code, f"〔{' '.join(other.text.split())}〕")]


def _closed(desk: Desk, node: Node, words: str) -> None:
    """A complaint about brackets that would stand on the page as they are."""
    rest = REFERENCE.sub("", words)
    if "[[" in rest or "]]" in rest:
        hint = "write [[file/id]] or [[file/id|words]]"
        desk.fail(node.place, "bad-ref", "double brackets that hold no reference", hint)


def identifier(desk: Desk, node: Node, what: str = "id") -> str | None:
    """An id."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    if ID.fullmatch(word) and len(word) <= ID_LENGTH:
        return word
    hint = f"small letters a-z, digits, single hyphens; at most {ID_LENGTH}"
    desk.fail(node.place, "bad-id", f"{quoted(word)} is no id", hint)
    return None


def reference(desk: Desk, node: Node, what: str) -> Ref | None:
    """A pointer to a record, `file/id`; whether it leads anywhere is the graph's question."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    file, _, name = word.partition("/")
    if ID.fullmatch(file) and ID.fullmatch(name):
        return Ref(word, node.place)
    desk.fail(node.place, "bad-ref", f"{quoted(word)} is no reference", "write file/id")
    return None


def moment(desk: Desk, node: Node, what: str) -> When | None:
    """A year, a month, or a day."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    found = when.parse(word)
    if found is None:
        hint = "write 2020, 2020-06, 2020-06-30, 2024-Q3, FY2024-25 or 2024-01..2024-09"
        desk.fail(node.place, "bad-date", f"{quoted(word)} is no date", hint)
    return found


def quantity(desk: Desk, node: Node, what: str) -> Number | None:
    """A number, exactly as written."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    found = number.parse(word)
    if found is None:
        hint = "plain digits (572.8), with a scale word (572.8亿), or a number word (三百亿)"
        desk.fail(node.place, "bad-number", f"{quoted(word)} is no number", hint)
    return found


def unit(desk: Desk, node: Node, what: str) -> str | Text | None:
    """A unit of the table, or words for what is counted."""
    if isinstance(node, Mapping):
        return text(desk, node, what)
    word = scalar(desk, node, what)
    if word is None or word in UNITS:
        return word
    hint = nearest(word, UNITS) or "take one of the unit table, or say what is counted as a Text"
    desk.fail(node.place, "unknown-unit", f"{quoted(word)} is no unit", hint)
    return None


def pick(desk: Desk, node: Node, legal: Iterable[str], what: str) -> str | None:
    """One of a closed list."""
    word = scalar(desk, node, what)
    choices = tuple(legal)
    if word is None or word in choices:
        return word
    hint = nearest(word, choices, offer=12)
    desk.fail(node.place, "unknown-choice", f"{quoted(word)} is no {what}", hint)
    return None


def flag(desk: Desk, node: Node, what: str) -> bool | None:
    """`true` or `false`."""
    word = scalar(desk, node, what)
    if word is None or word in _YES:
        return None if word is None else _YES[word]
    desk.fail(node.place, "unknown-choice", f"{what} is true or false, not {quoted(word)}")
    return None


def url(desk: Desk, node: Node, what: str) -> str | None:
    """An address that may be linked: http, https, mailto."""
    word = scalar(desk, node, what)
    if word is None or URL.fullmatch(word):
        return word
    hint = "https://, http:// or mailto: only"
    desk.fail(node.place, "bad-url", f"{quoted(word)} is no address", hint)
    return None


def tokens(desk: Desk, node: Node, what: str) -> tuple[str, ...]:
    """A list of plain words."""
    found = (scalar(desk, entry, what) for entry in listing(desk, node, what))
    return tuple(word for word in found if word is not None)


def unknown_keys(desk: Desk, node: Mapping, legal: Iterable[str], where: str) -> None:
    """A complaint for every key that is not known here, with the nearest that is."""
    known = tuple(legal)
    for key in node.names():
        if key.text in known:
            continue
        if "：" in key.text:
            desk.fail(
                key.place,
                "full-width-colon",
                'a full-width colon "：" after a key',
                'write ":" and a space',
            )
            continue
        hint = nearest(key.text, known)
        desk.fail(key.place, "unknown-key", f"no key {quoted(key.text)} in {where}", hint)


def _comma_trap(key: str) -> str:
    """The hint for `{zh: 某省, en: Sampleton, Samples}`, where the comma ends a value."""
    looks_like_words = " " in key or not key.isascii() or key[:1].isupper()
    return "a value with a comma needs quotes" if looks_like_words else ""


def _shape(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a mapping"
    return "a list" if isinstance(node, Sequence) else quoted(node.text)
