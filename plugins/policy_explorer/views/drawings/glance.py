"""The whole plan as one picture: the strata of home, drawn."""

from __future__ import annotations

from policy_explorer.charts.glance import Due, Glance, Joint, Layer, Station, glance
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart
from policy_explorer.model.record import Record
from policy_explorer.views.atlas import Stop, Stratum, atlas
from policy_explorer.views.drawings._heading import heading
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich

ALONE = True


def make(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The plan in layers; None while it names nothing."""
    layers = tuple(_layer(stratum) for stratum in atlas(lens))
    if not layers:
        return None
    words = lens.words.group("glance")
    title = heading(lens, record, "finding.glance", lens.name(record))
    return glance(Glance(layers), title, words, palette)


def _layer(stratum: Stratum) -> Layer:
    bond = stratum.bond
    return Layer(
        symbol=stratum.symbol,
        title=stratum.title.text,
        stations=tuple(_station(stop) for stop in stratum.stops),
        is_open=stratum.is_open,
        dues=tuple(Due(due.when.text, due.what.text, due.when.fact) for due in stratum.dues),
        joint=Joint(bond.basis, bond.said) if bond is not None else None,
    )


def _station(stop: Stop) -> Station:
    when_fact = next((seg.fact for seg in stop.when if seg.fact), "")
    number, when = _flat(stop.number), _flat(stop.when)
    return Station(stop.name.text, stop.name.fact, stop.basis, number, when, when_fact)


def _flat(runs: Rich) -> str:
    return "".join(seg.text for seg in runs).strip()
