"""The ledger: every fact with its ground, by file."""

from __future__ import annotations

from dataclasses import dataclass

from policy_explorer.graph import Site
from policy_explorer.graph.citations import State
from policy_explorer.model.basis import ORDER
from policy_explorer.model.fact import Fact
from policy_explorer.model.source import Citation
from policy_explorer.views import citing, formula
from policy_explorer.views.checking import FactsView
from policy_explorer.views.lens import Lens
from policy_explorer.views.names import turned
from policy_explorer.views.pages import Head, Pager
from policy_explorer.views.parts import LedgerEntry, LedgerPart, Link, Named, Rich, Seg, Tally
from policy_explorer.views.said import cited

STATES = (State.NO_TEXT, State.VERIFIED, State.LOCKED, State.UNCHECKED)
"""From what needs no check to what lacks one."""
SPLIT_ABOVE = 500
"""Facts up to which the ledger is one page."""
VOLUME = 250
"""Facts that a page of a split ledger holds; some 35 kB on the line."""
Near = tuple["Volume | None", "Volume | None"]
"""The volumes before and after one."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The facts that stand on one page of a split ledger."""

    file: str
    number: int
    """From 1 on; most files have one."""
    facts: tuple[Fact, ...]


def volumes(site: Site) -> dict[str, int]:
    """Subject -> the volume of its file that it stands in, of those that are not in the first.

    What is said of one thing stays together.
    """
    found: dict[str, int] = {}
    held: dict[str, int] = {}
    at: dict[str, int] = {}
    for subject, facts in site.by_subject.items():
        file = subject.partition("/")[0]
        before = held.get(file, 0)
        held[file] = before + len(facts)
        if before and held[file] > VOLUME:
            held[file], at[file] = len(facts), at.get(file, 1) + 1
        if file in at:
            found[subject] = at[file]
    return found


def facts_view(lens: Lens, lenses: tuple[Lens, ...]) -> FactsView:
    """The ledger's first page: all of it, or, where it is split, the way to its parts.

    `lenses` are those of all languages, for the values beside.
    """
    head = Head(Seg(lens.words["title.facts"]), (), (Seg(lens.words["facts.lead"]),))
    found = volumes_of(lens)
    if lens.urls.is_split:
        return FactsView(head, _tally(lens), (), tuple(_way(lens, one) for one in found))
    parts = tuple(_part(lens, lenses, one) for one in found)
    ways = tuple(Named(Seg(part.title, f"#{part.id}")) for part in parts)
    return FactsView(head, _tally(lens), parts, ways, _sources(lens, parts))


def part_view(lens: Lens, lenses: tuple[Lens, ...], volume: Volume, near: Near) -> FactsView:
    """One page of a split ledger: the facts of one file, or of one volume of it."""
    part = _part(lens, lenses, volume)
    kicker = (Seg(lens.words["title.facts"], lens.page("facts")),)
    head = Head(Seg(part.title), kicker, (Seg(lens.words["facts.part_lead"]),))
    sources = _sources(lens, (part,))
    return FactsView(head, (), (part,), (), sources, _pager(lens, volume, near))


def volumes_of(lens: Lens) -> tuple[Volume, ...]:
    """All facts, in the order of the ledger: by file, of a large one by volume."""
    found: dict[tuple[str, int], list[Fact]] = {}
    for fact in lens.site.facts.values():
        number = lens.urls.volumes.get(fact.subject, 1)
        found.setdefault((_file(fact), number), []).append(fact)
    order = ("policy", *lens.site.sections, *lens.site.files, "ledger")
    keys = sorted(
        (key for key in found if key[0] in order), key=lambda k: (order.index(k[0]), k[1])
    )
    return tuple(Volume(*key, tuple(found[key])) for key in keys)


def title(lens: Lens, volume: Volume) -> str:
    """What a part of the ledger is called: its file, in volumes by what stands first and last."""
    name = lens.file_name(volume.file)
    ends = [lens.site.records.get(fact.subject) for fact in (volume.facts[0], volume.facts[-1])]
    if volume.number == 1 and volume.file not in _bound(lens):
        return name
    first, last = (lens.name(record) if record is not None else name for record in ends)
    return lens.words.say("facts.volume", file=name, first=first, last=last)


def _bound(lens: Lens) -> frozenset[str]:
    """The files that have several volumes."""
    return frozenset(subject.partition("/")[0] for subject in lens.urls.volumes)


def _pager(lens: Lens, volume: Volume, near: Near) -> Pager | None:
    """The way to the volumes of the same file that stand before and after."""
    before, after = (one if one and one.file == volume.file else None for one in near)
    if before is None and after is None:
        return None
    label = lens.words.say("nav.neighbours", what=lens.file_name(volume.file))
    ways = (_link(lens, one) if one is not None else None for one in (before, after))
    return turned(lens, label, *ways)


def _link(lens: Lens, volume: Volume) -> Link:
    return Link(title(lens, volume), lens.page(lens.urls.ledger(volume.file, volume.number)))


def _way(lens: Lens, volume: Volume) -> Named:
    """The way to a part, and the marks of what is in it."""
    bases = {fact.basis for fact in volume.facts}
    marks = tuple(Seg("", basis=str(basis)) for basis in ORDER if basis in bases)
    link = _link(lens, volume)
    return Named(Seg(link.text, link.href), note=marks)


def _part(lens: Lens, lenses: tuple[Lens, ...], volume: Volume) -> LedgerPart:
    others = tuple(other.at(lens.path) for other in lenses if other.lang != lens.lang)
    entries = tuple(_entry(lens, others, fact) for fact in volume.facts)
    return LedgerPart(f"part-{volume.file}", title(lens, volume), entries)


def _sources(lens: Lens, parts: tuple[LedgerPart, ...]) -> tuple[Link, ...]:
    """The sources that these facts cite, to filter by: short name, and the id as its target."""
    ids = dict.fromkeys(s for part in parts for entry in part.entries for s in entry.sources)
    found = (lens.site.records.get(f"sources/{name}") for name in ids)
    return tuple(Link(r.short[lens.lang] if r.short else lens.name(r), r.id) for r in found if r)


def _file(fact: Fact) -> str:
    return fact.id.partition("/")[0].partition(".")[0]


def _tally(lens: Lens) -> tuple[Tally, ...]:
    """How many facts rest on each basis; the counts are facts themselves."""
    rows = ((basis, lens.site.facts[f"ledger.{basis}"]) for basis in ORDER)
    return tuple(
        Tally(str(basis), lens.bare(fact).text, lens.words[f"basis.meaning.{basis}"], fact.id)
        for basis, fact in rows
    )


def _entry(lens: Lens, others: tuple[Lens, ...], fact: Fact) -> LedgerEntry:
    ground = fact.ground
    terms = dict.fromkeys(term for cite in ground.citations for term in cite.terms)
    value = lens.value(fact)
    tags = {language.code: language.tag for language in lens.site.policy.languages}
    beside = tuple((tags[o.lang], said) for o in others if (said := o.value(fact)) != value)
    subject = _subject(lens, fact)
    label = lens.label(fact) if fact.key else ""
    title = lens.words["sep.dot"].join(words for words in (subject.text, label) if words)
    return LedgerEntry(
        id=fact.id,
        basis=str(fact.basis),
        label=label,
        subject=subject,
        value=value,
        other=beside,
        places=tuple(dict.fromkeys(_place(lens, cite) for cite in cited(lens, fact))),
        state=_state(lens, fact),
        terms=tuple(terms),
        why=lens.flat(ground.because) if ground.because else "",
        how=_how(lens, fact),
        sources=tuple(dict.fromkeys(cite.source for cite in ground.citations)),
        questions=_questions(lens, fact),
        citations=citing.citations(lens, fact, _title(lens, fact, title, value)),
    )


def _title(lens: Lens, fact: Fact, title: str, value: str) -> str:
    """What a citation calls a fact; a record's own name is said once."""
    return f"{title}{lens.words['sep.colon']}{value}" if fact.key else value


def _state(lens: Lens, fact: Fact) -> str:
    """How its citations have been checked, the weakest; for what has no text, when it was read."""
    states = [lens.site.state(fact, cite) for cite in fact.ground.citations]
    if not states:
        return ""
    weakest = max(states, key=STATES.index)
    if weakest is not State.NO_TEXT:
        return lens.words[f"check.{weakest}"]
    source = lens.site.records.get(f"sources/{fact.ground.citations[0].source}")
    read = source.get("read_on") if source is not None else None
    return lens.words.say("place.no_text", date=lens.value(read)) if read is not None else ""


def _questions(lens: Lens, fact: Fact) -> tuple[Link, ...]:
    """The open questions that touch this fact or, for a record's own, the record."""
    refs = lens.site.questions.get(fact.id, ())
    found = (lens.site.records[ref] for ref in refs)
    return tuple(Link(lens.name(record), lens.href(record)) for record in found)


def _subject(lens: Lens, fact: Fact) -> Seg:
    record = lens.site.records.get(fact.subject)
    if record is None:
        href = lens.to(lens.urls.section_of(fact.subject, lens.lang))
        return Seg(lens.subject_name(fact.subject), href)
    return Seg(lens.name(record), lens.href(record))


def _place(lens: Lens, cite: Citation) -> Link:
    """The way to a source's page, to the line where there is one."""
    return Link(lens.place(cite), lens.to(lens.urls.cited(cite.source, cite.line, lens.lang)))


def _how(lens: Lens, fact: Fact) -> Rich:
    """How a derived value came about: the rule in words, the sum, and what it was made from."""
    if not fact.ground.by:
        return ()
    rule = lens.words[f"rule.{fact.ground.by}"]
    told = lens.words["sep.semicolon"].join(p for p in (rule, formula.formula(lens, fact)) if p)
    if not fact.ground.sources:
        return (Seg(told),)
    before, _, after = lens.words["facts.from"].partition("{facts}")
    runs = [Seg(told + lens.words["sep.semicolon"] + before)]
    for n, name in enumerate(fact.ground.sources):
        runs += [Seg(lens.words["sep.list"])] if n else []
        is_fact = name in lens.site.facts
        where = lens.urls.fact if is_fact else lens.urls.section_of
        runs.append(Seg(_said(lens, name), lens.to(where(name, lens.lang))))
    return (*runs, Seg(after)) if after else tuple(runs)


def _said(lens: Lens, name: str) -> str:
    """A fact as another is made from it: what it is and what it says."""
    fact = lens.site.facts.get(name)
    if fact is None:
        return lens.subject_name(name)
    return f"{lens.label(fact)} {lens.value(fact)}" if fact.key else lens.value(fact)
