"""data/policy.yaml -> the Policy; read first, since it says which languages there are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policy_explorer.inputs import known, statements, values
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Sequence
from policy_explorer.inputs.statements import Reach
from policy_explorer.model import heads
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Fact, Ground, Ref
from policy_explorer.model.files import RESERVED
from policy_explorer.model.heads import ANNOUNCED, SCHEMA
from policy_explorer.model.keys import names, needed
from policy_explorer.model.record import Language, Lead, Policy
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.problems import quoted, said

WORDS = tuple(key.name for key in heads.POLICY if key.type == "said")
NEEDED = needed(heads.POLICY)
KEYS = names(heads.POLICY)


@dataclass(frozen=True, slots=True)
class _Home:
    leads: tuple[Lead, ...] = ()
    columns: tuple[str, ...] = ()
    line: str = ""


def keyed(desk: Desk, node: Node) -> Mapping | None:
    """The plan's head with its keys as they were meant, or None after complaints."""
    head = values.mapping(desk, node, "policy.yaml")
    return None if head is None else known.keys(desk, head, KEYS, "policy.yaml", "policy")


def desk_for(head: Mapping, problems_from: Desk) -> Desk | None:
    """The desk for this plan; None where the languages or the source cannot be read."""
    before = len(problems_from.problems)
    languages = _languages(problems_from, head)
    _names(problems_from, head, "sections")
    if len(problems_from.problems) > before:
        return None  # or every Text, or every file, of the plan would be complained of
    source = head.get("source")
    name = values.identifier(problems_from, source, "source") if source is not None else None
    if not languages or name is None:
        for key in ("languages", "source"):
            if head.get(key) is None:
                _missing(problems_from, head, key)
        return None
    codes = tuple(language.code for language in languages)
    named = tuple((language.code, (language.tag, language.name)) for language in languages)
    return replace(problems_from, codes=codes, source=name, named=named)


def read(desk: Desk, head: Mapping) -> Policy | None:
    """The plan's head, or None after complaints."""
    before = len(desk.problems)
    for key in NEEDED:
        if head.get(key) is None:
            _missing(desk, head, key)
    _schema(desk, head)
    words = {key: found for key in WORDS if (found := _text(desk, head, key)) is not None}
    start, end = _period(desk, head)
    days = {key: _day(desk, head, key) for key in ("as_of", "assessed_on")}
    home = _home(desk, head)
    announced = _announced(desk, head)
    contact, contact_url = _pair(desk, head, "contact", "words")
    licence, licence_url = _licence(desk, head)
    plan = _scalar(desk, head, "id")
    quiet = Desk(desk.codes, desk.source)
    languages = _languages(quiet, head)
    as_of, assessed_on = days["as_of"], days["assessed_on"]
    if len(desk.problems) > before or as_of is None or assessed_on is None or contact is None:
        return None
    return Policy(
        id=plan,
        title=words["title"],
        place_name=words["place"],
        sentence=words["sentence"],
        summary=words["summary"],
        start=start,
        end=end,
        announced=announced,
        source=desk.source,
        as_of=as_of,
        assessed_on=assessed_on,
        languages=languages,
        sections=_names(desk, head, "sections"),
        menu=_names(desk, head, "menu"),
        leads=home.leads,
        columns=home.columns,
        line=home.line,
        publisher=words["publisher"],
        contact=contact,
        contact_url=contact_url,
        licence=licence,
        licence_url=licence_url,
        facts=(*(() if announced is None else (announced,)), *_days(head, days)),
        shown=head.place.path,
        own={key.text: key.place for key in head.names()},
    )


def _missing(desk: Desk, head: Mapping, key: str) -> None:
    desk.fail(head.place, "missing-key", said("policy.yaml has no {}", quoted(key)))


def _schema(desk: Desk, head: Mapping) -> None:
    found = head.get("schema")
    word = values.scalar(desk, found, "schema") if found is not None else SCHEMA
    if found is not None and word not in {SCHEMA, None}:
        message = said("schema {} is not known here", quoted(word or ""))
        desk.fail(
            found.place, "unknown-choice", message, said("this version reads schema {}", SCHEMA)
        )


def _languages(desk: Desk, head: Mapping) -> tuple[Language, ...]:
    node = head.get("languages")
    _filled(desk, node, "languages")
    out: list[Language] = []
    for entry in values.listing(desk, node, "languages") if node is not None else ():
        item = values.mapping(desk, entry, said("a language"))
        if item is None:
            continue
        item = known.keys(desk, item, names(heads.LANGUAGE), said("a language"), "policy.languages")
        parts = [_scalar(desk, item, key) for key in ("code", "tag", "name")]
        if not all(parts):
            desk.fail(item.place, "missing-key", "a language needs code, tag and name")
        elif _is_code(desk, item, {language.code for language in out}):
            out.append(Language(*parts))
    return tuple(out)


def _filled(desk: Desk, node: Node | None, what: str) -> None:
    """A complaint of a list that is needed and has no entry."""
    if isinstance(node, Sequence) and not node.items:
        desk.fail(node.place, "empty", said("{} is empty", what))


def _is_code(desk: Desk, item: Mapping, taken: set[str]) -> bool:
    """Whether a language's code can stand in addresses, beside the pages there are."""
    node = item.get("code")
    code = None if node is None else values.identifier(desk, node, "code")
    if node is None or code is None:
        return False
    if code in RESERVED:
        desk.fail(node.place, "reserved-id", said("{} is a reserved name", quoted(code)))
    elif code in taken:
        desk.fail(node.place, "duplicate-id", said("the language {} is given twice", quoted(code)))
    return code not in RESERVED | taken


def _scalar(desk: Desk, head: Mapping, key: str) -> str:
    node = head.get(key)
    return "" if node is None else values.scalar(desk, node, key) or ""


def _text(desk: Desk, head: Mapping, key: str) -> Text | None:
    node = head.get(key)
    return None if node is None else values.text(desk, node, key)


def _names(desk: Desk, head: Mapping, key: str) -> tuple[str, ...]:
    node = head.get(key)
    return () if node is None else values.names(desk, node, key)


def _period(desk: Desk, head: Mapping) -> tuple[int, int]:
    node = head.get("period")
    item = values.mapping(desk, node, "period") if node is not None else None
    if item is None:
        return 0, 0
    item = known.keys(desk, item, names(heads.PERIOD), "period", "policy.period")
    years = []
    for key in ("from", "to"):
        found = item.get(key)
        if found is None:
            desk.fail(item.place, "missing-key", said("period has no {}", quoted(key)))
            return 0, 0
        year = values.moment(desk, found, key)
        if year is None:
            return 0, 0
        years.append(year.year)
    if years[1] < years[0]:
        desk.fail(item.place, "year-before-baseline", "the period ends before it begins")
    return years[0], years[1]


def _day(desk: Desk, head: Mapping, key: str) -> When | None:
    node = head.get(key)
    found = None if node is None else values.moment(desk, node, key)
    if found is not None and node is not None and not found.day:
        desk.fail(node.place, "bad-date", said("{} must be a day", key), "write 2026-11-22")
        return None
    return found


def _days(head: Mapping, days: dict[str, When | None]) -> tuple[Fact, ...]:
    """The dates of the records themselves, as facts of their own."""
    ground = Ground(Basis.DERIVED, by="record")
    out = []
    for key, day in days.items():
        node = head.get(key)
        if node is not None and day is not None:
            out.append(Fact(f"policy.{key}", "policy", key, day, ground, node.place))
    return tuple(out)


def _announced(desk: Desk, head: Mapping) -> Fact | None:
    node = head.get("announced")
    if node is None:
        return None
    found = statements.read(desk, ANNOUNCED, node, Reach("policy"))
    return next(iter(found), None)


def _pair(desk: Desk, head: Mapping, key: str, words: str) -> tuple[Text | None, str]:
    node = head.get(key)
    item = values.mapping(desk, node, key) if node is not None else None
    if item is None:
        return None, ""
    item = known.keys(desk, item, names(heads.CONTACT), key, "policy.contact")
    text = item.get(words)
    address = item.get("url")
    if text is None:
        desk.fail(item.place, "missing-key", said("{} has no {}", key, quoted(words)))
        return None, ""
    url = values.url(desk, address, "url") if address is not None else ""
    return values.text(desk, text, words), url or ""


def _licence(desk: Desk, head: Mapping) -> tuple[str, str]:
    node = head.get("licence")
    item = values.mapping(desk, node, "licence") if node is not None else None
    if item is None:
        return "", ""
    item = known.keys(desk, item, names(heads.LICENCE), "licence", "policy.licence")
    address = item.get("url")
    url = values.url(desk, address, "url") if address is not None else ""
    return _scalar(desk, item, "name"), url or ""


def _home(desk: Desk, head: Mapping) -> _Home:
    node = head.get("home")
    item = values.mapping(desk, node, "home") if node is not None else None
    if item is None:
        return _Home()
    item = known.keys(desk, item, names(heads.HOME), "home", "policy.home")
    lead = item.get("lead")
    entries = values.listing(desk, lead, "lead") if lead is not None else ()
    leads = tuple(found for e in entries if (found := _lead(desk, e)) is not None)
    return _Home(leads, _names(desk, item, "columns"), _scalar(desk, item, "line"))


def _lead(desk: Desk, node: Node) -> Lead | None:
    item = values.mapping(desk, node, said("a headline number"))
    if item is None:
        return None
    item = known.keys(desk, item, names(heads.LEAD), said("a headline number"), "policy.home.lead")
    targets, words = item.get("targets"), item.get("words")
    if targets is None:
        desk.fail(item.place, "missing-key", "a headline number has no targets")
        return None
    entries = values.listing(desk, targets, "targets")
    _filled(desk, targets, "targets")
    found = (values.reference(desk, entry, "target") for entry in entries)
    refs: tuple[Ref, ...] = tuple(ref for ref in found if ref is not None)
    return Lead(refs, values.text(desk, words, "words") if words is not None else None)
