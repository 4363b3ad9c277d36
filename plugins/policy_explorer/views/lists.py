"""The lists of a site that grow with its plan, each as its sheets; alike in every language."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.graph import Site, Tie
from policy_explorer.model.fact import Fact
from policy_explorer.model.files import FILES
from policy_explorer.model.record import Group, Record, Section
from policy_explorer.model.source import Citation
from policy_explorer.urls import ANCHORED, sheet
from policy_explorer.views.cut import Sheets, sheets
from policy_explorer.views.dated import dated

NAMES, AIMS, CITED, DATED, ASKED = 200, 100, 400, 200, 50
"""Rows that a page holds of names; of targets, terms or ties; of facts that rest on a source; of
dated lines; of open questions. Each makes a page of some 30 kB on the line at most."""
Cited = tuple[Fact, Citation]
Years = Sheets[int | None, Record]
"""By year; None is for what has no date."""


def of_section(section: Section) -> Sheets[Group | None, Record]:
    """The items of a section, by group."""
    return sheets(f"{section.id}/index", section.grouped(), NAMES)


def of_targets(site: Site) -> Sheets[str, Record]:
    """All targets, by kind in the order in which the plan has them."""
    groups: dict[str, list[Record]] = {}
    for record in site.items("targets"):
        groups.setdefault(record.word("kind"), []).append(record)
    return sheets("targets/index", groups.items(), AIMS)


def of_checks(site: Site) -> Sheets[None, Record]:
    """All targets, in the order of the plan."""
    return sheets("checkable", [(None, site.items("targets"))], AIMS)


def of_sources(site: Site) -> Sheets[None, Record]:
    """All sources, the plan's own first."""
    own = site.policy.source
    found = sorted(site.items("sources"), key=lambda record: record.id != own)
    return sheets("sources/index", [(None, found)], NAMES)


def of_source(site: Site, record: Record) -> Sheets[int, Cited]:
    """The facts that rest on a source, by line; those without a line come first, under 0."""
    lines: dict[int, list[Cited]] = {}
    for fact in dict.fromkeys(site.by_source.get(record.id, ())):
        for cite in fact.ground.citations:
            if cite.source == record.id and (cite.line or fact.subject != record.ref):
                lines.setdefault(cite.line, []).append((fact, cite))
    return sheets(record.ref, sorted(lines.items()), CITED)


def of_timeline(site: Site) -> Years:
    """Every dated thing by year, the years of the plan without one kept; then targets undated."""
    policy = site.policy
    years: dict[int, list[Record]] = {n: [] for n in range(policy.start, policy.end + 1)}
    for when, record in dated(site):
        years.setdefault(when.year, []).append(record)
    groups: list[tuple[int | None, list[Record]]] = [(n, years[n]) for n in sorted(years)]
    undated = [record for record in site.items("targets") if not _has_date(record)]
    return sheets("timeline", [*groups, (None, undated)] if undated else groups, DATED)


def _has_date(target: Record) -> bool:
    due = target.get("due")
    return due is not None and due.value is not None


def of_questions(site: Site) -> Sheets[None, Record]:
    """All open questions."""
    return sheets("questions", [(None, site.items("questions"))], ASKED)


def of_glossary(site: Site) -> Sheets[None, Record]:
    """All terms, in the order of the data."""
    return sheets("glossary", [(None, site.items("glossary"))], AIMS)


def of_ties(site: Site, record: Record) -> Sheets[str, Tie]:
    """What a record is related to, by the file it stands in, in the order of the sections."""
    groups: dict[str, list[Tie]] = {}
    for tie in site.ties.get(record.ref, ()):
        groups.setdefault(tie.to.partition("/")[0], []).append(tie)
    order = [*site.sections, *sorted(FILES)]
    found = sorted(groups.items(), key=lambda row: order.index(row[0]))
    return sheets(record.ref, found, AIMS)


def placed(site: Site) -> dict[str, int]:
    """What has no page of its own and stands on a later sheet of its list -> the sheet's number.

    That is an item ('events/opening') or a line of a source ('sources/paper.40').
    """
    return {key: number for key, number in _placed(site) if number > 1}


def _placed(site: Site) -> Iterator[tuple[str, int]]:
    for found in (of_timeline(site), of_questions(site), of_glossary(site)):
        for one in found:
            rows = (record for piece in one.pieces for record in piece.rows)
            yield from ((record.ref, one.number) for record in rows if record.file in ANCHORED)
    for record in site.items("sources"):
        for part in of_source(site, record):
            starts = (piece.key for piece in part.pieces if not piece.before)
            yield from ((sheet(record.ref, line), part.number) for line in starts)
