"""search-index.js: everything that can be found, in all languages, for a script to search.

Of a large plan it holds what a first answer needs; the rest follows in parts, each a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from policy_explorer.model.basis import Basis
from policy_explorer.views.lens import Lens
from policy_explorer.views.search import FACTS, Entry
from policy_explorer.views.sounds import syllables

PATH = "search-index.js"
FOLDER = "search/"
GLOBAL = "searchIndex"
LIMIT = 160_000
"""Bytes of a file of the index before packing, since packed ones depend on the packer.

Real names with their sounds pack to a third: 52 kB, so that index, script and style are a first
query of 60 kB. A phone reads such a file in a few milliseconds, and a part of it in no more.
"""
HINTS = dict.fromkeys((0xAD, 0x200B, 0x2060))
"""Signs that say where a line may break: no part of a name."""
NUMBER = 99_999
"""As long as the number of a word gets."""
Words = tuple[str, ...]
Part = tuple[str, tuple[Entry, ...]]
"""A file of the index, and what stands in it."""


def index_files(
    lenses: tuple[Lens, ...], names: tuple[Entry, ...], facts: tuple[Entry, ...]
) -> dict[str, bytes]:
    """Classic scripts by path, the first of which is always there.

    It sets `searchIndex` and does nothing else. `langs`: (tag, folder) of each language. `say`:
    what the script says, by language. `bases`. `words`: kinds and places, each once, in every
    language. `items`: (path in the first language, rank, kind, place, basis, names by language,
    texts by language); kind and place are numbers in `words`, basis one in `bases`; a name with
    Han characters is a pair of it and its sound. Where there are more files, `parts`: (path,
    number of items) of each; a part calls `searchIndex.add(its number, words and items)`.
    """
    (_, first), *rest = cut(names, facts)
    own = _head(lenses, is_split=bool(rest)) | _body(first)
    listed = {"parts": [(path, len(held)) for path, held in rest]} if rest else {}
    files = {PATH: f"var {GLOBAL}={_literal(own | listed)};\n".encode()}
    for number, (path, held) in enumerate(rest):
        files[path] = f"{GLOBAL}.add({number},{_literal(_body(held))});\n".encode()
    return files


def cut(names: tuple[Entry, ...], facts: tuple[Entry, ...]) -> Iterator[Part]:
    """All in one file, or, where that would be too large, the names first, then facts by file."""
    whole = (*names, *facts)
    if next(_boxes(whole)) == whole:
        yield PATH, whole
        return
    pages_first = sorted(names, key=lambda entry: entry.record is not None)
    for number, held in enumerate(_boxes(pages_first)):
        yield f"{FOLDER}names-{number}.js" if number else PATH, held
    by_file: dict[str, list[Entry]] = {}
    for fact in facts:
        by_file.setdefault(fact.file, []).append(fact)
    for file, of in by_file.items():
        for number, held in enumerate(_boxes(of), 1):
            yield f"{FOLDER}facts-{file}-{number}.js", held


def _boxes(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """The entries in their order, as many together as a file holds; at least one."""
    held: list[Entry] = []
    words: set[Words] = set()
    size = 0
    for entry in entries:
        row = len(_literal(_row(entry, NUMBER, NUMBER)).encode())
        if held and size + row + _fresh(entry, words) > LIMIT:
            yield tuple(held)
            held, words, size = [], set(), 0
        size += row + _fresh(entry, words)
        held.append(entry)
        words |= {entry.kind, entry.place}
    yield tuple(held)


def _fresh(entry: Entry, words: set[Words]) -> int:
    """Bytes of the words that an entry brings into a file."""
    return sum(len(_literal(said).encode()) for said in {entry.kind, entry.place} - words)


def _head(lenses: tuple[Lens, ...], *, is_split: bool) -> dict[str, object]:
    """What the script needs beside the entries; what it says of parts only where there are any."""
    keys = ("search.say", "search.part") if is_split else ("search.say",)
    return {
        "langs": [[lens.tag, lens.urls.folder(lens.lang)] for lens in lenses],
        "say": [
            {k: v for key in keys for k, v in lens.words.group(key).items()} for lens in lenses
        ],
        "bases": [str(basis) for basis in Basis],
        "basis": [[lens.words[f"basis.{basis}"] for basis in Basis] for lens in lenses],
    }


def _body(entries: tuple[Entry, ...]) -> dict[str, object]:
    """The entries of a file, and the words they share."""
    words: dict[Words, int] = {}
    rows = [
        _row(e, *(words.setdefault(said, len(words)) for said in (e.kind, e.place)))
        for e in entries
    ]
    return {"words": list(words), "items": rows}


def _row(entry: Entry, kind: int, place: int) -> list[object]:
    basis = list(Basis).index(Basis(entry.basis)) if entry.basis else -1
    names = [[_named(name, entry.rank) for name in names] for names in entry.names]
    return [entry.path, entry.rank, kind, place, basis, names, entry.texts]


def _named(name: str, rank: int) -> object:
    """A name, with how it sounds where it is in Han characters; facts are not found by sound."""
    sound = " ".join(syllables(name)) if rank != FACTS else ""
    return [name, sound] if sound else name


def read(script: bytes) -> Mapping[str, object]:
    """What a file of the index holds; ValueError where it is none."""
    text = script.decode()
    found: Mapping[str, object] = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return found


def _literal(whole: object) -> str:
    """JSON that is also safe inside a script element, line by line the same everywhere."""
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(HINTS)
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
