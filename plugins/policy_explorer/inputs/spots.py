"""Which file a new item goes into, and whether it may be called so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policy_explorer.inputs import events, filing, records, text
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Scalar, Sequence
from policy_explorer.model.files import GROUND
from policy_explorer.model.place import Place
from policy_explorer.model.record import Record
from policy_explorer.problems import Problem, Refused, errors, quoted, said
from policy_explorer.settings import Settings


@dataclass(frozen=True, slots=True)
class Spot:
    """The file that an item goes into; one that is not there yet has no text."""

    path: Path
    text: str
    has_ground: bool
    """Whether a citation or a basis for all items stands at the head."""


def find(settings: Settings, file: str, name: str) -> Spot:
    """Where an item of a file goes: into its one file, or into one of its folder.

    In a folder of one item a file it gets a file of its own, else it comes after the last one.

    Problems (raised): those of reading the files.
    """
    ends = (settings.data / f"{file}{end}" for end in filing.ENDS)
    single = next((path for path in ends if path.exists()), None)
    if single is not None:
        root = _root(settings, single)
        return Spot(single, _text(single), _has_ground(root))
    folder = settings.data / file
    paths = filing.files_of(folder) if folder.is_dir() else []
    roots = {path: _root(settings, path) for path in paths}
    has_ground = any(map(_has_ground, roots.values()))
    listing = {path: ids for path, root in roots.items() if (ids := _ids(root)) is not None}
    is_one_each = all(ids == [path.stem] for path, ids in listing.items())
    if listing and not is_one_each:
        last = max(listing)
        return Spot(last, _text(last), has_ground)
    fresh = folder / f"{name}.yaml" if roots else settings.data / f"{file}.yaml"
    return Spot(fresh, "", has_ground)


def may_be_called(shown: str, name: str, there: tuple[Record, ...]) -> None:
    """Nothing, or the reader's own complaint about an id, before anything is written.

    Problems (raised): bad-id, duplicate-id, reserved-id.
    """
    desk = Desk((), "")
    if records.own_id(desk, Scalar(name, Place(shown, 1, 1), plain=True)) is None:
        raise Refused(desk.problems)
    for record in there:
        if record.id == name:
            at = record.own.get("id", record.place)
            message = said("the id {} is taken: it stands here", quoted(name))
            raise Refused([Problem(at.path, at.line, at.col, "duplicate-id", message)])


def _text(path: Path) -> str:
    """A file as it is, its line ends and byte order mark included."""
    return path.read_bytes().decode()


def _root(settings: Settings, path: Path) -> Mapping | None:
    shown = settings.shown(path)
    root, problems = events.tree(shown, text.read(path, shown))
    if wrong := errors(problems):
        raise Refused(wrong)
    return root if isinstance(root, Mapping) else None


def _has_ground(root: Mapping | None) -> bool:
    return root is not None and any(root.get(key) is not None for key in GROUND)


def _ids(root: Mapping | None) -> list[str] | None:
    """The ids of a file's items; None where it holds none."""
    items = root.get("items") if root is not None else None
    if not isinstance(items, Sequence):
        return None
    ids = (item.get("id") for item in items.items if isinstance(item, Mapping))
    return [node.text for node in ids if isinstance(node, Scalar)]
