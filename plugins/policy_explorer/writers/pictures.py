"""Pictures: SVG -> PNG by resvg, no browser; kept by what they are made from."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PNG = b"\x89PNG"
"""How the bytes of one begin."""
KEPT = 2000
"""Pictures kept between builds; the oldest go first."""
INCH = 0.0254
"""In metres, as PNG counts."""
HEADER = 33
"""Bytes of a PNG's signature and first chunk, after which its other chunks stand."""


@dataclass(frozen=True, slots=True)
class Studio:
    """What pictures are made with: the fonts, and a folder to keep them in, if any."""

    fonts: tuple[Path, ...]
    cache: Path | None = None

    @property
    def is_open(self) -> bool:
        """Whether pictures can be made: there is a font that writes the plan's languages."""
        return bool(self.fonts)

    def png(self, svg: str, zoom: float, dpi: int) -> bytes:
        """The SVG enlarged, as PNG that says its dots per inch.

        Same bytes for the same SVG, fonts and resvg.
        """
        key = hashlib.sha256(repr((svg, zoom, dpi, self.signature)).encode()).hexdigest()
        kept = self.cache / f"{key}.png" if self.cache is not None else None
        if kept is not None and kept.is_file():
            return kept.read_bytes()
        data = dotted(self._drawn(svg, zoom), dpi)
        if kept is not None:
            keep(kept, data)
        return data

    @property
    def signature(self) -> tuple[tuple[str, str], ...]:
        """What the bytes depend on beside the SVG: fonts by name and size, and the program."""
        return (*self.faces, ("resvg-py", version("resvg-py")))

    @property
    def faces(self) -> tuple[tuple[str, str], ...]:
        """The fonts by name, each with its size in bytes."""
        return tuple((path.name, str(path.stat().st_size)) for path in self.fonts)

    def _drawn(self, svg: str, zoom: float) -> bytes:
        import resvg_py  # noqa: PLC0415 -- a check draws nothing, and need not load it

        files = [str(path) for path in self.fonts]
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg, zoom=zoom, skip_system_fonts=True, font_files=files
            )
        )


def dotted(png: bytes, dpi: int) -> bytes:
    """The PNG with its dots per inch written in, so that a document gives it its true width."""
    per_metre = round(dpi / INCH)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:HEADER] + chunk + png[HEADER:]


def size(png: bytes) -> tuple[int, int]:
    """Width and height in px."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def keep(path: Path, data: bytes) -> None:
    """Put a picture by; where that cannot be, it is drawn again next time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{hashlib.sha256(data).hexdigest()[:8]}.part")
        part.write_bytes(data)
        part.replace(path)
        for old in _too_many(path.parent):
            old.unlink(missing_ok=True)
    except OSError:
        return


def _too_many(folder: Path) -> Iterator[Path]:
    found = list(folder.glob("*.png"))
    if len(found) > KEPT:
        yield from sorted(found, key=lambda path: path.stat().st_mtime)[: len(found) - KEPT]
