"""What a target kind is: what it needs, what follows from it, what would make it nonsense."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ground, Unit
from policy_explorer.model.number import Number, plain
from policy_explorer.model.record import Record
from policy_explorer.model.targets._ask import COMMON, Asks
from policy_explorer.model.when import When
from policy_explorer.problems import said

COMPARATORS = ("at_least", "more_than", "at_most", "about", "exactly", "reduce_by")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a target cannot be meant as written: the key at fault, a code, words, a hint."""

    key: str
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of target."""

    name: str
    needs: tuple[tuple[str, ...], ...]
    """Of each tuple, one key at least must be there."""
    derive: Callable[[Record], tuple[Fact, ...]]
    """Facts that follow by arithmetic; none while what they need is silent."""
    flaws: Callable[[Record], Iterable[Flaw]]
    unit: Unit = ""
    """What its comparator's number is measured in, where the target does not say."""
    is_measurable: bool = True
    """Whether a number could ever show it met; a bare direction cannot."""
    is_deed: bool = False
    """Whether it is done or not done, without a number."""
    asks: Asks = field(default_factory=lambda: COMMON)
    """What would make it checkable, and under which keys that stands."""


def nothing(_record: Record) -> tuple[Fact, ...]:
    """Of a kind from which nothing follows."""
    return ()


def compared(record: Record) -> Fact | None:
    """The fact under the comparator key: how much, and whether at least, about, exactly."""
    found = (record.get(key) for key in COMPARATORS)
    return next((fact for fact in found if fact is not None), None)


def amount(record: Record, key: str) -> Decimal | None:
    """The number under a key; None where it is silent or not there."""
    fact = record.get(key)
    return fact.value.value if fact is not None and isinstance(fact.value, Number) else None


def year(record: Record, key: str) -> int | None:
    """The year under a key; None where it is silent or not there."""
    fact = record.get(key)
    return fact.value.year if fact is not None and isinstance(fact.value, When) else None


def due_before_baseline(record: Record) -> Iterable[Flaw]:
    """The flaw of a target that is due before its baseline."""
    start, due = year(record, "baseline"), year(record, "due")
    if start is not None and due is not None and due <= start:
        message = said("due {}, which is not after the baseline {}", due, start)
        yield Flaw("due", "year-before-baseline", message)


def by(operator: str, *sources: str) -> Ground:
    """The ground of a computed fact: the operator, and the facts it was made from."""
    return Ground(Basis.DERIVED, by=operator, sources=sources)


def derived(record: Record, key: str, value: Decimal, ground: Ground, unit: Unit = "") -> Fact:
    """A fact of a target that was computed, with a fixed id: `targets/x.path.2023`."""
    number = Number(value, plain(value))
    name = f"{record.ref}.{key}"
    return Fact(name, record.ref, key.partition(".")[0], number, ground, record.place, unit=unit)
