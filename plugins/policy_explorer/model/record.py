"""What the files hold: records with facts, and the sections they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from policy_explorer.model.fact import Fact, Ref
from policy_explorer.model.keys import Key
from policy_explorer.model.place import Place
from policy_explorer.model.text import Text
from policy_explorer.model.when import When


@dataclass(frozen=True, slots=True)
class Struct:
    """A small mapping inside a record or a file's head: a reading, a kind of relation."""

    props: Mapping[str, object]
    place: Place

    def word(self, key: str) -> str:
        """A scalar of it; '' where it is not given."""
        value = self.props.get(key, "")
        return value if isinstance(value, str) else ""

    def words(self, key: str) -> Text | None:
        """A Text of it, if given."""
        value = self.props.get(key)
        return value if isinstance(value, Text) else None

    def refs(self, key: str) -> tuple[Ref, ...]:
        """The pointers of it, in the order written."""
        value = self.props.get(key, ())
        if isinstance(value, Ref):
            return (value,)
        return tuple(v for v in value if isinstance(v, Ref)) if isinstance(value, tuple) else ()

    def structs(self, key: str) -> tuple[Struct, ...]:
        """A list of mappings, as readings."""
        value = self.props.get(key, ())
        return tuple(v for v in value if isinstance(v, Struct)) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Record(Struct):
    """An item of a file: its own fact, the facts of its fields, and what is no fact of it."""

    file: str
    """Name of the file without `.yaml`: a section's name or one of the fixed ones."""
    id: str
    name: Text | None
    fact: Fact | None
    """That it exists, under this name; None for what is only the site's own words."""
    fields: tuple[Fact, ...]
    """In the order of the declaration; a list's entries follow each other."""
    own: Mapping[str, Place] = field(default_factory=dict)
    """Where each key was written."""

    @property
    def ref(self) -> str:
        """Its address in the data: `sectors/paper`."""
        return f"{self.file}/{self.id}"

    @property
    def short(self) -> Text | None:
        """A shorter name, where it has one."""
        return self.words("short")

    @property
    def group(self) -> str:
        """Id of the group of its section it stands in, or ''."""
        return self.word("group")

    def facts(self, key: str) -> tuple[Fact, ...]:
        """The facts of one field: one, several for a list, none where it is not there."""
        return tuple(fact for fact in self.fields if fact.key == key)

    def is_refused(self, key: str) -> bool:
        """Whether something was written under a key that could not be read."""
        return key in self.own and key not in self.props and not self.facts(key)

    def get(self, key: str) -> Fact | None:
        """The first fact of a field, if there is one."""
        return next(iter(self.facts(key)), None)

    def all_facts(self) -> Iterator[Fact]:
        """Its own fact, then those of its fields."""
        if self.fact is not None:
            yield self.fact
        yield from self.fields

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of plain words, as aliases."""
        value = self.props.get(key, ())
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a section, as the 5 and the N of the industries."""

    id: str
    symbol: str
    name: Text
    note: Text | None
    stated_count: Fact | None
    is_open: bool
    fact: Fact | None = None
    """That the source has this group; None where no line is cited for it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A file of items: how it names itself, what its items may have, the items."""

    id: str
    place: Place
    name: Text
    short: Text
    one: Text
    plural: Text
    summary: Text | None
    groups: tuple[Group, ...]
    stated_count: Fact | None
    is_open: bool
    fields: tuple[Key, ...]
    items: tuple[Record, ...]
    is_whole: bool = True
    """Whether all its items could be read; if not, they are not to be counted."""
    lost: frozenset[str] = frozenset()
    """What its head declares, but not so that it could be read: fields, `groups`, its count."""

    def grouped(self) -> tuple[tuple[Group | None, tuple[Record, ...]], ...]:
        """Its items by group, in the order of the groups; one nameless group where it has none."""
        if not self.groups:
            return ((None, self.items),)
        return tuple((g, tuple(r for r in self.items if r.group == g.id)) for g in self.groups)


@dataclass(frozen=True, slots=True)
class File:
    """A fixed file: its items and its head."""

    id: str
    items: tuple[Record, ...]
    head: Struct
    fields: tuple[Key, ...] = ()
    lost: frozenset[str] = frozenset()
    """Fields that it declares, but not so that they could be read."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the plan."""

    code: str
    tag: str
    """BCP 47."""
    name: str
    """In itself: 中文, English."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A headline number: one target, or several of one kind, and what is counted."""

    targets: tuple[Ref, ...]
    words: Text | None


@dataclass(frozen=True, slots=True)
class Policy:
    """The plan itself."""

    id: str
    title: Text
    place_name: Text
    sentence: Text
    summary: Text
    start: int
    end: int
    announced: Fact | None
    source: str
    as_of: When
    assessed_on: When
    languages: tuple[Language, ...]
    sections: tuple[str, ...]
    menu: tuple[str, ...]
    leads: tuple[Lead, ...]
    columns: tuple[str, ...]
    line: str
    publisher: Text
    contact: Text
    contact_url: str
    licence: str
    licence_url: str
    facts: tuple[Fact, ...] = ()
    shown: str = ""
    """Path of policy.yaml as problems name it."""
    own: Mapping[str, Place] = field(default_factory=dict)
    """Where each key was written."""

    def at(self, key: str) -> Place:
        """Where a key was written; the top of the file where it was not."""
        return self.own.get(key, Place(self.shown, 1, 1))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its languages, the default first."""
        return tuple(language.code for language in self.languages)


def _ready(items: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(record for record in items if not record.props.get("draft"))


@dataclass(frozen=True, slots=True)
class Plan:
    """All that was read, before its pointers are followed."""

    policy: Policy
    sections: tuple[Section, ...]
    files: Mapping[str, File]

    def without_drafts(self) -> Plan:
        """The plan as it is published: items marked `draft: true` are left out."""
        sections = tuple(replace(s, items=_ready(s.items)) for s in self.sections)
        files = {name: replace(file, items=_ready(file.items)) for name, file in self.files.items()}
        return replace(self, sections=sections, files=files)

    def records(self) -> Iterator[Record]:
        """Every item of every file, sections first."""
        for section in self.sections:
            yield from section.items
        for file in self.files.values():
            yield from file.items
