"""search-index.js: everything that can be found, in all languages, for a script to search."""

from __future__ import annotations

import json

from policy_explorer.model.basis import Basis
from policy_explorer.views.lens import Lens
from policy_explorer.views.search import FACTS, Entry
from policy_explorer.views.sounds import syllables

PATH = "search-index.js"
GLOBAL = "searchIndex"
HINTS = dict.fromkeys((0xAD, 0x200B, 0x2060))
"""Signs that say where a line may break: no part of a name."""


def index_js(lenses: tuple[Lens, ...], entries: tuple[Entry, ...]) -> bytes:
    """A classic script that sets `searchIndex` and does nothing else.

    `langs`: (tag, folder) of each language. `say`: what the script says, by language. `bases`.
    `words`: kinds and places, each once, in every language. `items`: (path in the first language,
    rank, kind, place, basis, names by language, texts by language); kind and place are numbers in
    `words`, basis one in `bases`; a name with Han characters is a pair of it and its sound.
    """
    words: dict[tuple[str, ...], int] = {}
    rows = [_row(entry, words) for entry in entries]
    whole = {
        "langs": [[lens.tag, lens.urls.folder(lens.lang)] for lens in lenses],
        "say": [lens.words.group("search.say") for lens in lenses],
        "bases": [str(basis) for basis in Basis],
        "basis": [[lens.words[f"basis.{basis}"] for basis in Basis] for lens in lenses],
        "words": list(words),
        "items": rows,
    }
    return f"var {GLOBAL}={_literal(whole)};\n".encode()


def _row(entry: Entry, words: dict[tuple[str, ...], int]) -> list[object]:
    kind = words.setdefault(entry.kind, len(words))
    place = words.setdefault(entry.place, len(words))
    basis = list(Basis).index(Basis(entry.basis)) if entry.basis else -1
    names = [[_named(name, entry.rank) for name in names] for names in entry.names]
    return [entry.path, entry.rank, kind, place, basis, names, entry.texts]


def _named(name: str, rank: int) -> object:
    """A name, with how it sounds where it is in Han characters; facts are not found by sound."""
    sound = " ".join(syllables(name)) if rank != FACTS else ""
    return [name, sound] if sound else name


def _literal(whole: object) -> str:
    """JSON that is also safe inside a script element, line by line the same everywhere."""
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(HINTS)
    for sign in "<\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
