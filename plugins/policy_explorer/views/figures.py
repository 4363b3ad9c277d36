"""A chart in the frame of a page: finding, measure, drawing, table, source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape

from markupsafe import Markup

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Cell, Chart, Drawings, draw, embedded
from policy_explorer.model.basis import Basis, weakest
from policy_explorer.model.record import Record
from policy_explorer.problems import Problem, Refused, said
from policy_explorer.views.headline import searched
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Figure, Link, Rich, Seg, Table, TableCell, TableColumn
from policy_explorer.views.said import cited

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Hung:
    """A chart of the plan in one language; drawn when a page shows it."""

    record: Record
    chart: Chart
    lens: Lens
    palette: Palette

    @cached_property
    def drawings(self) -> Drawings:
        """The chart as SVG, for wide and for narrow pages.

        Problems (raised): no-picture.
        """
        try:
            return draw(self.chart, self.palette)
        except (ValueError, ArithmeticError) as error:
            raise undrawn(self.record, error) from error

    @cached_property
    def main(self) -> str:
        """Id of the fact the drawing is about: its words hold a form of it.

        It is the goal, or the first fact that both drawings show.
        """
        known = self.lens.site.facts
        goals = (f"{ref.to}.goal" for ref in self.record.refs("targets"))
        facts = [known[name] for name in (*goals, *self.chart.facts) if name in known]
        said = [_said_in(svg) for svg in (self.drawings.wide, self.drawings.narrow)]
        shown = (
            fact.id
            for fact in facts
            if all(any(_bare(form) in words for form in self.lens.forms(fact)) for words in said)
        )
        return next(shown, "")


def undrawn(record: Record, error: ValueError | ArithmeticError) -> Refused:
    """What is said of a chart that cannot be drawn of these data."""
    at = (record.place.path, record.place.line, record.place.col)
    is_far = isinstance(error, ArithmeticError)
    why = said("its numbers are too large, or too far apart") if is_far else error.args[0]
    message = said("{} cannot be drawn: {}", record.ref, why)
    return Refused([Problem(*at, "no-picture", message)])


def _said_in(svg: str) -> str:
    """The words of a drawing and its description, without spaces, since lines break anywhere."""
    return _bare(unescape(TAG.sub("", svg)))


def _bare(words: str) -> str:
    return "".join(words.split())


def framed(lens: Lens, hung: Hung, tokens: str, *, has_picture: bool = False) -> Figure:
    """A chart as a figure on the lens's page."""
    chart = hung.chart
    return Figure(
        id=chart.id,
        finding=chart.title,
        measure=measure(lens, hung),
        wide=shown(hung.drawings.wide, hung.main),
        narrow=shown(hung.drawings.narrow, hung.main),
        wide_json=Markup(embedded(chart.wide)),  # noqa: S704 -- no < > & is left in it
        narrow_json=Markup(embedded(chart.narrow)),  # noqa: S704
        tokens=tokens,
        table=_table(lens, hung),
        source=source_of(lens, hung),
        facts=chart.facts,
        basis=_elsewhere(lens, chart),
        take=tuple(_ways(lens, chart.id)),
        picture=lens.to(lens.urls.file(chart.id, "png", lens.lang)) if has_picture else "",
    )


def _ways(lens: Lens, name: str) -> Iterator[Link]:
    """To the panel on the chart's own page."""
    page = lens.urls.page(f"charts/{name}", lens.lang)
    for part in ("download", "embed", "cite"):
        yield Link(lens.words[f"take.{part}"], lens.to(f"{page}#{part}"))


def _elsewhere(lens: Lens, chart: Chart) -> str:
    """The basis of a chart that shows only what others say; '' where the plan speaks in it."""
    known = (lens.site.facts[name] for name in chart.facts if name in lens.site.facts)
    bases = {fact.basis for fact in known} - {Basis.NOT_STATED}
    is_other = bases and bases <= {Basis.EXTERNAL, Basis.INFERRED}
    return str(weakest(bases)) if is_other else ""


def shown(svg: str, fact: str) -> Markup:
    """The drawing, marked with the fact it is about; our painter has escaped every word."""
    marked = svg.replace("<svg ", f'<svg data-fact="{fact}" ', 1) if fact else svg
    return Markup(marked)  # noqa: S704 -- see above; a fact's id holds no markup


def measure(lens: Lens, hung: Hung) -> Rich:
    """What is measured; the fact it shows is its base year, or another that stands in it."""
    words = hung.chart.subtitle
    main = lens.site.facts.get(hung.main)
    base = (f"{main.subject}.baseline",) if main is not None else ()
    fact = lens.site.facts.get(fact_in(lens, words, (*base, *hung.chart.facts)))
    basis = str(fact.basis) if fact is not None else ""
    return (Seg(words, "", fact.id if fact else "", basis, mark=False),)


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
    caption = fact_in(lens, made.caption, (*hung.chart.facts, base))
    return Table(made.caption, columns, tuple(rows), tuple(links), caption)


def _cell(lens: Lens, hung: Hung, cell: Cell, named: list[str]) -> TableCell:
    """A cell with the fact its words show: its own, or another of the targets at hand."""
    facts = lens.site.facts
    subjects = dict.fromkeys(facts[name].subject for name in named if name in facts)
    subjects |= dict.fromkeys(ref.to for ref in hung.record.refs("targets"))
    others = (f.id for subject in subjects for f in lens.site.facts_of(subject) if f.value)
    own = (cell.fact,) if cell.fact else ()
    return TableCell(cell.text, cell.basis or "", fact_in(lens, cell.text, (*own, *others)))


def fact_in(lens: Lens, words: str, names: Iterable[str]) -> str:
    """The first of these facts that the words hold a form of; '' where they hold none."""
    known = (lens.site.facts[name] for name in names if name in lens.site.facts)
    return next((f.id for f in known if any(form in words for form in lens.forms(f))), "")


def source_of(lens: Lens, hung: Hung, *, told: bool = False) -> Rich:
    """Sources, how the arithmetic goes, and until when was searched.

    `told`: each source with publisher, date and grade, for where no link can lead to them.
    """
    facts = [lens.site.facts[name] for name in hung.chart.facts if name in lens.site.facts]
    names = dict.fromkeys(c.source for fact in facts for c in cited(lens, fact))
    found = (lens.site.records.get(f"sources/{name}") for name in names)
    runs: list[Seg] = [Seg(lens.words["figure.source"] + lens.words["sep.colon"])]
    for n, record in enumerate(record for record in found if record is not None):
        runs += [Seg(lens.words["sep.semicolon"])] if n else []
        runs.append(replace(lens.item(record), mark=False))
        runs += [Seg(_imprint(lens, record))] if told else []
    runs.append(Seg(lens.words["sep.stop"]))
    rate = next((f for f in facts if f.key == "rate" and f.basis is Basis.DERIVED), None)
    if rate is not None:
        runs.append(Seg(lens.words["sep.sentence"]))
        runs += lens.framed("figure.rate", replace(lens.seg(rate), mark=False))
    return (*runs, Seg(lens.words["sep.sentence"]), *searched(lens))


def _imprint(lens: Lens, source: Record) -> str:
    """Publisher, date and grade of a source, in brackets; silence is said."""
    words = lens.words
    said = []
    for key in ("publisher", "published"):
        fact = source.get(key)
        known = fact is not None and fact.value is not None
        said.append(lens.value(fact) if fact is not None and known else words[f"absent.{key}"])
    said.append(words.say("grade.short", grade=source.word("grade")))
    return words["sep.open"] + words["sep.clause"].join(said) + words["sep.close"]
