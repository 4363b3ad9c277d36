"""The glossary: the plan's terms, how they are rendered, what this site means by them."""

from __future__ import annotations

from policy_explorer.model.record import Record
from policy_explorer.views import turning
from policy_explorer.views.checking import GlossaryView, Term
from policy_explorer.views.cut import Sheet
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Seg


def glossary_view(lens: Lens, sheet: Sheet[None, Record]) -> GlossaryView:
    """The terms of a page, in the order of the data."""
    told = turning.of_items(lens, lens.words["title.glossary"])
    return GlossaryView(
        Head(turning.title(lens, sheet, told), (), (Seg(lens.words["glossary.lead"]),)),
        tuple(_term(lens, record) for record in sheet.rows),
        turning.pager(lens, sheet, told),
        turning.ways(lens, sheet, told),
    )


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
