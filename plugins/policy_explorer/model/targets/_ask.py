"""What makes a target checkable: the questions, and where each kind has its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record

QUESTIONS = ("amount", "baseline", "unit", "price", "due", "start", "owner", "statistic")
"""In the order in which they are asked of every plan."""
MEASURED = "indicator"
"""The key that names what is measured; its answer is that this is named at all."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as a kind of target is asked it: which keys may hold the answer."""

    keys: tuple[str, ...]
    """Of the target, else of what it measures; the first that says something counts."""
    partly: str = ""
    """A key that answers by half: a word in place of a number, a duration in place of a date."""
    beside: str = ""
    """A key that belongs to a full answer, as the upper end of a range to the lower."""
    is_always: bool = True
    """Whether it is asked of every such target, or only where the data speak of it."""


Asks = Mapping[str, Ask]
"""By question; one that is left out does not apply to the kind."""
COMMON: Asks = MappingProxyType(
    {
        "due": Ask(("due",), partly="within_years"),
        "start": Ask(("start",), is_always=False),
        "owner": Ask(("responsible",)),
    }
)
"""What is asked of every kind."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the data answer: in full, by half, or that nothing is said."""

    fact: Fact | None
    """What answers, or the fact that it is not stated; None where the data hold neither."""
    half: Fact | None = None
    """What answers by half, where nothing answers in full."""
    beside: Fact | None = None
    """What belongs to a full answer."""

    @property
    def is_full(self) -> bool:
        """Whether something answers the question."""
        return self.fact is not None and self.fact.value is not None


def reply(ask: Ask | None, record: Record, measured: Record | None) -> Reply | None:
    """The answer to a question; None where it does not apply."""
    if ask is None:
        return None
    found = tuple(_found(ask.keys, record, measured))
    if not found and not ask.is_always:
        return None
    spoken = (fact for fact in found if fact.value is not None)
    full = next(spoken, None)
    half = next(_found((ask.partly,), record, None), None) if full is None else None
    is_half = half is not None and half.value is not None
    beside = record.get(ask.beside) if full is not None else None
    return Reply(full or next(iter(found), None), half if is_half else None, beside)


def _found(keys: Iterable[str], record: Record, measured: Record | None) -> Iterator[Fact]:
    """The facts under these keys: the target's own first, then of what it measures."""
    for key in keys:
        named = measured.fact if measured is not None and key == MEASURED else None
        of = measured.get(key) if measured is not None else None
        yield from (fact for fact in (named, record.get(key), of) if fact is not None)
