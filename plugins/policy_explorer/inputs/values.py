"""Nodes -> values of the model, each read as its key says; what does not fit becomes a Problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from policy_explorer.inputs import answers, known, labels, links, slips
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.inputs.slips import Slip
from policy_explorer.model import number, when
from policy_explorer.model.fact import Ref
from policy_explorer.model.heads import SILENT
from policy_explorer.model.keys import picks
from policy_explorer.model.number import Number
from policy_explorer.model.text import REFERENCE, Text, hinted
from policy_explorer.model.units import UNITS
from policy_explorer.model.when import When
from policy_explorer.problems import Labels, nearest, quoted, said

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ID_LENGTH = 60
SAMPLE = "high-tech-park"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9/._-]*")
"""Of a section, a record or a fact, rightly written or not."""
CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
"""What looks like a language, though the plan may not have it."""
BLANK = "…"
"""What stands in a skeleton where only the author knows the words."""
URL = re.compile(r"(https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+)")


def is_silent(node: Node) -> bool:
    """Whether the source is said to be silent here."""
    return isinstance(node, Scalar) and node.plain and node.text == SILENT


def scalar(desk: Desk, node: Node, what: str) -> str | None:
    """One word or line; `what` names it in the complaint."""
    if isinstance(node, Scalar):
        if node.text.strip() == BLANK:
            desk.fail(node.place, "to-fill", said("{} is still to be filled in", what))
            return None
        if node.text.strip():
            return node.text
        desk.fail(node.place, "empty", said("{} is empty", what), "write it, or take the key away")
    else:
        is_reference = isinstance(node, Sequence) and any(_is_list(item) for item in node.items)
        hint = said("put it in quotes") if is_reference else ""
        message = said("{} must be one value, not {}", what, _shape(node))
        desk.fail(node.place, "wrong-shape", message, hint)
    return None


def _is_list(node: Node) -> bool:
    return isinstance(node, Sequence)


def mapping(desk: Desk, node: Node, what: str) -> Mapping | None:
    """A mapping, or a complaint."""
    if isinstance(node, Mapping):
        return node
    _misshapen(desk, node, said("{} must be a mapping, not {}", what, _shape(node)), "｛")
    return None


def listing(desk: Desk, node: Node, what: str) -> tuple[Node, ...]:
    """The entries of a list; empty after a complaint."""
    if isinstance(node, Sequence):
        return node.items
    _misshapen(desk, node, said("{} must be a list, not {}", what, _shape(node)), "［【")
    return ()


def _misshapen(desk: Desk, node: Node, message: str, signs: str) -> None:
    """A complaint of the sign that is not YAML's; where there is none, of the shape."""
    first = next(node.names(), None) if isinstance(node, Mapping) else node
    word = first if isinstance(first, Scalar) and first.plain else None
    slip = None if word is None else slips.of_shape(word.text, signs)
    if word is not None and slip is not None:
        desk.slipped(word, slip)
    else:
        desk.fail(node.place, "wrong-shape", message)


def text(desk: Desk, node: Node, what: str) -> Text | None:
    """Words in every language of the plan."""
    if isinstance(node, Scalar) and not node.text.strip():
        scalar(desk, node, what)  # says that it is empty
        return None
    if isinstance(node, Scalar) and not (node.plain and slips.of_shape(node.text, "｛")):
        languages = ", ".join(desk.codes)
        message = said("{} must be given in {}", what, languages)
        desk.fail(node.place, "wrong-shape", message, desk.sample)
        return None
    entries = mapping(desk, node, what)
    if entries is None or not _are_languages(desk, entries, what):
        return None
    given = {key.text: (key, value) for key, value in entries.entries}
    out: list[tuple[str, str]] = []
    for code in desk.codes:
        if code not in given:
            out += _borrowed(desk, entries, code, what)
            continue
        words = scalar(desk, given[code][1], said("{} in {}", what, quoted(code)))
        if (
            words is not None
            and _is_opened(desk, given[code][1])
            and _is_closed(desk, given[code][1], words)
        ):
            out.append((code, " ".join(words.split())))
    return hinted(tuple(out)) if len(out) == len(desk.codes) else None


def _is_opened(desk: Desk, node: Node) -> bool:
    """Whether a quotation mark at the end of a text has one at the start; a complaint if not."""
    word = node.text if isinstance(node, Scalar) and node.plain else ""
    if not word.endswith('"') or word.count('"') % 2 == 0:
        return True
    message = "a quotation mark at the end, but none at the start"
    desk.fail(node.place, "not-closed", message, said("write {} where it begins", '"'))
    return False


def _are_languages(desk: Desk, entries: Mapping, what: str) -> bool:
    """Whether the keys can be read as languages; unknown ones are complained of."""
    odd = [key for key in entries.names() if key.text not in desk.codes]
    if any(slips.of_shape(key.text) for key in odd):
        known.keys(desk, entries, desk.codes, what)
        return False
    opened = (v for _, v in entries.entries if isinstance(v, Scalar) and slips.opens(v.text))
    value = next(opened, None)
    if value is not None and not all(CODE.fullmatch(key.text) for key in odd):
        desk.slipped(value, slips.opening(value.text))
        return False
    is_other = len(odd) > len(desk.codes)  # than a Text: of one mistake is told once
    for key in odd[:1] if is_other else odd:
        message = said("{} is no language of this plan", quoted(key.text))
        called = Labels(dict(desk.named))
        hint = _comma_trap(entries, key) or nearest(key.text, desk.codes, labels=called)
        desk.fail(key.place, "unknown-language", message, hint)
    given = {key.text for key in entries.names()}
    return not odd or given.issuperset(desk.codes)  # or one language more is called missing


def _borrowed(desk: Desk, entries: Mapping, code: str, what: str) -> list[tuple[str, str]]:
    """Words in place of a missing language: none, but in `serve` another's, marked as such."""
    there = (v for k, v in entries.entries if k.text in desk.codes and isinstance(v, Scalar))
    other = next(there, None)
    message = said("{} has no words in {}", what, quoted(code))
    if other is None or not desk.is_lenient:
        desk.fail(entries.place, "missing-language", message)
        return []
    desk.fail(entries.place, "missing-language", message, severity="warning")
    return [(code, f"〔{' '.join(other.text.split())}〕")]


def _is_closed(desk: Desk, node: Node, words: str) -> bool:
    """Whether no brackets would stand on the page as they are; else a complaint."""
    if mended := links.in_text(words):
        message = said("a reference with full-width signs, which stays text")
        desk.fail(node.place, "bad-ref", message, said("write {}", mended.words))
        return False
    rest = REFERENCE.sub("", words)
    if "[[" in rest or "]]" in rest:
        hint = "write [[file/id]] or [[file/id|words]]"
        desk.fail(node.place, "bad-ref", "double brackets that hold no reference", hint)
        return False
    return True


def unfit(desk: Desk, node: Node, usual: Slip, fits: Callable[[str], object]) -> None:
    """A complaint of a word that does not fit: of what was typed by mistake, or the usual one."""
    text = node.text if isinstance(node, Scalar) else ""
    slip = slips.in_word(text, fits) or usual
    code, message = slip.code or usual.code, slip.message or usual.message
    desk.slipped(node, Slip(slip.at, code, message, slip.hint))


def never(_word: str) -> bool:
    """What no part of a word fits."""
    return False


def _is_id(word: str) -> bool:
    return bool(ID.fullmatch(word)) and len(word) <= ID_LENGTH


def _is_reference(word: str) -> bool:
    file, _, name = word.partition("/")
    return bool(ID.fullmatch(file) and ID.fullmatch(name))


def identifier(desk: Desk, node: Node, what: str = "id") -> str | None:
    """An id."""
    word = scalar(desk, node, what)
    if word is None or _is_id(word):
        return word
    likely = re.sub("[ _-]+", "-", word.casefold())
    rule = said("small Latin letters, digits, single hyphens, at most {}: {}", ID_LENGTH, SAMPLE)
    hint = said("write {}", likely) if word.isascii() and _is_id(likely) else rule
    unfit(desk, node, Slip(0, "bad-id", said("{} is no id", quoted(word)), hint), _is_id)
    return None


def reference(desk: Desk, node: Node, what: str) -> Ref | None:
    """A pointer to a record, `file/id`; whether it leads anywhere is the graph's question."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    if _is_reference(word):
        return Ref(word, node.place)
    message = said("{} is no reference", quoted(word))
    unfit(desk, node, Slip(0, "bad-ref", message, "write file/id"), _is_reference)
    return None


def moment(desk: Desk, node: Node, what: str) -> When | None:
    """A year, a month, or a day."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    found = when.parse(word)
    if found is None:
        forms = "write 2020, 2020-06, 2020-06-30, 2024-Q3, FY2024-25 or 2024-01..2024-09"
        hint = answers.of_date(word) or forms
        slip = Slip(0, "bad-date", said("{} is no date", quoted(word)), hint)
        unfit(desk, node, slip, when.parse)
    return found


def quantity(desk: Desk, node: Node, what: str) -> Number | None:
    """A number, exactly as written."""
    word = scalar(desk, node, what)
    if word is None:
        return None
    found = number.parse(word)
    if found is None:
        forms = "plain digits (572.8), with a scale word (572.8亿), or a number word (三百亿)"
        units = labels.of_choices(desk.settings, "unit", picks(*UNITS)).names.values()
        answer = answers.of_number(word, chain.from_iterable(units))
        slip = Slip(0, "bad-number", said("{} is no number", quoted(word)), answer or forms)
        is_grouped = bool(answer) and "，" in word  # and no list of two numbers
        unfit(desk, node, slip, never if is_grouped else number.parse)
    return found


def url(desk: Desk, node: Node, what: str) -> str | None:
    """An address that may be linked: http, https, mailto."""
    word = scalar(desk, node, what)
    if word is None or URL.fullmatch(word):
        return word
    message, hint = said("{} is no address", quoted(word)), "https://, http:// or mailto: only"
    unfit(desk, node, Slip(0, "bad-url", message, hint), URL.fullmatch)
    return None


def tokens(desk: Desk, node: Node, what: str) -> tuple[str, ...]:
    """A list of plain words."""
    found = (scalar(desk, entry, what) for entry in listing(desk, node, what))
    return tuple(word for word in found if word is not None)


def name(desk: Desk, node: Node, what: str) -> str | None:
    """The name of something to be looked up later; only what was typed by mistake is told of."""
    word = scalar(desk, node, what)
    if word is None or not slips.in_word(word, NAME.fullmatch):
        return word
    message = said("{} is no reference", quoted(word))
    unfit(desk, node, Slip(0, "bad-ref", message, "write file/id"), NAME.fullmatch)
    return None


def names(desk: Desk, node: Node, what: str) -> tuple[str, ...]:
    """A list of names to be looked up later."""
    found = (name(desk, entry, what) for entry in listing(desk, node, what))
    return tuple(word for word in found if word is not None)


def _comma_trap(entries: Mapping, key: Scalar) -> str:
    """The hint for `{zh: 某省, en: Sampleton, Samples}`, where the comma ends a value."""
    value, word = entries.get(key.text), key.text
    looks_like_words = " " in word or not word.isascii() or word[:1].isupper()
    is_bare = isinstance(value, Scalar) and not value.text
    return said("a value with a comma needs quotes") if looks_like_words and is_bare else ""


def _shape(node: Node) -> str:
    if isinstance(node, Mapping):
        return said("a mapping")
    return said("a list") if isinstance(node, Sequence) else quoted(node.text)
