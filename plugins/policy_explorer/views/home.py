"""Home: the plan on one screen, and below it what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from policy_explorer.charts import minis
from policy_explorer.model.record import Lead, Record
from policy_explorer.views import headline, names, timeline
from policy_explorer.views.atlas import Stratum, atlas
from policy_explorer.views.cut import first
from policy_explorer.views.figures import Hung, measure
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Chapter
from policy_explorer.views.parts import Happening, Link, Named, Names, Rich, Seg, Stat
from policy_explorer.views.related import named_question

LATEST = 3
"""Open questions and gaps named on home."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The plan on one screen, and below it what became of it."""

    sentence: Rich
    stats: tuple[Stat, ...]
    stats_label: str
    columns: tuple[Names, ...]
    line: Names | None
    strata: tuple[Stratum, ...]
    """The plan at a glance; none where it names nothing."""
    chapters: tuple[Chapter, ...]
    moments: tuple[Happening, ...]
    timeline: Link
    questions: tuple[Named, ...]
    gaps: tuple[Named, ...]
    open: Link
    """Leads to all open questions."""
    charts: tuple[Named, ...]
    all_charts: Link


def home_view(lens: Lens, gallery: Gallery) -> HomeView:
    """Home in the lens's language."""
    policy = lens.site.policy
    sections = lens.site.sections
    questions = lens.site.items("questions")
    columns = tuple(c for name in policy.columns for c in names.columns(lens, sections[name]))
    return HomeView(
        sentence=lens.rich(policy.sentence),
        stats=tuple(_stat(lens, lead) for lead in policy.leads),
        stats_label=lens.words["home.stats"],
        columns=columns,
        line=_line(lens),
        strata=atlas(lens),
        chapters=gallery.leading(lens),
        moments=timeline.moments(lens),
        timeline=Link(lens.words["home.all_timeline"], lens.page("timeline")),
        questions=tuple(named_question(lens, q) for q in questions[:LATEST]),
        gaps=tuple(_gaps(lens))[:LATEST],
        open=Link(lens.words["home.all_questions"], lens.page("questions")),
        charts=tuple(_chart(lens, hung) for hung in first(tuple(gallery.charts.values()))),
        all_charts=Link(lens.words["home.all_charts"], lens.page("charts/index")),
    )


def _chart(lens: Lens, hung: Hung) -> Named:
    """A chart as a line: its finding, and what is measured."""
    return Named(Seg(hung.chart.title, lens.href(hung.record)), "", measure(lens, hung))


def _stat(lens: Lens, lead: Lead) -> Stat:
    records = tuple(lens.site.records[ref.to] for ref in lead.targets)
    words = lens.rich(lead.words) if lead.words else _words(lens, records)
    return Stat(
        headline.together(lens, records),
        Markup(minis.mini(records[0].word("kind"), _sizes(records))),  # noqa: S704 -- no words in it
        words,
        headline.status(lens, records),
    )


def _words(lens: Lens, records: tuple[Record, ...]) -> Rich:
    """What is counted, where the data have no words of their own for it."""
    out: list[Seg] = []
    for record in records:
        out += [Seg(lens.words["sep.list"])] if out else []
        out.append(lens.item(record))
    return (*out, Seg(lens.words["sep.clause"]), *headline.due_words(lens, records[0]))


def _sizes(records: tuple[Record, ...]) -> tuple[minis.Size, ...]:
    return tuple(
        minis.Size(headline.amount_of(record), headline.class_of(record)) for record in records
    )


def _line(lens: Lens) -> Names | None:
    section = lens.site.sections.get(lens.site.policy.line)
    return names.columns(lens, section)[0] if section is not None else None


def _gaps(lens: Lens) -> tuple[Named, ...]:
    rows = []
    for gap in lens.site.files["questions"].head.structs("not_stated"):
        name = gap.words("name")
        if name is not None:
            href = f"{lens.page('questions')}#{gap.word('id')}"
            rows.append(Named(Seg(name[lens.lang], href)))
    return tuple(rows)
