"""Pelican's door: a plain `pelican content` builds the same site as the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from policy_explorer import pipeline, settings
from policy_explorer.problems import Refused, as_text
from policy_explorer.writers import disk

FILES = "POLICY_EXPLORER_FILES"
"""Setting under which the rendered site waits to be written."""


class PolicyWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
    """Pelican's writer, which touches no file that already holds its bytes."""

    def __init__(self, output_path: str, settings: dict[str, object] | None = None) -> None:
        """Remember the folder."""
        super().__init__(output_path, settings=settings)
        self.disk = disk.Disk(Path(output_path))

    def write_bytes(self, path: str, data: bytes) -> None:
        """One file of the site, announced to other plugins as Pelican announces its own."""
        target = Path(self.output_path) / path
        self.disk.write(path, data)
        signals.content_written.send(str(target), context={})


class PolicyGenerator(Generator):  # type: ignore[misc]  # as above
    """Hands over what was rendered; everything that can fail has been done before."""

    def generate_output(self, writer: PolicyWriter) -> None:
        """Write every file, then remove what an earlier build left."""
        for path, data in self.settings.pop(FILES).items():
            writer.write_bytes(path, data)
        writer.disk.prune()


def connect() -> None:
    """Connect to Pelican's signals; receivers are kept weakly, so they stand in this module."""
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def _writer(_pelican: Pelican) -> type[PolicyWriter]:
    return PolicyWriter


def _generators(pelican: Pelican) -> type[PolicyGenerator]:
    """Read, check and render; Pelican has touched nothing yet, so an error costs nothing."""
    found = _settings(pelican.settings)
    output = Path(pelican.settings["OUTPUT_PATH"])
    try:
        disk.guard(output, found.folders, found.shown(output))
        pelican.settings[FILES] = pipeline.render(found)
    except Refused as refused:
        sys.stderr.write(as_text(refused.problems) + "\n")
        raise
    return PolicyGenerator


def _settings(from_pelican: dict[str, object]) -> settings.Settings:
    """Pelican's settings, as far as they concern this site."""
    content = Path(str(from_pelican["PATH"]))
    data = from_pelican.get("POLICY_DATA")
    return settings.find(
        content.parent,
        Path(str(data)) if data else None,
        site_url=str(from_pelican.get("SITEURL") or ""),
        strict=bool(from_pelican.get("POLICY_STRICT")),
    )
