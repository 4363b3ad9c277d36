"""`new SECTION ID`: an item put into its file, and what is still missing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policy_explorer import pipeline, problems
from policy_explorer.graph import Site
from policy_explorer.inputs import load, spots
from policy_explorer.model.files import FILES
from policy_explorer.model.keys import Key
from policy_explorer.model.record import Plan, Record
from policy_explorer.problems import Problem, Refused, quoted, said
from policy_explorer.settings import Settings
from policy_explorer.writers import entry, scaffold
from policy_explorer.writers.schema import of_file, of_section
from policy_explorer.writers.stubs import Stub


class NoSuchFileError(Exception):
    """Neither a section of the plan nor one of the fixed files."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Where an item begins, its lines, and what `check` now says of it."""

    shown: str
    first: int
    rows: tuple[str, ...]
    missing: tuple[Problem, ...]


def item(settings: Settings, file: str, name: str) -> Begun:
    """Begin an item in a section or a fixed file; nothing is written while a Problem stands.

    Problems (raised): those of the head of the plan and of the file; bad-id, duplicate-id,
    reserved-id. Raises `NoSuchFileError` where there is no such section.
    """
    read = load.load(settings)
    if read.plan is None:
        raise Refused(problems.errors(read.problems))
    keys, there = _file(read.plan, read.problems, file)
    spot = spots.find(settings, file, name)
    shown = settings.shown(spot.path)
    is_version = file == "changes"
    (_may_be_version if is_version else spots.may_be_called)(shown, name, there)
    before = pipeline.check(settings)
    legend = pipeline.legend(settings, read.plan.policy.codes)
    head = read.plan.policy
    stub = Stub(file, keys, head.codes, legend, sections=head.sections, has_ground=spot.has_ground)
    rows = stub.rows(name)
    if is_version and before.site is not None:
        rows = _with_facts(settings, before.site, rows)
    added = scaffold.item(spot, shown, stub, rows)
    if is_version and before.site is not None:
        pipeline.remember(settings, before.site, name)
    after = pipeline.check(settings).problems
    return Begun(shown, added.first, added.rows, tuple(_new(before.problems, after, shown, added)))


def _with_facts(settings: Settings, site: Site, rows: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of an entry with every fact that says another thing than in the last one."""
    listed = entry.listed(pipeline.news(settings, site)[1])
    kept = tuple(row for row in rows if not row.startswith("# facts:"))
    return (*kept, *listed) if listed else rows


def _may_be_version(shown: str, name: str, there: tuple[Record, ...]) -> None:
    """A version stands once in the list."""
    for record in there:
        if record.word("version") == name:
            at, message = record.place, said("version {} is there already", quoted(name))
            raise Refused([Problem(shown, at.line, at.col, "duplicate-id", message)])


def _file(
    plan: Plan, found: tuple[Problem, ...], name: str
) -> tuple[tuple[Key, ...], tuple[Record, ...]]:
    """The keys of a file's items beside the common ones, and the items there are."""
    for section in plan.sections:
        if section.id == name:
            return of_section(section), section.items
    if name in FILES:
        file = plan.files[name]
        return of_file(file), file.items
    if name in plan.policy.sections:
        raise Refused(problems.errors(found))
    sections = [section.id for section in plan.sections]
    hint = problems.nearest(name, ("policy", *sections, *FILES), offer=0)
    known = hint or said("there are {}", ", ".join((*sections, *FILES)))
    missing = said("there is no section {}", quoted(name))
    raise NoSuchFileError(said("{}; {}", missing, known))


def _new(
    before: Iterable[Problem], after: Iterable[Problem], shown: str, added: scaffold.Added
) -> Iterable[Problem]:
    """What is wrong with the new lines, and what is wrong elsewhere since they are there.

    That nothing leads to an item yet is no news of one that was just begun.
    """
    known = {(p.path, p.code, p.message) for p in before}
    for problem in (p for p in after if p.code != "unused"):
        is_here = problem.path == shown and added.holds(problem.line)
        if is_here or (problem.path, problem.code, problem.message) not in known:
            yield problem
