"""Whether a file can be read as what its name says."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

from policy_explorer.problems import said
from policy_explorer.writers.packed import END
from policy_explorer.writers.verify.markup import Fault

INLINE = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
PNG = b"\x89PNG\r\n\x1a\n"
PNG_ENDS = b"IEND\xaeB`\x82"


def flaws(path: str, data: bytes, files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Whether a file cannot be read as what it is, or is packed and holds something else."""
    end = path.rpartition(".")[2]
    try:
        if path.endswith(END):
            _twin(data, files[path.removesuffix(END)])
        elif end in READERS:
            READERS[end](data)
    except ERRORS as error:
        yield Fault(path, 0, said("it cannot be read as {}: {}", end.upper(), error))


def _page(data: bytes) -> None:
    for found in INLINE.finditer(data.decode()):
        _json(found[1].encode())


def _json(data: bytes) -> None:
    json.loads(data, parse_constant=_no_number, object_pairs_hook=_forgotten)


def _forgotten(_: object) -> None:
    """Nothing of an object is kept: a large plan has a hundred MB of them."""


def _no_number(word: str) -> None:
    raise ValueError(word)


def _xml(data: bytes) -> None:
    ET.fromstring(data)  # noqa: S314 -- a file of our own making


def _csv(data: bytes) -> None:
    """Every row has as many cells as the first."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    width = len(next(rows, ()))
    odd = next((n for n, row in enumerate(rows, 2) if len(row) != width), 0)
    if odd:
        raise ValueError(said("row {} has another number of cells than the first", odd))


def _archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        broken = box.testzip()
    if broken:
        raise ValueError(broken)


def _workbook(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        for name in box.namelist():
            _xml(box.read(name))


def _picture(data: bytes) -> None:
    if not (data.startswith(PNG) and data.endswith(PNG_ENDS)):
        raise ValueError(said("it is cut off, or no picture"))


def _twin(data: bytes, whole: bytes) -> None:
    if gzip.decompress(data) != whole:
        raise ValueError(said("it holds something else than the file beside it"))


READERS: Mapping[str, Callable[[bytes], None]] = {
    "csv": _csv,
    "html": _page,
    "json": _json,
    "png": _picture,
    "svg": _xml,
    "xlsx": _workbook,
    "xml": _xml,
    "zip": _archive,
}
ERRORS = (ValueError, ET.ParseError, csv.Error, zipfile.BadZipFile, zlib.error, EOFError, KeyError,
          OSError)  # fmt: skip
