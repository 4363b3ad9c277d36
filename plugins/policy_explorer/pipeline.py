"""The whole flow on one screen: read, check, link; then, and only then, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from policy_explorer.charts.palette import PROPERTIES, Palette
from policy_explorer.graph import Site, changes, link, names
from policy_explorer.graph.changes import Change
from policy_explorer.graph.citations import State, Texts, audit
from policy_explorer.inputs import (
    content,
    filing,
    load,
    meanings,
    snapshot,
    sources,
    strings,
    text,
    tokens,
)
from policy_explorer.model.legend import Legend
from policy_explorer.model.record import Plan
from policy_explorer.problems import Problem, Refused, errors
from policy_explorer.settings import Settings
from policy_explorer.urls import Urls
from policy_explorer.views import build as views
from policy_explorer.views.ledger import SPLIT_ABOVE, volumes
from policy_explorer.views.lens import Lens
from policy_explorer.views.lists import placed
from policy_explorer.writers import assets, breaks, disk, fonts, manifest, renamed, schema, swap
from policy_explorer.writers.downloads import weights
from policy_explorer.writers.finish import Tell, fill
from policy_explorer.writers.html import Press
from policy_explorer.writers.later import File, Lazy, all_made
from policy_explorer.writers.pictures import Studio
from policy_explorer.writers.published import Published
from policy_explorer.writers.schema import Declared
from policy_explorer.writers.store import Memory, Store
from policy_explorer.writers.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking: the site where nothing forbids it, and every Problem."""

    site: Site | None
    problems: tuple[Problem, ...]


def check(settings: Settings) -> Checked:
    """Read and link the plan, collecting every Problem of both."""
    found = load.load(settings)
    problems = list(found.problems)
    if found.plan is None:
        return Checked(None, tuple(sorted(set(problems))))
    problems = list(names.suggested(problems, found.plan.records()))
    plan = found.plan if settings.drafts else found.plan.without_drafts()
    checked = audit(plan, *_kept(settings, plan), strict=settings.strict)
    site, more = link(plan, checked, found.broken)
    problems += (*checked.problems, *more)
    if not errors(problems):
        problems += (*_of_words(settings, site), *_beside(settings))
    rows = tuple(sorted(_causes(problems)))
    return Checked(None if errors(rows) else site, rows)


def _causes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each once; where a citation is wrong, it is not also called unchecked."""
    found = set(problems)
    wrong = {(p.path, p.line, p.col) for p in errors(found) if p.code != "unchecked"}
    return (p for p in found if p.code != "unchecked" or (p.path, p.line, p.col) not in wrong)


def _of_words(settings: Settings, site: Site) -> tuple[Problem, ...]:
    """What is wrong with the strings and the content, and with the links in it."""
    try:
        lenses = _lenses(settings, site)
        views.prose_of(lenses, content.load(settings, site.policy.codes))
    except Refused as refused:
        return refused.problems
    return ()


def _beside(settings: Settings) -> Iterator[Problem]:
    """What is wrong with files that are read only when something is made of the plan."""
    colours = settings.colours
    reads = (
        lambda: snapshot.read(settings),
        lambda: colours and text.read(colours, settings.shown(colours)),
    )
    for read in reads:
        try:
            read()
        except Refused as refused:
            yield from refused.problems


def _lenses(settings: Settings, site: Site) -> tuple[Lens, ...]:
    words = strings.load(settings, site.policy.codes)
    is_split = len(site.facts) > SPLIT_ABOVE
    parts = volumes(site) if is_split else {}
    sections, sheets = tuple(site.sections), placed(site)
    urls = Urls(site.policy.codes, sections, settings.site_url, is_split, parts, sheets)
    return views.lenses(site, words, urls)


def _kept(settings: Settings, plan: Plan) -> tuple[Texts, frozenset[str]]:
    """The texts of sources at hand, and what the lock remembers of those that are not."""
    names = [record.id for record in plan.files["sources"].items]
    texts = sources.texts(settings.sources, names) if settings.sources else {}
    return texts, sources.locked(settings)


def news(settings: Settings, site: Site) -> tuple[str, tuple[Change, ...]]:
    """The newest version, and what every fact said otherwise in it; '' where none is remembered.

    Problems (raised): bad-lock.
    """
    base = snapshot.read(settings)
    if base is None:
        return "", ()
    version, before = base
    now, moved = changes.state(site.facts.values()), changes.moves(site.records.values())
    return _edition(site)[0], changes.since(before, site.items("changes"), version, now, moved)


def remember(settings: Settings, site: Site, version: str) -> Path:
    """Write down what every fact says in a version of the data, and say where."""
    return snapshot.write(settings, version, changes.state(site.facts.values()))


def lock(settings: Settings, site: Site) -> Path:
    """Write the lock: the digest of every citation that was found at its line just now."""
    good = (key for key, state in site.states.items() if state is State.VERIFIED)
    return sources.lock(settings, good)


def read(settings: Settings) -> Site:
    """The linked plan; raises `Refused` with every Problem where there is an error."""
    found = check(settings)
    if found.site is None:
        raise Refused(errors(found.problems))
    return found.site


def render(settings: Settings, *, is_full: bool = False) -> dict[str, bytes]:
    """Every file of the site by its path, read back and found good; nothing is written yet.

    `is_full` asks more of the pages, which takes a while.

    Problems (raised as `Refused`): all of the data, and broken-site.
    """
    store = Memory()
    _fill(store, settings, read(settings), is_full=is_full)
    return store.kept


def _fill(
    store: Store[Any], settings: Settings, site: Site, *, is_full: bool, tell: Tell | None = None
) -> None:
    fill(store, settings, workshop(settings, site), is_full=is_full, tell=tell)


@dataclass(frozen=True, slots=True)
class Draft:
    """A site while it is worked on."""

    site: Site
    problems: tuple[Problem, ...]
    """Warnings; nothing worse stands."""
    files: Mapping[str, File]
    """Every file by its path, each made when asked for.

    Making a page may raise `Refused`: what cannot be drawn is found when somebody looks at it.
    """


def draft(settings: Settings) -> Draft:
    """The same files, hardly any of them made yet; raises `Refused`."""
    found = check(settings)
    if found.site is None:
        raise Refused(errors(found.problems))
    shop = workshop(settings, found.site)
    taken = Lazy(shop.taken, {})
    behind = Lazy(lambda: _once((*taken.items(), *shop.frames())), {})
    weighed = Lazy(lambda: weights(taken.items()), {})
    shown = Lazy(lambda: behind, _once(shop.pages(weighed)))
    return Draft(found.site, found.problems, Lazy(lambda: _once(shop.parts()), shown))


def _once(files: Iterable[tuple[str, File]]) -> dict[str, File]:
    """Files by path. FileExistsError: two want the same one."""
    found: dict[str, File] = {}
    for path, file in files:
        if path in found:
            raise FileExistsError(path)
        found[path] = file
    return found


def _edition(site: Site) -> tuple[str, str]:
    """Version and date of the data: those of the newest change."""
    entry = next(iter(site.items("changes")), None)
    return (entry.word("version"), str(entry.props["date"])) if entry else ("", "")


def workshop(settings: Settings, site: Site) -> Workshop:
    """The linked plan with all that its files are made with."""
    lenses, colours = _lenses(settings, site), palette(settings)
    kept = settings.cache
    found = fonts.find(x.tag for x in site.policy.languages)
    studio = Studio(found, kept and kept / "pictures")
    hints = {x.tag: breaks.of(site, x.code) for x in site.policy.languages}
    words = legend(settings, site.policy.codes)
    collected = assets.collect(settings.theme, settings.colours)
    return Workshop(
        theme=settings.theme,
        lenses=lenses,
        prose=content.load(settings, site.policy.codes),
        charts=views.galleries(lenses, colours, has_pictures=studio.is_open),
        palette=colours,
        press=Press(
            settings.theme, collected, hints, renamed.of(site), kept and kept / "templates"
        ),
        studio=studio,
        version=_edition(site)[0],
        schemas=lambda: _schemas(_declared(settings, site), words),
        legend=words,
    )


def _schemas(declared: Declared, words: Legend) -> dict[str, File]:
    made_from = schema.schemas(declared, words)
    return {f"{schema.FOLDER}{name}": file for name, file in made_from.items()}


def _declared(settings: Settings, plan: Plan | Site) -> Declared:
    """What the data say of their own keys."""
    parts = plan.sections
    sections = parts if isinstance(parts, tuple) else tuple(parts.values())
    return Declared(plan.policy, sections, plan.files, filing.split(settings))


def legend(settings: Settings, codes: tuple[str, ...]) -> Legend:
    """What keys are called and mean, for authors."""
    return Legend(strings.load(settings, codes), meanings.load())


def schemas(settings: Settings) -> dict[str, bytes]:
    """The schemas of a plan for editors; raises `Refused` where a head cannot be read."""
    found = load.load(settings)
    plan = found.plan
    if plan is None or len(plan.sections) < len(plan.policy.sections):
        raise Refused(errors(found.problems))
    words = legend(settings, plan.policy.codes)
    return all_made(schema.schemas(_declared(settings, plan), words))


def palette(settings: Settings) -> Palette:
    """The colours of charts, read from the tokens of the style sheet: one source for both."""
    css = (settings.theme / "static/css/2-tokens.css").read_text(encoding="utf-8")
    colours = settings.colours
    own = colours.read_text(encoding="utf-8") if colours else ""
    found = tokens.colours(css + own)
    return Palette.of({role: found[name.removeprefix("--")] for role, name in PROPERTIES.items()})


def publish(
    settings: Settings, folder: Path, *, is_full: bool = False, tell: Tell | None = None
) -> Published:
    """Build into a folder: check, render and verify all, then put it in the old site's place.

    `tell` is told what is being done.

    Problems (raised as `Refused`): all of the data, bad-output and broken-site. The folder is not
    touched while one stands.
    """
    disk.guard(folder, settings.folders, settings.shown(folder))
    before = manifest.listed(folder)
    found = check(settings)
    if (site := found.site) is None:
        raise Refused(errors(found.problems))
    filled = partial(_fill, settings=settings, site=site, is_full=is_full, tell=tell)
    return Published(swap.put(folder, before, filled), before, site, len(found.problems))
