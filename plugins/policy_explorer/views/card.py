"""What the card of a plan says: its name, its sentence, and its first headline number."""

from __future__ import annotations

from policy_explorer.charts.card import Card
from policy_explorer.model.record import Lead
from policy_explorer.views import headline
from policy_explorer.views.lens import Lens
from policy_explorer.views.parts import Rich


def said(lens: Lens) -> Card:
    """The card in the lens's language."""
    policy, words = lens.site.policy, lens.words
    number, of = _lead(lens, policy.leads[0]) if policy.leads else ("", "")
    return Card(
        lang=lens.tag,
        place=policy.place_name[lens.lang],
        title=policy.title[lens.lang],
        sentence=lens.flat(policy.sentence),
        foot=words["sep.dot"].join((words["take.not_official"], policy.publisher[lens.lang])),
        address=lens.urls.site_url.partition("://")[2],
        figure=number,
        figure_words=of,
    )


def _lead(lens: Lens, lead: Lead) -> tuple[str, str]:
    """A headline number, and what it is of with where that stands."""
    records = tuple(lens.site.records[ref.to] for ref in lead.targets)
    number = _flat(headline.together(lens, records))
    names = lens.words["sep.list"].join(lens.name(record) for record in records)
    words = lens.flat(lead.words) if lead.words else names
    return number, words


def _flat(rich: Rich) -> str:
    return "".join(seg.text for seg in rich)
