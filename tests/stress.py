"""A plan that is hard to lay out: long and unbroken names, one item, sixty items, extreme numbers.

`write` puts it into a folder. Nothing is wrong with it: whatever it holds has to be shown well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

Entry = dict[str, object]

LONG = 200
"""So many characters have the longest names."""
MANY = 60
"""So many items has the fullest section."""
WORD = {"zh": "极", "en": "donaudampfschifffahrtselektrizitaetenhauptbetriebswerk"}
ADDRESS = (
    "https://example.org/a/very/long/path-without-any-space/and_a_query?of=values&more=values#"
)
SAID = {
    "zh": "各县区人民政府和市级各部门关于加快推进现代产业体系建设若干意见，",
    "en": "measures of the people’s governments of all districts and of all departments ",
}


class _Plain(yaml.SafeDumper):
    """Writes everything out: a plan has no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- the library's signature
        return True


def long(head: str, length: int = LONG) -> dict[str, str]:
    """A name of so many characters, as sentences are; `head` tells it from others."""
    return {code: _filled(head, words, length) for code, words in SAID.items()}


def unbroken(head: str, length: int = LONG) -> dict[str, str]:
    """A name of so many characters without a space or a comma."""
    return {code: _filled(head, word, length) for code, word in WORD.items()}


def address(head: str) -> dict[str, str]:
    """A name that looks like an address, the same in every language."""
    return dict.fromkeys(WORD, _filled(ADDRESS + head, "-and-more", LONG))


def _filled(head: str, words: str, length: int) -> str:
    """`head`, then `words` again and again; it never ends in a space."""
    room = length - len(head)
    return head + (words * (room // len(words) + 1))[: room - 1] + "e"


def both(words: str) -> dict[str, str]:
    """The same few words in every language, told apart by a mark."""
    return {"zh": f"{words}项", "en": f"{words} item"}


def _outside(**more: object) -> Entry:
    """Another source says so."""
    return {"basis": "external", "cite": {"source": "other", "terms": ["words"]}} | more


def _printed(value: int) -> Entry:
    """The plan itself says so, and prints it."""
    return {"is": value, "cite": {"line": 1, "terms": [str(value)]}}


def write(folder: Path) -> Path:
    """The plan as a data folder; it is returned."""
    folder.mkdir(parents=True)
    for name, content in _files().items():
        words = yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8")
    return folder


def _files() -> Mapping[str, Entry]:
    return {
        "policy": _policy(),
        "many": _many(),
        "lone": _section("lone", [_item("only", long("一"), said=long("二"))]),
        "wide": _wide(),
        "empty": _section("empty", []) | {"open_list": "true"},
        "indicators": {"cite": 1, "items": _indicators()},
        "targets": {"cite": 1, "items": list(_targets())},
        "observations": {"items": list(_observations())},
        "revisions": {"items": list(_revisions())},
        "relations": _relations(),
        "events": {"items": list(_events())},
        "sources": {"items": _sources()},
        "questions": _questions(),
        "glossary": {"items": list(_glossary())},
        "derived": {"items": [_counted()]},
        "charts": {"items": list(_charts())},
        "changes": {"items": [{"version": "1.0.0", "date": "2024-01-01", "summary": long("改")}]},
    }


def _policy() -> Entry:
    languages = [{"code": c, "tag": c, "name": c * 9} for c in WORD]
    return {
        "schema": 1,
        "id": "stress",
        "title": long("题", 80),
        "place": unbroken("地", 60),
        "sentence": long("句"),
        "summary": long("述"),
        "period": {"from": 2020, "to": 2032},
        "announced": {"is": "2020-01-01", "cite": {"line": 1, "terms": ["2020-01-01"]}},
        "source": "own",
        "as_of": "2024-01-01",
        "assessed_on": "2024-01-01",
        "languages": languages,
        "sections": ["many", "lone", "wide", "empty"],
        "menu": ["targets", "many", "lone", "wide", "facts"],
        "home": {
            "lead": [{"targets": [f"targets/{name}"]} for name in ("twice", "huge", "class-1")],
            "columns": ["many", "lone", "wide"],
            "line": "wide",
        },
        "publisher": unbroken("版"),
        "contact": {"words": unbroken("信"), "url": "mailto:nobody@example.org"},
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    }


def _section(name: str, items: list[Entry]) -> Entry:
    return {
        "name": unbroken(name, 40),
        "short": both(name),
        "one": both(name),
        "plural": both(name),
        "summary": long("节"),
        "cite": 1,
        "fields": {"said": {"type": "text", "label": unbroken("栏", 60)}},
        "items": list(items),
    }


def _item(name: str, words: Mapping[str, str], **more: object) -> Entry:
    return {"id": name, "name": dict(words), "note": unbroken("注")} | more


def _many() -> Entry:
    """Sixty items in two groups, one of which has a single item; some names are long."""
    items: list[Entry] = [
        {"id": f"n-{n}", "name": both(f"{n}") if n % 7 else long(f"{n}", 90), "group": "most"}
        for n in range(MANY)
    ]
    items[-1]["group"] = "rest"
    groups = [{"id": "most", "symbol": "most", "name": long("多", 120), "note": long("多")},
              {"id": "rest", "name": unbroken("余", 80)}]  # fmt: skip
    return _section("many", items) | {"groups": groups}


def _wide() -> Entry:
    """Every long kind of name: with spaces, without, an address; and the longest id."""
    return _section("wide", [
        _item("spaced", long("长"), aliases=[long("别")["en"]], said=unbroken("说")),
        _item("unbroken", unbroken("连"), said=address("")),
        _item("address", address("x")),
        _item("i" * 60, both("id"), said="not_stated"),
        _item("plain", both("plain")),
    ])  # fmt: skip


def _indicators() -> list[Entry]:
    unit = unbroken("单位", 70)
    return [
        {"id": "tiny", "name": unbroken("微"), "unit": unit, "price_basis": long("价")},
        {"id": "huge", "name": long("巨"), "unit": "yuan", "scope": unbroken("口")},
        {"id": "share", "name": long("占"), "unit": "percent", "denominator": long("母")},
    ]


def _targets() -> Iterator[Entry]:
    """A target of each kind that has a picture, under the longest names."""
    last = {"due": _printed(2032), "responsible": unbroken("责"), "speaker": long("说")}
    yield _item("twice", long("倍"), kind="ratio_to_baseline", indicator="indicators/huge",
                at_least=1000000, baseline=_printed(2020), readings=["questions/long"],
                **last)  # fmt: skip
    yield _item("less", unbroken("减"), kind="reduction", indicator="indicators/tiny",
                reduce_by="0.0001", baseline=_printed(2020), **last)  # fmt: skip
    yield _item("huge", long("值"), kind="absolute_value", indicator="indicators/huge",
                at_least="987654321.123456789万亿", unit="yuan", **last)  # fmt: skip
    yield _item("tiny", unbroken("细"), kind="range", indicator="indicators/tiny",
                low="0.0000001", high="123456789012345.6789", unit=unbroken("单位", 70),
                **last)  # fmt: skip
    yield _item("share", address("s"), kind="share", indicator="indicators/share",
                at_most="99.999999999", **last)  # fmt: skip
    for n, due in enumerate((2026, 2032), 1):
        more = {"exactly": n * 12, "class": "三百亿", "class_unit": "yuan", "due": _printed(due)}
        yield _item(f"class-{n}", long(f"级{n}"), kind="units_at_threshold", counts="many", **more)
    yield _item("count", unbroken("数"), kind="count_at_least", at_least=123456789,
                unit=unbroken("单位", 70), within_years=5, start="not_stated")  # fmt: skip
    for n, name in enumerate((long("向"), unbroken("向"))):
        yield _item(f"up-{n}", name, kind="direction", indicator="indicators/share", toward="up",
                    size=unbroken("大", 80), due="not_stated")  # fmt: skip
    yield _item(
        "brought", unbroken("成"), kind="deliverable", subject="lone/only", due=_printed(2026)
    )


def _observations() -> Iterator[Entry]:
    for n in range(20):
        value = {"period": 2012 + n, "value": f"{(n + 1) ** 8}.{n:02}", "unit": "yuan"}
        yield {"id": f"huge-{n}", "indicator": "indicators/huge"} | value | _outside(
            scope=long(f"围{n % 3}"), note=long("注"))  # fmt: skip
    for n, figure in enumerate(("0.00000012", "0.00000013", "123456789.123456789")):
        value = {"period": 2022, "value": figure, "unit": unbroken("单位", 70)}
        others = [f"observations/tiny-{other}" for other in range(3) if other != n]
        yield {"id": f"tiny-{n}", "indicator": "indicators/tiny"} | value | _outside(
            conflicts_with=others)  # fmt: skip
    yield {"id": "own", "name": unbroken("观"), "period": 2023, "value": 1, "unit": "percent",
           "of": "targets/share"} | _outside()  # fmt: skip


def _revisions() -> Iterator[Entry]:
    for n in range(6):
        names = (long, unbroken)[n % 2]
        yield {"id": f"later-{n}", "name": names(f"改{n}"), "of": "targets/twice",
               "said_on": 2021 + n, "speaker": names("说"), "exactly": f"{10 ** (2 * n)}",
               "unit": "yuan", "due": 2050} | _outside()  # fmt: skip


def _relations() -> Entry:
    """Each of the sixty with three others, so that a matrix is sixty wide or high."""
    kinds = [{"id": "part", "name": both("part of"), "inverse": unbroken("含", 60)}]
    ends = ("wide/spaced", "wide/unbroken", "lone/only")
    items = [
        {"id": f"of-{n}-{at}", "kind": "part", "from": f"many/n-{n}", "to": end, "cite": 1}
        for n in range(MANY)
        for at, end in enumerate(ends)
        if (n + at) % 3
    ]
    return {"kinds": kinds, "items": items}


def _events() -> Iterator[Entry]:
    for n in range(12):
        names = (long, unbroken)[n % 2]
        more = _outside(date=f"2020-{n + 1:02}", about=["many/n-1"])
        yield _item(f"event-{n}", names(f"事{n}"), **more)


def _sources() -> list[Entry]:
    common: Entry = {"grade": "A", "language": "zh", "published": "not_stated"}
    link = f"{ADDRESS}{'a' * 400}"
    own: Entry = {"id": "own", "name": long("源"), "publisher": unbroken("社"), "text": 9}
    other: Entry = {"id": "other", "name": unbroken("源"), "publisher": long("社"), "url": link}
    third: Entry = {"id": "third", "name": address("s"), "publisher": "not_stated"}
    third |= {"kind": unbroken("类"), "find": unbroken("寻")}
    return [own | common, other | common | {"text": "none"}, third | common | {"text": "none"}]


def _questions() -> Entry:
    readings = [
        {"id": f"r-{n}", "name": words, "consequence": unbroken("果")}
        for n, words in enumerate((long("读"), unbroken("读")))
    ]
    asked: Entry = {"id": "long", "name": long("问"), "touches": ["targets/twice"]}
    return {
        "items": [
            asked | {"readings": readings, "default": "r-0", "handling": long("办")},
            {"id": "unbroken", "name": unbroken("问"), "touches": ["many", "lone/only"]},
        ],
        "not_stated": [{"id": "silent", "name": unbroken("缺"), "note": long("缺")}],
    }


def _glossary() -> Iterator[Entry]:
    for n, names in enumerate((long, unbroken)):
        yield {"id": f"term-{n}", "name": names("词"), "aliases": [names("别")["en"]],
               "definition": unbroken("义"), "see": ["many/n-0", "wide/unbroken"]}  # fmt: skip


def _counted() -> Entry:
    return {"id": "counted", "name": unbroken("计"), "by": "count", "from": ["many"]}


def _charts() -> Iterator[Entry]:
    """A chart of each kind over the hardest there is."""
    yield _chart("trajectory", targets=["targets/twice"])
    yield _chart("trajectory", "less", targets=["targets/less"])
    yield _chart("ladder", targets=["targets/class-1", "targets/class-2"], counts="many")
    yield _chart("step", targets=["targets/count"])
    yield _chart("arrows", targets=["targets/up-0", "targets/up-1"])
    yield _chart("lineage", targets=["targets/twice"])
    yield _chart("dots", observations=[f"observations/tiny-{n}" for n in range(3)])
    yield _chart("series", indicator="indicators/huge")
    yield _chart("matrix", rows="many", columns="wide")
    yield _chart("matrix", "across", rows="wide", columns="many")
    yield _chart("milestones")
    yield _chart("glance")


def _chart(kind: str, name: str = "", **more: object) -> Entry:
    names = unbroken if name else long
    return {"id": name or f"a-{kind}", "kind": kind, "name": names("图")} | more
