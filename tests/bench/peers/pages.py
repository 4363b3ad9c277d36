"""What the peers make of a plan: a page for each item and target in each language, and a list.

Some 10 kB each: a menu, what is known of it and of those near it with grounds and sources, what it
is tied to and what stands beside it, the numbers of a chart. Nothing is checked, nothing drawn.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("zh", "en")
LINE = {"zh": "原文第{}行", "en": "line {} of the plan"}
LISTED = {"zh": "全部条目", "en": "All items"}
BESIDE = {"zh": "另见", "en": "See also"}
NAV, ROWS, TIES, SERIES, POINTS = 28, 12, 10, 3, 24
"""What stands on a page of an item: links, facts, ties, lines of a chart, points of each."""
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
    source: str
    """Address of what it rests on."""
    href: str = ""
    of: str = ""
    """The other item of which it is known, if it is one, and the address of its page."""
    of_href: str = ""


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
    nav: tuple[Tie, ...] = ()
    chart: str = ""
    """JSON: the lines of a chart."""


@dataclass(frozen=True)
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
    sources: Mapping[str, str] = field(default_factory=dict)
    """The addresses of the sources that have one."""

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """All references in order."""
        return tuple(self.items)

    @cached_property
    def values(self) -> tuple[int, ...]:
        """A number of each item, in order."""
        return tuple(item.get("area", item.get("at_least"))["is"] for item in self.items.values())


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
    sources = {s["id"]: s["url"] for part in files["sources"] for s in part["items"] if "url" in s}
    return Data(sections, (*sections, "targets"), labels, items, _ties(files["relations"]), sources)


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
        yield _list(data, f"{root}index.html", lang)
        nav = tuple(_nav(data, lang, "../"))
        for at, (ref, item) in enumerate(data.items.items()):
            yield Page(
                path=f"{root}{ref}.html",
                lang=lang,
                title=item["name"][lang],
                up="../",
                ground=_ground(item, lang),
                note=MARK.sub(r'<a href="../\1.html">\1</a>', item.get("note", {}).get(lang, "")),
                rows=tuple(_rows(data, item, lang)),
                ties=(*_tied(data, ref, lang), *_beside(data, at, ref, lang)),
                nav=nav,
                chart=_chart(data, at, lang),
            )


def _list(data: Data, path: str, lang: str) -> Page:
    listed = (
        Tie(ref.partition("/")[0], item["name"][lang], f"{ref}.html")
        for ref, item in data.items.items()
    )
    nav = tuple(_nav(data, lang, ""))
    return Page(path, lang, LISTED[lang], "", ties=tuple(listed), nav=nav)


def _nav(data: Data, lang: str, up: str) -> Iterator[Tie]:
    """The menu: the list, the sections in it, and the first items."""
    yield Tie("", LISTED[lang], f"{up}index.html")
    yield from (Tie("", name, f"{up}index.html#{name}") for name in data.menu)
    for ref in data.refs[: NAV - 1 - len(data.menu)]:
        yield Tie("", data.items[ref]["name"][lang], f"{up}{ref}.html")


def _rows(data: Data, item: Item, lang: str) -> Iterator[Row]:
    """What is known of an item, then of the one near it, and so on until there is enough."""
    yield from _facts(data, item, lang)
    near, count = item.get("near"), _known(item)
    while near and count < ROWS:
        other = data.items[near["is"]]
        yield from _facts(data, other, lang, near["is"])
        near, count = other.get("near"), count + _known(other)


def _known(item: Item) -> int:
    return sum(isinstance(fact, Mapping) and "is" in fact for fact in item.values())


def _facts(data: Data, item: Item, lang: str, of: str = "") -> Iterator[Row]:
    for key, fact in item.items():
        if isinstance(fact, Mapping) and "is" in fact:
            value, label = fact["is"], data.labels.get(key)
            named = data.items.get(value) if isinstance(value, str) else None
            words = named["name"] if named else value
            yield Row(
                label[lang] if label else key,
                words[lang] if isinstance(words, Mapping) else str(words),
                _ground(fact, lang),
                _source(data, fact),
                f"../{value}.html" if named else "",
                item["name"][lang] if of else "",
                f"../{of}.html" if of else "",
            )


def _tied(data: Data, ref: str, lang: str) -> Iterator[Tie]:
    for words, other, tie in data.ties.get(ref, ()):
        name = data.items[other]["name"][lang]
        yield Tie(words[lang], name, f"../{other}.html", _ground(tie, lang))


def _beside(data: Data, at: int, ref: str, lang: str) -> Iterator[Tie]:
    """The next in the list, until there are ties enough."""
    for step in range(TIES - len(data.ties.get(ref, ()))):
        other = data.refs[(at + 1 + step) % len(data.refs)]
        item = data.items[other]
        yield Tie(BESIDE[lang], item["name"][lang], f"../{other}.html", _ground(item, lang))


def _chart(data: Data, at: int, lang: str) -> str:
    """The numbers of those that stand beside it, in lines, as JSON."""
    count = len(data.refs)
    lines = (
        [(at + POINTS * line + point) % count for point in range(POINTS)] for line in range(SERIES)
    )
    series = [[_point(data, n, lang) for n in line] for line in lines]
    return json.dumps(series, ensure_ascii=False, separators=(",", ":"))


def _point(data: Data, at: int, lang: str) -> dict[str, str | int]:
    ref = data.refs[at]
    name = data.items[ref]["name"][lang]
    return {"name": name, "page": f"../{ref}.html", "value": data.values[at]}


def _source(data: Data, fact: Item) -> str:
    """Where one reads what a fact rests on: another source, or a line of the plan in our list."""
    cite = fact.get("cite", {})
    if "source" in cite:
        return data.sources[cite["source"]]
    return f"../index.html#line-{cite['line']}" if "line" in cite else "../index.html#inferred"


def _ground(fact: Item, lang: str) -> str:
    """What a fact rests on: a line of the source, another source, or a reading."""
    if "because" in fact:
        return str(fact["because"][lang])
    cite = fact.get("cite", "")
    if not isinstance(cite, Mapping):
        return LINE[lang].format(cite)
    where = cite["source"] if "source" in cite else LINE[lang].format(cite["line"])
    return f"{where}: {', '.join(cite.get('terms', ()))}"
