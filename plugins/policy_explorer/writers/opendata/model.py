"""data/site.json: the whole plan as it was linked, from which a site can be made anew."""

from __future__ import annotations

from policy_explorer.graph.site import Tie
from policy_explorer.model.fact import Choice, Fact, Ref
from policy_explorer.model.keys import Key
from policy_explorer.model.number import Number, plain
from policy_explorer.model.record import File, Group, Policy, Record, Section, Struct
from policy_explorer.model.status import Seen
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.views.lens import Lens
from policy_explorer.views.silence import Gaps, gaps
from policy_explorer.writers.facts import row

SCHEMA = 1
Json = dict[str, object]


def site(lenses: tuple[Lens, ...], version: str) -> Json:
    """The plan's head, sections, files, items, facts, and how they hang together."""
    whole = lenses[0].site
    known = gaps(whole)
    return {
        "schema": SCHEMA,
        "data_version": version,
        "policy": _policy(whole.policy),
        "sections": [_section(section) for section in whole.sections.values()],
        "files": [_file(file) for file in whole.files.values()],
        "items": {ref: _item(record) for ref, record in whole.records.items()},
        "facts": (_fact(fact, lenses, known) for fact in whole.facts.values()),
        "ties": {ref: [_tie(tie) for tie in ties] for ref, ties in whole.ties.items()},
        "mentions": {ref: list(refs) for ref, refs in whole.mentions.items()},
        "questions": {name: list(refs) for name, refs in whole.questions.items()},
        "seen": {ref: [_seen(one) for one in found] for ref, found in whole.seen.items()},
        "statuses": {ref: str(status) for ref, status in whole.statuses.items()},
    }


def _policy(policy: Policy) -> Json:
    """policy.yaml, under its own keys."""
    return {
        "id": policy.id,
        "title": told(policy.title),
        "place": told(policy.place_name),
        "sentence": told(policy.sentence),
        "summary": told(policy.summary),
        "period": {"from": policy.start, "to": policy.end},
        "source": policy.source,
        "as_of": told(policy.as_of),
        "assessed_on": told(policy.assessed_on),
        "languages": [{"code": x.code, "tag": x.tag, "name": x.name} for x in policy.languages],
        "sections": list(policy.sections),
        "menu": list(policy.menu),
        "home": {
            "lead": [{"targets": told(x.targets), "words": told(x.words)} for x in policy.leads],
            "columns": list(policy.columns),
            "line": policy.line or None,
        },
        "publisher": told(policy.publisher),
        "contact": {"words": told(policy.contact), "url": policy.contact_url or None},
        "licence": {"name": policy.licence, "url": policy.licence_url or None},
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "name": told(section.name),
        "short": told(section.short),
        "one": told(section.one),
        "plural": told(section.plural),
        "summary": told(section.summary),
        "stated_count": told(section.stated_count),
        "open_list": section.is_open,
        "groups": [_group(group) for group in section.groups],
        "fields": [_key(key) for key in section.fields],
        "items": [record.ref for record in section.items],
    }


def _group(group: Group) -> Json:
    return {
        "id": group.id,
        "symbol": group.symbol or None,
        "name": told(group.name),
        "note": told(group.note),
        "stated_count": told(group.stated_count),
        "open_list": group.is_open,
        "fact": told(group.fact),
    }


def _file(file: File) -> Json:
    return {
        "id": file.id,
        "head": told(file.head),
        "fields": [_key(key) for key in file.fields],
        "items": [record.ref for record in file.items],
    }


def _key(key: Key) -> Json:
    """A declared field, under the keys of its declaration."""
    return {
        "name": key.name,
        "type": key.type,
        "to": key.to or None,
        "label": told(key.label),
        "unit": told(key.unit) or None,
        "otherwise": key.otherwise or None,
        "choices": {name: told(words) for name, words in key.choices},
    }


def _item(record: Record) -> Json:
    """What is no fact of an item under its keys; of what is one, the ids."""
    names = dict.fromkeys(fact.key for fact in record.fields)
    return {
        "file": record.file,
        "id": record.id,
        "fact": told(record.fact),
        "props": {key: told(value) for key, value in record.props.items()},
        "fields": {name: [fact.id for fact in record.facts(name)] for name in names},
    }


def _fact(fact: Fact, lenses: tuple[Lens, ...], known: Gaps) -> Json:
    """A fact as facts.json has it, and what only a page needs."""
    more = {"label": told(fact.label), "words": told(fact.words)}
    return row(fact, lenses, known) | more


def _tie(tie: Tie) -> Json:
    return {"to": tie.to, "name": told(tie.name), "fact": tie.fact.id}


def _seen(seen: Seen) -> Json:
    value = {"value": plain(seen.value), "fact": seen.fact, "is_estimate": seen.is_estimate}
    return {"when": str(seen.when), **value}


def told(value: object) -> object:  # noqa: PLR0911 -- a table of types
    """A value of the data: words by language, ids, dates and numbers as text."""
    match value:
        case Text():
            return dict(value.by)
        case Ref():
            return value.to
        case Fact() | Choice():
            return value.id
        case Number():
            return plain(value.value)
        case When():
            return str(value)
        case Struct():
            return {key: told(entry) for key, entry in value.props.items()}
        case tuple():
            return [told(entry) for entry in value]
        case None | bool() | int() | str():
            return value
        case _:
            raise TypeError(value)
