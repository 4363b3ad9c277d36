"""What is open in the text, and what it does not state at all."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record, Struct
from policy_explorer.views import turning
from policy_explorer.views.checking import Gap, Question, QuestionsView, Reading
from policy_explorer.views.cut import Sheet
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Link, Seg


def questions_view(lens: Lens, sheet: Sheet[None, Record]) -> QuestionsView:
    """The open questions of a page; the first page also has all gaps."""
    told = turning.of_items(lens, lens.words["title.questions"])
    gaps = lens.site.files["questions"].head.structs("not_stated") if sheet.is_first else ()
    return QuestionsView(
        Head(turning.title(lens, sheet, told), (), (Seg(lens.words["questions.lead"]),)),
        tuple(_question(lens, record) for record in sheet.rows),
        tuple(_gap(lens, gap) for gap in gaps),
        turning.pager(lens, sheet, told),
        turning.ways(lens, sheet, told),
    )


def _question(lens: Lens, record: Record) -> Question:
    fact = record.fact
    default = record.word("default")
    readings = tuple(
        Reading(
            name[lens.lang] if (name := reading.words("name")) else "",
            lens.rich(reading.words("consequence")),
            reading.word("id") == default,
        )
        for reading in record.structs("readings")
    )
    return Question(
        record.id,
        Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else ""),
        lens.rich(record.words("note")),
        readings,
        lens.rich(record.words("handling")),
        _touched(lens, record),
        _places(lens, fact),
    )


def _places(lens: Lens, fact: Fact | None) -> tuple[Link, ...]:
    link = lens.source_link(fact) if fact is not None else None
    return (link,) if link is not None else ()


def _gap(lens: Lens, gap: Struct) -> Gap:
    name = gap.words("name")
    words = Seg(name[lens.lang] if name else "")
    return Gap(gap.word("id"), words, lens.rich(gap.words("note")), _touched(lens, gap))


def _touched(lens: Lens, struct: Struct) -> tuple[Seg, ...]:
    """What a question touches, by the names of the things, each once."""
    found = (_thing(lens, ref.to) for ref in struct.refs("touches"))
    return tuple(dict.fromkeys(found))


def _thing(lens: Lens, name: str) -> Seg:
    record, fact = lens.site.records.get(name), lens.site.facts.get(name)
    if record is not None:
        return replace(lens.item(record), basis="")
    if fact is None:
        return _field(lens, name)
    subject = lens.site.records.get(fact.subject)
    title = lens.name(subject) if subject else lens.subject_name(fact.subject)
    label = f"{title}{lens.words['sep.dot']}{lens.label(fact)}" if fact.key else title
    own = subject.fact.id if subject is not None and subject.fact is not None else ""
    return Seg(label, lens.to(lens.urls.fact(fact.id, lens.lang)), own)


def _field(lens: Lens, name: str) -> Seg:
    """A field of all items of a section: 行业 · 面积."""
    file, _, key = name.partition(".")
    title, href = lens.subject_name(file), lens.to(lens.urls.section_of(name, lens.lang))
    first = next((f for r in lens.site.items(file) for f in r.facts(key)), None)
    if first is None:
        return Seg(title, href)
    return Seg(f"{title}{lens.words['sep.dot']}{lens.label(first)}", href)
