"""The sentences that picture, table and description of a ladder have in common."""

from __future__ import annotations

from collections.abc import Sequence

from policy_explorer.charts.ladder_input import Ladder, Reading, Rung
from policy_explorer.charts.spec import Words


def group(words: Words, rung: Rung) -> str:
    """How many of which class."""
    return words["group"].format(count=rung.count, label=rung.label)


def groups(words: Words, rungs: Sequence[Rung]) -> str:
    """The classes of a year, listed as the language lists."""
    return "".join(listed(words, [group(words, rung) for rung in rungs]))


def listed(words: Words, items: Sequence[str]) -> list[str]:
    """The items, each with what joins it to the next."""
    joints = [words["join"]] * (len(items) - 2) + [words["join_last"]] * (len(items) > 1)
    return [item + joint for item, joint in zip(items, [*joints, ""], strict=True)]


def sentence(words: Words, reading: Reading) -> str:
    """What a reading says of the counts; may hold a place to break the line."""
    return words[reading.kind].format(total=reading.total)


def which(words: Words, data: Ladder) -> str:
    """That the units are not named."""
    key = "which" if data.units.total is None else "which_of"
    return words[key].format(unit=data.units.name, total=data.units.total)
