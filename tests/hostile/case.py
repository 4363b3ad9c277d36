"""One way to spoil a plan, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Spoil = Callable[[Path], object]
"""Something that is done to the folder of a plan."""
POLICY, SECTORS, TARGETS, SOURCES = "policy.yaml", "sectors.yaml", "targets.yaml", "sources.yaml"
NAME = "name: {en: Rope, zh: 绳缆}"
ROPE = f"  - id: rope\n    {NAME}\n"
OUTPUT = "site"
"""Folder that is built into, beside the plan."""


@dataclass(frozen=True, slots=True)
class Case:
    """A spoilt plan."""

    area: str
    name: str
    codes: frozenset[str]
    """Errors said of it, these and no others; where there are none, the site is built."""
    spoil: Spoil
    warns: frozenset[str] = frozenset()
    """Warnings said of it, beside those that citations are unchecked."""
    shows: tuple[str, ...] = ()
    """Words that stand on a page of the site, unchanged."""
    output: str = OUTPUT
    has_texts: bool = False
    """Whether the texts of the sources are at hand; then it is only checked."""

    def __str__(self) -> str:
        """Its name among all."""
        return f"{self.area}: {self.name}"


def cases(area: str, table: Mapping[str, tuple[str, Spoil]]) -> Iterator[Case]:
    """Cases by name: the codes of the errors, in one word with spaces, and what is done."""
    for name, (codes, spoil) in table.items():
        yield Case(area, name, frozenset(codes.split()), spoil)


def put(name: str, data: str | bytes) -> Spoil:
    """A file of the data written anew."""

    def spoil(plan: Path) -> None:
        path = plan / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return spoil


def edit(name: str, old: str, new: str) -> Spoil:
    """Other words in a file of the data."""

    def spoil(plan: Path) -> None:
        path = plan / "data" / name
        words = path.read_text(encoding="utf-8")
        assert words.count(old) == 1, f"{old!r} stands {words.count(old)} times in {name}"
        path.write_text(words.replace(old, new), encoding="utf-8", newline="")

    return spoil


def rope(more: str) -> Spoil:
    """Another key of the last item."""
    return edit(SECTORS, ROPE, f"{ROPE}    {more}\n")


def note(words: str) -> Spoil:
    """A remark of the last item, in English; it is quoted as it is."""
    return rope(f"note: {{en: {words}, zh: 注}}")


def both(*steps: Spoil) -> Spoil:
    """One thing after the other."""

    def spoil(plan: Path) -> None:
        for step in steps:
            step(plan)

    return spoil


def open_list() -> Spoil:
    """The list of sectors need not be complete."""
    return edit(SECTORS, "stated_count", "open_list: true\nstated_count")


def sectors(items: Iterable[str]) -> Spoil:
    """More sectors, each as its lines."""

    def spoil(plan: Path) -> None:
        open_list()(plan)
        with (plan / "data" / SECTORS).open("a", encoding="utf-8") as file:
            file.writelines(items)

    return spoil


def page(words: str) -> Spoil:
    """A page of Markdown in both languages, under a title."""

    def spoil(plan: Path) -> None:
        (plan / "content").mkdir()
        for code in ("en", "zh"):
            text = f"Title: About\n\n{words}"
            (plan / "content" / f"about.{code}.md").write_text(text, encoding="utf-8", newline="")

    return spoil
