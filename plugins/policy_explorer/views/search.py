"""What can be found on a site: one list for all languages, items before facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_explorer.graph import Site
from policy_explorer.model.fact import Fact
from policy_explorer.model.record import Record, Struct
from policy_explorer.model.text import Text
from policy_explorer.views.frame import ABOUT, CHECKING, READING, page_of
from policy_explorer.views.gallery import Gallery
from policy_explorer.views.lens import Lens
from policy_explorer.views.sounds import HAN

FILES = (
    "targets", "glossary", "charts", "questions", "events", "revisions", "indicators", "sources",
)  # fmt: skip
"""Fixed files whose items are found by name; what others hold is found by its facts."""
SAID = ("definition", "note", "handling", "find")
"""Keys whose words are shown with an item and lead to it."""
FIRST, SECOND, THIRD, FACTS = range(4)
"""Which of two equal hits comes first: the plan's own things, its terms, the rest, single facts."""
HAN_TAGS = ("zh", "ja", "yue")


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing to be found: where it is, what it is, every name it goes by.

    What has a word for each language has it in the plan's order of languages.
    """

    path: str
    """From the root, in the first language: `sectors/x.html`, `glossary.html#y`."""
    rank: int
    kind: tuple[str, ...]
    place: tuple[str, ...]
    """Where it stands, in words; '' where that would only repeat the kind."""
    names: tuple[tuple[str, ...], ...]
    """Its title, then its other names."""
    texts: tuple[str, ...]
    """Further words that lead to it."""
    basis: str = ""
    record: Record | None = None
    file: str = ""
    """The file of the plan that a fact is of; '' for what has a name."""


def named(lenses: tuple[Lens, ...], charts: Mapping[str, Gallery]) -> tuple[Entry, ...]:
    """Everything that has a name, in the order of the data: items, gaps, then pages."""
    desk = _Desk(_home(lenses), charts)
    return (*desk.items(), *desk.gaps(), *desk.pages())


def facts(lenses: tuple[Lens, ...]) -> tuple[Entry, ...]:
    """Every fact but silence, the ledger's tallies, and those that are items by name."""
    return tuple(_facts(_home(lenses)))


def count(site: Site) -> int:
    """How many things have a name, without naming them."""
    named = sum(len(site.items(name)) for name in (*site.sections, *FILES))
    gaps = len(site.files["questions"].head.structs("not_stated"))
    return named + gaps + 1 + len(site.sections) + len((*READING, *CHECKING, *ABOUT))


def _home(lenses: tuple[Lens, ...]) -> tuple[Lens, ...]:
    """On the first language's home, from where every way is a path from the root."""
    home = lenses[0].urls.page("index", lenses[0].lang)
    return tuple(lens.at(home) for lens in lenses)


@dataclass(frozen=True, slots=True)
class _Desk:
    """All languages at once."""

    lenses: tuple[Lens, ...]
    charts: Mapping[str, Gallery]

    @property
    def first(self) -> Lens:
        return self.lenses[0]

    def said(self, key: str) -> tuple[str, ...]:
        return tuple(lens.words[key] for lens in self.lenses)

    def flat(self, text: Text | None) -> tuple[str, ...]:
        return tuple(lens.flat(text) if text is not None else "" for lens in self.lenses)

    def path(self, name: str) -> str:
        return self.first.urls.page(page_of(name, self.first.urls.sections), self.first.lang)

    # --- items ------------------------------------------------------------------------------

    def items(self) -> Iterator[Entry]:
        site = self.first.site
        for section in site.sections.values():
            kind, plural = self.flat(section.one), self.flat(section.plural)
            groups = {g.id: g.name for g in section.groups}
            for record in section.items:
                place = self.flat(groups.get(record.group, section.name))
                yield self.item(record, FIRST, kind, tuple(map(_unless_said, place, kind, plural)))
        for file in FILES:
            kind, place = self.said(f"search.kind.{file}"), self.said(f"search.place.{file}")
            rank = {"targets": FIRST, "glossary": SECOND}.get(file, THIRD)
            for record in site.items(file):
                yield self.item(record, rank, kind, tuple(map(_unless_said, place, kind, kind)))

    def item(
        self, record: Record, rank: int, kind: tuple[str, ...], place: tuple[str, ...]
    ) -> Entry:
        fact = record.fact
        return Entry(
            path=self.first.href(record),
            rank=rank,
            kind=kind,
            place=place,
            names=tuple(self.names(lens, record) for lens in self.lenses),
            texts=self.texts(record, fact),
            basis=str(fact.basis) if fact is not None else "",
            record=record,
        )

    def names(self, lens: Lens, record: Record) -> tuple[str, ...]:
        """What it is called in one language; an alias belongs to the language of its letters."""
        hung = self.charts[lens.lang].charts.get(record.id) if record.file == "charts" else None
        found = (
            lens.name(record),
            lens.flat(record.short) if record.short is not None else "",
            hung.chart.title if hung is not None else "",
            *(a for a in record.texts("aliases") if self.tongue(a) == lens.lang),
        )
        return tuple(dict.fromkeys(name for name in found if name))

    def tongue(self, alias: str) -> str:
        """The language an alias is most likely in."""
        is_han = bool(HAN.search(alias))
        tags = {x.code: x.tag.startswith(HAN_TAGS) for x in self.first.site.policy.languages}
        return next((code for code, wants in tags.items() if wants is is_han), self.first.lang)

    def texts(self, struct: Struct, fact: Fact | None) -> tuple[str, ...]:
        said = [self.flat(struct.words(key)) for key in SAID if struct.words(key) is not None]
        lists = [list(words) for words in zip(*said, strict=True)] or [[] for _ in self.lenses]
        lists[0] += _terms(fact)
        return tuple(" ".join(dict.fromkeys(words)) for words in lists)

    def gaps(self) -> Iterator[Entry]:
        """What the plan does not state, as the page of open questions lists it."""
        kind, place = self.said("search.kind.gaps"), self.said("search.place.questions")
        for gap in self.first.site.files["questions"].head.structs("not_stated"):
            path = f"{self.path('questions')}#{gap.word('id')}"
            names = tuple((name,) for name in self.flat(gap.words("name")))
            yield Entry(path, THIRD, kind, place, names, self.texts(gap, None), "not_stated")

    # --- pages ------------------------------------------------------------------------------

    def pages(self) -> Iterator[Entry]:
        site = self.first.site
        policy = site.policy
        yield self.page("index", (policy.title, policy.place_name), policy.summary)
        for section in site.sections.values():
            names = (section.name, section.short, section.plural)
            yield self.page(section.id, names, section.summary)
        for name in (*READING, *CHECKING, *ABOUT):
            titles = tuple(_titles(lens, name) for lens in self.lenses)
            yield self.single(name, titles, tuple(_described(lens, name) for lens in self.lenses))

    def page(self, name: str, texts: tuple[Text, ...], said: Text | None) -> Entry:
        names = tuple(tuple(dict.fromkeys(t[x.lang] for t in texts)) for x in self.lenses)
        return self.single(name, names, self.flat(said))

    def single(self, name: str, names: tuple[tuple[str, ...], ...], said: tuple[str, ...]) -> Entry:
        kind, nowhere = self.said("search.kind.page"), tuple("" for _ in self.lenses)
        return Entry(self.path(name), SECOND, kind, nowhere, names, said)


def _facts(lenses: tuple[Lens, ...]) -> Iterator[Entry]:
    site, urls = lenses[0].site, lenses[0].urls
    kind = tuple(lens.words["search.kind.fact"] for lens in lenses)
    items = {r.ref for name in (*site.sections, *FILES) for r in site.items(name)}
    for fact in site.facts.values():
        is_item = not fact.key and fact.subject in items
        if fact.value is None or is_item or fact.subject == "ledger":
            continue
        names = tuple((_statement(lens, fact),) for lens in lenses)
        texts = (" ".join(_terms(fact)), *("" for _ in lenses[1:]))
        place = tuple(_subject(lens, fact) for lens in lenses)
        path = urls.fact(fact.id, lenses[0].lang)
        file = fact.subject.partition("/")[0]
        yield Entry(path, FACTS, kind, place, names, texts, str(fact.basis), file=file)


def _unless_said(place: str, kind: str, plural: str) -> str:
    """A place, but '' where it only says again what the thing is."""
    said = place.casefold()
    return "" if kind.casefold() in said or plural.casefold() == said else place


def _terms(fact: Fact | None) -> tuple[str, ...]:
    """The source's own words for a fact."""
    cites = fact.ground.citations if fact is not None else ()
    return tuple(dict.fromkeys(term for cite in cites for term in cite.terms))


def _statement(lens: Lens, fact: Fact) -> str:
    """A fact as a line: what is said, and the words of it."""
    record = lens.site.records.get(fact.subject)
    label = lens.label(fact) if fact.key or record is None else lens.name(record)
    return f"{label}{lens.words['sep.colon']}{lens.value(fact)}"


def _subject(lens: Lens, fact: Fact) -> str:
    """Of what a fact is said."""
    record = lens.site.records.get(fact.subject)
    if record is None:
        return lens.subject_name(fact.subject)
    return lens.name(record) if fact.key else lens.file_name(record.file)


def _titles(lens: Lens, name: str) -> tuple[str, ...]:
    keys = (f"title.{name}", f"title.{name}_short")
    return tuple(dict.fromkeys(lens.words[key] for key in keys if key in lens.words))


def _described(lens: Lens, name: str) -> str:
    key = f"describe.{name}"
    plan = lens.site.policy.title[lens.lang]
    return lens.words.say(key, plan=plan) if key in lens.words else ""
