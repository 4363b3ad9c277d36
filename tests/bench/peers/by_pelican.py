"""A plugin of Pelican as bare as can be: the same template and loop, written by Pelican."""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer
from tests.bench.peers import pages


class PeerGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Reads the plan, and writes every page of it."""

    def generate_context(self) -> None:
        """Read the plan."""
        self.data = pages.read(Path(self.settings[pages.PLAN]))

    def generate_output(self, writer: Writer) -> None:
        """Write every page."""
        template = self.get_template("page")
        for page in pages.pages(self.data):
            writer.write_file(page.path, template, self.context, it=page)


def register() -> None:
    """Connect to Pelican's signals, as Pelican asks of a plugin."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: Pelican) -> type[PeerGenerator]:
    return PeerGenerator
