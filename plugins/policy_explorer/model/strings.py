"""The words of the interface, by key and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from policy_explorer.model.text import Text


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """All words of the theme."""

    by: Mapping[str, Text]

    @lru_cache(maxsize=16)  # noqa: B019 -- few are kept, and those are in use
    def within(self, lang: str) -> Words:
        """The words of one language."""
        return Words({key: text[lang] for key, text in self.by.items()})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The interface in one language; a key that is not there is a mistake of ours, loudly."""

    by: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The words under a key; KeyError where there are none."""
        return self.by[key]

    def __contains__(self, key: object) -> bool:
        """Whether there are words under a key."""
        return key in self.by

    def say(self, key: str, **parts: object) -> str:
        """The words under a key with `parts` in their {places}."""
        return self.by[key].format(**parts)

    @lru_cache(maxsize=256)  # noqa: B019 -- the same
    def group(self, prefix: str) -> Mapping[str, str]:
        """The words whose keys begin with `prefix.`, by the rest of their keys."""
        cut = len(prefix) + 1
        return {key[cut:]: words for key, words in self.by.items() if key.startswith(f"{prefix}.")}
