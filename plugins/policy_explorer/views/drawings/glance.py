"""The whole plan as one picture: the strata of home, drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policy_explorer.charts.glance import Due, Glance, Joint, Layer, Station, glance
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views.atlas import Stop, Stratum, atlas
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich
from policy_explorer.views.spelled import spelled

ALONE = True


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The plan in layers; None while it names nothing."""
    layers = tuple(_layer(lens, stratum) for stratum in atlas(lens))
    if not layers:
        return None
    words = lens.words.group("glance")
    title = heading(lens, record, "finding.glance", lens.name(record))
    return glance(Glance(layers), title, words, palette)


def _layer(lens: Lens, stratum: Stratum) -> Layer:
    bond = stratum.bond
    stations = tuple(_station(lens, stop) for stop in stratum.stops)
    return Layer(
        symbol=stratum.symbol,
        title=stratum.title.text,
        stations=stations,
        is_open=stratum.is_open,
        dues=tuple(Due(due.when.text, due.what.text, due.when.fact) for due in stratum.dues),
        joint=Joint(bond.basis, bond.said) if bond is not None else None,
        tally=tuple(_tally(lens, stations)),
    )


def _tally(lens: Lens, stations: tuple[Station, ...]) -> Iterator[tuple[str, str]]:
    """Each date and how many stations have it: days and years in order, then all others."""
    dated = [station for station in stations if station.when]
    count = Counter(station.when for station in dated)
    for when in dict.fromkeys(one.when for one in sorted(dated, key=lambda s: _order(lens, s))):
        yield when, lens.words.say("glance.of_them", n=spelled(count[when], lens.words))


def _order(lens: Lens, station: Station) -> tuple[bool, str]:
    fact = lens.site.facts.get(station.when_fact)
    is_date = fact is not None and isinstance(fact.value, When)
    return (not is_date, str(fact.value) if fact is not None else "~")


def _station(lens: Lens, stop: Stop) -> Station:
    record = lens.site.records.get(stop.name.fact)
    short = record.short[lens.lang] if record is not None and record.short is not None else ""
    when_fact = next((seg.fact for seg in stop.when if seg.fact), "")
    number, when = _flat(stop.number), _flat(stop.when)
    return Station(stop.name.text, stop.name.fact, stop.basis, number, when, when_fact, short)


def _flat(runs: Rich) -> str:
    return "".join(seg.text for seg in runs).strip()
