"""References and links typed with the signs of a Chinese keyboard, and how they are meant.

Such signs are right in running text; so only what holds an address is taken for a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.inputs.slips import LONGEST, half

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
FACT = re.compile(rf"{NAME}(?:/{NAME}(?:\.[a-z0-9_.-]+)?|\.[a-z0-9_.-]+)")
DOUBLE = re.compile(
    r"(?:\[\[|［［|【【)(?P<to>[^\[\]［］【】|｜]+)(?P<words>[|｜][^\[\]［］【】]*)?(?:\]\]|］］|】】)"
)
ADDRESS = re.compile(rf"(?:chart:{NAME}|{NAME}/{NAME}|https?://\S+|mailto:\S+)")
LINK = re.compile(
    r"(?P<mark>[!！]?)(?P<open>[\[［【])(?P<words>[^\[\]［］【】\n]*)[\]］】]"
    r"[(（](?P<to>[^()（）\s]+)[)）]"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A link as it is meant, and how many characters from the start it was typed."""

    at: int
    words: str


def in_text(words: str) -> Mended | None:
    """The first reference in a Text whose signs are not its own."""
    for found in DOUBLE.finditer(words):
        to = half(found["to"]).strip()
        more = (found["words"] or "").replace("｜", "|", 1)
        is_own = found[0].startswith("[[") and found[0].endswith("]]")
        is_same = is_own and found["to"].strip() == to and more == (found["words"] or "")
        if FACT.fullmatch(to) and not is_same:
            return Mended(found.start(), f"[[{to}{more}]]")
    return None


def in_markdown(row: str) -> Iterator[Mended]:
    """The links on a line of Markdown whose signs are not its own; code is left as it is."""
    for found in LINK.finditer(row[:LONGEST]):
        to = half(found["to"])
        mark = "!" if found["mark"] and to.startswith("chart:") else ""
        mended = f"{mark}[{found['words']}]({to})"
        is_code = row.count("`", 0, found.start()) % 2
        is_plain = found["open"] == "[" and re.fullmatch(NAME, to)
        is_meant = ADDRESS.fullmatch(to) or is_plain
        typed = found[0] if mark else found[0].removeprefix(found["mark"])
        if is_meant and not is_code and mended != typed:
            yield Mended(found.end() - len(typed), mended)
