"""card.png: one for each language, shown where a page without a picture of its own is shared."""

from __future__ import annotations

from policy_explorer.charts.card import card
from policy_explorer.charts.palette import Palette
from policy_explorer.views.card import said
from policy_explorer.views.lens import Lens
from policy_explorer.writers.later import File, Later
from policy_explorer.writers.pictures import Studio

DPI = 72


def cards(lenses: tuple[Lens, ...], palette: Palette, studio: Studio) -> dict[str, File]:
    """Each by its path; none without an address, by which alone a picture can be named."""
    if not studio.is_open or not lenses[0].urls.site_url:
        return {}
    return {one.urls.card(one.lang): _card(one, palette, studio) for one in lenses}


def _card(lens: Lens, palette: Palette, studio: Studio) -> Later:
    return Later(lambda: studio.png(card(said(lens), palette), 1.0, DPI))
