"""data/schema/<kind>.schema.json: what each file of a plan may hold, for editors.

Made from the keys that the reader itself goes by, so what `check` reads, an editor accepts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from policy_explorer.inputs.declared import TAKEN
from policy_explorer.model.files import CHARTS, COMMON, FILES, HEADS, NAMELESS
from policy_explorer.model.heads import GROUNDS, POLICY, SECTION, SHARED
from policy_explorer.model.keys import Key, names, needed
from policy_explorer.model.legend import Legend, joined
from policy_explorer.model.record import File, Policy, Section
from policy_explorer.model.targets import KINDS
from policy_explorer.views.data import SCHEMAS
from policy_explorer.writers.later import Later
from policy_explorer.writers.shapes import Schema, Shapes, ref

FOLDER = SCHEMAS
DIALECT = "http://json-schema.org/draft-07/schema#"
ENDS = ".schema.json"
REFERENCE = re.compile(r'"#/definitions/([a-z0-9-]+)"')
UNNAMED = frozenset({"changes"})
"""Files whose items have neither id nor ground."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the data themselves say of what they may hold."""

    policy: Policy
    sections: tuple[Section, ...]
    files: Mapping[str, File]
    split: frozenset[str] = frozenset()
    """Files that are a folder of files, each of which has only some of the head."""


def schemas(plan: Declared, legend: Legend) -> dict[str, Later]:
    """Every schema by its name, `<kind>.schema.json`."""
    rows = {part.id: part.items for part in plan.sections}
    rows |= {name: file.items for name, file in plan.files.items()}
    items = {name: tuple(record.id for record in found) for name, found in rows.items()}
    shapes = Shapes(plan.policy.codes, plan.policy.sections, items, legend)
    known = shapes.definitions()

    def later(name: str, make: Callable[[], _Part]) -> Later:
        return Later(lambda: _bytes(_whole(make(), known, legend, is_split=name in plan.split)))

    made = {"policy": later("policy", lambda: _policy(shapes))}
    made |= {part.id: later(part.id, partial(_section, shapes, part)) for part in plan.sections}
    made |= {name: later(name, partial(_fixed, shapes, plan.files[name])) for name in FILES}
    return {f"{name}{ENDS}": file for name, file in made.items()}


@dataclass(frozen=True, slots=True)
class _Part:
    """What a file has of its own: how it is explained, its title, its head, its items."""

    kind: str
    title: str
    head: Schema
    own: Schema


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _whole(part: _Part, shared: Schema, legend: Legend, *, is_split: bool) -> Schema:
    """A file's schema, with the definitions it refers to; of one of many, no key is needed."""
    meaning = legend.meanings[f"file.{part.kind}"]
    known = {**part.own, **shared}
    head = {key: row for key, row in part.head.items() if key != "required" or not is_split}
    return {
        "$schema": DIALECT,
        "title": part.title,
        "description": meaning.plain,
        "markdownDescription": meaning.markdown,
        **head,
        "definitions": {name: known[name] for name in sorted(_used(head, known))},
    }


def _used(schema: object, known: Schema) -> set[str]:
    """The definitions that a schema refers to, and those that they refer to."""
    used: set[str] = set()
    more = set(REFERENCE.findall(json.dumps(schema)))
    while more:
        used |= more
        more = set(REFERENCE.findall(json.dumps([known[name] for name in more]))) - used
    return used


def _policy(shapes: Shapes) -> _Part:
    head = shapes.record(POLICY, "policy", needed(POLICY))
    return _Part("policy", shapes.legend.file("policy"), head, {})


def _section(shapes: Shapes, section: Section) -> _Part:
    head = _head(shapes, SECTION, "section", TAKEN)
    item = _item(shapes, section.id, of_section(section))
    return _Part("section", joined(section.name), head, {"item": item})


def _fixed(shapes: Shapes, file: File) -> _Part:
    keys = (*HEADS.get(file.id, ()), *SHARED)
    head = _head(shapes, keys, file.id, {*TAKEN, *names(FILES[file.id])})
    item = _item(shapes, file.id, of_file(file))
    return _Part(file.id, shapes.legend.file(file.id), head, {"item": item})


def of_section(section: Section) -> tuple[Key, ...]:
    """The keys of a section's items beside the common ones."""
    groups = tuple((group.id, group.name) for group in section.groups)
    return (*((Key("group", "pick", choices=groups),) if groups else ()), *section.fields)


def of_file(file: File) -> tuple[Key, ...]:
    """The same of a fixed file; a relation is of one of the kinds that its head declares."""
    kinds = tuple((kind.word("id"), kind.words("name")) for kind in file.head.structs("kinds"))
    kind = Key("kind", "pick", needed=True, choices=kinds)
    is_kind = file.id == "relations" and bool(kinds)
    own = (kind if is_kind and key.name == "kind" else key for key in FILES[file.id])
    return (*own, *file.fields)


def _item(shapes: Shapes, file: str, own: tuple[Key, ...]) -> Schema:
    """An item; its own id may not be one of the names that are reserved."""
    grounds = () if file in UNNAMED else GROUNDS
    keys = (*COMMON, *own, *grounds)
    wanted = {"name"} if file not in NAMELESS else set[str]()
    left = {"id"} if file in UNNAMED else set[str]()
    required = [name for name in names(keys) if name in (wanted | set(needed(keys))) - left]
    schema = shapes.record(keys, file, required)
    schema["properties"] = _with(schema, "id", ref("own-id"))
    rules = list(_rules(file))
    return schema | ({"allOf": rules} if rules else {})


def _with(schema: Schema, key: str, more: Schema) -> Schema:
    """The properties of a mapping, with more said of one of them."""
    rows = schema["properties"]
    if not isinstance(rows, dict):
        raise TypeError(rows)
    return {**rows, key: {**rows[key], **more}}


def _head(shapes: Shapes, keys: tuple[Key, ...], kind: str, taken: Iterable[str]) -> Schema:
    """The head of a file; what it declares may not be called like a key that items have."""
    schema = shapes.record(keys, kind, needed(keys))
    legal: Schema = {"propertyNames": {"not": {"enum": sorted(taken)}}}
    schema["properties"] = _with(schema, "fields", legal)
    return schema


def _rules(file: str) -> Iterator[Schema]:
    """What a kind of target or chart needs besides."""
    if file == "targets":
        yield from (_rule(name, kind.needs) for name, kind in KINDS.items() if kind.needs)
    if file == "charts":
        yield from (_rule(name, [(key,) for key in keys]) for name, keys in CHARTS.items() if keys)


def _rule(kind: str, needs: Iterable[tuple[str, ...]]) -> Schema:
    wanted = [{"anyOf": [{"required": [key]} for key in keys]} for keys in needs]
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"allOf": wanted},
    }
