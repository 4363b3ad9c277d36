"""Views -> pages, through the theme's own templates; every word escaped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from policy_explorer.model.strings import Words
from policy_explorer.urls import root
from policy_explorer.views.desk import Page
from policy_explorer.writers.assets import Assets


@dataclass(frozen=True, slots=True)
class Links:
    """The assets' addresses as seen from one page."""

    css: str
    js: str
    charts_js: str
    charts_css: str
    ledger_css: str
    embed_js: str
    search_js: str
    search_css: str
    plotly: str
    plotly_css: str
    icon: str
    plotly_styles: str


class Press:
    """The templates of a theme, read once."""

    def __init__(self, theme: Path, assets: Assets) -> None:
        """Make the environment; autoescape and StrictUndefined are not to be turned off."""
        self.assets = assets
        self.env = Environment(
            loader=FileSystemLoader(theme / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates: dict[str, Template] = {}

    def page(self, page: Page, words: Words) -> bytes:
        """One page as UTF-8 HTML, ending in a line end."""
        template = self._templates.get(page.template)
        if template is None:
            template = self._templates[page.template] = self.env.get_template(page.template)
        links = self.links(page.frame.path)
        html = template.render(page=page.frame, view=page.view, t=words, assets=links)
        return (html.rstrip() + "\n").encode()

    def links(self, path: str) -> Links:
        """The assets as seen from a page."""
        up = root(path)
        names = self.assets
        return Links(
            up + names.css,
            up + names.js,
            up + names.charts_js,
            up + names.charts_css,
            up + names.ledger_css,
            up + names.embed_js,
            up + names.search_js,
            up + names.search_css,
            up + names.plotly,
            up + names.plotly_css,
            up + names.icon,
            names.plotly_styles,
        )
