"""The files of the data: a table each, the package, the whole plan, one archive of all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from policy_explorer.model.status import Status
from policy_explorer.views.citing import Work, edition, of_work
from policy_explorer.views.data import ALL, FOLDER, PACKAGE, SITE, SUMS, file_title
from policy_explorer.views.lens import Lens
from policy_explorer.views.quantities import date as dated
from policy_explorer.writers.archives import LISTED, archive, sums
from policy_explorer.writers.later import File, Later, made
from policy_explorer.writers.opendata import items, ledger, model, parts
from policy_explorer.writers.opendata.cells import Drawn, Table
from policy_explorer.writers.opendata.package import package
from policy_explorer.writers.opendata.scribe import Scribe
from policy_explorer.writers.rows import in_rows

README = "README.txt"
RULE = f"\n{'-' * 60}\n\n"
Files = Mapping[str, File]


def files(scribe: Scribe, beside: Files, charts: Files) -> dict[str, File]:
    """All files of the data by their paths; `beside` are those that are there already.

    The archive of all charts lies among them and is known by its digest, but not packed again.
    """
    version, _ = edition(scribe.lenses[0])
    drawn = {name: cache(draw) for name, draw in drawings(scribe)}
    tables = {f"{FOLDER}{name}.csv": Later(partial(_csv, draw)) for name, draw in drawn.items()}
    jsons = {path: file for path, file in beside.items() if path.count("/") == 1}
    whole = {**jsons, SITE: Later(lambda: in_rows(model.site(scribe.lenses, version)))}

    def described() -> bytes:
        known = {f"{name}.csv": draw() for name, draw in drawn.items()}
        found = _all_made({**tables, **whole})
        return _json(package(scribe, known, found))

    told: dict[str, File] = {PACKAGE: Later(described), **tables, **whole, **beside}
    box = Later(lambda: archive(_box(scribe, _all_made(told))))
    listed = {ALL: box, **told, **charts}
    return {**listed, SUMS: Later(lambda: sums(_all_made(listed)))}


def drawings(scribe: Scribe) -> Iterator[Drawn]:
    """Every table: the facts of the plan, its parts, its files."""
    yield from ledger.tables(scribe)
    yield from parts.tables(scribe)
    yield from items.tables(scribe)


def _csv(draw: Callable[[], Table]) -> bytes:
    return draw().csv()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _all_made(found: Files) -> dict[str, bytes]:
    """Their bytes, each under its name from the folder of the data."""
    return {path.removeprefix(FOLDER): made(file) for path, file in found.items()}


def _box(scribe: Scribe, found: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What lies in the archive: how to read it, the files, and how each is known."""
    said = readme(scribe.lenses, found).encode()
    yield README, said
    yield from found.items()
    yield LISTED, sums({README: said, **found})


def readme(lenses: Iterable[Lens], names: Iterable[str]) -> str:
    """What lies in the archive and how it is read, in one language after the other."""
    listed = tuple(name for name in names if "/" not in name)
    return RULE.join(_readme(lens, listed) for lens in lenses)


def _readme(lens: Lens, names: Iterable[str]) -> str:
    words, policy = lens.words, lens.site.policy
    version, date = edition(lens)
    address = lens.urls.absolute(lens.urls.page("index", lens.lang))
    said = words.say("data.edition", version=version, date=dated(date, words))
    works = of_work(lens, Work(policy.title[lens.lang], policy.id, address))
    licence = words.say("data.licence", licence=policy.licence)
    statuses = {str(status): words[f"status.{status}"] for status in Status}
    listed = (f"- {name}: {file_title(lens, name)}" for name in names)
    parts = (
        f"{policy.title[lens.lang]}\n{policy.publisher[lens.lang]}",
        "\n".join(part for part in (said, licence, policy.licence_url, address) if part),
        words["take.not_official"],
        "\n".join((words["readme.files"], *listed, f"- schema/: {words['data.schemas']}")),
        "\n".join((words["bundle.read"], *words.group("bundle.read_list").values())),
        "\n".join((words["bundle.rules"], *_named(words.group("rule")))),
        "\n".join((words["bundle.statuses"], *_named(statuses))),
        "\n\n".join((words["data.cite"], *(f"{style}\n{text}" for style, text in works))),
        f"{words['bundle.check']}\n    sha256sum -c {LISTED}",
    )
    return "\n\n".join(parts) + "\n"


def _named(words: Mapping[str, str]) -> Iterator[str]:
    """What stands in a column, and what it means."""
    return (f"- {name}: {said}" for name, said in words.items())
