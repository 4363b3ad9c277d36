"""What a key of the data means, in words for authors, with good and bad examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("zh", "en")
"""The languages in which keys are explained, whatever a plan is written in."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A value as an author would write it, and what an editor makes of it."""

    written: str
    value: object


@dataclass(frozen=True, slots=True)
class Meaning:
    """A title where the interface has none, one sentence in each language, examples."""

    title: str
    """`中文 / English`, or ''."""
    words: tuple[str, ...]
    """In the order of `LANGUAGES`."""
    good: tuple[Sample, ...] = ()
    bad: tuple[Sample, ...] = ()

    @property
    def markdown(self) -> str:
        """The sentences as paragraphs, and the examples as code."""
        return "\n\n".join((*self.words, *self._examples("`")))

    @property
    def plain(self) -> str:
        """The same for editors that show no markup."""
        return "\n".join((*self.words, *self._examples("")))

    def _examples(self, mark: str) -> tuple[str, ...]:
        def row(samples: tuple[Sample, ...]) -> str:
            return f"{mark}, {mark}".join(sample.written for sample in samples)

        good = f"例 e.g. {mark}{row(self.good)}{mark}" if self.good else ""
        bad = f"不可 not: {mark}{row(self.bad)}{mark}" if self.bad else ""
        both = "; ".join(part for part in (good, bad) if part)
        return (both,) if both else ()


Meanings = Mapping[str, Meaning]
"""By path (`targets.due`), or `any.<key>`, `shape.<type>`, `file.<name>`."""
