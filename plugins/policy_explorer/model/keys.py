"""The type language of the data: what may stand under a key."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.model.fact import Unit
from policy_explorer.model.text import Text

FACTS = frozenset({"text", "number", "date", "ref", "choice", "unit", "who", "texts", "refs"})
"""Types whose values are facts; they may be bare, `not_stated`, or a statement."""
LISTS = {"texts": "text", "refs": "ref"}
"""Types that are lists of another; every entry is a fact of its own."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record.

    Types of facts are in `FACTS`. Of the others, `words` is a Text that is no fact, `link` and
    `links` point at records, `facts` at facts, `sections` at sections; `word`, `tokens`, `flag`,
    `id`, `ids` are scalars; `pick` is a closed choice; `structs` is a list of mappings.
    """

    name: str
    type: str
    needed: bool = False
    to: str = ""
    """File that refs must point into; '' for any."""
    choices: tuple[tuple[str, Text | None], ...] = ()
    label: Text | None = None
    unit: Unit = ""
    otherwise: str = ""
    """`not_stated` where silence is the rule for items that do not say."""
    of: tuple[Key, ...] = ()
    """Keys of the mappings of `structs`."""

    @property
    def is_fact(self) -> bool:
        """Whether its value has a basis and an address of its own."""
        return self.type in FACTS


def picks(*names: str) -> tuple[tuple[str, None], ...]:
    """A closed list of choices whose words stand in the theme's strings."""
    return tuple((name, None) for name in names)
