"""Views -> pages, through the theme's own templates; every word escaped."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from pickle import UnpicklingError
from types import MappingProxyType

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Macro

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


class Compiled(FileSystemBytecodeCache):
    """Templates as Jinja has compiled them, known by their words; for each Jinja its own folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made until something is kept."""
        super().__init__(str(folder / f"jinja-{version('jinja2')}"), "%s.bin")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take one that was kept; what cannot be read is compiled again."""
        try:
            super().load_bytecode(bucket)
        except (OSError, ValueError, EOFError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one; where that cannot be, it is compiled again next time."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


@lru_cache
def _environment(folder: Path, cache: Path | None) -> Environment:
    """Templates, compiled once and again when edited; escaping and strictness stay on."""
    made = Environment(
        bytecode_cache=Compiled(cache) if cache is not None else None,
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
        cache: Path | None = None,
    ) -> None:
        """Take the templates of a theme.

        `hints`: for each language's tag, where its names may break. `old`: ids that were renamed.
        `cache`: where compiled templates are kept, if anywhere.
        """
        self.assets = assets
        self.hints = hints
        self.old = old
        self.folder = theme / "templates"
        self.env = _environment(self.folder, cache)
        self._kept: dict[tuple[str, int], tuple[object, str]] = {}

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

    def _once(self, macro: Macro, given: object, words: Words) -> str:
        """What a macro gives for a thing: the first time it is asked for that very thing."""
        key = macro.name, id(given)
        if key not in self._kept:
            self._kept[key] = given, macro(given, words)  # kept as well: its number stays its own
        return self._kept[key][1]

    def component(self, file: str, name: str, given: Mapping[str, object]) -> str:
        """What a component of a template gives for these arguments: safe HTML."""
        module = self.env.get_template(f"macros/{file}.html").module
        shown: str = getattr(module, name)(**given)
        return shown

    def links(self, up: str) -> Mapping[str, object]:
        """The assets by the way `up` to the root, what the bundle says of itself, the policies."""
        made = self.assets
        told: dict[str, object] = {
            "plotly_styles": made.plotly_styles,
            "plotly_notice": made.plotly_notice,
        }
        told |= {
            "once": self._once,
            "policy": meta(PAGE),
            "framed_policy": meta(FRAMED),
            "root": up,
        }
        paths = {name: up + to for name, to in made.paths.items()}
        return {**paths, **told, "shipped": made.shipped}
