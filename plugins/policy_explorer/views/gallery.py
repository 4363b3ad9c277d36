"""All charts of a language, each drawn once; and which of them a page shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import quoted
from policy_explorer.model.record import Record
from policy_explorer.problems import Problem, Refused
from policy_explorer.views.drawings import ALONE, DRAWINGS
from policy_explorer.views.figures import Hung, framed, undrawn
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Chapter
from policy_explorer.views.parts import Figure


@dataclass(frozen=True)
class Gallery:
    """All charts of one language; made when a page first asks for one."""

    lens: Lens
    palette: Palette
    has_pictures: bool
    """Whether there are PNG files of them."""

    @cached_property
    def charts(self) -> Mapping[str, Hung]:
        """The charts that there is something to draw of, by id, in the order of charts.yaml.

        Problems (raised): no-picture.
        """
        return {hung.record.id: hung for hung in self._hung(self.lens.site.items("charts"))}

    @cached_property
    def beside(self) -> tuple[Hung, ...]:
        """The charts that may stand beside what they are about."""
        records = self.lens.site.items("charts")
        return tuple(self._hung(r for r in records if r.word("kind") not in ALONE))

    @cached_property
    def tokens(self) -> str:
        """The colours of charts as custom properties of the page, for the script."""
        return json.dumps(self.palette.tokens(), separators=(",", ":"))

    @cached_property
    def _kept(self) -> dict[str, Hung | None]:
        return {}

    def _hung(self, records: Iterable[Record]) -> Iterator[Hung]:
        """The charts of these records, each made once, where there is something to draw."""
        for record in records:
            if record.id not in self._kept:
                self._kept[record.id] = _hung(self.lens, record, self.palette)
            if (hung := self._kept[record.id]) is not None:
                yield hung

    def all(self, lens: Lens) -> tuple[Chapter, ...]:
        """The charts of targets."""
        found = (hung for hung in self.beside if hung.record.refs("targets"))
        return tuple(self._chapter(lens, hung) for hung in found)

    def leading(self, lens: Lens) -> tuple[Chapter, ...]:
        """The charts of the headline targets: the first of them, for home."""
        led = {ref.to for lead in lens.site.policy.leads for ref in lead.targets}
        found = (h for h in self.beside if led & _drawn_from(lens, h, "targets"))
        return tuple(self._chapter(lens, hung) for hung in found)[:1]

    def of_target(self, lens: Lens, record: Record) -> tuple[Chapter, ...]:
        """The charts a target is drawn in."""
        return tuple(self._chapter(lens, hung) for hung in self.drawing(lens, record.ref))

    def drawing(self, lens: Lens, target: str) -> tuple[Hung, ...]:
        """The same, before they are put on a page."""
        return tuple(h for h in self.beside if target in _drawn_from(lens, h, "targets"))

    def counting(self, lens: Lens, section: str) -> tuple[Chapter, ...]:
        """The charts of targets that count the items of a section."""
        targets = {t.ref for t in lens.site.items("targets") if t.word("counts") == section}
        found = (h for h in self.beside if targets & _drawn_from(lens, h, "targets"))
        return tuple(self._chapter(lens, hung) for hung in found)

    def naming(self, lens: Lens, record: Record) -> tuple[Chapter, ...]:
        """The charts an item's page shows: of targets that count or name it, of its figures."""
        files = ("targets", "observations")
        named = {r for r in lens.site.mentions.get(record.ref, ()) if r.split("/")[0] in files}
        found = (h for h in self.beside if named & _drawn_from(lens, h, *files))
        return tuple(self._chapter(lens, hung) for hung in found)

    def apart(self, lens: Lens) -> tuple[Chapter, ...]:
        """The charts of observations that are of no item: what came after, for the timeline."""
        found = (h for h in self.beside if h.record.refs("observations"))
        own = (h for h in found if not _subjects(lens, h.record))
        return tuple(self._chapter(lens, hung) for hung in own)

    def figure(self, lens: Lens, name: str) -> Figure:
        """A chart as a figure on the lens's page."""
        (hung,) = self._hung((self.lens.site.records[f"charts/{name}"],))
        return framed(lens, hung, self.tokens, has_picture=self.has_pictures)

    def _chapter(self, lens: Lens, hung: Hung) -> Chapter:
        title = lens.words[f"chapter.{hung.chart.kind}"]
        return Chapter(title, self.figure(lens, hung.record.id))


def _subjects(lens: Lens, record: Record) -> set[str]:
    observed = (lens.site.records[ref.to] for ref in record.refs("observations"))
    return {ref.to for one in observed for ref in one.refs("subject")}


def _drawn_from(lens: Lens, hung: Hung, *files: str) -> set[str]:
    """The records of these files that a chart names, and those whose facts it shows."""
    named = {ref.to for file in files for ref in hung.record.refs(file)}
    facts = (lens.site.facts.get(name) for name in hung.chart.facts)
    starts = tuple(f"{file}/" for file in files)
    return named | {f.subject for f in facts if f is not None and f.subject.startswith(starts)}


def _hung(lens: Lens, record: Record, palette: Palette) -> Hung | None:
    try:
        chart = DRAWINGS[record.word("kind")](lens, record, palette)
    except (ValueError, ArithmeticError) as error:
        raise undrawn(record, error) from error
    return None if chart is None else Hung(record, quoted(chart), lens, palette)


def drawn(galleries: Iterable[Gallery]) -> None:
    """Draw every chart now; raises `Refused` with all that cannot be drawn."""
    problems: list[Problem] = []
    for one in galleries:
        for hung in one.charts.values():
            try:
                hung.drawings  # noqa: B018 -- drawn for all who ask later
            except Refused as refused:
                problems += refused.problems
    if problems:
        raise Refused(problems)
