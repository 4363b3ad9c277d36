"""The type language of the data: what may stand under a key."""

from __future__ import annotations

from collections.abc import Iterable
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

    Types of facts are in `FACTS`. Of the others, `words` is a Text that is no fact (`said`: one
    that cannot be silent), `link` and `links` point at records, `facts` at facts, `section` and
    `sections` at sections, `source` at a source by its id alone; `word`, `tokens`, `flag`, `id`,
    `ids`, `when`, `day`, `line`, `url` are scalars; `pick` is a closed choice; `struct` is a
    mapping, `structs` a list of them.
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
    """Keys of the mappings of `struct` and `structs`."""

    @property
    def is_fact(self) -> bool:
        """Whether its value has a basis and an address of its own."""
        return self.type in FACTS


def names(keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of keys, in their order."""
    return tuple(key.name for key in keys)


def needed(keys: Iterable[Key]) -> tuple[str, ...]:
    """The names of those that must be there."""
    return tuple(key.name for key in keys if key.needed)


def picks(*names: str) -> tuple[tuple[str, None], ...]:
    """A closed list of choices whose words stand in the theme's strings."""
    return tuple((name, None) for name in names)
