"""What follows from a series: what may be joined, where a scope ends, where sources differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from policy_explorer.charts.series_input import Scope, Seen, Series

CLOSE = Decimal("0.01")
"""Of a year: a distance that is longer than a step by less than this is a step."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values of one scope with none of another between them."""

    scope: Scope
    seen: tuple[Seen, ...]

    @property
    def start(self) -> Decimal:
        """Its first place in years."""
        return self.seen[0].at

    @property
    def end(self) -> Decimal:
        """Its last place in years."""
        return self.seen[-1].at


def groups(seen: tuple[Seen, ...]) -> Iterator[tuple[Seen, ...]]:
    """The values of one scope, by period: one each, or several where sources published several."""
    places = sorted({one.at for one in seen})
    return (tuple(one for one in seen if one.at == place) for place in places)


def conflicts(data: Series) -> tuple[tuple[Seen, ...], ...]:
    """Values of one period and scope that differ, lowest first."""
    own = ([s for s in data.seen if s.series == scope.id] for scope in data.scopes)
    found = (group for seen in own for group in groups(tuple(seen)))
    differ = (group for group in found if len({one.value for one in group}) > 1)
    return tuple(tuple(sorted(group, key=lambda one: one.value)) for group in differ)


def chains(data: Series) -> Iterator[tuple[Seen, ...]]:
    """What a line may join: neighbouring periods of one scope, each with one value.

    A missing period ends a chain, and so does one on whose value the sources differ.
    """
    for scope in data.scopes:
        chain: list[Seen] = []
        for group in groups(tuple(s for s in data.ordered if s.series == scope.id)):
            is_one = len({one.value for one in group}) == 1
            if chain and not (is_one and group[0].at - chain[-1].at <= scope.step + CLOSE):
                yield tuple(chain)
                chain = []
            chain += [group[0]] if is_one else []
        if chain:
            yield tuple(chain)


def stretches(data: Series) -> tuple[Stretch, ...]:
    """Where which scope is drawn, by time."""
    out: list[Stretch] = []
    for scope in data.scopes:
        own = [s for s in data.ordered if s.series == scope.id]
        cuts = [0, *(n for n, pair in enumerate(pairwise(own), 1) if _parted(data, scope, pair))]
        ends = [*cuts[1:], len(own)]
        found = (tuple(own[a:b]) for a, b in zip(cuts, ends, strict=True))
        out += [Stretch(scope, seen) for seen in found if seen]
    return tuple(sorted(out, key=lambda one: (one.start, one.end)))


def _parted(data: Series, scope: Scope, pair: tuple[Seen, Seen]) -> bool:
    """Whether another scope comes between two values that are no neighbours."""
    a, b = pair
    others = (s for s in data.seen if s.series != scope.id)
    return b.at - a.at > scope.step + CLOSE and any(a.at < s.at < b.at for s in others)


def breaks(data: Series) -> tuple[Decimal, ...]:
    """Where one scope ends and another begins: half way, if they share no time."""
    out, reached = [], None
    for stretch in stretches(data):
        if reached is not None and reached < stretch.start:
            out.append((reached + stretch.start) / 2)
        reached = stretch.end if reached is None else max(reached, stretch.end)
    return tuple(out)


def letters(data: Series) -> dict[str, str]:
    """A letter for each scope, where two of them share a time; none where breaks part them all."""
    found = stretches(data)
    if len(breaks(data)) == len(found) - 1:
        return {}
    return {scope.id: chr(ord("a") + n % 26) for n, scope in enumerate(data.scopes)}
