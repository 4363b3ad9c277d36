"""The whole flow on one screen: read, check, link; then, and only then, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from policy_explorer.charts.palette import PROPERTIES, Palette
from policy_explorer.graph import Site, link
from policy_explorer.graph.citations import State, Texts, audit
from policy_explorer.inputs import content, sources, strings, tokens
from policy_explorer.inputs.load import load
from policy_explorer.model.record import Plan
from policy_explorer.problems import Problem, Refused, errors
from policy_explorer.settings import Settings
from policy_explorer.urls import Urls
from policy_explorer.views import build as views
from policy_explorer.views import search
from policy_explorer.views.chart import ARCHIVE
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.ledger import SPLIT_ABOVE
from policy_explorer.views.lens import Lens
from policy_explorer.writers import assets, breaks, disk, downloads, facts, fonts, patterns
from policy_explorer.writers import search as finding
from policy_explorer.writers.disk import Disk
from policy_explorer.writers.downloads import Shelf
from policy_explorer.writers.html import Press
from policy_explorer.writers.later import File, Later, all_made
from policy_explorer.writers.pictures import Studio


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking: the site where nothing forbids it, and every Problem."""

    site: Site | None
    problems: tuple[Problem, ...]


def check(settings: Settings) -> Checked:
    """Read and link the plan, collecting every Problem of both."""
    found = load(settings)
    problems = list(found.problems)
    if found.plan is None:
        return Checked(None, tuple(sorted(set(problems))))
    plan = found.plan if settings.drafts else found.plan.without_drafts()
    checked = audit(plan, *_kept(settings, plan), strict=settings.strict)
    site, more = link(plan, checked, found.broken)
    problems += (*checked.problems, *more)
    if not errors(problems):
        problems += _of_words(settings, site)
    rows = tuple(sorted(set(problems)))
    return Checked(None if errors(rows) else site, rows)


def _of_words(settings: Settings, site: Site) -> tuple[Problem, ...]:
    """What is wrong with the strings and the content, and with the links in it."""
    try:
        lenses = _lenses(settings, site)
        views.prose_of(lenses, content.load(settings, site.policy.codes))
    except Refused as refused:
        return refused.problems
    return ()


def _lenses(settings: Settings, site: Site) -> tuple[Lens, ...]:
    words = strings.load(settings, site.policy.codes)
    is_split = len(site.facts) > SPLIT_ABOVE
    urls = Urls(site.policy.codes, tuple(site.sections), settings.site_url, is_split)
    return views.lenses(site, words, urls)


def _kept(settings: Settings, plan: Plan) -> tuple[Texts, frozenset[str]]:
    """The texts of sources at hand, and what the lock remembers of those that are not."""
    names = [record.id for record in plan.files["sources"].items]
    texts = sources.texts(settings.sources, names) if settings.sources else {}
    return texts, sources.locked(settings)


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


def render(settings: Settings) -> dict[str, bytes]:
    """Every file of the site by its path, nothing written yet; raises `Refused`."""
    return all_made(draft(settings, whole=True))


def draft(settings: Settings, *, whole: bool = False) -> dict[str, File]:
    """Every file of the site by its path, costly ones still to be made; raises `Refused`.

    `whole`: pictures and archives are made first, so that pages can say how large they are.
    """
    site = read(settings)
    made: dict[str, File] = {}
    for path, data in _files(settings, site, whole=whole):
        if path in made:
            raise FileExistsError(path)
        made[path] = data
    version, date = _edition(site)
    made[disk.MARK] = disk.mark(version, date, made, _studio(settings, site).signature)
    return made


def _studio(settings: Settings, site: Site) -> Studio:
    """What pictures are made with on this machine."""
    return Studio(fonts.find(x.tag for x in site.policy.languages), settings.cache)


def _edition(site: Site) -> tuple[str, str]:
    """Version and date of the data: those of the newest change."""
    entry = next(iter(site.items("changes")), None)
    return (entry.word("version"), str(entry.props["date"])) if entry else ("", "")


def _files(settings: Settings, site: Site, *, whole: bool) -> Iterator[tuple[str, File]]:
    found = assets.collect(settings.theme, settings.tokens)
    prose = content.load(settings, site.policy.codes)
    lenses, colours = _lenses(settings, site), palette(settings)
    hints = {x.tag: breaks.of(site, x.code) for x in site.policy.languages}
    studio, press = _studio(settings, site), Press(settings.theme, found, hints)
    charts = views.galleries(lenses, colours, has_pictures=studio.is_open)
    taken = _taken(lenses, charts, colours, studio)
    if whole:
        taken = dict(all_made(taken))
    taken[facts.PATH] = facts.facts_json(lenses, _edition(site)[0])
    yield from found.files
    yield from taken.items()
    names, weights = search.named(lenses, charts), downloads.weights(taken.items())
    for lens, page in views.pages(lenses, charts, prose, weights, names):
        yield page.frame.path, press.page(page, lens.words)
    for lens in lenses:
        shown = patterns.page(press, settings.theme, lens)
        yield shown.frame.path, press.page(shown, lens.words)
    yield finding.PATH, Later(lambda: finding.index_js(lenses, (*names, *search.facts(lenses))))


def _taken(
    lenses: tuple[Lens, ...], charts: Mapping[str, Gallery], colours: Palette, studio: Studio
) -> dict[str, File]:
    """Every file that charts can be taken away as, and the archive of all of them."""
    shelves = [
        Shelf(export, downloads.files(export, colours, studio))
        for export in views.exports(lenses, charts)
    ]
    placed = {path: file for shelf in shelves for path, file in shelf.placed()}
    return placed | ({ARCHIVE: downloads.everything(shelves)} if shelves else {})


def palette(settings: Settings) -> Palette:
    """The colours of charts, read from the tokens of the style sheet: one source for both."""
    css = (settings.theme / "static/css/2-tokens.css").read_text(encoding="utf-8")
    own = settings.tokens.read_text(encoding="utf-8") if settings.tokens else ""
    found = tokens.colours(css + own)
    return Palette.of({role: found[name.removeprefix("--")] for role, name in PROPERTIES.items()})


def publish(settings: Settings, folder: Path) -> Disk:
    """Build into a folder: check and render all, then write what is new and prune what is old.

    Problems (raised as `Refused`): all of the data, and bad-output. The folder is not touched
    while one stands.
    """
    ours = (settings.data, settings.content, settings.theme, settings.root / "plugins")
    disk.guard(folder, ours, settings.shown(folder))
    files = render(settings)
    target = Disk(folder)
    for path, data in files.items():
        target.write(path, data)
    target.prune()
    return target
