"""The pages that go with any plan: on paper, the data, its versions, the licences."""

from __future__ import annotations

from collections.abc import Iterator

from policy_explorer.views.brief import brief_view
from policy_explorer.views.data import data_view
from policy_explorer.views.desk import Desk, Page, single
from policy_explorer.views.imprint import changes_view, licences_view


def of_site(desk: Desk) -> Iterator[Page]:
    """These pages in one language."""
    yield _page(desk, "brief", brief_view(desk.at("brief"), desk.gallery))
    yield _page(desk, "data", data_view(desk.at("data"), desk.gallery, desk.weights))
    yield _page(desk, "changes", changes_view(desk.at("changes")))
    yield _page(desk, "licenses", licences_view(desk.at("licenses")))


def _page(desk: Desk, name: str, view: object) -> Page:
    return Page(single(desk.at(name), name, name, name), f"{name}.html", view)
