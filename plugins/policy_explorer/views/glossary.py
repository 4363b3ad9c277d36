"""The glossary: the plan's terms, how they are rendered, what this site means by them."""

from __future__ import annotations

from policy_explorer.model.record import Record
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import GlossaryView, Head, Term
from policy_explorer.views.parts import Seg


def glossary_view(lens: Lens) -> GlossaryView:
    """All terms, in the order of the data."""
    head = Head(Seg(lens.words["title.glossary"]), (), (Seg(lens.words["glossary.lead"]),))
    return GlossaryView(head, tuple(_term(lens, r) for r in lens.site.items("glossary")))


def _term(lens: Lens, record: Record) -> Term:
    fact = record.fact
    name = Seg(lens.name(record), "", fact.id if fact else "", fact.basis if fact else "")
    others = (x for x in lens.site.policy.languages if x.code != lens.lang)
    title = record.name
    other = tuple((x.tag, title[x.code]) for x in others) if title else ()
    see = (lens.site.records[ref.to] for ref in record.refs("see"))
    return Term(
        record.id,
        name,
        other,
        record.texts("aliases"),
        lens.rich(record.words("definition")),
        tuple(lens.item(other) for other in see),
    )
