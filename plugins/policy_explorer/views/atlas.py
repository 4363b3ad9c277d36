"""The plan as strata: targets and what home shows, as lines with stops; by when; joints between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policy_explorer.graph import Site
from policy_explorer.model.basis import weakest
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record, Section
from policy_explorer.views import headline, names
from policy_explorer.views.cut import first
from policy_explorer.views.lens import Lens
from policy_explorer.views.pairs import Pair, linked
from policy_explorer.views.parts import Link, Names, Rich, Seg


@dataclass(frozen=True, slots=True)
class Stop:
    """An item on a line; a target has its number and by when it is due."""

    name: Seg
    basis: str
    number: Rich = ()
    when: Rich = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """What the plan dates of a stratum as a whole: so many of its items by a year."""

    when: Seg
    what: Seg


@dataclass(frozen=True, slots=True)
class Bond:
    """What is said of the links to the next stratum; `basis` 'not_stated' for nothing."""

    basis: str
    said: str


@dataclass(frozen=True, slots=True)
class Stratum:
    """A line: its sign, its title, its stops, whether its list is open, by when, what joins it."""

    symbol: str
    symbol_fact: str
    title: Seg
    stops: tuple[Stop, ...]
    is_open: bool = False
    dues: tuple[Dated, ...] = ()
    bond: Bond | None = None
    rest: Link | None = None
    """The way to all of it, where these are only the first."""

    @property
    def is_undated(self) -> bool:
        """Whether nothing in it has a date."""
        return not self.dues and not any(stop.when for stop in self.stops)


def atlas(lens: Lens) -> tuple[Stratum, ...]:
    """The plan from the top: targets, then the sections of home in the order of the plan."""
    return (*_aims(lens), *_sections(lens))


def _aims(lens: Lens) -> Iterator[Stratum]:
    """The targets that are not counts of a section's items: those stand beside their section."""
    shown = _shown(lens.site)
    aims = [t for t in lens.site.items("targets") if t.word("counts") not in shown]
    if aims:
        title = Seg(lens.words["title.targets"], lens.page("targets/index"))
        few = first(aims)
        rest = Link(lens.words["list.all_targets"], title.href) if len(few) < len(aims) else None
        yield Stratum("", "", title, tuple(_aim(lens, target) for target in few), rest=rest)


def _aim(lens: Lens, target: Record) -> Stop:
    item = lens.item(target)
    name = replace(item, text=target.short[lens.lang]) if target.short else item
    has_number = any(target.get(key) is not None for key in headline.NUMBERS)
    number = headline.number(lens, target) if has_number else ()
    return Stop(name, item.basis or "stated", number, _when(lens, target))


def _when(lens: Lens, target: Record) -> Rich:
    """By when, within how many years, or that no date is stated."""
    due, within = target.get("due"), target.get("within_years")
    if _is_said(due):
        return (lens.seg(due),) if due is not None else ()
    if within is not None and _is_said(within):
        return lens.framed("atlas.within", lens.seg(within))
    return (Seg(lens.words["atlas.no_date"]),)


def _is_said(fact: Fact | None) -> bool:
    return fact is not None and fact.value is not None


def _shown(site: Site) -> tuple[str, ...]:
    """The sections on home, in the order of the plan; all of them where home shows none."""
    policy = site.policy
    led = {*policy.columns, policy.line}
    found = tuple(name for name in site.sections if name in led)
    return found or tuple(site.sections)


def _sections(lens: Lens) -> Iterator[Stratum]:
    shown = [lens.site.sections[name] for name in _shown(lens.site)]
    filled = [section for section in shown if section.items]
    for n, section in enumerate(filled):
        strata = [_stratum(column) for column in names.columns(lens, section) if column.items]
        after = filled[n + 1] if n + 1 < len(filled) else None
        bond = _bond(lens, section, after) if after is not None else None
        yield from strata[:-1]
        yield replace(strata[-1], dues=tuple(_dues(lens, section)), bond=bond)


def _stratum(column: Names) -> Stratum:
    stops = tuple(Stop(item.name, item.name.basis or "stated") for item in column.items)
    return Stratum(
        column.symbol, column.symbol_fact, column.title, stops, column.is_open, rest=column.rest
    )


def _dues(lens: Lens, section: Section) -> Iterator[Dated]:
    """What targets count of a section's items, by date."""
    counted = (t for t in lens.site.items("targets") if t.word("counts") == section.id)
    dated = [(due, target) for target in counted if (due := target.get("due")) is not None]
    for due, target in sorted(dated, key=lambda pair: str(pair[0].value)):
        if due.value is not None:
            yield Dated(lens.seg(due), lens.item(target))


def _bond(lens: Lens, one: Section, other: Section) -> Bond:
    """What links two sections, on its weakest ground; or that the plan does not say."""
    cells = linked(lens.site, Pair(one, other, is_led=False))
    ties = [tie for cell in cells for tie in cell.ties]
    basis = str(weakest(tie.fact.basis for tie in ties)) if ties else "not_stated"
    rows, columns = one.plural[lens.lang], other.plural[lens.lang]
    return Bond(basis, lens.words.say(f"atlas.bond_{basis}", one=rows, other=columns))
