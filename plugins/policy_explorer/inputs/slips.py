"""What a Chinese keyboard types where YAML wants its own signs, and what was meant by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from policy_explorer.problems import quoted, said

ODD = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Spaces that YAML takes for letters: they glue to a key or a value, and nobody sees it."""
SPACES = re.compile(f"[{ODD}]+")
KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
DASHES = "－—–−"
OPENING = "［｛【"
QUOTES = "“”‘’「」『』"
MEANT = {
    "，": ",",
    "、": ",",
    "＃": "#",
    "：": ":",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "｛": "{",
    "｝": "}",
    **dict.fromkeys(DASHES, "-"),
}
"""Signs that stand where YAML's own are wanted, and what each is meant for."""
FULL_WIDTH = re.compile(f"[\uff01-\uff5e{ODD}]")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xA0: " "}
DASHED = rf"(?P<at>[{DASHES}])\s*[A-Za-z{{\[]"
LONGEST = 2000
"""Characters of a line that are looked at: nobody typed one that is longer."""
GLUED = re.compile(f"(?:-|{KEY}:)?(?P<at>[{ODD}])")
CLOSE = re.compile(rf"{KEY}:(?P<at>[^\s:/{ODD}])")
"""A key with its colon and no space after it; `https://` is none."""
_ROW = (
    re.compile(rf"[ \t]*(?:-|(?:- +)?{KEY}:)?[ \t]*(?P<at>[{ODD}])"),
    re.compile(rf".*[{{,] *{KEY}:(?P<at>[{ODD}])"),
    re.compile(f"[ \t]*{DASHED}"),
    re.compile(r"(?:.*\s)?(?P<at>＃)"),
    re.compile(r"(?:.*?[:,\[{-] *|\s*)(?P<at>[［｛【])"),
    re.compile(rf".*?(?P<at>[，、])\s*{KEY}\s*[:：]"),
    re.compile(r".*(?P<at>[］｝】])\s*(?:#.*)?$"),
    re.compile(r"\s*(?:- +)?(?:[^\s:#\"']+?)(?P<at>：)"),
)
_CLOSE_ROW = re.compile(rf"\s*(?:- +)?{CLOSE.pattern}")
_DASH_ROW = re.compile(rf" *(?P<at>-){KEY}:(?:\s|$)")
_QUOTED_ROW = re.compile(f".*?[:,\\[{{-] *(?P<at>[{QUOTES}])")


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed by mistake: how many characters from the start, and what to say of it."""

    at: int
    code: str
    message: str
    hint: str


def half(word: str) -> str:
    """Full-width letters, digits and signs as those of ASCII: ２０２５ is 2025."""
    return word.translate(_HALF)


def of_sign(sign: str, at: int) -> Slip:
    """A sign that is not YAML's, and the one that is."""
    if sign == "：":
        message = said('a full-width colon "：" after a key')
        return Slip(at, "full-width-colon", message, 'write ":" and a space')
    if re.fullmatch(f"[{ODD}]", sign):
        message = said("a space that YAML takes for a letter, U+{}", f"{ord(sign):04X}")
        return Slip(at, "odd-space", message, "write plain spaces")
    message = said("{} is not YAML's sign", quoted(sign))
    return Slip(at, "full-width", message, said("write {}", quoted(MEANT[sign])))


def meant(row: str, slip: Slip) -> tuple[str, str] | None:
    """The sign that a slip is about, and what was meant by it; None where nobody can tell."""
    sign, rest = row[slip.at : slip.at + 1], row[slip.at + 1 : slip.at + 2]
    if slip.code == "missing-space":
        return ("-", "- ") if sign == "-" else ("", " ")
    if slip.code == "odd-space" and (found := SPACES.match(row, slip.at)):
        return found[0], " " * len(found[0])
    if slip.code not in {"full-width", "full-width-colon"} or sign not in MEANT:
        return None
    needs_space = MEANT[sign] in ":-" and rest not in {"", " "}
    return sign, MEANT[sign] + (" " if needs_space else "")


def in_row(row: str) -> Slip | None:
    """The first sign that may have kept the parser from reading a line."""
    row = row[:LONGEST]
    tab = row[: len(row) - len(row.lstrip())].find("\t")
    if tab >= 0:
        return Slip(tab, "tab", "a tab in the indentation", "use spaces")
    signs = (of_sign(m["at"], m.start("at")) for form in _ROW if (m := form.match(row)))
    close = (_close(m.start("at")) for m in (_CLOSE_ROW.match(row),) if m)
    dash = (_dash(m.start("at")) for m in (_DASH_ROW.match(row),) if m)
    return min((*signs, *close, *dash), key=lambda slip: slip.at, default=None)


def quotes_in_row(row: str) -> Slip | None:
    """Quotation marks of a text round a value that the parser could not read."""
    found = _QUOTED_ROW.match(row[:LONGEST])
    return _in_quotes(found["at"], found.start("at")) if found else None


def glued(text: str) -> Slip | None:
    """An odd space that became part of a plain key or value, at its start or its end."""
    if found := GLUED.match(text):
        return of_sign(found["at"], found.start("at"))
    at = len(text.rstrip(ODD))
    return of_sign(text[at], at) if text[at:] else None


def of_shape(text: str, signs: str = OPENING) -> Slip | None:
    """Why a word stands where a list or a mapping was meant, or a key that nobody knows.

    `signs` are those that it may begin with by mistake.
    """
    if "：" in text:
        return of_sign("：", text.index("："))
    if (text[:1] in signs and text) or re.match(DASHED, text):
        return of_sign(text[0], 0)
    if re.match(r"-[A-Za-z]", text):
        return _dash(0)
    found = CLOSE.match(text)
    return _close(found.start("at")) if found else None


def in_word(text: str, fits: Callable[[str], object]) -> Slip | None:
    """Why a number, a date, an id does not fit as it was typed; '' as code: that of the type."""
    if text[:1] in OPENING and text:
        return of_sign(text[0], 0)
    commas = re.search("[，、]", text)
    if commas and all(fits(half(part).strip()) for part in re.split("[，、]", text)):
        return of_sign(commas[0], commas.start())
    if found := re.search("[ \u3000](＃)", text):
        return of_sign(found[1], found.start(1))
    if text.strip(QUOTES) != text:
        at = 0 if text[0] in QUOTES else len(text) - 1
        return _in_quotes(text[at], at, half(text.strip(QUOTES)) or '"…"')
    mended = half(text)
    first = FULL_WIDTH.search(text)
    if first and fits(mended):
        return Slip(first.start(), "", "", said("these are full-width; write {}", mended))
    odd = re.search(f"[{ODD}]", text)
    return of_sign(odd[0], odd.start()) if odd else None


def opens(text: str) -> bool:
    """Whether a word begins with quotation marks of a text and does not end with them."""
    return text[:1] in QUOTES and text[-1:] not in QUOTES


def opening(text: str) -> Slip:
    """The quotation mark of a text that a value begins with."""
    return _in_quotes(text[0], 0)


def _close(at: int) -> Slip:
    return Slip(at, "missing-space", "no space after the colon of a key", 'write ":" and a space')


def _dash(at: int) -> Slip:
    message = said("no space after the dash of a list")
    return Slip(at, "missing-space", message, 'write "-" and a space')


def _in_quotes(sign: str, at: int, instead: str = '"…"') -> Slip:
    message = said("{} is no quotation mark of YAML, but part of the value", sign)
    return Slip(at, "curly-quotes", message, said("write {}", instead))
