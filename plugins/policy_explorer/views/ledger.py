"""The ledger: every fact with its ground, by file."""

from __future__ import annotations

from collections import Counter

from policy_explorer.model.basis import ORDER
from policy_explorer.model.fact import Fact
from policy_explorer.model.source import Citation
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import FactsView, Head
from policy_explorer.views.parts import LedgerEntry, LedgerPart, Link, Seg, Tally


def facts_view(lens: Lens, lenses: tuple[Lens, ...]) -> FactsView:
    """The whole ledger; `lenses` are those of all languages, for the values beside."""
    head = Head(Seg(lens.words["title.facts"]), (), (Seg(lens.words["facts.lead"]),))
    others = tuple(other.at(lens.path) for other in lenses if other.lang != lens.lang)
    groups: dict[str, list[Fact]] = {}
    for fact in lens.site.facts.values():
        groups.setdefault(_file(fact), []).append(fact)
    order = ["policy", *lens.site.sections, *lens.site.files]
    parts = tuple(
        LedgerPart(f"part-{file}", lens.file_name(file), _entries(lens, others, groups[file]))
        for file in sorted(groups, key=order.index)
    )
    return FactsView(head, _tally(lens), parts)


def _file(fact: Fact) -> str:
    return fact.id.partition("/")[0].partition(".")[0]


def _tally(lens: Lens) -> tuple[Tally, ...]:
    counts = Counter(fact.basis for fact in lens.site.facts.values())
    return tuple(
        Tally(str(basis), counts[basis], lens.words[f"basis.meaning.{basis}"]) for basis in ORDER
    )


def _entries(lens: Lens, others: tuple[Lens, ...], facts: list[Fact]) -> tuple[LedgerEntry, ...]:
    return tuple(_entry(lens, others, fact) for fact in facts)


def _entry(lens: Lens, others: tuple[Lens, ...], fact: Fact) -> LedgerEntry:
    ground = fact.ground
    terms = dict.fromkeys(term for cite in ground.citations for term in cite.terms)
    value = lens.value(fact)
    tags = {language.code: language.tag for language in lens.site.policy.languages}
    beside = tuple((tags[o.lang], said) for o in others if (said := o.value(fact)) != value)
    return LedgerEntry(
        id=fact.id,
        basis=str(fact.basis),
        label=lens.label(fact) if fact.key else "",
        subject=_subject(lens, fact),
        value=value,
        other=beside,
        places=tuple(dict.fromkeys(_place(lens, cite) for cite in ground.citations)),
        terms=tuple(terms),
        why=lens.flat(ground.because) if ground.because else "",
        how=_how(lens, fact),
    )


def _subject(lens: Lens, fact: Fact) -> Seg:
    record = lens.site.records.get(fact.subject)
    if record is None:
        href = lens.to(lens.urls.section_of(fact.subject, lens.lang))
        return Seg(lens.subject_name(fact.subject), href)
    return Seg(lens.name(record), lens.href(record))


def _place(lens: Lens, cite: Citation) -> Link:
    """The way to a source's page, to the line where there is one."""
    path = lens.urls.page(f"sources/{cite.source}", lens.lang)
    anchor = f"#line-{cite.line}" if cite.line else ""
    return Link(lens.place(cite), lens.to(path + anchor))


def _how(lens: Lens, fact: Fact) -> str:
    """How a derived value came about, in words, and from which facts."""
    if not fact.ground.by:
        return ""
    rule = lens.words[f"rule.{fact.ground.by}"]
    names = (_said(lens, name) for name in fact.ground.sources)
    listed = lens.words["sep.list"].join(names)
    tail = lens.words["sep.semicolon"] + lens.words.say("facts.from", facts=listed)
    return rule + tail if listed else rule


def _said(lens: Lens, name: str) -> str:
    """A fact as another is made from it: what it is and what it says."""
    fact = lens.site.facts.get(name)
    if fact is None:
        return lens.subject_name(name)
    return f"{lens.label(fact)} {lens.value(fact)}" if fact.key else lens.value(fact)
