"""What a chart says of itself once it has left the site: credit, grounds, citations, README."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.charts.columns import Heads, Rows, rows
from policy_explorer.model.fact import Fact
from policy_explorer.model.number import Number, plain
from policy_explorer.model.source import Citation
from policy_explorer.views import citing, quantities
from policy_explorer.views.citing import Cites, Work
from policy_explorer.views.figures import Hung, source_of
from policy_explorer.views.lens import Lens
from policy_explorer.views.said import cited
from policy_explorer.views.sources import address


@dataclass(frozen=True, slots=True)
class Ground:
    """One place that a fact of a chart rests on; a fact without a citation has one, empty."""

    fact: str
    words: str
    basis: str
    source: str = ""
    line: str = ""
    terms: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A chart in one language, and what it is taken along with."""

    lens: Lens
    hung: Hung

    @property
    def id(self) -> str:
        """The chart's id."""
        return self.hung.chart.id

    @property
    def address(self) -> str:
        """Where the chart stands on the published site; '' while it has no address."""
        return self.url("html")

    def path(self, suffix: str) -> str:
        """The path of one of its files, from the site's root."""
        return self.lens.urls.file(self.id, suffix, self.lens.lang)

    def url(self, suffix: str) -> str:
        """The published address of one of its files; '' while the site has none."""
        return self.lens.urls.absolute(self.path(suffix))

    def name(self, suffix: str) -> str:
        """What a file is called once it lies among others."""
        return f"{self.lens.site.policy.id}-{self.id}-{self.lens.lang}.{suffix}"

    def facts(self) -> tuple[Fact, ...]:
        """The facts it rests on."""
        known = self.lens.site.facts
        return tuple(known[name] for name in self.hung.chart.facts if name in known)

    def rows(self) -> Rows:
        """Its table as plain rows, with the ground and the fact of each cell."""
        words = self.lens.words
        return rows(
            self.hung.chart.table,
            Heads(
                words["take.column_basis"], words["take.column_fact"], words["take.column_number"]
            ),
            lambda basis: words[f"basis.{basis}"],
            self._number,
        )

    def _number(self, text: str, name: str) -> str:
        """The bare number of a fact, where the words say it; that of a year's path is no year."""
        fact = self.lens.site.facts.get(name)
        is_year = name.rpartition(".")[2] == text
        if fact is None or not isinstance(fact.value, Number) or is_year:
            return ""
        said = any(form in text for form in self.lens.forms(fact))
        return plain(fact.value.value) if said else ""


def credit(export: Export) -> tuple[str, ...]:
    """Under a picture: its source, the edition of the data and the licence, its address."""
    lens = export.lens
    source = "".join(seg.text for seg in source_of(lens, export.hung, told=True))
    version, date = citing.edition(lens)
    data = lens.words.say("footer.data", version=version, date=quantities.date(date, lens.words))
    policy = lens.site.policy
    parts = (policy.title[lens.lang], policy.publisher[lens.lang], data, policy.licence)
    edition = lens.words["sep.dot"].join(part for part in parts if part)
    lines = (source, edition + lens.words["sep.dot"] + lens.words["take.not_official"])
    return (*lines, export.address) if export.address else lines


def work(export: Export) -> Work:
    """The chart as something to be cited."""
    title = export.hung.chart.title
    places = citing.places(export.lens, export.facts())
    return Work(title, f"charts/{export.id}", export.address, places)


def cites(export: Export) -> Cites:
    """The chart in five styles of citation."""
    return citing.of_work(export.lens, work(export))


def grounds(export: Export) -> tuple[Ground, ...]:
    """A row for each citation of each fact, in the order of the table."""
    return tuple(row for fact in export.facts() for row in _grounds(export.lens, fact))


def _grounds(lens: Lens, fact: Fact) -> Iterator[Ground]:
    basis, words = lens.words[f"basis.{fact.basis}"], f"{lens.label(fact)}: {lens.value(fact)}"
    found = cited(lens, fact)
    if not found:
        yield Ground(fact.id, words, basis)
    for cite in found:
        yield _ground(lens, Ground(fact.id, words, basis), cite)


def _ground(lens: Lens, bare: Ground, cite: Citation) -> Ground:
    record = lens.site.records.get(f"sources/{cite.source}")
    return Ground(
        bare.fact,
        bare.words,
        bare.basis,
        lens.name(record) if record is not None else cite.source,
        str(cite.line or ""),
        lens.words["sep.terms"].join(cite.terms),
        address(record) if record is not None else "",
    )


def readme(export: Export, files: tuple[tuple[str, str], ...]) -> str:
    """What lies in a folder of one chart: (name, what it is) of each, credit, how to cite it."""
    words, chart = export.lens.words, export.hung.chart
    listed = "\n".join(f"- {name}: {what}" for name, what in files)
    cited_as = "\n\n".join(f"{style}\n{text}" for style, text in cites(export))
    parts = (
        f"{chart.title}\n{chart.subtitle}",
        chart.description,
        f"{words['readme.files']}\n{listed}",
        "\n".join(credit(export)),
        f"{words['take.cite']}\n\n{cited_as}",
    )
    return "\n\n".join(parts) + "\n"
