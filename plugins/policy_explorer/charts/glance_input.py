"""What a plan at a glance is drawn from: layers of stations, their dates, what joins them."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.problems import said


@dataclass(frozen=True, slots=True)
class Station:
    """An item on a line: its name, over it a number where it is a target, by when it is due.

    `short` is what the picture calls it, where that is not the whole name.
    """

    name: str
    fact: str
    basis: str = "stated"
    number: str = ""
    when: str = ""
    when_fact: str = ""
    short: str = ""

    @property
    def label(self) -> str:
        """What the picture calls it."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Due:
    """What the plan dates of a layer as a whole: so many of its items by a year."""

    when: str
    what: str
    fact: str


@dataclass(frozen=True, slots=True)
class Joint:
    """What is said of the links between a layer and the next; `basis` 'not_stated' for nothing."""

    basis: str
    said: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A line: its sign (5, N, 7; '' where there is none), its title, its stations in order."""

    symbol: str
    title: str
    stations: tuple[Station, ...]
    is_open: bool = False
    dues: tuple[Due, ...] = ()
    joint: Joint | None = None
    """To the layer below."""
    tally: tuple[tuple[str, str], ...] = ()
    """Where each station has its own date: a date, and in words how many have it."""

    @property
    def is_undated(self) -> bool:
        """Whether nothing in it has a date."""
        return not self.dues and not any(station.when for station in self.stations)


@dataclass(frozen=True, slots=True)
class Glance:
    """A plan: its layers from the top; at least one of them has a station.

    Raises:
        ValueError: there is nothing to draw.
    """

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        """Refuse what could only be drawn wrong."""
        if not any(layer.stations for layer in self.layers):
            raise ValueError(said("glance: at least one station"))
