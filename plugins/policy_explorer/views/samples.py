"""What each component is shown with on the page of patterns: words that say nothing."""

from __future__ import annotations

from collections.abc import Mapping

from policy_explorer.views import brief, grids
from policy_explorer.views.atlas import Bond, Dated, Stop, Stratum
from policy_explorer.views.pages import (
    Answer,
    Chapter,
    Goal,
    Head,
    Lineage,
    Mentions,
    Pager,
    Siblings,
    Turn,
)
from policy_explorer.views.parts import (
    Figure,
    Happening,
    LedgerEntry,
    LedgerPart,
    Link,
    Named,
    Names,
    Related,
    RelatedGroup,
    Row,
    Seg,
    Stat,
    Status,
    Table,
    TableCell,
    TableColumn,
    Tally,
    Voice,
    Year,
)
from policy_explorer.views.take import Download, Snippet, Take
from policy_explorer.views.whatif import Scale, Step, Tried, WhatIf

Sample = Mapping[str, object]
"""The arguments of a component by name; words, assets and the page are added where it asks."""
Facts = tuple[str, str]
HERE, MORE = "#main", "…"
ONCE = frozenset({"foot.foot", "mark.sprite", "page.head"})
"""What stands on every page already, and may stand there only once."""


def segs(basis: str = "") -> tuple[Seg, ...]:
    """A run of words on a ground, and one without."""
    return Seg("AAA", HERE, "", basis), Seg("，…")


def _link(words: str = "A") -> Link:
    return Link(words, HERE)


def _named(basis: str = "stated", number: str = "") -> Named:
    return Named(Seg("AAA", HERE, "", basis), number, (Seg(MORE),))


def _voice(basis: str) -> Voice:
    return Voice(basis, (Seg("AAA"),), "", (Seg(MORE),), _link(MORE))


def _happening(basis: str) -> Happening:
    return Happening(Seg("A"), basis, (Seg("BBB", HERE),), (Seg(MORE),), _link(MORE))


def _names(*, is_open: bool) -> Names:
    rows = (_named(), _named("inferred"))
    return Names("A", Seg("BBB", HERE), MORE, "", rows, is_open)


def _table() -> Table:
    columns = (TableColumn("A"), TableColumn("B", numeric=True))
    said = (TableCell("AAA"), TableCell("BBB", "stated"))
    silent = (TableCell("AAA"), TableCell(MORE, "not_stated"))
    return Table("CCC", columns, (said, silent), (HERE, ""))


def _figure(name: str) -> Figure:
    source = (Seg("AAA", "sources/index.html"),)
    empty = '<svg viewBox="0 0 9 1" aria-hidden="true"/>'
    return Figure(name, "AAA", segs(), empty, empty, "{}", "{}", "{}", _table(), source)


def _status(word: str = "no_observation") -> Status:
    return Status(word, "AAA", MORE, segs())


def _stratum(*, is_open: bool, silent: bool) -> Stratum:
    stops = (Stop(Seg("AAA", HERE), "stated"), Stop(Seg("BBB", HERE), "inferred", (Seg("C"),)))
    dues = () if silent else (Dated(Seg("C"), Seg(MORE)),)
    bond = Bond("not_stated" if silent else "inferred", MORE)
    return Stratum("A", "", Seg("BBB", HERE), stops, is_open, dues, bond)


def _entry(name: str, basis: str) -> LedgerEntry:
    return LedgerEntry(
        name, basis, "A", Seg("BBB", HERE), "CCC", (), (_link(MORE),), ("DDD",), MORE,
        questions=(_link("EEE"),), citations=(("A", MORE),),
    )  # fmt: skip


def _said(basis: str) -> grids.Said:
    return grids.Said(basis, "A", HERE)


def _line() -> grids.Line:
    boxes = grids.Box("A", (_said("stated"),)), grids.Box("B", (_said("not_stated"),))
    return grids.Line(Seg("AAA", HERE), boxes)


def _checks() -> grids.CheckableView:
    columns = tuple(grids.Asked(n, n.upper(), MORE, ("stated", "not_stated")) for n in ("a", "b"))
    return grids.CheckableView(Head(Seg("AAA")), "CCC", columns, (_line(),), ())


def _matrix() -> grids.Matrix:
    why = grids.Reason("inferred", (Seg("A"), Seg("B")), MORE, segs(), _link(MORE))
    columns = (Seg("A", HERE), Seg("B", HERE))
    parts = (grids.Part("", (_line(),)),)
    sums = (grids.Sum("stated", MORE),)
    return grids.Matrix(
        "sample-matrix", "AAA", "BBB", "C", (), columns, parts, sums, "", (why,), is_wide=False
    )


def _whatif() -> WhatIf:
    keys = ("reached", "late", "never", "head_index", "head_gap")
    return WhatIf(
        start=0, due=1, base="100", goal="200", is_strict=False, even="1", low="0", high="2",
        pace="1", point=".", lead=MORE, words=dict.fromkeys(keys, MORE),
        steps=(Step("A", "B", "C", "0", "0"),), tried=(Tried("A", "B", "C", "D", is_even=True),),
        scale=Scale(360, 150, "16", "1", "132", "1", "20", "340", "M0 0"),
    )  # fmt: skip


def _take() -> Take:
    snippet = (Snippet("AAA", MORE),)
    return Take((_download(),), snippet, (), snippet, _link(), (MORE,))


def _download() -> Download:
    return Download("A", "BBB", HERE, MORE, "a", "a.b")


def _brief() -> Mapping[str, Sample]:
    gist = brief.Gist(Seg("AAA", HERE, "", "stated"), "", segs(), MORE)
    part = brief.Part("AAA", segs(), (gist,), is_open=True, is_counted=False, is_plain=False)
    aim = brief.Aim((Seg("≥"), Seg("A")), Seg("BBB", HERE), segs(), _status(), _link(MORE), MORE)
    return {
        "brief.poster": {"f": None, "strata": (_stratum(is_open=False, silent=False),)},
        "brief.aim": {"a": aim},
        "brief.silent": {"labels": MORE},
        "brief.gists": {"part": part, "shared": ""},
        "brief.origin": {"o": brief.Origin(Seg("AAA", HERE), segs(), MORE, "")},
    }


def _rows(ids: Facts) -> Mapping[str, Sample]:
    """Lists, sheets, timelines."""
    voices = tuple(_voice(basis) for basis in ("not_stated", "external"))
    tie = RelatedGroup("AAA", (Related(Seg("BBB", HERE), _voice("inferred"), MORE),))
    goal = Goal(Seg("A"), "external", (Seg("≥"), Seg("B")), (Seg(MORE),), segs(), (), _link(MORE))
    year = Year("A", is_due=True, plan=(_happening("stated"),), elsewhere=(_happening("external"),))
    happened = tuple(_happening(basis) for basis in ("stated", "external"))
    return {
        "names.names_head": {"n": _names(is_open=False)},
        "names.names": {"n": _names(is_open=True)},
        "names.names_line": {"n": _names(is_open=True)},
        "names.roll": {"n": _names(is_open=False)},
        "names.items": {"list": (_named(), _named("external"))},
        "names.touches": {"list": segs()[:1]},
        "sheet.voice": {"v": _voice("stated")},
        "sheet.sheet": {"rows": (Row("A", voices), Row("B", voices[:1]))},
        "sheet.related": {"groups": (tie,)},
        "timeline.moment": {"m": _happening("stated")},
        "timeline.moments": {"list": happened},
        "timeline.lane": {"list": (), "name": "plan", "label": "A", "silence": MORE},
        "timeline.timeline": {"years": (year,)},
        "timeline.lineage": {"l": Lineage((goal, goal), segs())},
        "tail.mentions": {"list": (Mentions("AAA", happened),)},
        "tail.tail": {"notes": (segs(),), "questions": (_named(),), "sources": segs()[:1]},
        "ledger.tally": {"list": (Tally("stated", "A", MORE), Tally("not_stated", "B", MORE))},
        "ledger.filter": {"sources": (_link(), _link())},
        "ledger.entry": {"e": _entry(ids[0], "stated"), "contact": segs()},
        "ledger.ledger": {
            "parts": (LedgerPart("sample-part", "AAA", (_entry(ids[1], "inferred"),)),),
            "sources": (),
            "contact": segs(),
        },
    }


def _pictures() -> Mapping[str, Sample]:
    """Numbers, charts, matrices, and ways to take them."""
    stat = Stat((Seg("≥"), Seg("A")), "", segs("stated"), _status())
    return {
        "atlas.atlas": {
            "strata": tuple(_stratum(is_open=x, silent=x) for x in (False, True)),
        },
        "figure.figure": {"f": _figure("sample-figure")},
        "tail.chapters": {"list": (Chapter("AAA", _figure("sample-chapter")),)},
        "table.table": {"tb": _table(), "of": "sample-table"},
        "table.inside": {"cell": TableCell("AAA", "stated")},
        "stat.stat": {"s": stat},
        "stat.answer": {"a": Answer((Seg("A"),), segs("stated"), _status())},
        "status.glyph": {"word": "due_passed_no_observation"},
        "status.status": {"s": _status("not_assessable")},
        "grid.say": {"s": _said("stated")},
        "grid.cell": {"box": grids.Box("A", (_said("stated"),)), "dash": MORE},
        "grid.name": {"seg": Seg("AAA", HERE), "scope": "row"},
        "grid.checks": {"view": _checks()},
        "grid.matrix": {"m": _matrix()},
        "take.copy": {"id": "main"},
        "take.copy_image": {"picture": "#"},
        "take.snippets": {"list": (Snippet("AAA", MORE),), "name": "sample"},
        "take.files": {"list": (_download(),)},
        "take.quotes": {"cites": (("A", MORE),)},
        "take.take": {"k": _take()},
        "whatif.whatif": {"w": _whatif()},
    }


def _words() -> Mapping[str, Sample]:
    """Runs of words, marks, and what frames a page."""
    turn = Turn("A", _link("BBB"))
    around = Siblings("A", (_named(),))
    return {
        "mark.mark": {"basis": "derived", "word": "A"},
        "mark.fact": {"id": MORE},
        "mark.basis": {"of": "external"},
        "mark.key": {},
        "page.anchor": {"id": "main", "title": "AAA"},
        "page.sect": {
            "title": "AAA",
            "note": MORE,
            "id": "sample-sect",
            "caller": lambda: around.label,
        },
        "page.prose": {"paragraphs": (segs("stated"), segs("inferred"))},
        "page.theme": {"name": "footer__theme"},
        "page.crumbs": {"links": (Link("BBB", ""),), "home": HERE, "word": "A"},
        "page.turn": {"side": turn, "rel": "next"},
        "page.pager": {"p": Pager("A", turn, turn)},
        "rich.seg": {"s": segs("stated")[0]},
        "rich.is_stop": {"s": segs()[1]},
        "rich.rich": {"segs": (*segs("stated"), *segs("external"))},
        "rich.once": {"segs": (*segs("stated"), *segs("stated"))},
        "rich.plain": {"s": segs()[0]},
        "rich.words": {"segs": segs()},
        "rich.number": {"segs": (Seg("≥"), Seg("A"))},
        "rich.link": {"l": _link()},
        "rich.where": {"l": _link(MORE)},
        "search.find": {"at": "home"},
    }


def samples(ids: Facts) -> Mapping[str, Sample]:
    """The arguments of each component, by template and name: `names.roll`.

    Args:
        ids: Two facts of the plan, since whatever says that it shows a fact has to show one.
    """
    return {**_words(), **_rows(ids), **_pictures(), **_brief()}
