"""The pages that go with any plan: on paper, the data, its versions, the licences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from policy_explorer.views.brief import brief_view
from policy_explorer.views.data import data_view
from policy_explorer.views.desk import Desk, Leaf, Page, single
from policy_explorer.views.imprint import changes_view, licences_view
from policy_explorer.views.lens import Lens


def of_site(desk: Desk) -> Iterator[Leaf]:
    """These pages in one language."""
    for name, view in VIEWS.items():
        yield desk.leaf(name, _page, name, view)


def _page(desk: Desk, name: str, view: Callable[[Desk, Lens], object]) -> Page:
    at = desk.at(name)
    return Page(single(at, name, name, name), f"{name}.html", view(desk, at))


VIEWS: dict[str, Callable[[Desk, Lens], object]] = {
    "brief": lambda desk, at: brief_view(at, desk.gallery),
    "data": lambda desk, at: data_view(at, desk.gallery, desk.weights),
    "changes": lambda _, at: changes_view(at),
    "licenses": lambda _, at: licences_view(at),
}
