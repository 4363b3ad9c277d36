"""An item of a file -> a Record: its own fact, the facts of its fields, and what is no fact."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from policy_explorer.inputs import choices, cites, known, statements, values
from policy_explorer.inputs.cites import Cite
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node
from policy_explorer.inputs.statements import Reach
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ground, Ref, Value
from policy_explorer.model.files import DEVICES, GROUND
from policy_explorer.model.keys import Key, names
from policy_explorer.model.record import Record, Struct
from policy_explorer.model.text import Text
from policy_explorer.problems import quoted, said

EDITORIAL = frozenset({"questions", "glossary", "charts", "changes", "derived"})
"""Files whose items are the site's own words; without a cite they assert nothing of the plan."""


UNTITLED = frozenset({"sources"})
"""Files whose items may say that they have no name; another word stands in its place."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the items of one file share."""

    file: str
    keys: tuple[Key, ...]
    cites: tuple[Cite, ...] = ()
    basis: Basis | None = None
    nameless: bool = False
    fields: tuple[Key, ...] = field(default=())
    """Those of `keys` that the file itself declares."""
    lost: frozenset[str] = frozenset()
    """Keys that it declares, too, but not so that they could be read."""


def read(desk: Desk, shelf: Shelf, node: Node) -> Record | None:
    """The record of an item, as far as it can be read; None where it has no id."""
    item = values.mapping(desk, node, said("an item of {}", shelf.file))
    if item is None:
        return None
    legal = dict.fromkeys((*GROUND, *shelf.lost)) | {key.name: key.label for key in shelf.keys}
    item = known.keys(desk, item, legal, said("an item of {}", shelf.file), shelf.file)
    found = item.get("id")
    name = None if found is None else own_id(desk, found)
    if found is None:
        desk.fail(item.place, "missing-key", said("an item of {} has no id", shelf.file))
    if name is None:
        return None
    props = structs_of(desk, shelf.keys, item, f"{shelf.file}/{name}")
    title = _name(desk, shelf, item, props)
    reach = _reach(desk, shelf, item, f"{shelf.file}/{name}", title)
    fact = _own_fact(desk, shelf, reach, item, _asserted(shelf, title, props))
    own = {key.text: key.place for key in item.names()}
    fields = _fields(desk, shelf, item, reach)
    return Record(props, item.place, shelf.file, name, title, fact, fields, own)


def structs_of(desk: Desk, keys: tuple[Key, ...], item: Mapping, where: str) -> Map[str, object]:
    """What stands under the keys that are no facts; a complaint for each needed one not there."""
    out: dict[str, object] = {}
    for key in keys:
        node = item.get(key.name)
        if node is None:
            if key.needed and key.name != "id":
                desk.fail(item.place, "missing-key", said("{} has no {}", where, quoted(key.name)))
        elif key.needed and key.type == "words" and values.is_silent(node):
            message = said("{} has no {}", where, quoted(key.name))
            desk.fail(node.place, "missing-key", message, "not_stated cannot stand here")
        elif not key.is_fact and key.name != "id":
            value = _prop(desk, key, node)
            if value is not None:
                out[key.name] = value
    return out


def _prop(desk: Desk, key: Key, node: Node) -> object:  # noqa: PLR0911, C901 -- a table of types
    what = key.name
    match key.type:
        case "words":
            is_silent = values.is_silent(node) or choices.is_nearly_silent(desk, node, what)
            return None if is_silent else values.text(desk, node, what)
        case "word" | "section":
            return values.scalar(desk, node, what)
        case "flag":
            return choices.flag(desk, node, what)
        case "url":
            return values.url(desk, node, what)
        case "when":
            return values.moment(desk, node, what)
        case "measure":
            return choices.unit(desk, node, what)
        case "link":
            return values.reference(desk, node, what)
        case "pick":
            return choices.pick(desk, node, key.choices, what)
        case "id":
            return values.identifier(desk, node, what)
        case "tokens":
            return values.tokens(desk, node, what)
        case "structs":
            return _structs(desk, key, node)
        case _:
            return _pointers(desk, key, node)


def _structs(desk: Desk, key: Key, node: Node) -> tuple[Struct, ...]:
    out = []
    for entry in values.listing(desk, node, key.name):
        item = values.mapping(desk, entry, said("an entry of {}", key.name))
        if item is None:
            continue
        where, path = said("an entry of {}", key.name), f"{desk.file}.{key.name}"
        item = known.keys(desk, item, names(key.of), where, path)
        props = dict(structs_of(desk, key.of, item, said("an entry of {}", key.name)))
        found = item.get("id")
        if found is not None and (name := values.identifier(desk, found)) is not None:
            props["id"] = name
        out.append(Struct(props, item.place))
    return tuple(out)


def _pointers(desk: Desk, key: Key, node: Node) -> tuple[object, ...]:
    """`links`, `facts` and `ids`: lists; what facts point at is checked where all are known."""
    out: list[object] = []
    for entry in values.listing(desk, node, key.name):
        found = _pointer(desk, key, entry)
        out += [] if found is None else [found]
    return tuple(out)


def _pointer(desk: Desk, key: Key, node: Node) -> object:
    if key.type == "links":
        return values.reference(desk, node, key.name)
    if key.type == "ids":
        return values.identifier(desk, node, key.name)
    word = values.name(desk, node, key.name)
    return None if word is None else Ref(word, node.place)


def own_id(desk: Desk, node: Node) -> str | None:
    """The id of an item, which may not be one of the names that are reserved."""
    name = values.identifier(desk, node)
    if name in {"index", *DEVICES}:
        desk.fail(node.place, "reserved-id", said("{} is a reserved name", quoted(name)))
        return None
    return name


def _name(desk: Desk, shelf: Shelf, item: Mapping, props: Map[str, object]) -> Text | None:
    title = props.get("name")
    node = item.get("name")
    if node is None and not shelf.nameless:
        desk.fail(item.place, "missing-key", said("an item of {} has no name", shelf.file))
    elif node is not None and values.is_silent(node) and shelf.file not in UNTITLED:
        message = said("an item of {} has no name", shelf.file)
        desk.fail(node.place, "missing-key", message, "not_stated cannot stand here")
    return title if isinstance(title, Text) else None


def _reach(desk: Desk, shelf: Shelf, item: Mapping, subject: str, title: Text | None) -> Reach:
    cite, basis, because = (item.get(key) for key in GROUND)
    own = cites.read(desk, cite) if cite is not None else ()
    reason = statements.reason(desk, because)
    bare = title.first if title else ""
    if shelf.file == "sources":
        is_own = subject == f"sources/{desk.source}"
        whole = (Cite(subject.partition("/")[2], 0, (), item.place),)
        ground = Basis.STATED if is_own else Basis.EXTERNAL
        return Reach(subject, own or whole, (bare,) if bare else (), ground)
    places = own or shelf.cites
    shared = Reach(subject, shelf.cites, (), shelf.basis)
    found = statements.basis_of(desk, basis, by="", own=own, inherited=shared)
    terms = tuple(t for c in places for t in c.terms) or ((bare,) if bare else ())
    return Reach(subject, places, tuple(dict.fromkeys(terms)), found, reason)


def _asserted(shelf: Shelf, title: Text | None, props: Map[str, object]) -> Value:
    """What the record itself says: its name, or, of a relation, where it leads."""
    to = props.get("to")
    return to if shelf.file == "relations" and isinstance(to, Ref) else title


def _own_fact(desk: Desk, shelf: Shelf, reach: Reach, item: Mapping, value: Value) -> Fact | None:
    if shelf.file in EDITORIAL and not reach.cites:
        return None
    if value is None:
        return None
    name = value.first if isinstance(value, Text) else ""
    if reach.basis is None:
        hint = "add cite: …, or basis: inferred with because: …"
        desk.fail(item.place, "needs-cite", said("{} has no source in reach", reach.subject), hint)
        return None
    terms = (name,) if name else ()
    places = () if reach.basis is Basis.INFERRED and item.get("cite") is None else reach.cites
    ground = Ground(reach.basis, cites.settle(places, terms), reach.because)
    statements.check(desk, ground, item.place)
    return Fact(reach.subject, reach.subject, "", value, ground, item.place)


def _fields(desk: Desk, shelf: Shelf, item: Mapping, reach: Reach) -> tuple[Fact, ...]:
    out: list[Fact] = []
    title = item.get("name")
    if title is not None and values.is_silent(title):
        out.append(statements.silence(Key("title", "text"), reach, title.place))
    for key in shelf.keys:
        if not key.is_fact:
            continue
        node = item.get(key.name)
        if node is not None:
            out += statements.read(desk, key, node, reach)
        elif key.otherwise:
            out.append(statements.silence(key, reach, item.place))
    return tuple(out)
