"""A folder of YAML -> a Plan and all Problems of reading it, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from policy_explorer.inputs import events, filing, folded, policy, sections, text
from policy_explorer.inputs.desk import Desk, Setting
from policy_explorer.inputs.nodes import Mapping, Node, Scalar, Sequence
from policy_explorer.inputs.values import identifier, mapping
from policy_explorer.model.files import FILES, RESERVED
from policy_explorer.model.place import Place
from policy_explorer.model.record import File, Plan, Policy, Section, Struct
from policy_explorer.problems import Problem, Refused, likely, quoted, said
from policy_explorer.settings import Settings

LOSING = frozenset(
    {"missing-key", "bad-id", "reserved-id", "missing-items", "wrong-shape", "duplicate-key"}
)
"""Problems after which an item, or all of them, may be missing."""
T = TypeVar("T")
Reader = Callable[[Desk, str, Node], T | None]
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading: the plan, if its head could be read, the mistakes, the broken files."""

    plan: Plan | None
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    """Files of which nothing is known; what points into them is not called dangling."""


def load(settings: Settings) -> Read:
    """Read every file of the plan; a broken one does not keep the others from being checked."""
    desk = Desk((), "", is_lenient=settings.drafts, settings=settings, file="policy")
    if not settings.data.is_dir():
        where = settings.shown(settings.data)
        desk.fail(
            Place(where, 1, 1), "missing-file", said("there is no data folder {}", quoted(where))
        )
        return Read(None, tuple(desk.problems), frozenset())
    if not filing.is_bounded(settings, desk):
        return Read(None, tuple(desk.problems), frozenset())
    roots = _once(settings, desk)
    root = roots.pop("policy", None)
    if "policy" not in {path.stem for path in filing.files_of(settings.data)}:
        where = settings.shown(settings.data / "policy.yaml")
        desk.fail(Place(where, 1, 1), "missing-file", "there is no policy.yaml")
    head = None if root is None else policy.keyed(desk, root)
    if head is None:
        return Read(None, tuple(desk.problems), frozenset())
    plan_desk = policy.desk_for(head, desk)
    if plan_desk is None:
        return Read(None, tuple(desk.problems), frozenset())
    plan_desk.is_lined = not _is_without_text(roots.get("sources"), plan_desk.source)
    found = policy.read(plan_desk, head)
    listed = tuple(node.text for node in _written(head))
    broken = {name for name, root in roots.items() if root is None}
    parts = _sections(plan_desk, head, roots)
    files = _fixed(plan_desk, roots)
    broken |= filing.unlisted(settings, plan_desk, listed)
    broken |= {name for name in listed if name not in {part.id for part in parts}}
    broken |= {name for name in roots if name in FILES and name not in files}
    broken |= _lost(plan_desk, (*parts, *files.values()))
    plan = None if found is None else _plan(found, parts, files)
    listing = head.get("languages")
    at = head.place if listing is None else listing.place
    problems = tuple(folded.languages(plan_desk.problems, at))
    return Read(plan, problems, frozenset(broken))


def _lost(desk: Desk, parts: tuple[Section | File, ...]) -> set[str]:
    """Files of which items were lost to a mistake that has been told of."""
    told = {Path(p.path).stem for p in desk.problems if p.code in LOSING}
    return {part.id for part in parts if part.id in told}


def _plan(head: Policy, parts: tuple[Section, ...], files: dict[str, File]) -> Plan:
    whole = {name: files.get(name) or _nothing(name) for name in FILES}
    return Plan(head, parts, whole)


def _is_without_text(sources: Node | None, name: str) -> bool:
    """Whether the plan's own source says `text: none`; then there is no line to cite."""
    listed = sources.get("items") if isinstance(sources, Mapping) else None
    for item in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(item, Mapping) and _word(item, "id") == name:
            return _word(item, "text") == "none"
    return False


def _word(item: Mapping, key: str) -> str:
    node = item.get(key)
    return node.text if isinstance(node, Scalar) else ""


def _nothing(name: str) -> File:
    return File(name, (), Struct({}, Place("", 1, 1)))


def _once(settings: Settings, desk: Desk) -> dict[str, Node | None]:
    """Every file's root by the file's name; a name that two files have is a mistake."""
    out: dict[str, Node | None] = {}
    for path, root in _roots(settings, desk):
        if path.stem in out:
            message = said("there are two files for {}: one, or one folder", quoted(path.stem))
            desk.fail(Place(settings.shown(path), 1, 1), "duplicate-file", message)
        out.setdefault(path.stem, root)
    return out


def _roots(settings: Settings, desk: Desk) -> Iterator[tuple[Path, Node | None]]:
    """Every file's root node; None where it could not be read."""
    for path in filing.files_of(settings.data):
        yield path, _root(settings, desk, path)
    for inner in sorted(p for p in settings.data.iterdir() if p.is_dir()):
        if inner.name.startswith("."):
            continue
        if inner.is_symlink():
            desk.fail(Place(settings.shown(inner), 1, 1), "not-a-file", filing.LINK)
            yield inner, None
            continue
        filing.nested(settings, desk, inner)
        parts = [_root(settings, desk, path) for path in filing.files_of(inner)]
        if parts:
            yield inner, _joined(desk, parts)


def _root(settings: Settings, desk: Desk, path: Path) -> Node | None:
    shown = settings.shown(path)
    try:
        words = text.read(path, shown)
    except Refused as refused:
        desk.problems += refused.problems
        return None
    root, problems = events.tree(shown, words)
    desk.problems += problems
    if root is None and not problems:
        desk.fail(Place(shown, 1, 1), "empty", "the file is empty")
    return root


def _joined(desk: Desk, parts: list[Node | None]) -> Node | None:
    """A folder of files as one: the heads side by side, their items one after the other."""
    entries: list[tuple[Scalar, Node]] = []
    items: list[Node] = []
    last: Scalar | None = None
    for part in parts:
        head = None if part is None else mapping(desk, part, _called(part))
        if head is None:
            return None
        for key, value in head.entries:
            if key.text == "items" and isinstance(value, Sequence):
                items += value.items
                last = key
            elif key.text in {k.text for k, _ in entries}:
                message = said(
                    "the key {} stands in another file of the folder too", quoted(key.text)
                )
                desk.fail(key.place, "duplicate-key", message)
            else:
                entries.append((key, value))
    first = parts[0]
    if first is None:
        return None
    if last is not None:
        entries.append((last, Sequence(tuple(items), last.place)))
    return Mapping(tuple(entries), first.place)


def _called(part: Node) -> str:
    return said("the file {}.yaml", Path(part.place.path).stem)


def _sections(desk: Desk, head: Node, roots: dict[str, Node | None]) -> tuple[Section, ...]:
    out: list[Section] = []
    seen: set[str] = set()
    listed = {node.text for node in _written(head)}
    for node in _written(head):
        name = node.text
        if not _may_be_section(desk, node, seen):
            continue
        seen.add(name)
        if name not in roots:
            near = likely(name, set(roots) - {*FILES, *listed})
            hint = said("rename the file {}", f"{near}.yaml → {name}.yaml") if near else ""
            message = said("policy.yaml lists {}, but there is no {}.yaml", quoted(name), name)
            desk.fail(node.place, "missing-file", message, hint)
        elif (root := roots[name]) is not None:
            part = _kept(desk, sections.section, name, root)
            out += [] if part is None else [part]
    return tuple(out)


def _kept(desk: Desk, read: Reader[T], name: str, root: Node) -> T | None:
    """What a file says; a second look at one that was not edited costs nothing."""
    found, problems = _read(read, name, root, desk.setting)
    desk.problems += problems
    return found


@lru_cache(maxsize=events.KEPT)
def _read(read: Reader[T], name: str, root: Node, setting: Setting) -> tuple[T | None, Problems]:
    desk = Desk(*setting, file=name)
    return read(desk, name, root), tuple(desk.problems)


def _may_be_section(desk: Desk, node: Scalar, seen: set[str]) -> bool:
    name = node.text
    if identifier(desk, node, "section") is None:
        return False
    if name in RESERVED or name in desk.codes:
        message = said("{} is a reserved name; call the section otherwise", quoted(name))
        desk.fail(node.place, "reserved-id", message)
        return False
    if name in seen:
        desk.fail(node.place, "duplicate-id", said("policy.yaml lists {} twice", quoted(name)))
    return name not in seen


def _fixed(desk: Desk, roots: dict[str, Node | None]) -> dict[str, File]:
    out = {}
    for name in FILES:
        root = roots.get(name)
        found = None if root is None else _kept(desk, sections.fixed, name, root)
        if found is not None:
            out[name] = found
    return out


def _written(head: Node) -> tuple[Scalar, ...]:
    """The sections' names as policy.yaml lists them."""
    node = head.get("sections") if isinstance(head, Mapping) else None
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item for item in items if isinstance(item, Scalar) and item.text)
