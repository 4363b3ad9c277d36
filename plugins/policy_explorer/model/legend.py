"""What keys and choices are called and mean, for authors: in schemas and in new items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.model.keys import Key
from policy_explorer.model.meaning import LANGUAGES, Meaning, Meanings
from policy_explorer.model.strings import Strings
from policy_explorer.model.text import Text

GROUPS: Mapping[str, tuple[str, ...]] = {
    "basis": ("basis.meaning",),
    "by": ("rule",),
    "charts.kind": ("chapter",),
    "status": ("observation",),
}
"""Where the words of a closed list stand in the strings, if not under the key's own name."""


@dataclass(frozen=True, slots=True)
class Legend:
    """The words of the interface, and the meanings of the keys."""

    strings: Strings
    meanings: Meanings

    def meaning(self, path: str) -> Meaning | None:
        """What is said of a key at this path (`targets.due`), or of the key anywhere."""
        return self.meanings.get(path) or self.meanings.get(f"any.{_last(path)}")

    def title(self, path: str, key: Key) -> str:
        """What a key is called, in every language."""
        own = self.meaning(path)
        if key.label is not None:
            return joined(key.label)
        if own is not None and own.title:
            return own.title
        found = self.strings.by.get(f"field.{_last(path)}")
        return key.name if found is None else joined(found)

    def file(self, name: str) -> str:
        """What a fixed file is called."""
        found = self.strings.by.get(f"file.{name}")
        return name if found is None else joined(found)

    def choices(self, path: str, name: str, label: Text | None = None) -> tuple[Text, ...]:
        """What one of a closed list is called, the plainest name first."""
        last = _last(path)
        groups = (*GROUPS.get(path, ()), last, *GROUPS.get(last, ()))
        rows = (self.strings.by.get(f"{group}.{name}") for group in groups)
        own = self.meanings.get(f"{last}.{name}")
        more = () if own is None else (Text(tuple(zip(LANGUAGES, own.words, strict=False))),)
        return tuple(row for row in (label, *rows, *more) if row is not None)

    def choice(self, path: str, name: str, label: Text | None = None) -> str:
        """What one of a closed list means; '' where nothing is said of it."""
        if label is not None:
            return joined(label)
        last = _last(path)
        groups = (*GROUPS.get(path, ()), *GROUPS.get(last, ()), last)
        rows = (self.strings.by.get(f"{group}.{name}") for group in groups)
        note = self.strings.by.get(f"{last}_note.{name}")
        own = self.meanings.get(f"{last}.{name}")
        otherwise = " / ".join(own.words) if own is not None else ""
        first = next((joined(row) for row in rows if row is not None), otherwise)
        return f"{first} ({joined(note)})" if first and note is not None else first


def joined(text: Text) -> str:
    """Words in every language, each once: 中文 / English."""
    return " / ".join(dict.fromkeys(words for _, words in text.by))


def _last(path: str) -> str:
    return path.rpartition(".")[2]
