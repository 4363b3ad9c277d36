"""What the reader of a plan has before it, and where it notes what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.inputs.nodes import Node, Scalar
from policy_explorer.inputs.notes import Notes
from policy_explorer.inputs.slips import Slip
from policy_explorer.model.place import Place
from policy_explorer.settings import Settings

Named = tuple[tuple[str, tuple[str, ...]], ...]
"""Languages by their codes, and what else each is called."""
Setting = tuple[tuple[str, ...], str, bool, bool, Settings | None, Named]
"""Of a `Desk`, all but the mistakes and the file that is read."""


@dataclass(slots=True)
class Desk(Notes):
    """What the reader of a plan has before it: the languages, the own source, the mistakes."""

    codes: tuple[str, ...]
    source: str
    is_lined: bool = True
    """Whether the own source has a text whose lines are to be cited."""
    is_lenient: bool = False
    """Whether missing words are borrowed from another language, as while one still writes."""
    settings: Settings | None = None
    """Where the words of the interface are, from which hints are taken."""
    named: Named = ()
    """The languages, with what they are called."""
    file: str = ""
    """The file that is read, without `.yaml`."""

    @property
    def setting(self) -> Setting:
        """What a reading at this desk depends on."""
        held = (self.is_lined, self.is_lenient, self.settings, self.named)
        return self.codes, self.source, *held

    @property
    def sample(self) -> str:
        """How a Text is written: `{zh: …, en: …}`."""
        return "{" + ", ".join(f"{code}: …" for code in self.codes) + "}"

    def slipped(self, node: Node, slip: Slip) -> None:
        """Note what was typed by mistake in a word, right at the sign."""
        at, is_plain = node.place, isinstance(node, Scalar) and node.plain
        place = Place(at.path, at.line, at.col + slip.at) if is_plain else at
        self.fail(place, slip.code, slip.message, slip.hint)
