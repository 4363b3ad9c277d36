"""Views -> pages, through the theme's own templates; every word escaped."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from policy_explorer.model.strings import Words
from policy_explorer.problems import Problem, Refused, said
from policy_explorer.views.desk import Page
from policy_explorer.writers import breaks, phrases, renamed
from policy_explorer.writers.assets import Assets
from policy_explorer.writers.breaks import Breaks
from policy_explorer.writers.renamed import Renamed
from policy_explorer.writers.security import FRAMED, PAGE, meta

OUTWARD = re.compile(r'<a(?= [^>]*\bhref="https?:)')
SAID = '<a aria-describedby="external"'
"""A link that leaves the site says so; the arrow beside it is the style sheet's."""


def dumps(value: object, **_: object) -> str:
    """A value as JSON on one line; `tojson` then escapes what would end the script it stands in.

    The two line ends that only Unicode knows end a line of a script in old browsers.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@lru_cache
def _environment(folder: Path) -> Environment:
    """Templates, compiled once and again when edited; escaping and strictness stay on."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_function"] = dumps
    return made


def _mistake(folder: Path, error: TemplateError) -> Refused:
    """A mistake in a template, at its place there."""
    path, line = "", 0
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or "", error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename).is_relative_to(folder) and not isinstance(
            error, TemplateSyntaxError
        ):
            path, line = frame.filename, frame.lineno or 1
    shown = (
        f"{folder.parent.name}/{folder.name}/{Path(path).relative_to(folder)}" if path else "theme"
    )
    message = said("the template cannot be used: {}", error.message or str(error))
    hint = said("this is a mistake of the theme, not of the data")
    return Refused([Problem(shown, line or 1, 1, "broken-site", message, hint)])


class Press:
    """The templates of a theme."""

    def __init__(
        self,
        theme: Path,
        assets: Assets,
        hints: Mapping[str, Breaks] = MappingProxyType({}),
        old: Renamed = MappingProxyType({}),
    ) -> None:
        """Take the templates of a theme.

        `hints`: for each language's tag, where its names may break. `old`: ids that were renamed.
        """
        self.assets = assets
        self.hints = hints
        self.old = old
        self.folder = theme / "templates"
        self.env = _environment(self.folder)

    def prepare(self) -> None:
        """Compile every template now, once for all processes that make pages.

        Problems (raised as `Refused`): broken-site, at the template's mistake.
        """
        for name in self.env.list_templates():
            try:
                self.env.get_template(name)
            except TemplateError as error:
                raise _mistake(self.folder, error) from error

    def page(self, page: Page, words: Words) -> bytes:
        """One page as UTF-8 HTML, ending in a line end."""
        try:
            return self._page(page, words)
        except TemplateError as error:
            raise _mistake(self.folder, error) from error

    def _page(self, page: Page, words: Words) -> bytes:
        template = self.env.get_template(page.template)
        links = self.links(page.frame.root)
        html = template.render(page=page.frame, view=page.view, t=words, assets=links)
        others = tuple(language.tag for language in page.frame.languages)
        marked = phrases.marked(OUTWARD.sub(SAID, html), page.frame.tag, others)
        marked = renamed.kept(marked, page.frame.kind, self.old)
        done = breaks.broken(marked, self.hints.get(page.frame.tag, {}))
        return (done.rstrip() + "\n").encode()

    def component(self, file: str, name: str, given: Mapping[str, object]) -> str:
        """What a component of a template gives for these arguments: safe HTML."""
        module = self.env.get_template(f"macros/{file}.html").module
        shown: str = getattr(module, name)(**given)
        return shown

    def links(self, up: str) -> Mapping[str, object]:
        """The assets by the way `up` to the root, what the bundle says of itself, the policies."""
        made = self.assets
        told = {"plotly_styles": made.plotly_styles, "plotly_notice": made.plotly_notice}
        told |= {"policy": meta(PAGE), "framed_policy": meta(FRAMED), "root": up}
        paths = {name: up + to for name, to in made.paths.items()}
        return {**paths, **told, "shipped": made.shipped}
