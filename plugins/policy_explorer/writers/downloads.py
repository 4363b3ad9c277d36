"""Every file that a chart can be taken away as, and all of them in one archive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from policy_explorer.charts.palette import Palette
from policy_explorer.charts.picture import PHONE, PRINT, Plate, picture
from policy_explorer.charts.spec import WIDE
from policy_explorer.views.citing import edition
from policy_explorer.views.exports import Export, cites, credit, readme
from policy_explorer.views.silence import gaps
from policy_explorer.views.take import FORMATS, Weight, Weights, embeds, height
from policy_explorer.writers.archives import LISTED, archive, sha256, sums
from policy_explorer.writers.facts import row
from policy_explorer.writers.later import File, Later, made
from policy_explorer.writers.pictures import PNG, Studio, size
from policy_explorer.writers.tables import csv_file, workbook

PRINT_ZOOM, PHONE_ZOOM = 2.0, 2.7
PRINT_DPI, PHONE_DPI = 300, 72
SCHEMA = 1
Named = Mapping[str, File]


def files(export: Export, palette: Palette, studio: Studio) -> dict[str, File]:
    """Suffix -> file, in the order of `FORMATS`; no pictures while there is no font for them."""
    listed: dict[str, File] = {
        **_pictures(export, palette, studio),
        "csv": Later(lambda: csv_file(export)),
        "excel.csv": Later(lambda: csv_file(export, marked=True)),
        "xlsx": Later(lambda: workbook(export)),
        "json": Later(lambda: figure(export)),
    }
    others = {key: listed[key] for key in FORMATS if key in listed}
    listed["metadata.json"] = Later(lambda: metadata(export, others))
    found = {key: listed[key] for key in FORMATS if key in listed}
    return found | {"zip": Later(lambda: archive(_folder(export, found)))}


def _pictures(export: Export, palette: Palette, studio: Studio) -> dict[str, File]:
    def still() -> str:
        return picture(export.hung.chart, Plate(credit(export)), PRINT, palette).svg

    def phone() -> str:
        plate = Plate(credit(export), code(export.address))
        return picture(export.hung.chart, plate, PHONE, palette).svg

    vector: dict[str, File] = {"svg": Later(lambda: still().encode())}
    if not studio.is_open:
        return vector
    return vector | {
        "png": Later(lambda: studio.png(still(), PRINT_ZOOM, PRINT_DPI)),
        "wechat.png": Later(lambda: studio.png(phone(), PHONE_ZOOM, PHONE_DPI)),
    }


def code(address: str) -> tuple[tuple[int, ...], ...]:
    """The address as a QR code with its quiet edge, row by row; nothing where there is none."""
    if not address:
        return ()
    import segno  # noqa: PLC0415 -- most builds have no address, and need not load it

    return tuple(
        tuple(r) for r in segno.make(address, error="m", micro=False).matrix_iter(border=2)
    )


def figure(export: Export) -> bytes:
    """The figure in Plotly's schema, wide; its `meta` says what it is and where it comes from."""
    chart = export.hung.chart
    meta = {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "credit": list(credit(export)),
        "lang": chart.lang,
        "data_version": edition(export.lens)[0],
    }
    layout = dict(chart.wide["layout"]) | {"meta": meta}  # type: ignore[call-overload]
    return _json({"data": chart.wide["data"], "layout": layout})


def metadata(export: Export, others: Named) -> bytes:
    """What the chart says and rests on, for machines: its table, facts and citations.

    The other files are in it by their sizes and digests, so that none can be mistaken for one of
    another version of the data.
    """
    chart, lens = export.hung.chart, export.lens
    known = gaps(lens.site)
    cells = [
        [{"text": c.text, "basis": c.basis, "fact": c.fact} for c in line]
        for line in chart.table.rows
    ]
    return _json(
        {
            "schema": SCHEMA,
            "data_version": edition(lens)[0],
            "id": chart.id,
            "kind": chart.kind,
            "lang": chart.lang,
            "title": chart.title,
            "subtitle": chart.subtitle,
            "description": chart.description,
            "address": export.address or None,
            "credit": list(credit(export)),
            "licence": lens.site.policy.licence,
            "columns": [column.text for column in chart.table.columns],
            "rows": cells,
            "facts": [row(fact, (lens,), known) for fact in export.facts()],
            "citations": dict(cites(export)),
            "files": {key: _known(made(file)) for key, file in others.items()},
        }
    )


def _known(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": sha256(data)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _folder(export: Export, found: Named) -> Iterator[tuple[str, bytes]]:
    words = export.lens.words
    listed = tuple((export.name(key), words[f"format.{key}.what"]) for key in found)
    known = (*listed, (LISTED, words[f"download.{LISTED}"]))
    files = {"README.txt": readme(export, known).encode()}
    files |= {export.name(key): made(file) for key, file in found.items()}
    yield from files.items()
    yield LISTED, sums(files)


def everything(shelves: Iterable[Shelf]) -> Later:
    """All charts in one archive: a folder for each language, in it one for each chart."""
    kept = tuple(shelves)

    def folders() -> Iterator[tuple[str, bytes]]:
        for shelf in kept:
            single = {key: file for key, file in shelf.files.items() if key != "zip"}
            for name, data in _folder(shelf.export, single):
                yield f"{shelf.export.lens.lang}/{shelf.export.id}/{name}", data

    return Later(lambda: archive(folders()))


@dataclass(frozen=True, slots=True)
class Shelf:
    """A chart in one language and its files by suffix."""

    export: Export
    files: Named

    def placed(self) -> Iterator[tuple[str, File]]:
        """Each file by its path; under the chart's old ids, too, so that old addresses hold."""
        lens, record = self.export.lens, self.export.hung.record
        for name in (record.id, *record.texts("was")):
            for key, file in self.files.items():
                yield lens.urls.file(name, key, lens.lang), file
            if self.export.address:
                yield lens.urls.file(name, "oembed.json", lens.lang), self._oembed()

    def _oembed(self) -> Later:
        return Later(lambda: oembed(self.export, self.files))


def weights(files: Iterable[tuple[str, File]]) -> Weights:
    """The size of each file that is made already; of those to come, that they are there."""
    return {path: weight(file) for path, file in files}


def weight(file: File) -> Weight:
    """Bytes, and px of a picture; nothing known of what is still to be made."""
    data = file.ready if isinstance(file, Later) else file
    if data is None:
        return Weight()
    return Weight(len(data), *(size(data) if data.startswith(PNG) else (0, 0)))


def oembed(export: Export, found: Named) -> bytes:
    """What programs that embed by discovery ask for (oEmbed 1.0)."""
    lens = export.lens
    told: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": export.hung.chart.title,
        "provider_name": lens.site.policy.title[lens.lang],
        "provider_url": lens.urls.absolute(lens.urls.page("index", lens.lang)),
        "html": embeds(export, has_picture=False)[0].text,
        "width": WIDE.width,
        "height": height(export),
    }
    if "png" in found:
        width, tall = size(made(found["png"]))
        told |= {
            "thumbnail_url": export.url("png"),
            "thumbnail_width": width,
            "thumbnail_height": tall,
        }
    return _json(told)
