"""What a fact rests on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Basis(StrEnum):
    """The five grounds, strongest first."""

    STATED = "stated"
    DERIVED = "derived"
    EXTERNAL = "external"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


ORDER = tuple(Basis)


def weakest(bases: Iterable[Basis]) -> Basis:
    """The basis of what uses several facts: that of the weakest; derived for none at all."""
    return max(bases, key=ORDER.index, default=Basis.DERIVED)
