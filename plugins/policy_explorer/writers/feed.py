"""feed.xml: the versions of the data as an Atom feed (RFC 4287), one for each language.

Ids are UUIDs made of the plan's id, so that they hold wherever the site moves, and without an
address; times are the dates of the data, at the first second of the day in UTC.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from html import escape

from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.urls import relative
from policy_explorer.views.citing import edition
from policy_explorer.views.lens import Lens

SPACE = uuid.UUID("6f1d3c52-8a0e-5b7d-9c41-2e57a08b64f3")
"""What the ids are made in; another would make every entry new to those who read the feed."""
ATOM = "http://www.w3.org/2005/Atom"


def feed(lens: Lens) -> bytes:
    """The feed of a language, the newest version first."""
    policy = lens.site.policy
    at = lens.at(lens.urls.feed(lens.lang))
    lines = (
        *_head(at),
        f"<author><name>{escape(policy.publisher[lens.lang])}</name></author>",
        f"<rights>{escape(_rights(lens))}</rights>",
        *(_entry(at, record) for record in lens.site.items("changes")),
    )
    start = f'<feed xmlns="{ATOM}" xml:lang="{escape(lens.tag)}">'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join((head, start, *lines, "</feed>", "")).encode()


def _head(at: Lens) -> Iterator[str]:
    title = at.words.say("feed.title", plan=at.site.policy.title[at.lang])
    yield f"<id>{_id(at, 'feed')}</id>"
    yield f"<title>{escape(title)}</title>"
    yield f"<subtitle>{escape(at.flat(at.site.policy.summary))}</subtitle>"
    yield f"<updated>{moment(edition(at)[1])}</updated>"
    if own := at.urls.absolute(at.path):
        yield f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>'
    yield _page(at)


def _entry(at: Lens, record: Record) -> str:
    version, date = record.word("version"), record.props.get("date")
    summary = record.words("summary")
    lines = (
        "<entry>",
        f"<id>{_id(at, f'version {version}')}</id>",
        f"<title>{escape(at.words.say('feed.entry', version=version))}</title>",
        f"<updated>{moment(date) if isinstance(date, When) else moment(edition(at)[1])}</updated>",
        _page(at),
        f"<summary>{escape(at.flat(summary) if summary is not None else '')}</summary>",
        "</entry>",
    )
    return "\n".join(lines)


def _page(at: Lens) -> str:
    """The way to the page of changes: without an address, as seen from the feed."""
    path = at.urls.page("changes", at.lang)
    to = at.urls.absolute(path) or relative(at.path, path)
    return (
        f'<link rel="alternate" type="text/html" hreflang="{escape(at.tag)}" href="{escape(to)}"/>'
    )


def _id(at: Lens, name: str) -> str:
    """What is called so in this plan and language, for good."""
    return uuid.uuid5(SPACE, f"{at.site.policy.id} {at.lang} {name}").urn


def _rights(lens: Lens) -> str:
    policy = lens.site.policy
    parts = (lens.words.say("footer.data_licence", licence=policy.licence), policy.licence_url)
    return lens.words["sep.dot"].join(part for part in parts if part)


def moment(when: When) -> str:
    """A date as a feed has it; of a month or a year, its last day.

    >>> moment(When(2024, 2))
    '2024-02-29T00:00:00Z'
    """
    return f"{when.last_day.isoformat()}T00:00:00Z"
