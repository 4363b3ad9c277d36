"""Why a value is not stated, in words that are understood away from the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policy_explorer.graph import Site, laws
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Struct
from policy_explorer.views.lens import Lens


@dataclass(frozen=True, slots=True)
class Gap:
    """An entry of `not_stated`, and whether all that it touches stands under one key.

    Then its note is of that key; else it is of the whole entry, and may be of another item.
    """

    struct: Struct
    is_of_one: bool


Gaps = Mapping[str, Gap]
"""Fact id -> the first entry of `not_stated` that touches it."""


def gaps(site: Site) -> Gaps:
    """What the file of questions says of values that are not stated."""
    found: dict[str, Gap] = {}
    for struct in site.files["questions"].head.structs("not_stated"):
        facts = tuple(laws.touched(struct, site.facts))
        gap = Gap(struct, len({fact.key for fact in facts}) == 1)
        for fact in facts:
            found.setdefault(fact.id, gap)
    return found


def reason(lens: Lens, fact: Fact, known: Gaps) -> str:
    """Why a value is not stated; '' where it is.

    The editor's reason, else a sentence on the gap, else what silence means.
    """
    if fact.value is not None:
        return ""
    because, gap = fact.ground.because, known.get(fact.id)
    if because is not None:
        return lens.flat(because)
    return lens.words["basis.meaning.not_stated"] if gap is None else _said(lens, gap)


def _said(lens: Lens, gap: Gap) -> str:
    name, note = gap.struct.words("name"), gap.struct.words("note") if gap.is_of_one else None
    topic = lens.flat(name) if name is not None else gap.struct.word("id")
    said = lens.words.say("silence.topic", topic=topic)
    return said if note is None else lens.words["sep.sentence"].join((said, lens.flat(note)))
