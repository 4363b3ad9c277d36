"""All charts of a language, drawn once; and which of them a page shows."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.spec import Chart, Drawings, draw, quoted
from policy_explorer.model.record import Record
from policy_explorer.problems import Problem, Refused
from policy_explorer.views.drawings import ALONE, DRAWINGS
from policy_explorer.views.figures import Hung, framed
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Chapter
from policy_explorer.views.parts import Figure

TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Gallery:
    """All charts of one language, by id, in the order of charts.yaml."""

    charts: Mapping[str, Hung]
    palette: Palette
    tokens: str
    has_pictures: bool
    """Whether there are PNG files of them."""

    @property
    def beside(self) -> tuple[Hung, ...]:
        """The charts that may stand beside what they are about."""
        return tuple(hung for hung in self.charts.values() if hung.chart.kind not in ALONE)

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
        found = (h for h in self.beside if record.ref in _drawn_from(lens, h, "targets"))
        return tuple(self._chapter(lens, hung) for hung in found)

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
        return framed(lens, self.charts[name], self.tokens, has_picture=self.has_pictures)

    def _chapter(self, lens: Lens, hung: Hung) -> Chapter:
        title = lens.words[f"chapter.{hung.chart.kind}"]
        return Chapter(title, self.figure(lens, hung.record.id))


def gallery(lens: Lens, palette: Palette, *, has_pictures: bool) -> Gallery:
    """All charts of a language, drawn.

    Problems (raised): no-picture.
    """
    tokens = json.dumps(palette.tokens(), separators=(",", ":"))
    hung = (_hung(lens, record, palette) for record in lens.site.items("charts"))
    found = {h.record.id: h for h in hung if h is not None}
    return Gallery(found, palette, tokens, has_pictures)


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
        if chart is None:
            return None
        chart = quoted(chart)
        drawings = draw(chart, palette)
    except ValueError as error:
        at = (record.place.path, record.place.line, record.place.col)
        message = f"{record.ref} cannot be drawn: {error}"
        raise Refused([Problem(*at, "no-picture", message)]) from error
    return Hung(record, chart, drawings, _main(lens, record, chart, drawings))


def _main(lens: Lens, record: Record, chart: Chart, drawings: Drawings) -> str:
    """Id of the fact a drawing is about: the goal, or the first that both drawings show."""
    goals = (f"{ref.to}.goal" for ref in record.refs("targets"))
    known = [f for name in (*goals, *chart.facts) if (f := lens.site.facts.get(name)) is not None]
    said = [_said_in(svg) for svg in (drawings.wide, drawings.narrow)]
    shown = (
        fact.id
        for fact in known
        if all(any(_bare(form) in words for form in lens.forms(fact)) for words in said)
    )
    return next(shown, "")


def _said_in(svg: str) -> str:
    """The words of a drawing and its description, without spaces, since lines break anywhere."""
    return _bare(unescape(TAG.sub("", svg)))


def _bare(words: str) -> str:
    return "".join(words.split())
