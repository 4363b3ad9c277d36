"""Charts on pages: each is made once a language, and framed for the page it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from policy_explorer.charts.ladder import Ladder, Reading, Rung, Units, ladder
from policy_explorer.charts.ladder_input import Kind
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart, Drawings, Heading, draw, embedded
from policy_explorer.charts.trajectory import Point, Trajectory, trajectory
from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import amount, compared, year
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Chapter
from policy_explorer.views.parts import Figure, Rich, Seg, Table, TableCell, TableColumn

READINGS: Mapping[str, Kind] = {"sum": "disjoint", "max": "nested"}
"""How an open question combines counts -> how the ladder draws it."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A chart of the plan in one language, drawn."""

    record: Record
    chart: Chart
    drawings: Drawings


@dataclass(frozen=True, slots=True)
class Gallery:
    """All charts of one language, by id, in the order of charts.yaml."""

    charts: Mapping[str, Hung]
    tokens: str

    def all(self, lens: Lens) -> tuple[Chapter, ...]:
        """Every chart."""
        return tuple(self._chapter(lens, hung) for hung in self.charts.values())

    def leading(self, lens: Lens) -> tuple[Chapter, ...]:
        """The charts of the headline targets: the first of them, for home."""
        led = {ref.to for lead in lens.site.policy.leads for ref in lead.targets}
        found = (h for h in self.charts.values() if led & _targets(h.record))
        return tuple(self._chapter(lens, hung) for hung in found)[:1]

    def of_target(self, lens: Lens, record: Record) -> tuple[Chapter, ...]:
        """The charts a target is drawn in."""
        found = (h for h in self.charts.values() if record.ref in _targets(h.record))
        return tuple(self._chapter(lens, hung) for hung in found)

    def counting(self, lens: Lens, section: str) -> tuple[Chapter, ...]:
        """The charts of targets that count the items of a section."""
        targets = {t.ref for t in lens.site.items("targets") if t.word("counts") == section}
        found = (h for h in self.charts.values() if targets & _targets(h.record))
        return tuple(self._chapter(lens, hung) for hung in found)

    def naming(self, lens: Lens, record: Record) -> tuple[Chapter, ...]:
        """The charts an item's page shows: those of targets that count or name it."""
        named = {r for r in lens.site.mentions.get(record.ref, ()) if r.startswith("targets/")}
        found = (h for h in self.charts.values() if named & _targets(h.record))
        return tuple(self._chapter(lens, hung) for hung in found)

    def figure(self, lens: Lens, name: str) -> Figure:
        """A chart as a figure on the lens's page."""
        return self._figure(lens, self.charts[name])

    def _chapter(self, lens: Lens, hung: Hung) -> Chapter:
        return Chapter(lens.words[f"chapter.{hung.chart.kind}"], self._figure(lens, hung))

    def _figure(self, lens: Lens, hung: Hung) -> Figure:
        chart = hung.chart
        return Figure(
            id=chart.id,
            finding=chart.title,
            measure=(Seg(chart.subtitle),),
            wide=Markup(hung.drawings.wide),  # noqa: S704 -- our painter escapes every word
            narrow=Markup(hung.drawings.narrow),  # noqa: S704
            wide_json=Markup(embedded(chart.wide)),  # noqa: S704 -- no < > & is left in it
            narrow_json=Markup(embedded(chart.narrow)),  # noqa: S704
            tokens=self.tokens,
            table=_table(chart),
            source=_source(lens, hung),
            facts=chart.facts,
        )


def gallery(lens: Lens, palette: Palette, tokens: str) -> Gallery:
    """All charts of a language, drawn."""
    hung = (_hung(lens, record, palette) for record in lens.site.items("charts"))
    return Gallery({h.record.id: h for h in hung if h is not None}, tokens)


def _targets(record: Record) -> set[str]:
    return {ref.to for ref in record.refs("targets")}


def _hung(lens: Lens, record: Record, palette: Palette) -> Hung | None:
    make = {"trajectory": _trajectory, "ladder": _ladder}[record.word("kind")]
    chart = make(lens, record, palette)
    return None if chart is None else Hung(record, chart, draw(chart, palette))


def _heading(lens: Lens, record: Record, finding: str, measure: str) -> Heading:
    tag = next(x.tag for x in lens.site.policy.languages if x.code == lens.lang)
    return Heading(record.id, tag, lens.words[finding], measure)


def _points(site: Site, ref: str) -> Iterator[Point]:
    """The implied path of a target, as the ledger has it."""
    for fact in site.facts.values():
        if fact.subject == ref and fact.key == "path" and isinstance(fact.value, Number):
            yield Point(int(fact.id.rpartition(".")[2]), fact.value.value, fact.id)


def _trajectory(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """The index of the chart's first target; None while what it needs is silent."""
    target = lens.site.records[record.refs("targets")[0].to]
    path = tuple(_points(lens.site, target.ref))
    fact = compared(target)
    facts = lens.site.facts
    if not path or fact is None:
        return None
    rate = facts[f"{target.ref}.rate"]
    silent = target.get("milestones")
    data = Trajectory(
        baseline=Point(path[0].year, path[0].value, f"{target.ref}.baseline"),
        goal=Point(path[-1].year, path[-1].value, fact.id),
        comparator=fact.key,
        path=path,
        rate=rate.value.value if isinstance(rate.value, Number) else path[0].value,
        rate_fact=rate.id,
        steps_fact=silent.id if silent is not None and silent.value is None else None,
    )
    index = lens.words.say("target.index", year=path[0].year)
    measured = _measured(lens, target) + lens.words["sep.clause"] + index
    measure = lens.name(record) if record.name else measured
    heading = _heading(lens, record, f"finding.trajectory.{fact.key}", measure)
    return trajectory(data, heading, lens.words.group("trajectory"), palette)


def _measured(lens: Lens, target: Record) -> str:
    found = (lens.site.records.get(ref.to) for ref in target.refs("indicator"))
    return next((lens.name(record) for record in found if record), lens.name(target))


def _ladder(lens: Lens, record: Record, palette: Palette) -> Chart | None:
    """How many units of which class by when, and both readings of the last year."""
    targets = [lens.site.records[ref.to] for ref in record.refs("targets")]
    rungs = tuple(rung for t in targets if (rung := _rung(lens, t)) is not None)
    if not rungs:
        return None
    silent = targets[-1].get("which")
    data = Ladder(
        _units(lens, record.word("counts") or targets[0].word("counts")),
        rungs,
        tuple(_readings(lens, record, rungs)),
        silent.id if silent is not None and silent.value is None else None,
    )
    measure = lens.name(record) if record.name else lens.name(targets[0])
    heading = _heading(lens, record, "finding.ladder", measure)
    return ladder(data, heading, lens.words.group("ladder"), palette)


def _units(lens: Lens, name: str) -> Units:
    """What is counted, and how many of them the source says there are."""
    section = lens.site.sections[name]
    count = section.stated_count
    total = int(count.value.value) if count and isinstance(count.value, Number) else None
    return Units(section.plural[lens.lang], total, count.id if count else None)


def _rung(lens: Lens, target: Record) -> Rung | None:
    fact, due, size = compared(target), year(target, "due"), amount(target, "class")
    label = target.get("class")
    if fact is None or due is None or size is None or label is None:
        return None
    count = int(fact.value.value) if isinstance(fact.value, Number) else 0
    return Rung(due, count, size, lens.value(label), fact.id)


def _readings(lens: Lens, record: Record, rungs: tuple[Rung, ...]) -> Iterator[Reading]:
    """Both ways to count the last year, as the open question has them."""
    last = [rung for rung in rungs if rung.year == max(r.year for r in rungs)]
    counts = [rung.count for rung in last]
    for ref in record.refs("question"):
        for reading in lens.site.records[ref.to].structs("readings"):
            name, combine = reading.words("name"), reading.word("combine")
            if name is not None and combine in READINGS and len(last) > 1:
                total = sum(counts) if combine == "sum" else max(counts)
                fact = _total_fact(lens.site, last, combine)
                yield Reading(name[lens.lang], total, READINGS[combine], fact)


def _total_fact(site: Site, rungs: list[Rung], combine: str) -> str:
    """The fact that holds a reading's total: the largest count, or the sum if it is derived."""
    if combine == "max":
        return max(rungs, key=lambda rung: rung.count).fact
    counts = {rung.fact for rung in rungs}
    sums = (f for f in site.facts.values() if f.ground.by == combine)
    return next((f.id for f in sums if set(f.ground.sources) == counts), "")


def _table(chart: Chart) -> Table:
    """The chart's own table, in the words of pages."""
    columns = tuple(TableColumn(c.text, c.numeric) for c in chart.table.columns)
    rows = tuple(
        tuple(TableCell(c.text, c.basis or "", c.fact or "") for c in row)
        for row in chart.table.rows
    )
    return Table(chart.table.caption, columns, rows)


def _source(lens: Lens, hung: Hung) -> Rich:
    """Source and lines, how the arithmetic goes, and until when was searched."""
    facts = [lens.site.facts[name] for name in hung.chart.facts if name in lens.site.facts]
    own = lens.site.records.get(f"sources/{lens.site.policy.source}")
    runs: list[Seg] = [Seg(lens.words["figure.source"] + lens.words["sep.colon"])]
    if own is not None:
        runs += [lens.item(own), Seg(lens.words["sep.clause"])]
    runs += [*_lines(lens, facts), Seg(lens.words["sep.stop"])]
    rate = next((f for f in facts if f.key == "rate"), None)
    if rate is not None:
        runs.append(Seg(lens.words["sep.sentence"]))
        runs += lens.framed("figure.rate", lens.seg(rate))
    searched = quantities.date(lens.site.policy.as_of, lens.words)
    tail = lens.words["sep.sentence"] + lens.words.say("target.searched", date=searched)
    return (*runs, Seg(tail))


def _lines(lens: Lens, facts: list[Fact]) -> Rich:
    """All lines of the plan's own source that the chart rests on."""
    own = lens.site.policy.source
    found = {c.line for f in facts for c in f.ground.citations if c.source == own and c.line}
    said = lens.words["sep.list"].join(str(line) for line in sorted(found))
    key = "place.lines" if len(found) > 1 else "place.line"
    return (Seg(lens.words.say(key, line=said, lines=said)),)
