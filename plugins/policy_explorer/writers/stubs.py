"""The YAML of a new item: what is needed as blanks, the rest as remarks, all of it explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.inputs.records import EDITORIAL
from policy_explorer.inputs.values import BLANK
from policy_explorer.model.basis import Basis
from policy_explorer.model.files import COMMON, NAMELESS
from policy_explorer.model.heads import GROUNDS
from policy_explorer.model.keys import Key
from policy_explorer.model.legend import Legend, joined
from policy_explorer.model.targets import KINDS
from policy_explorer.model.text import Text
from policy_explorer.model.units import UNITS

NEWEST_FIRST = frozenset({"changes"})
"""Files whose new items come before the others; they are known by their version."""
LONG = 3
"""A list of choices longer than this takes a line for each."""
PLAIN = {"flag": "true", "url": "https://…", "tokens": f"[{BLANK}]", "facts": f"[{BLANK}]",
         "ids": f"[{BLANK}]"}  # fmt: skip
"""Samples of types that look the same under every key."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A file that gets an item: its keys, and what its head says for all items."""

    file: str
    own: tuple[Key, ...]
    codes: tuple[str, ...]
    legend: Legend
    sections: tuple[str, ...]
    has_ground: bool
    """Whether a citation or a basis stands at its head."""

    def rows(self, name: str) -> tuple[str, ...]:
        """The lines of an item without their indentation."""
        return tuple(self._rows(name))

    def _rows(self, name: str) -> Iterator[str]:
        keyed = "version" if self.file in NEWEST_FIRST else "id"
        yield f"{keyed}: {name}"
        keys = [key for key in (*COMMON, *self.own) if key.name not in {keyed, "id"}]
        wanted = [key for key in keys if self._is_needed(key)]
        if self.file in NEWEST_FIRST:
            keys = [key for key in keys if key in self.own]
        for key in (*wanted, *(key for key in keys if key not in wanted)):
            yield from self._key(key, is_needed=key in wanted)
        yield from self._grounds()

    def _is_needed(self, key: Key) -> bool:
        is_name = key.name == "name" and self.file not in NAMELESS
        return key.needed or is_name or key.name == "group"

    def _key(self, key: Key, *, is_needed: bool) -> Iterator[str]:
        path = f"{self.file}.{key.name}"
        start = "" if is_needed else "# "
        known = self._known(path, key)
        said = self._remark(path, key)
        if len(known) <= LONG:
            said += "".join(f" | {name} {words}".rstrip() for name, words in known)
        elif not is_needed or not any(words for _, words in known):
            said += "".join(f" | {name}" for name, _ in known)
            known = []
        yield f"{start}{key.name}: {self._sample(key)}  # {said}"
        if len(known) > LONG and is_needed:
            yield from (f"#   {name}: {words}{_needs(self.file, name)}" for name, words in known)

    def _known(self, path: str, key: Key) -> list[tuple[str, str]]:
        """The legal values of a key and what they mean, where they are a closed list."""
        if key.type in {"unit", "measure"}:
            return [(name, "") for name in UNITS]
        if key.type == "section":
            return [(name, "") for name in self.sections]
        return [(name, self.legend.choice(path, name, words)) for name, words in key.choices]

    def _remark(self, path: str, key: Key) -> str:
        """What a key is called, its unit, and what holds where it is left out."""
        unit = joined(key.unit) if isinstance(key.unit, Text) else key.unit
        typed = f"{key.type}, {unit}" if unit else key.type
        title = self.legend.title(path, key)
        told = f"{title} ({typed})" if key.is_fact else title
        return f"{told}; 不写即 / if left out: {key.otherwise}" if key.otherwise else told

    def _sample(self, key: Key) -> str:
        """What may stand under a key, with blanks for what only the author knows."""
        words = "{" + ", ".join(f"{code}: {BLANK}" for code in self.codes) + "}"
        to = f"{key.to}/{BLANK}" if key.to else f"{BLANK}/{BLANK}"
        match key.type:
            case "text" | "words" | "said" | "who":
                return words
            case "texts":
                return f"[{words}]"
            case "ref" | "link":
                return BLANK if self._is_needed(key) else to
            case "refs" | "links":
                return f"[{to}]"
            case "structs":
                return f"[{{{self._inner(key)}}}]"
            case _:
                return PLAIN.get(key.type, BLANK)

    def _inner(self, key: Key) -> str:
        """What one of a list of mappings needs."""
        needed = (inner for inner in key.of if inner.needed)
        return ", ".join(f"{inner.name}: {self._sample(inner)}" for inner in needed)

    def _grounds(self) -> Iterator[str]:
        """Where it stands in the source, as a blank where nothing at the head says so."""
        if self.file in NEWEST_FIRST:
            return
        is_free = self.file in {*EDITORIAL, "sources"}
        titles = {key.name: self.legend.title(f"any.{key.name}", key) for key in GROUNDS}
        start = "# " if self.has_ground or is_free else ""
        if self.file == "observations":
            yield f"{start}basis: {Basis.EXTERNAL}  # {titles['basis']}"
            yield f"{start}cite: {{source: {BLANK}, terms: [{BLANK}]}}  # {titles['cite']}"
        else:
            yield f"{start}cite: {BLANK}  # {titles['cite']}: 40 | {{line: 40, terms: [{BLANK}]}}"
            yield f"# basis: {BLANK}  # {titles['basis']} | {' | '.join(Basis)}"
        texts = "{" + ", ".join(f"{code}: {BLANK}" for code in self.codes) + "}"
        yield f"# because: {texts}  # {titles['because']}"


def _needs(file: str, kind: str) -> str:
    """The keys that a kind of target needs."""
    needs = KINDS[kind].needs if file == "targets" and kind in KINDS else ()
    told = ", ".join("|".join(keys) for keys in needs)
    return f"; 需 / needs {told}" if told else ""


def head(name: str, codes: tuple[str, ...], legend: Legend) -> str:
    """The beginning of a fixed file that is not there yet: what is needed above its items."""
    if name != "relations":
        return ""
    words = "{" + ", ".join(f"{code}: {BLANK}" for code in codes) + "}"
    title = legend.title("relations.kinds", Key("kinds", "structs"))
    return f"kinds:  # {title}\n  - {{id: {BLANK}, name: {words}, inverse: {words}}}\n"
