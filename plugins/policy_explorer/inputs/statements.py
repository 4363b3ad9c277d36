"""A field, bare or a statement -> facts, with what they inherit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from policy_explorer.inputs import choices, cites, known, values
from policy_explorer.inputs.cites import Cite
from policy_explorer.inputs.desk import Desk
from policy_explorer.inputs.nodes import Mapping, Node, Scalar
from policy_explorer.model import heads
from policy_explorer.model.basis import Basis
from policy_explorer.model.fact import Choice, Fact, Ground, Unit, Value
from policy_explorer.model.heads import READING
from policy_explorer.model.keys import LISTS, Key, names
from policy_explorer.model.number import Number
from policy_explorer.model.place import Place
from policy_explorer.model.text import Text
from policy_explorer.problems import nearest, quoted, said

GROUND = ("basis", "cite", "because", "by", "from")
STATEMENT = names(heads.STATEMENT)


@dataclass(frozen=True, slots=True)
class Reach:
    """What a field inherits: who it is said of, the citations and the basis in reach."""

    subject: str
    cites: tuple[Cite, ...] = ()
    terms: tuple[str, ...] = ()
    """Key words of the subject, for values that have none of their own."""
    basis: Basis | None = None
    because: Text | None = None


def read(desk: Desk, key: Key, node: Node, reach: Reach) -> tuple[Fact, ...]:
    """The facts under a key: one, or one for each entry of a list."""
    if key.type not in LISTS or values.is_silent(node):
        fact = _fact(desk, key, node, reach, f"{reach.subject}.{key.name}")
        return () if fact is None else (fact,)
    one = replace(key, type=LISTS[key.type])
    entries = values.listing(desk, node, key.name)
    ids = (f"{reach.subject}.{key.name}.{n}" for n in range(1, len(entries) + 1))
    found = (_fact(desk, one, e, reach, i) for e, i in zip(entries, ids, strict=True))
    return tuple(fact for fact in found if fact is not None)


def silence(key: Key, reach: Reach, place: Place) -> Fact:
    """The fact that the source says nothing under a key."""
    ground = Ground(Basis.NOT_STATED)
    name = f"{reach.subject}.{key.name}"
    return Fact(name, reach.subject, key.name, None, ground, place, key.label)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field being read: its key, the statement round its value if there is one, its place."""

    key: Key
    statement: Mapping | None
    reach: Reach
    place: Place

    def given(self, name: str) -> Node | None:
        """What the statement says under a name."""
        return self.statement.get(name) if self.statement is not None else None


def _fact(desk: Desk, key: Key, node: Node, reach: Reach, name: str) -> Fact | None:
    inner, statement = _unwrapped(desk, key, node)
    if inner is None or _is_refused(desk, key, inner):
        return None
    field = _Field(key, statement, reach, node.place)
    value = None if values.is_silent(inner) else _value(desk, key, inner)
    if value is None and not values.is_silent(inner):
        return None
    ground = _ground(desk, field, value)
    if ground is None:
        return None
    own_unit = field.given("unit")
    unit: Unit | None = choices.unit(desk, own_unit, "unit") if own_unit else key.unit
    said = field.given("words")
    words = values.text(desk, said, "words") if said is not None else None
    at, unit = node.place, unit or ""
    return Fact(name, reach.subject, key.name, value, ground, at, key.label, unit, words)


def _unwrapped(desk: Desk, key: Key, node: Node) -> tuple[Node | None, Mapping | None]:
    """The value's node, and the statement round it if there is one."""
    if not isinstance(node, Mapping):
        return node, None
    given = {k.text for k in node.names()}
    if "is" not in given and not given & set(GROUND):
        return node, None
    node = known.keys(
        desk, node, STATEMENT, said("the statement of {}", quoted(key.name)), "statement"
    )
    inner = node.get("is")
    if inner is None:
        desk.fail(
            node.place, "missing-key", said("{} has no value", quoted(key.name)), "write is: …"
        )
    return inner, node


def _is_refused(desk: Desk, key: Key, node: Node) -> bool:
    """Whether a value is but another word for silence; a choice may be called what it likes."""
    is_choice = isinstance(node, Scalar) and node.text in dict(key.choices)
    return not is_choice and choices.is_nearly_silent(desk, node, key.name)


def _value(desk: Desk, key: Key, node: Node) -> Value:
    """The value as the key's type reads it; None after a complaint."""
    if key.type == "choice":
        return _choice(desk, key, node)
    return _READERS[key.type](desk, node, key.name)


def _choice(desk: Desk, key: Key, node: Node) -> Choice | None:
    words = dict(key.choices)
    found = choices.pick(desk, node, key.choices, key.name)
    return None if found is None else Choice(found, words[found])


def _who(desk: Desk, node: Node, what: str) -> Value:
    is_text = isinstance(node, Mapping)
    return values.text(desk, node, what) if is_text else values.reference(desk, node, what)


def _unit(desk: Desk, node: Node, what: str) -> Value:
    found = choices.unit(desk, node, what)
    return Choice(found) if isinstance(found, str) else found


_READERS: dict[str, Callable[[Desk, Node, str], Value]] = {
    "text": values.text,
    "number": values.quantity,
    "date": values.moment,
    "ref": values.reference,
    "who": _who,
    "unit": _unit,
}


def reason(desk: Desk, node: Node | None) -> Text | None:
    """Why something is inferred; no words where those given could not be read: told of there."""
    if node is None:
        return None
    return values.text(desk, node, "because") or Text(())


def _ground(desk: Desk, field: _Field, value: Value) -> Ground | None:
    """What a value rests on: what it says itself, else what it inherits."""
    cite, because, by = (field.given(name) for name in ("cite", "because", "by"))
    reach = field.reach
    own = cites.read(desk, cite) if cite is not None else ()
    if value is None and field.given("basis") is None and by is None:
        return Ground(Basis.NOT_STATED, cites.settle(own, reach.terms))
    operator = _operator(desk, by) if by is not None else ""
    basis = basis_of(desk, field.given("basis"), by=operator, own=own, inherited=reach)
    if basis is None:
        hint = "add cite: …, or basis: inferred with because: …, or write not_stated"
        message = said("{} has no source in reach", quoted(field.key.name))
        desk.fail(field.place, "needs-cite", message, hint)
        return None
    if basis is Basis.NOT_STATED and value is not None:
        message = said("{} has a value, so it is not silent", quoted(field.key.name))
        desk.fail(field.place, "bad-basis", message, "write not_stated in place of the value")
    inherited = reach.cites if basis not in {Basis.INFERRED, Basis.NOT_STATED} else ()
    why = reason(desk, because)
    shared = reach.because if basis is reach.basis else None
    made_from = field.given("from")
    sources = values.names(desk, made_from, "from") if made_from is not None else ()
    places = cites.settle(own or inherited, _terms(value) or reach.terms)
    ground = Ground(basis, places, why or shared, operator, sources)
    check(desk, ground, field.place)
    return ground


def _operator(desk: Desk, node: Node) -> str:
    """Of the operators, only `reading` has a typed value; it alone may stand in a statement."""
    word = values.scalar(desk, node, "by") or READING
    if word != READING:
        hint = nearest(word, [READING]) or "other derivations stand in derived.yaml"
        desk.fail(node.place, "unknown-choice", said("{} cannot stand here", quoted(word)), hint)
    return word


def basis_of(
    desk: Desk, node: Node | None, *, by: str, own: tuple[Cite, ...], inherited: Reach
) -> Basis | None:
    """The basis: written, else what `by`, an own citation or the reach implies; None for none."""
    if node is not None:
        found = choices.basis(desk, node)
        if found is not None:
            return found
    if by:
        return Basis.DERIVED
    if own:
        return Basis.STATED
    if inherited.basis is not None:
        return inherited.basis
    return Basis.STATED if inherited.cites else None


def check(desk: Desk, ground: Ground, place: Place) -> None:
    """The laws of grounds: what each basis needs, and whose source it may cite."""
    elsewhere = [c for c in ground.citations if c.source != desk.source]
    if ground.basis is Basis.STATED and elsewhere:
        message = said("stated, but {} is not the plan's own source", quoted(elsewhere[0].source))
        desk.fail(elsewhere[0].place, "stated-elsewhere", message, "write basis: external")
    if ground.basis is Basis.STATED and not ground.citations:
        desk.fail(place, "needs-cite", "stated, but no line is cited", "add cite: …")
    if ground.basis is Basis.EXTERNAL and not elsewhere:
        message = "external, but no other source is cited"
        desk.fail(place, "needs-cite", message, "add cite: {source: …, terms: […]}")
    if ground.basis is Basis.DERIVED and not ground.by:
        message = "derived, but not said how"
        desk.fail(place, "needs-by", message, "add by: reading, or compute it in derived.yaml")
    if ground.basis is Basis.INFERRED and ground.because is None:
        message = "inferred, but no reason is given"
        desk.fail(place, "needs-because", message, "add because: …")


def _terms(value: Value) -> tuple[str, ...]:
    """The words a value is found by when nothing else is said: its own, in the first language."""
    if isinstance(value, Text):
        return (value.first,)
    return (value.written,) if isinstance(value, Number) else ()
