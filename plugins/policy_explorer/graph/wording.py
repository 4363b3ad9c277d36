"""What words must not do across languages: say the same in two, or call a term by another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policy_explorer.graph.checks import problem
from policy_explorer.model.place import Place
from policy_explorer.model.record import Plan, Record
from policy_explorer.model.text import Text
from policy_explorer.problems import Problem, quoted, said

HAN = re.compile(r"[\u4e00-\u9fff]")
HAN_TAGS = ("zh", "ja", "yue")
LONG = 4
"""So many words that are the same in two languages are no name but a missing translation."""


VERBATIM = ("find",)
"""Keys under which words stand as somebody printed them, in whatever language."""
SHORT = ("short",)
"""Keys under which a name may leave out what stands around it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in every language, the key they stand under, and where they were written."""

    text: Text
    place: Place
    key: str = ""
    is_fact: bool = False


def passages(plan: Plan) -> Iterator[Passage]:
    """All words of all items."""
    for record in plan.records():
        yield from _of_record(record)


def _of_record(record: Record) -> Iterator[Passage]:
    if record.name is not None:
        yield Passage(record.name, record.own.get("name", record.place))
    for fact in record.fields:
        found = (fact.value, fact.words)
        texts = (words for words in found if isinstance(words, Text))
        yield from (Passage(words, fact.place, fact.key, is_fact=True) for words in texts)
    for key, value in record.props.items():
        if isinstance(value, Text):
            yield Passage(value, record.own.get(key, record.place), key)


def same(plan: Plan) -> Iterator[Problem]:
    """Two languages that say the same, word for word, where one cannot be read in the other.

    A fact's value may be what was printed, in whatever language; a name or a remark is ours.
    """
    tags = {language.code: language.tag for language in plan.policy.languages}
    own = (p for p in passages(plan) if not p.is_fact and p.key not in VERBATIM)
    for passage in own:
        for code, other in _pairs(passage.text, tags):
            words = passage.text[code]
            message = said("{} says the same as {}: {}", quoted(other), quoted(code), quoted(words))
            yield problem(passage.place, "same-words", message, said("translate it"), "warning")


def _pairs(text: Text, tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Languages that have the same words though they should not."""
    codes = [code for code, _ in text.by]
    for n, code in enumerate(codes):
        for other in codes[n + 1 :]:
            if text[code] == text[other] and _is_foreign(text[code], tags[code], tags[other]):
                yield code, other


def _is_foreign(words: str, *tags: str) -> bool:
    """Whether these words cannot stand in all of these languages."""
    if HAN.search(words):
        return not all(tag.startswith(HAN_TAGS) for tag in tags)
    return sum(word.isalpha() for word in words.split()) >= LONG


def term_base(plan: Plan) -> Iterator[Problem]:
    """A term of the base is called by its name in every language, wherever it stands."""
    terms = [r for r in plan.files["glossary"].items if r.props.get("term_base") and r.name]
    for passage in (p for p in passages(plan) if p.key not in SHORT):
        for term in terms:
            yield from _called(passage, term.name) if term.name else ()


def _called(passage: Passage, name: Text) -> Iterator[Problem]:
    (first, wanted), *others = name.by
    if wanted.casefold() not in passage.text[first].casefold():
        return
    for code, words in others:
        if words.casefold() not in " ".join(passage.text[code].split()).casefold():
            message = said("{} stands here, but no {} in {}", *map(quoted, (wanted, words, code)))
            hint = said("the glossary calls it so everywhere")
            yield problem(passage.place, "term-base", message, hint, "warning")
