"""The page of the data: what can be taken, what its keys mean, how facts are named and cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policy_explorer.model.fact import Fact
from policy_explorer.views import quantities
from policy_explorer.views.chart import ARCHIVE
from policy_explorer.views.citing import Cites, Work, edition, of_work
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Link, Seg
from policy_explorer.views.take import Download, Weight, Weights, large

FOLDER = "data/"
"""Where all files of the data stand, from the site's root."""
ALL, PACKAGE, SITE, FACTS, SUMS = (
    f"{FOLDER}{name}"
    for name in ("all.zip", "datapackage.json", "site.json", "facts.json", "SHA256SUMS")
)
"""The archive, the package that describes the tables, the plan, every fact, the digests."""
SCHEMAS = f"{FOLDER}schema/"
CSV = ".csv"
SHAPES = (
    ("record", re.compile(r"[^/.]+/[^/.]+")),
    ("field", re.compile(r"[^/.]+/[^/.]+\.[a-z_]+")),
    ("entry", re.compile(r"[^/.]+/[^/.]+\.(?!path\.)[a-z_]+\.\d+")),
    ("count", re.compile(r"[^/]+\.stated_count")),
    ("plan", re.compile(r"policy\.[a-z_]+")),
    ("made", re.compile(r"[^/.]+/[^/.]+\.path\.\d+")),
)
"""What an id may stand for, and its shape; of each the first in the data is shown."""


@dataclass(frozen=True, slots=True)
class Named:
    """An id of this plan, what kind of thing has such ids, and the fact itself."""

    id: str
    kind: str
    fact: Seg


@dataclass(frozen=True, slots=True)
class Keyed:
    """A key of facts.json and what it holds."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class DataView:
    """Files, sizes, versions and citations stand beside the page's matter, not in it."""

    head: Head
    whole: tuple[Keyed, ...]
    fact: tuple[Keyed, ...]
    ids: tuple[Named, ...]
    files: tuple[Download, ...]
    tables: tuple[Download, ...]
    charts: tuple[Download, ...]
    schemas: tuple[Link, ...]
    edition: str
    changes: Link
    licence: Link
    cites: Cites


def data_view(lens: Lens, gallery: Gallery, weights: Weights) -> DataView:
    """What can be taken from the site in the lens's language."""
    words, policy = lens.words, lens.site.policy
    version, date = edition(lens)
    said = words.say("data.edition", version=version, date=quantities.date(date, words))
    address = lens.urls.absolute(lens.urls.page("index", lens.lang))
    return DataView(
        head=Head(Seg(words["title.data"]), (), (Seg(words["data.lead"]),)),
        whole=tuple(Keyed(*pair) for pair in words.group("data.whole").items()),
        fact=tuple(Keyed(*pair) for pair in words.group("data.fact").items()),
        ids=tuple(_ids(lens)),
        files=tuple(_files(lens, weights)),
        tables=tuple(_tables(lens, weights)),
        charts=tuple(_charts(lens, gallery, weights)),
        schemas=tuple(_schemas(lens, weights)),
        edition=said,
        changes=Link(words["data.changes"], lens.page("changes")),
        licence=Link(words.say("data.licence", licence=policy.licence), policy.licence_url),
        cites=of_work(lens, Work(policy.title[lens.lang], policy.id, address)),
    )


def _ids(lens: Lens) -> Iterator[Named]:
    for key, shape in SHAPES:
        fact = next((f for f in lens.site.facts.values() if _is_example(lens, f, shape)), None)
        if fact is not None:
            yield Named(fact.id, lens.words[f"data.id.{key}"], lens.seg(fact))


def _is_example(lens: Lens, fact: Fact, shape: re.Pattern[str]) -> bool:
    """Whether an id has a shape; of things in files, only those the plan itself is made of."""
    file = fact.id.partition("/")[0]
    is_own = "/" not in fact.id or file in {*lens.site.sections, "targets"}
    return is_own and fact.value is not None and shape.fullmatch(fact.id) is not None


def _files(lens: Lens, weights: Weights) -> Iterator[Download]:
    """The whole in one file first; then what programs read; last what all can be checked by."""
    for path in (ALL, PACKAGE, SITE, FACTS, ARCHIVE, SUMS):
        if path in weights:
            name = path.removeprefix(FOLDER)
            kind = name.rpartition(".")[2].upper() if "." in name else "TXT"
            yield _download(lens, kind, file_title(lens, name), path, weights[path])


def _tables(lens: Lens, weights: Weights) -> Iterator[Download]:
    """The CSV of each table, in the order of the package."""
    for path, weight in weights.items():
        name = path.removeprefix(FOLDER)
        if path.startswith(FOLDER) and name.endswith(CSV):
            yield _download(lens, "CSV", file_title(lens, name), path, weight)


def file_title(lens: Lens, name: str) -> str:
    """What is in a file of the data: `facts.json`, `targets.csv`."""
    table = name.removesuffix(CSV)
    return table_title(lens, table) if table != name else lens.words[f"download.{name}"]


def table_title(lens: Lens, name: str) -> str:
    """What a table is called: as its file is, unless it is none of the files of a plan."""
    key = f"table.{name}"
    return lens.words[key] if key in lens.words else lens.file_name(name)


def _charts(lens: Lens, gallery: Gallery, weights: Weights) -> Iterator[Download]:
    for name, hung in gallery.charts.items():
        path = lens.urls.file(name, "csv", lens.lang)
        if path in weights:
            yield _download(lens, "CSV", hung.chart.title, path, weights[path])


def _schemas(lens: Lens, weights: Weights) -> Iterator[Link]:
    """The schema of each file of the data, for editors and programs that check."""
    for path in weights:
        if path.startswith(SCHEMAS):
            name = path.removeprefix(SCHEMAS).partition(".")[0]
            yield Link(name, lens.to(path))


def _download(lens: Lens, kind: str, what: str, path: str, weight: Weight) -> Download:
    name = file = path.rpartition("/")[2]
    if path == ALL:  # among other downloads, `all` would say nothing
        name = f"{lens.site.policy.id}-data.zip"
    return Download(kind, what, lens.to(path), large(lens.words, weight.size), name, file)
