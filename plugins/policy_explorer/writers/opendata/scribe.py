"""What tables are written with: the plan in every language, what keys mean, why one is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact
from policy_explorer.model.keys import Key
from policy_explorer.model.legend import Legend, joined
from policy_explorer.model.record import Record
from policy_explorer.model.text import Text
from policy_explorer.views import silence
from policy_explorer.views.data import table_title
from policy_explorer.views.lens import Lens


@dataclass(frozen=True)
class Scribe:
    """The plan as tables see it."""

    lenses: tuple[Lens, ...]
    legend: Legend

    @property
    def site(self) -> Site:
        """The plan."""
        return self.lenses[0].site

    def facts(self, record: Record, key: str) -> tuple[Fact, ...]:
        """The facts under a key of an item; `value` of a derived one is what was computed."""
        own = (
            self.site.facts.get(record.ref) if (record.file, key) == ("derived", "value") else None
        )
        return record.facts(key) if own is None else (own,)

    def unit(self, fact: Fact) -> str:
        """The unit of a fact: its id, else what is counted, in all languages."""
        unit = self.lenses[0].unit(fact)
        return joined(unit) if isinstance(unit, Text) else unit

    def reason(self, fact: Fact, lens: Lens) -> str:
        """Why a value is not stated; '' where it is."""
        return silence.reason(lens, fact, self._gaps)

    @cached_property
    def _gaps(self) -> silence.Gaps:
        return silence.gaps(self.site)

    def told(self, path: str, key: Key) -> dict[str, object]:
        """Title and description of a key, as readers of a table need them."""
        return {"title": self.legend.title(path, key), "description": self.meaning(path)}

    def spoken(self, path: str) -> dict[str, object]:
        """What is said of a key of a head."""
        return {"description": self.meaning(path)}

    def meaning(self, path: str) -> str:
        """What a key means: in words for tables, else in those that authors are given.

        What is said of the key in its file comes before what is said of it anywhere.
        """
        strings, last = self.legend.strings.by, path.rpartition(".")[2]
        said = strings.get(f"cell.{path}")
        if said is None and path not in self.legend.meanings:
            said = strings.get(f"cell.{last}")
        if said is not None:
            return joined(said)
        found = self.legend.meaning(path)
        return "\n".join(found.words) if found is not None else ""

    def column(self, name: str) -> dict[str, object]:
        """Title and description of a column that stands for no key."""
        return {"description": self.say(f"column.{name}")}

    def title(self, name: str) -> str:
        """What a table is called, in every language."""
        return " / ".join(dict.fromkeys(table_title(lens, name) for lens in self.lenses))

    def say(self, key: str) -> str:
        """A string of the interface in every language, each once."""
        return joined(self.legend.strings.by[key])

    def tables(self) -> Iterator[str]:
        """The names of the tables that hold items."""
        yield from (*self.site.sections, *self.site.files)
