"""data/<name>.yaml -> a Section, or one of the fixed files."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.inputs import choices, cites, declared, known, records, statements, values
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Sequence
from policy_explorer.inputs.records import Shelf
from policy_explorer.inputs.statements import Reach
from policy_explorer.model import heads
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ground
from policy_explorer.model.files import COMMON, FILES, HEADS, NAMELESS
from policy_explorer.model.heads import COUNT
from policy_explorer.model.keys import Key, names, needed
from policy_explorer.model.record import File, Group, Record, Section, Struct
from policy_explorer.model.text import Text
from policy_explorer.problems import quoted, said

WORDS = tuple(key.name for key in heads.SECTION if key.type == "said")
NEEDED = tuple(name for name in needed(heads.SECTION) if name in WORDS)
SECTION = names(heads.SECTION)
GROUP = names(heads.GROUP)


def section(desk: Desk, name: str, node: Node) -> Section | None:
    """A section of the plan, as far as it can be read."""
    head = values.mapping(desk, node, said("the file {}.yaml", name))
    if head is None:
        return None
    head = known.keys(desk, head, SECTION, said("the section {}", quoted(name)), "section")
    words = _words(desk, head, name)
    groups = _groups(desk, head, name)
    keys = _declared(desk, head, frozenset())
    count = _count(desk, head, name)
    lost = _lost(head, keys, groups, count)
    own = (*COMMON, *_grouping(groups, is_lost="groups" in lost), *keys)
    items = _items(desk, head, _shelf(desk, head, Shelf(name, own, lost=lost)))
    if "name" not in words or not words.keys() >= set(NEEDED):
        return None
    title = words["name"]
    return Section(
        name,
        head.place,
        title,
        words.get("short", title),
        words["one"],
        words["plural"],
        words.get("summary"),
        groups,
        count,
        _open(desk, head),
        keys,
        items,
        is_whole=_is_whole(head, items),
        lost=lost,
    )


def _grouping(groups: tuple[Group, ...], *, is_lost: bool) -> tuple[Key, ...]:
    """The key that says which group an item is in; any will do where one could not be read."""
    if is_lost:
        return (Key("group", "word"),)
    choices = tuple((group.id, group.name) for group in groups)
    return (Key("group", "pick", needed=True, choices=choices),) if groups else ()


def _lost(
    head: Mapping, keys: tuple[Key, ...], groups: tuple[Group, ...], count: Fact | None
) -> frozenset[str]:
    """What a head declares, but not so that it could be read; that has been told of."""
    lost = _lost_fields(head, keys)
    if count is None and head.get("stated_count") is not None:
        lost |= {"stated_count"}
    written = head.get("groups")
    entries = len(written.items) if isinstance(written, Sequence) else -1
    if written is not None and entries != len(groups):
        lost |= {"groups"}
    return lost


def _lost_fields(head: Mapping, keys: tuple[Key, ...]) -> frozenset[str]:
    node = head.get("fields")
    written = {key.text for key in node.names()} if isinstance(node, Mapping) else set[str]()
    return frozenset(written - {key.name for key in keys})


def _is_whole(head: Mapping, items: tuple[Record, ...]) -> bool:
    node = head.get("items")
    written = len(node.items) if isinstance(node, Sequence) else -1
    return written == len(items) and all(record.fact is not None for record in items)


def fixed(desk: Desk, name: str, node: Node) -> File | None:
    """One of the fixed files, as far as it can be read."""
    head = values.mapping(desk, node, said("the file {}.yaml", name))
    if head is None:
        return None
    extra = HEADS.get(name, ())
    legal = names((*heads.SHARED, *extra))
    head = known.keys(desk, head, legal, said("the file {}.yaml", name), name)
    own = FILES[name]
    more = _declared(desk, head, frozenset(key.name for key in own))
    lost = _lost_fields(head, more)
    shelf = Shelf(name, (*COMMON, *own, *more), nameless=name in NAMELESS, fields=more, lost=lost)
    items = _items(desk, head, _shelf(desk, head, shelf))
    props = records.structs_of(desk, extra, head, said("the file {}.yaml", name))
    return File(name, items, Struct(props, head.place), more, lost)


def _shelf(desk: Desk, head: Mapping, shelf: Shelf) -> Shelf:
    cite, basis = head.get("cite"), head.get("basis")
    places = cites.read(desk, cite) if cite is not None else ()
    found = choices.basis(desk, basis) if basis is not None else None
    ground = found or (Basis.STATED if places else None)
    return replace(shelf, cites=places, basis=ground)


def _declared(desk: Desk, head: Mapping, taken: frozenset[str]) -> tuple[Key, ...]:
    node = head.get("fields")
    return () if node is None else declared.read(desk, node, taken)


def _items(desk: Desk, head: Mapping, shelf: Shelf) -> tuple[Record, ...]:
    node = head.get("items")
    if node is None:
        desk.fail(head.place, "missing-key", said('the file {}.yaml has no "items"', shelf.file))
        return ()
    if shelf.file == "changes":
        return _changes(desk, shelf, node)
    found = (records.read(desk, shelf, entry) for entry in values.listing(desk, node, "items"))
    return tuple(record for record in found if record is not None)


def _changes(desk: Desk, shelf: Shelf, node: Node) -> tuple[Record, ...]:
    """Changes need no id: they are known by their version."""
    out = []
    for n, entry in enumerate(values.listing(desk, node, "items"), 1):
        item = values.mapping(desk, entry, said("an item of changes"))
        if item is None:
            continue
        item = known.keys(desk, item, names(shelf.keys), said("an item of changes"), "changes")
        props = records.structs_of(desk, shelf.keys, item, "an item of changes")
        own = {key.text: key.place for key in item.names()}
        out.append(Record(props, item.place, "changes", f"change-{n}", None, None, (), own))
    return tuple(out)


def _words(desk: Desk, head: Mapping, name: str) -> dict[str, Text]:
    out = {}
    for key in WORDS:
        node = head.get(key)
        if node is None and key in NEEDED:
            desk.fail(
                head.place, "missing-key", said("the section {} has no {}", quoted(name), key)
            )
        elif node is not None and (words := values.text(desk, node, key)) is not None:
            out[key] = words
    return out


def _count(desk: Desk, head: Mapping, subject: str) -> Fact | None:
    node = head.get("stated_count")
    if node is None:
        return None
    cite = head.get("cite")
    places = cites.read(Desk(desk.codes, desk.source), cite) if cite is not None else ()
    found = statements.read(desk, COUNT, node, Reach(subject, places))
    return next(iter(found), None)


def _open(desk: Desk, head: Mapping) -> bool:
    node = head.get("open_list")
    return bool(node is not None and choices.flag(desk, node, "open_list"))


def _groups(desk: Desk, head: Mapping, section: str) -> tuple[Group, ...]:
    node = head.get("groups")
    entries = values.listing(desk, node, "groups") if node is not None else ()
    found = (_group(desk, entry, section) for entry in entries)
    return tuple(group for group in found if group is not None)


def _group(desk: Desk, node: Node, section: str) -> Group | None:
    item = values.mapping(desk, node, said("a group"))
    if item is None:
        return None
    item = known.keys(desk, item, GROUP, said("a group"), "group")
    given = {key: item.get(key) for key in GROUP}
    for key in ("id", "name"):
        if given[key] is None:
            desk.fail(
                item.place, "missing-key", said("a group of {} has no {}", quoted(section), key)
            )
    if given["id"] is None or given["name"] is None:
        return None
    name = values.identifier(desk, given["id"])
    title = values.text(desk, given["name"], "name")
    note = given["note"]
    symbol = given["symbol"]
    if name is None or title is None:
        return None
    return Group(
        name,
        (values.scalar(desk, symbol, "symbol") or "") if symbol is not None else "",
        title,
        values.text(desk, note, "note") if note is not None else None,
        _count(desk, item, f"{section}.{name}"),
        _open(desk, item),
        _stated(desk, item, f"{section}.{name}", title),
    )


def _stated(desk: Desk, item: Mapping, name: str, title: Text) -> Fact | None:
    """The fact of a group: its name, on the lines cited for it."""
    node = item.get("cite")
    if node is None:
        return None
    ground = Ground(Basis.STATED, cites.settle(cites.read(desk, node), (title.first,)))
    statements.check(desk, ground, item.place)
    return Fact(name, name, "", title, ground, item.place)
