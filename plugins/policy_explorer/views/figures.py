"""Charts on pages: each is made once a language, and framed for the page it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from policy_explorer.charts.ladder import Ladder, Reading, Rung, Units, ladder
from policy_explorer.charts.ladder_input import Kind
from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart, Drawings, Heading, draw, embedded
from policy_explorer.charts.trajectory import Observation, Point, Trajectory, trajectory
from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.targets._kind import amount, compared, year
from policy_explorer.views.headline import searched
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
    main: str
    """Id of the fact the drawing is about: its words hold a form of it."""


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
            measure=_measure(lens, hung),
            wide=_drawn(hung.drawings.wide, hung.main),
            narrow=_drawn(hung.drawings.narrow, hung.main),
            wide_json=Markup(embedded(chart.wide)),  # noqa: S704 -- no < > & is left in it
            narrow_json=Markup(embedded(chart.narrow)),  # noqa: S704
            tokens=self.tokens,
            table=_table(lens, hung),
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
    if chart is None:
        return None
    goal = f"{record.refs('targets')[0].to}.goal"
    main = goal if goal in lens.site.facts else next(iter(chart.facts), "")
    return Hung(record, chart, draw(chart, palette), main)


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
        baseline=path[0],
        goal=Point(path[-1].year, path[-1].value, f"{target.ref}.goal"),
        comparator=fact.key,
        path=path,
        rate=rate.value.value if isinstance(rate.value, Number) else path[0].value,
        rate_fact=rate.id,
        observations=_observed(lens, target),
        steps_fact=silent.id if silent is not None and silent.value is None else None,
    )
    index = lens.words.say("target.index", year=path[0].year)
    measured = _measured(lens, target) + lens.words["sep.clause"] + index
    measure = lens.name(record) if record.name else measured
    heading = _heading(lens, record, _finding(lens, target, fact), measure)
    return trajectory(data, heading, lens.words.group("trajectory"), palette)


def _observed(lens: Lens, target: Record) -> tuple[Observation, ...]:
    """What was published, on the target's own index."""
    return tuple(
        Observation(row.when.year, row.value, row.fact, row.is_estimate)
        for row in lens.site.seen[target.ref]
    )


def _finding(lens: Lens, target: Record, fact: Fact) -> str:
    """The heading's key: what the plan sets, and, once there are figures, where they stand."""
    if not lens.site.seen[target.ref]:
        return f"finding.trajectory.{fact.key}"
    return f"finding.trajectory.{lens.site.statuses[target.ref]}"


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


def _drawn(svg: str, fact: str) -> Markup:
    """The drawing, marked with the fact it is about; our painter has escaped every word."""
    marked = svg.replace("<svg ", f'<svg data-fact="{fact}" ', 1)
    return Markup(marked)  # noqa: S704 -- see above; a fact's id holds no markup


def _measure(lens: Lens, hung: Hung) -> Rich:
    """What is measured; its base year is the fact it shows."""
    fact = lens.site.facts.get(f"{lens.site.facts[hung.main].subject}.baseline")
    basis = str(fact.basis) if fact is not None else ""
    return (Seg(hung.chart.subtitle, "", fact.id if fact else "", basis, mark=False),)


def _table(lens: Lens, hung: Hung) -> Table:
    """The chart's own table, in the words of pages; each row leads to what it rests on."""
    made = hung.chart.table
    columns = tuple(TableColumn(c.text, c.numeric) for c in made.columns)
    rows, links = [], []
    for row in made.rows:
        named = [c.fact for c in row if c.fact]
        rows.append(tuple(_cell(lens, hung, cell, named) for cell in row))
        links.append(lens.to(lens.urls.fact(named[-1], lens.lang)) if named else "")
    base = next((f for f in hung.chart.facts if f.endswith(".due")), "")
    caption = _shown(lens, made.caption, (*hung.chart.facts, base))
    return Table(made.caption, columns, tuple(rows), tuple(links), caption)


def _cell(lens: Lens, hung: Hung, cell: Cell, named: list[str]) -> TableCell:
    """A cell with the fact its words show: its own, or another of the targets at hand."""
    facts = lens.site.facts
    subjects = dict.fromkeys(facts[name].subject for name in named if name in facts)
    subjects |= dict.fromkeys(ref.to for ref in hung.record.refs("targets"))
    others = (f.id for subject in subjects for f in lens.site.facts_of(subject) if f.value)
    own = (cell.fact,) if cell.fact else ()
    return TableCell(cell.text, cell.basis or "", _shown(lens, cell.text, (*own, *others)))


def _shown(lens: Lens, words: str, names: Iterable[str]) -> str:
    """The first of these facts that the words hold a form of; '' where they hold none."""
    known = (lens.site.facts[name] for name in names if name in lens.site.facts)
    return next((f.id for f in known if any(form in words for form in lens.forms(f))), "")


def _source(lens: Lens, hung: Hung) -> Rich:
    """Source and lines, how the arithmetic goes, and until when was searched."""
    facts = [lens.site.facts[name] for name in hung.chart.facts if name in lens.site.facts]
    own = lens.site.records.get(f"sources/{lens.site.policy.source}")
    runs: list[Seg] = [Seg(lens.words["figure.source"] + lens.words["sep.colon"])]
    if own is not None:
        runs.append(replace(lens.item(own), mark=False))
    runs.append(Seg(lens.words["sep.stop"]))
    rate = next((f for f in facts if f.key == "rate"), None)
    if rate is not None:
        runs.append(Seg(lens.words["sep.sentence"]))
        runs += lens.framed("figure.rate", replace(lens.seg(rate), mark=False))
    return (*runs, Seg(lens.words["sep.sentence"]), *searched(lens))
