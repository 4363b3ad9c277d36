"""What the files of a site are made with, and which files there are, each still to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from policy_explorer.charts.palette import Palette
from policy_explorer.model.legend import Legend
from policy_explorer.model.prose import Prose
from policy_explorer.views import build as views
from policy_explorer.views import search
from policy_explorer.views.chart import ARCHIVE
from policy_explorer.views.chart_pages import frames
from policy_explorer.views.citing import edition
from policy_explorer.views.desk import Desk, Leaf
from policy_explorer.views.discovery import known
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.patterns import NAME
from policy_explorer.views.search import Entry
from policy_explorer.views.take import Weights
from policy_explorer.writers import downloads, facts, patterns, sitemap
from policy_explorer.writers import search as finding
from policy_explorer.writers.card import cards
from policy_explorer.writers.downloads import Shelf
from policy_explorer.writers.feed import feed
from policy_explorer.writers.html import Press
from policy_explorer.writers.later import File, Later
from policy_explorer.writers.opendata import bundle
from policy_explorer.writers.opendata.scribe import Scribe
from policy_explorer.writers.pictures import Studio

Files = Iterator[tuple[str, File]]
"""Files by their paths from the site's root."""


@dataclass(frozen=True)
class Workshop:
    """What all files of a site are made with."""

    theme: Path
    lenses: tuple[Lens, ...]
    prose: tuple[Prose, ...]
    charts: Mapping[str, Gallery]
    palette: Palette
    press: Press
    studio: Studio
    version: str
    """Of the data."""
    schemas: Callable[[], Mapping[str, File]]
    """Gives the schemas of the data by their paths, for editors."""
    legend: Legend
    """What the keys of the data are called and mean."""

    def taken(self) -> dict[str, File]:
        """What may be taken away: the data, every chart's files, the archives of both, the cards.

        Problems (raised): no-picture.
        """
        shelves = [
            Shelf(export, downloads.files(export, self.palette, self.studio))
            for export in views.exports(self.lenses, self.charts)
        ]
        placed = {path: file for shelf in shelves for path, file in shelf.placed()}
        archive = {ARCHIVE: downloads.everything(shelves)} if shelves else {}
        numbers = Later(lambda: facts.facts_json(self.lenses, self.version))
        data = {facts.PATH: numbers, **self.schemas()}
        package = bundle.files(Scribe(self.lenses, self.legend), data, archive)
        return {**placed, **package, **cards(self.lenses, self.palette, self.studio)}

    def pages(self, weights: Weights) -> Files:
        """Pages, style sheets, scripts, signs; `weights` are those of what can be taken away."""
        yield from self.press.assets.files
        desks = views.desks(self.lenses, self.charts, self.prose, weights, lambda: self._names)
        for desk in desks:
            yield from (self._printed(known(desk, leaf)) for leaf in views.pages(desk))
            yield self._printed(self._patterns(desk))
        yield finding.PATH, Later(lambda: self._index[finding.PATH])
        yield from self._signs(desks)

    def _signs(self, desks: tuple[Desk, ...]) -> Files:
        """What leads programs to the pages: feeds, robots.txt, with an address the sitemap."""
        for one in self.lenses:
            yield one.urls.feed(one.lang), Later(partial(feed, one))
        urls = self.lenses[0].urls
        yield sitemap.ROBOTS, sitemap.robots(urls.site_url)
        if urls.site_url:
            listed = zip(*map(views.listed, desks), strict=True)
            pages = (tuple((x.lens.tag, urls.absolute(x.path)) for x in twins) for twins in listed)
            yield from sitemap.sitemaps(pages, urls.site_url, edition(self.lenses[0])[1]).items()

    def frames(self) -> Files:
        """Charts for frames on other sites: one for each that there is something to draw of.

        Problems (raised): no-picture.
        """
        for one in self.lenses:
            desk = Desk(one, self.lenses, self.charts[one.lang], (), {}, tuple)
            yield from (self._printed(leaf) for leaf in frames(desk))

    def _printed(self, leaf: Leaf) -> tuple[str, Later]:
        return leaf.path, Later(lambda: self.press.page(leaf.make(), leaf.lens.words))

    def _patterns(self, desk: Desk) -> Leaf:
        return desk.leaf(NAME, partial(patterns.page, self.press, self.theme))

    @cached_property
    def _names(self) -> tuple[Entry, ...]:
        return search.named(self.lenses, self.charts)

    def parts(self) -> Files:
        """The parts of a large index of the search; none of a small one."""
        yield from ((path, data) for path, data in self._index.items() if path != finding.PATH)

    @cached_property
    def _index(self) -> dict[str, bytes]:
        return finding.index_files(self.lenses, self._names, search.facts(self.lenses))
