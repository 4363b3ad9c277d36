"""What is related to an item, section by section, and which targets and events name it."""

from __future__ import annotations

from dataclasses import replace

from policy_explorer.graph import Tie
from policy_explorer.model.basis import Basis
from policy_explorer.model.record import Record
from policy_explorer.views import headline, turning
from policy_explorer.views.cut import Piece, Pieces, Sheet
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head, Mentions, RelatedView
from policy_explorer.views.parts import (
    Happening,
    Named,
    Related,
    RelatedGroup,
    Rich,
    Seg,
    Voice,
)
from policy_explorer.views.said import goal, reported

NAMING = ("targets", "events", "observations", "revisions")
DATES = {"targets": "due", "revisions": "said_on", "observations": "period"}
"""The key under which a file's items have their date, where it is not `date`."""


def related(lens: Lens, sheet: Sheet[str, Tie]) -> tuple[RelatedGroup, ...]:
    """The related items on a page, grouped by the section they stand in."""
    return tuple(_group(lens, sheet, piece) for piece in sheet.pieces)


def related_view(lens: Lens, record: Record, sheet: Sheet[str, Tie]) -> RelatedView:
    """What else a record is related to, where its own page does not hold it all."""
    told = ties_told(lens, record)
    title = turning.title(lens, sheet, told)
    fact = record.fact
    head = Head(Seg(title.text, fact=fact.id if fact else ""))
    return RelatedView(head, related(lens, sheet), turning.pager(lens, sheet, told))


def ties_told(lens: Lens, record: Record) -> turning.Told[str, Tie]:
    """How a record speaks of the pages on which its ties stand."""
    title = f"{lens.name(record)}{lens.words['sep.dot']}{lens.words['item.related']}"
    return turning.Told(title, lambda pieces: _ends(lens, pieces), lens.file_name)


def _ends(lens: Lens, pieces: Pieces[str, Tie]) -> tuple[Seg, Seg]:
    rows = [tie for piece in pieces for tie in piece.rows]
    start, end = (lens.site.records[tie.to] for tie in (rows[0], rows[-1]))
    return lens.item(start), lens.item(end)


def _related(lens: Lens, other: Record, tie: Tie) -> Related:
    name = lens.item(other)
    voice = lens.voice(tie.fact)
    item = Seg(name.text, name.href, tie.fact.id, tie.fact.basis)
    if not tie.fact.key:
        return Related(item, voice, tie.name[lens.lang])
    label = lens.words.say("related.field", label=lens.label(tie.fact))
    return Related(item, voice, label, is_field=True)


def _group(lens: Lens, sheet: Sheet[str, Tie], piece: Piece[str, Tie]) -> RelatedGroup:
    """Where only an editor or another source makes the links, the plan's silence is said first."""
    rows = tuple(_related(lens, lens.site.records[tie.to], tie) for tie in piece.rows)
    every = (p for part in sheet.all for p in part if p.key == piece.key)
    spoken = {tie.fact.basis for p in every for tie in p.rows} if not piece.before else set(Basis)
    silent = None
    if spoken <= {Basis.INFERRED, Basis.EXTERNAL}:
        words = (Seg(lens.words["item.none_named"]),)
        silent = Voice(str(Basis.NOT_STATED), words, "")
    return RelatedGroup(lens.file_name(piece.key), rows, silent)


def mentions(lens: Lens, record: Record) -> tuple[Mentions, ...]:
    """Targets, events, observations and later goals that name a record."""
    out = []
    for file in NAMING:
        refs = (r for r in lens.site.mentions.get(record.ref, ()) if r.startswith(f"{file}/"))
        rows = tuple(happening(lens, lens.site.records[ref]) for ref in refs)
        if rows:
            note = lens.words.by.get(f"item.{file}_note", "")
            out.append(Mentions(lens.words[f"item.{file}"], rows, note))
    return tuple(out)


def naming(lens: Lens, record: Record) -> tuple[Record, ...]:
    """The events, observations and later goals that name a record."""
    refs = lens.site.mentions.get(record.ref, ())
    return tuple(lens.site.records[r] for r in refs if r.startswith(tuple(f"{n}/" for n in NAMING)))


def happening(lens: Lens, record: Record) -> Happening:
    """A target, event, observation or later goal as one dated line."""
    fact = record.fact
    when = record.get(DATES.get(record.file, "date"))
    seg = lens.seg(when) if when is not None else Seg(lens.words["absent.no_date"])
    basis = str(fact.basis) if fact else _basis(record)
    source = lens.source_link(fact or record.fields[0])
    return Happening(seg, basis, _words(lens, record), _note(lens, record), source)


def _note(lens: Lens, record: Record) -> Rich:
    """What is reported of an event, then this site's words; marked where the ground is another."""
    own = record.fact.basis if record.fact else ""
    runs: list[Seg] = []
    for fact in record.facts("reported"):
        seg = lens.seg(fact)
        runs += [Seg(lens.words["sep.semicolon"])] if runs else []
        runs.append(replace(seg, basis="") if seg.basis == own else seg)
    note = lens.rich(record.words("note"))
    stop = Seg(lens.words["sep.stop"] + lens.words["sep.sentence"])
    return (*runs, stop, *note) if runs and note else (*runs, *note)


def _basis(record: Record) -> str:
    value = record.get("value")
    return str(value.basis) if value is not None else ""


def _words(lens: Lens, record: Record) -> Rich:
    """What happened: the item's name; for an observation, what was measured and the value."""
    item = lens.item(record)
    value = record.get("value")
    colon = lens.words["sep.colon"]
    if value is not None:
        return (Seg(f"{lens.name(record)}{colon}"), lens.seg(value, reported(lens, record)))
    asked = goal(lens, record) if record.file == "revisions" else ()
    return (item, Seg(colon), *asked) if asked else (item,)


def questions(lens: Lens, record: Record) -> tuple[Named, ...]:
    """The open questions that touch a record or one of its facts."""
    subjects = (record.ref, record.file, *(fact.id for fact in record.all_facts()))
    refs = dict.fromkeys(q for s in subjects for q in lens.site.questions.get(s, ()))
    refs |= dict.fromkeys(ref.to for ref in record.refs("readings"))
    return tuple(named_question(lens, lens.site.records[ref]) for ref in refs)


def named_question(lens: Lens, record: Record) -> Named:
    """A question in a list."""
    return Named(lens.item(record), note=lens.rich(record.words("handling")))


def target_words(lens: Lens, record: Record) -> Rich:
    """What a target is about and by when, for a list."""
    size = record.get("size")
    due = headline.due_words(lens, record)
    runs = (lens.seg(size), Seg(lens.words["sep.clause"])) if size is not None else ()
    return (*runs, *due)
