"""What the peers make of a plan: a page for each item and target in each language, and a list.

Far less than ours: a name, what is known with its ground, and what it is tied to. Nothing is
checked and nothing drawn.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("zh", "en")
LINE = {"zh": "原文第{}行", "en": "line {} of the plan"}
LISTED = {"zh": "全部条目", "en": "All items"}
TEMPLATE = Path(__file__).with_name("page.html")
"""Of Jinja, and as well of Nunjucks."""
PLAN = "PEER_PLAN"
"""Setting of Pelican that names the folder of the plan; here, as importing Pelican takes long."""
MARK = re.compile(r"\[\[([^\]]+)\]\]")
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that is known: its label, its value with the page it names if any, its ground."""

    label: str
    value: str
    ground: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to another page: its words, the other's name and address, and what it rests on."""

    words: str
    name: str
    href: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `up` leads from it to the folder of its language."""

    path: str
    lang: str
    title: str
    up: str
    ground: str = ""
    note: str = ""
    """HTML: the words with links."""
    rows: tuple[Row, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Data:
    """The files of a plan, parsed."""

    sections: tuple[str, ...]
    menu: tuple[str, ...]
    labels: Mapping[str, Any]
    """What a field is called in each language."""
    items: Mapping[str, Item] = field(default_factory=dict)
    """By their references, `section/id`."""
    ties: Mapping[str, list[tuple[Any, str, Item]]] = field(default_factory=dict)
    """By an item: the words, the other, and the relation."""


def read(plan: Path) -> Data:
    """Every file of the plan; a section may be a file or a folder of files."""
    files: dict[str, list[Item]] = defaultdict(list)
    for path in sorted((plan / "data").rglob("*.yaml")):
        with path.open(encoding="utf-8") as stream:
            name = path.relative_to(plan / "data").with_suffix("").parts[0]
            files[name].append(yaml.load(stream, Loader=yaml.CSafeLoader))
    sections = tuple(files["policy"][0]["sections"])
    labels = {
        key: declared["label"]
        for section in sections
        for part in files[section]
        for key, declared in part.get("fields", {}).items()
    }
    items = {
        f"{name}/{item['id']}": item
        for name in (*sections, "targets")
        for part in files[name]
        for item in part.get("items", ())
    }
    return Data(sections, (*sections, "targets"), labels, items, _ties(files["relations"]))


def _ties(files: list[Item]) -> dict[str, list[tuple[Any, str, Item]]]:
    kinds = {kind["id"]: kind for part in files for kind in part.get("kinds", ())}
    found: dict[str, list[tuple[Any, str, Item]]] = defaultdict(list)
    for part in files:
        for tie in part["items"]:
            kind = kinds[tie["kind"]]
            found[tie["from"]].append((kind["name"], tie["to"], tie))
            found[tie["to"]].append((kind["inverse"], tie["from"], tie))
    return found


def expected(count: int) -> int:
    """How many pages are made of a synthetic plan with so many items."""
    return len(LANGUAGES) * (count + max(1, count // 25) + 1)


def pages(data: Data) -> Iterator[Page]:
    """Every page of the site."""
    for lang in LANGUAGES:
        root = "" if lang == LANGUAGES[0] else f"{lang}/"
        listed = (
            Tie(ref.partition("/")[0], item["name"][lang], f"{ref}.html")
            for ref, item in data.items.items()
        )
        yield Page(f"{root}index.html", lang, LISTED[lang], "", ties=tuple(listed))
        for ref, item in data.items.items():
            yield Page(
                path=f"{root}{ref}.html",
                lang=lang,
                title=item["name"][lang],
                up="../",
                ground=_ground(item, lang),
                note=MARK.sub(r'<a href="../\1.html">\1</a>', item.get("note", {}).get(lang, "")),
                rows=tuple(_rows(data, item, lang)),
                ties=tuple(_tied(data, ref, lang)),
            )


def _rows(data: Data, item: Item, lang: str) -> Iterator[Row]:
    for key, fact in item.items():
        if isinstance(fact, Mapping) and "is" in fact:
            value, label = fact["is"], data.labels.get(key)
            named = data.items.get(value) if isinstance(value, str) else None
            words = named["name"] if named else value
            yield Row(
                label[lang] if label else key,
                words[lang] if isinstance(words, Mapping) else str(words),
                _ground(fact, lang),
                f"../{value}.html" if named else "",
            )


def _tied(data: Data, ref: str, lang: str) -> Iterator[Tie]:
    for words, other, tie in data.ties.get(ref, ()):
        name = data.items[other]["name"][lang]
        yield Tie(words[lang], name, f"../{other}.html", _ground(tie, lang))


def _ground(fact: Item, lang: str) -> str:
    """What a fact rests on: a line of the source, another source, or a reading."""
    if "because" in fact:
        return str(fact["because"][lang])
    cite = fact.get("cite", "")
    if not isinstance(cite, Mapping):
        return LINE[lang].format(cite)
    where = cite["source"] if "source" in cite else LINE[lang].format(cite["line"])
    return f"{where}: {', '.join(cite.get('terms', ()))}"
