"""The whole plan: its targets and what home shows, as lines; by when; what joins them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from policy_explorer.charts.glance import Due, Glance, Joint, Layer, Station, glance
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.graph import Site
from policy_explorer.model.basis import weakest
from policy_explorer.model.record import Record, Section
from policy_explorer.views import headline, names
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens
from policy_explorer.views.pairs import Pair, between
from policy_explorer.views.parts import Names, Rich

ALONE = True


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The plan in layers; None while it names nothing."""
    layers = (*_aims(lens), *_sections(lens))
    if not layers:
        return None
    words = lens.words.group("glance")
    title = heading(lens, record, "finding.glance", lens.name(record))
    return glance(Glance(layers), title, words, palette)


def _aims(lens: Lens) -> Iterator[Layer]:
    """The targets that are not counts of a section's items: those stand beside their section."""
    aims = [t for t in lens.site.items("targets") if t.word("counts") not in _shown(lens.site)]
    if aims:
        stations = tuple(_aim(lens, target) for target in aims)
        yield Layer("", lens.words["title.targets"], stations)


def _aim(lens: Lens, target: Record) -> Station:
    fact, due = target.fact, target.get("due")
    is_dated = due is not None and due.value is not None
    name = target.short[lens.lang] if target.short else lens.name(target)
    return Station(
        name=name,
        fact=fact.id if fact else "",
        basis=str(fact.basis) if fact else "stated",
        number=_flat(headline.number(lens, target)) if _has_number(target) else "",
        when=lens.value(due) if due is not None and is_dated else _span(lens, target),
        when_fact=due.id if due is not None and is_dated else _span_fact(target),
    )


def _has_number(target: Record) -> bool:
    return any(target.get(key) is not None for key in headline.NUMBERS)


def _span(lens: Lens, target: Record) -> str:
    fact = target.get("within_years")
    said = fact is not None and fact.value is not None
    if fact is None or not said:
        return lens.words["glance.no_date"]
    return lens.words.say("glance.within", years=lens.value(fact))


def _span_fact(target: Record) -> str:
    fact = target.get("within_years")
    return fact.id if fact is not None and fact.value is not None else ""


def _shown(site: Site) -> tuple[str, ...]:
    """The sections on home, in the order of the plan; all of them where home shows none."""
    policy = site.policy
    led = {*policy.columns, policy.line}
    found = tuple(name for name in site.sections if name in led)
    return found or tuple(site.sections)


def _sections(lens: Lens) -> Iterator[Layer]:
    shown = [lens.site.sections[name] for name in _shown(lens.site)]
    filled = [section for section in shown if section.items]
    for n, section in enumerate(filled):
        layers = [_layer(column) for column in names.columns(lens, section) if column.items]
        last = layers[-1]
        after = filled[n + 1] if n + 1 < len(filled) else None
        joint = _joint(lens, section, after) if after is not None else None
        yield from layers[:-1]
        yield replace(last, dues=tuple(_dues(lens, section)), joint=joint)


def _layer(column: Names) -> Layer:
    stations = tuple(
        Station(item.name.text, item.name.fact, item.name.basis or "stated")
        for item in column.items
    )
    return Layer(column.symbol, column.title.text, stations, column.is_open)


def _dues(lens: Lens, section: Section) -> Iterator[Due]:
    """What targets count of a section's items, by date."""
    counted = (t for t in lens.site.items("targets") if t.word("counts") == section.id)
    dated = [(due, target) for target in counted if (due := target.get("due")) is not None]
    for due, target in sorted(dated, key=lambda pair: str(pair[0].value)):
        if due.value is not None:
            yield Due(lens.value(due), lens.name(target), due.id)


def _joint(lens: Lens, one: Section, other: Section) -> Joint:
    """What links two sections, on its weakest ground; or that the plan does not say."""
    ties = [t for r, c in Pair(one, other, is_led=False).cells for t in between(lens.site, r, c)]
    basis = str(weakest(tie.fact.basis for tie in ties)) if ties else "not_stated"
    rows, columns = one.plural[lens.lang], other.plural[lens.lang]
    return Joint(basis, lens.words.say(f"glance.joint_{basis}", one=rows, other=columns))


def _flat(runs: Rich) -> str:
    return "".join(seg.text for seg in runs).strip()
