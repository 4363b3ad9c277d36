"""The site seen from one page in one language: values in words, links relative, facts marked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from policy_explorer.graph import Site
from policy_explorer.model.fact import Choice, Fact, Ref, Unit
from policy_explorer.model.number import Number
from policy_explorer.model.record import Record
from policy_explorer.model.source import Citation
from policy_explorer.model.strings import Strings, Words
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._kind import COMPARATORS, compared
from policy_explorer.model.text import Text, spans
from policy_explorer.model.when import When
from policy_explorer.urls import Urls
from policy_explorer.views import quantities
from policy_explorer.views.parts import Link, Rich, Seg, Voice
from policy_explorer.views.runs import framed, marked_once

MEASURED = frozenset({*COMPARATORS, "value", "base_value", "low", "high"})
"""Keys whose numbers are in the unit of their record."""


@dataclass(frozen=True, slots=True)
class Lens:
    """All that is needed to say anything on a page."""

    site: Site
    strings: Strings
    urls: Urls
    lang: str
    words: Words
    path: str
    """The page one stands on, from the site's root."""
    kept: dict[str, object] = field(default_factory=dict)
    """What is the same on many pages, made once: by what, and from where its ways lead."""

    @property
    def tag(self) -> str:
        """BCP 47 tag of the language."""
        return next(x.tag for x in self.site.policy.languages if x.code == self.lang)

    def at(self, path: str) -> Lens:
        """The same, seen from another page."""
        return replace(self, path=path)

    def to(self, path: str) -> str:
        """The way from this page to another path."""
        return self.urls.way(self.path, path)

    def page(self, name: str) -> str:
        """The way to a page of this language: 'sectors/index'."""
        return self.to(self.urls.page(name, self.lang))

    # --- names ------------------------------------------------------------------------------

    def name(self, record: Record) -> str:
        """What a record is called; nameless ones by what they are about, or by their short name."""
        if record.name is not None:
            return self.flat(record.name)
        for key in ("indicator", "from"):
            for ref in record.refs(key):
                if (other := self.site.records.get(ref.to)) is not None:
                    return self.name(other)
        if record.short is not None:
            return self.flat(record.short)
        title = record.get("title")
        return self.value(title) if title is not None else self.words["source.no_title"]

    def file_name(self, file: str) -> str:
        """What a section or a fixed file is called."""
        section = self.site.sections.get(file)
        return section.name[self.lang] if section else self.words[f"file.{file}"]

    def subject_name(self, subject: str) -> str:
        """What a section, a group of it (`industries.priority`) or the plan is called."""
        file, _, group = subject.partition(".")
        section = self.site.sections.get(file)
        found = next((g for g in section.groups if g.id == group), None) if section else None
        return found.name[self.lang] if found else self.file_name(file)

    def href(self, record: Record) -> str:
        """The way to where a record is shown; in the ledger, to the first fact said of it."""
        path = self.urls.record(record.ref, self.lang)
        if record.ref in self.site.facts or self.urls.fact(record.ref, self.lang) != path:
            return self.to(path)
        first = next(record.all_facts(), None)
        return self.to(self.urls.fact(first.id, self.lang) if first is not None else path)

    def item(self, record: Record) -> Seg:
        """A record's name as a link to where it is shown, marked as the fact that it exists."""
        href = self.href(record)
        fact = record.fact
        return Seg(self.name(record), href, fact.id if fact else "", fact.basis if fact else "")

    # --- facts ------------------------------------------------------------------------------

    def forms(self, fact: Fact) -> tuple[str, ...]:
        """Every way this fact is written in this language, the one for running text first."""
        if fact.value is None:
            return (self.words["absent.not_stated"], self.words["basis.not_stated"])
        record = self.site.records.get(fact.subject)
        short = record.short if record is not None and not fact.key else None
        said = (
            fact.words[self.lang] if fact.words is not None else "",
            *self._said(fact),
            short[self.lang] if short is not None else "",
        )
        return tuple(dict.fromkeys(s for s in said if s))

    def value(self, fact: Fact) -> str:
        """The fact as running text has it."""
        return self.forms(fact)[0]

    def _said(self, fact: Fact) -> tuple[str, ...]:
        value = fact.value
        if isinstance(value, When):
            return quantities.dates(value, self.words)
        if isinstance(value, Number):
            return self._numbers(fact, value)
        if isinstance(value, Ref):
            return self._ends(fact, value)
        if isinstance(value, Choice):
            return self._choice(fact, value)
        return (self.flat(value),) if isinstance(value, Text) else ("",)

    def _ends(self, fact: Fact, value: Ref) -> tuple[str, ...]:
        """What a pointer points at; then its own record, as it is named from the other end."""
        own = self.site.records.get(fact.subject)
        starts = own.refs("from") if own is not None else ()
        refs = (value.to, *(ref.to for ref in starts), fact.subject)
        found = (self.site.records.get(ref) for ref in refs)
        return tuple(self.name(record) for record in found if record is not None)

    def _choice(self, fact: Fact, value: Choice) -> tuple[str, ...]:
        if value.words is not None:
            return (value.words[self.lang],)
        group = "unit" if fact.key.endswith("unit") else fact.key
        return (self.words[f"{group}.{value.id}"],)

    def _numbers(self, fact: Fact, value: Number) -> tuple[str, ...]:
        bare = quantities.digits(value.value, self.words)
        if fact.key == "class":
            is_first = self.lang == self.urls.codes[0]
            said = quantities.class_word(value, self.words, as_written=is_first)
            return (said, bare)
        with_unit = self.with_unit(value, self.unit(fact))
        if fact.key in COMPARATORS:
            compared = self.words.say(f"compare.{fact.key}", x=with_unit)
            return (compared, with_unit, f"{self.words[f'sign.{fact.key}']} {bare}", bare)
        if fact.key == "goal":
            return (*self._signed(fact, bare), bare)
        if fact.key == "path":  # a value of a path is one of a year
            year = int(fact.id.rpartition(".")[2])
            return (with_unit, bare, *quantities.dates(When(year), self.words))
        return (with_unit, bare)

    def _signed(self, fact: Fact, digits: str) -> tuple[str, ...]:
        """A goal as the inequality it is."""
        record = self.site.records.get(fact.subject)
        own = compared(record) if record is not None else None
        if own is None or own.key == "exactly":
            return ()
        key = "at_most" if own.key == "reduce_by" else own.key
        return (f"{self.words[f'sign.{key}']} {digits}",)

    def with_unit(self, value: Number, unit: Unit) -> str:
        """A number with what it is measured in or what is counted."""
        if isinstance(unit, Text):
            return quantities.counted(value, unit[self.lang], self.words)
        is_first = self.lang == self.urls.codes[0]
        return quantities.measured(value, unit, self.words, as_written=is_first)

    def unit(self, fact: Fact) -> Unit:
        """The unit of a fact: its own, else its record's, else its kind's."""
        record = self.site.records.get(fact.subject)
        if fact.unit or record is None or fact.key not in MEASURED:
            return fact.unit
        written = record.props.get("unit")
        if isinstance(written, (str, Text)):
            return written
        found = record.get("unit")
        if found is not None and isinstance(found.value, (Choice, Text)):
            return found.value.id if isinstance(found.value, Choice) else found.value
        section = self.site.sections.get(record.word("counts"))
        if section is not None:
            is_one = isinstance(fact.value, Number) and fact.value.value == 1
            return section.one if is_one else section.plural
        kind = KINDS.get(record.word("kind"))
        return kind.unit if kind is not None else ""

    def seg(self, fact: Fact, words: str = "") -> Seg:
        """A fact in a line of text: its words, its address, what it rests on."""
        href = self.to(self.urls.fact(fact.id, self.lang))
        return Seg(words or self.value(fact), href, fact.id, fact.basis)

    def bare(self, fact: Fact) -> Seg:
        """A number without its unit, for sentences that say of what it is."""
        value = fact.value
        words = quantities.digits(value.value, self.words) if isinstance(value, Number) else ""
        return self.seg(fact, words)

    def framed(self, key: str, seg: Seg) -> Rich:
        """A run in the frame of the strings' `key`, which holds one {n}."""
        return framed(self.words[key], seg)

    def label(self, fact: Fact) -> str:
        """What the field of a fact is called."""
        if fact.label is not None:
            return fact.label[self.lang]
        group = "basis" if fact.subject == "ledger" else "field"
        return self.words[f"{group}.{fact.key or 'name'}"]

    # --- texts ------------------------------------------------------------------------------

    def rich(self, text: Text | None) -> Rich:
        """A Text as runs: plain words, links to items, facts."""
        if text is None:
            return ()
        return marked_once(self._run(span.words, span.to) for span in spans(text[self.lang]))

    def _run(self, words: str, to: str) -> Seg:
        if not to:
            return Seg(words)
        record, fact = self.site.records.get(to), self.site.facts.get(to)
        if record is not None and record.file != "derived":
            seg = self.item(record)
            return self._worded(seg, words) if words else seg
        if fact is not None:
            return self._worded(self.seg(fact, self._inline(fact)), words)
        section = self.site.sections[to]
        return Seg(words or section.name[self.lang], self.page(f"{to}/index"))

    def _worded(self, seg: Seg, words: str) -> Seg:
        """A run in other words; it shows its fact only where these hold one of its forms."""
        if not words:
            return seg
        fact = self.site.facts.get(seg.fact)
        is_shown = fact is not None and any(form in words for form in self.forms(fact))
        return replace(seg, text=words) if is_shown else Seg(words, seg.href)

    def _inline(self, fact: Fact) -> str:
        """A fact inside a sentence: a count without its unit, since the sentence says of what."""
        value = fact.value
        is_counted = isinstance(self.unit(fact), Text) or not self.unit(fact)
        if isinstance(value, Number) and is_counted and fact.key != "class":
            return quantities.digits(value.value, self.words)
        return ""

    def flat(self, text: Text) -> str:
        """A Text as plain words, its references resolved."""
        words = text[self.lang]  # most refer to nothing, names least of all
        return "".join(seg.text for seg in self.rich(text)) if "[[" in words else words

    # --- grounds ----------------------------------------------------------------------------

    def place(self, cite: Citation) -> str:
        """A citation's place in words: 第40行, or the source's short name."""
        if cite.line and cite.source == self.site.policy.source:
            return self.words.say("place.line", line=cite.line)
        source = self.site.records.get(f"sources/{cite.source}")
        return source.short[self.lang] if source and source.short else cite.source

    def places(self, fact: Fact) -> str:
        """All places of a fact, short: 第40、7行."""
        found = [c.line for c in fact.ground.citations if c.source == self.site.policy.source]
        lines = [str(line) for line in dict.fromkeys(found) if line]
        said = []
        if lines:
            joined = self.words["sep.list"].join(lines)
            key = "place.lines" if len(lines) > 1 else "place.line"
            said.append(self.words.say(key, line=joined, lines=joined))
        own = self.site.policy.source if self.site.is_lined else ""
        said += [self.place(c) for c in fact.ground.citations if c.source != own]
        return self.words["sep.semicolon"].join(dict.fromkeys(said))

    def source_link(self, fact: Fact) -> Link | None:
        """The way to a fact's entry in the ledger, its words saying the place."""
        words = self.places(fact) or self.words[f"basis.{fact.basis}"]
        return Link(words, self.to(self.urls.fact(fact.id, self.lang)))

    def voice(self, fact: Fact) -> Voice:
        """A fact as a statement with its ground."""
        why = self.rich(fact.ground.because)
        return Voice(fact.basis, self.statement(fact), fact.id, why, self.source_link(fact))

    def statement(self, fact: Fact) -> Rich:
        """The words of a statement; a pointer leads to what it points at."""
        value = fact.value
        if isinstance(value, Ref) and (record := self.site.records.get(value.to)) is not None:
            href = self.href(record)
            return (Seg(self.name(record), href, fact.id, fact.basis),)
        return (Seg(self.value(fact), "", fact.id, fact.basis),)


def lens(site: Site, strings: Strings, urls: Urls, lang: str) -> Lens:
    """A lens on home in one language."""
    return Lens(site, strings, urls, lang, strings.within(lang), urls.page("index", lang))
