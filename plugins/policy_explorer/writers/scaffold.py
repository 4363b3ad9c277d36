"""New plans and new items: commented beginnings that say what only their author can fill in."""

from __future__ import annotations

import shutil
from pathlib import Path

from policy_explorer.model.record import Section
from policy_explorer.problems import Problem, Refused, quoted, said

SKELETON = Path("examples/skeleton")


def policy(root: Path, folder: Path) -> tuple[str, ...]:
    """Copy the skeleton of a plan; the paths of what was made, relative to the folder.

    Problems (raised): bad-output where there is something already.
    """
    if folder.exists() and any(folder.iterdir()):
        message = "the folder is not empty"
        raise Refused([Problem(folder.as_posix(), 1, 1, "bad-output", message, "choose another")])
    shutil.copytree(root / SKELETON, folder, dirs_exist_ok=True)
    made = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(made))


def item(path: Path, section: Section, name: str, codes: tuple[str, ...]) -> str:
    """Put a commented item at the end of a section's file; the lines that were added.

    Problems (raised): duplicate-id.
    """
    if any(record.id == name for record in section.items):
        message = said("{} has an item {} already", section.id, quoted(name))
        raise Refused([Problem(path.as_posix(), 1, 1, "duplicate-id", message)])
    words = path.read_text(encoding="utf-8")
    lines = stub(section, name, codes)
    path.write_text(f"{words.rstrip()}\n{lines}", encoding="utf-8")
    return lines


def stub(section: Section, name: str, codes: tuple[str, ...]) -> str:
    """The YAML of a new item, its declared fields as comments."""
    texts = ", ".join(f"{code}: …" for code in codes)
    rows = [f"  - id: {name}", f"    name: {{{texts}}}"]
    if section.groups:
        choices = " | ".join(group.id for group in section.groups)
        rows.append(f"    group: {section.groups[0].id}  # {choices}")
    for key in section.fields:
        to = f" into {key.to}" if key.to else ""
        rows.append(f"    # {key.name}: {key.type}{to}")
    rows.append("    # cite: LINE, where the section's own does not hold")
    return "\n".join(rows) + "\n"
