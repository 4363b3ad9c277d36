"""What the two matrix pages show: how checkable the plan is, and what goes with what."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.views.pages import Head, Pager
from policy_explorer.views.parts import Link, Named, Rich, Seg


@dataclass(frozen=True, slots=True)
class Said:
    """A mark in a cell, what it says, and the way to its entry in the ledger."""

    basis: str
    text: str
    href: str = ""
    fact: str = ""
    """Fact id, where the words hold one of its forms."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell; empty where the question does not apply or a thing meets itself."""

    label: str
    """The head of its column, for narrow screens, where each row is a block."""
    said: tuple[Said, ...] = ()
    other: Said | None = None
    """What it says once other voices than the plan's are hidden, where that differs."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a matrix."""

    name: Seg
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The head of a column: the question, how often it is answered, a mark for each row."""

    id: str
    title: str
    count: str
    marks: tuple[str, ...]
    """The basis of each answer, answers first."""


@dataclass(frozen=True, slots=True)
class CheckableView:
    """Every target against every question that makes one checkable; no score."""

    head: Head
    caption: str
    columns: tuple[Asked, ...]
    lines: tuple[Line, ...]
    reading: tuple[Rich, ...]
    pager: Pager | None = None
    ways: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring columns or rows of one group, closed or open; nameless where there is none."""

    title: str
    size: int


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one group."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """How many cells rest on one basis, in words."""

    basis: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link was made by others than the plan: the two ends, how, why, where it stands."""

    basis: str
    ends: tuple[Seg, Seg]
    kind: str
    why: Rich
    source: Link | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two sections against each other."""

    id: str
    title: str
    """The finding."""
    caption: str
    corner: str
    spans: tuple[Span, ...]
    columns: tuple[Seg, ...]
    parts: tuple[Part, ...]
    sums: tuple[Sum, ...]
    silent: str
    """How many cells are empty once the other voices are hidden; '' where there are none."""
    reasons: tuple[Reason, ...]
    is_wide: bool


@dataclass(frozen=True, slots=True)
class RelationsView:
    """All matrices, and the way to each."""

    head: Head
    pairs: tuple[Link, ...]
    matrices: tuple[Matrix, ...]
    reading: tuple[Rich, ...]
