"""What the site says of itself: the versions of its data, and under which terms it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policy_explorer.model.record import Record
from policy_explorer.model.when import When
from policy_explorer.views import quantities
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Head
from policy_explorer.views.parts import Link, Rich, Seg

CREDIT = re.compile(r"CC[ -]BY([ -]\d\.\d)?")
"""Licences that ask for credit and nothing else."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the data: its number, its day, what changed in it."""

    number: str
    date: str
    summary: Rich


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All versions, the newest first."""

    head: Head
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class LicencesView:
    """The terms; the notices of what others made come with the files themselves."""

    head: Head
    licence: Link
    """Of the data."""
    cite: Link


def changes_view(lens: Lens) -> ChangesView:
    """The versions in the order of changes.yaml: the newest stands first there."""
    head = Head(Seg(lens.words["title.changes"]), (), (Seg(lens.words["changes.lead"]),))
    return ChangesView(head, tuple(_version(lens, one) for one in lens.site.items("changes")))


def _version(lens: Lens, record: Record) -> Version:
    when = record.props.get("date")
    date = quantities.date(when, lens.words) if isinstance(when, When) else ""
    return Version(record.word("version"), date, lens.rich(record.words("summary")))


def licences_view(lens: Lens) -> LicencesView:
    """The terms of code, data, and what others made."""
    policy, words = lens.site.policy, lens.words
    free = CREDIT.fullmatch(policy.licence)
    lead = words["licenses.lead_by" if free else "licenses.lead"]
    head = Head(Seg(words["title.licenses"]), (), (Seg(lead),))
    cite = Link(words["licenses.cite"], f"{lens.page('data')}#cite")
    return LicencesView(head, Link(policy.licence, policy.licence_url), cite)
