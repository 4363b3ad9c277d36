"""From files to a whole site: packed twins, the manifest, and everything read back once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from policy_explorer.problems import Refused
from policy_explorer.settings import Settings
from policy_explorer.views import citing
from policy_explorer.writers import manifest, verify
from policy_explorer.writers.manifest import Made
from policy_explorer.writers.packed import packed
from policy_explorer.writers.workshop import Workshop

CONTINUED = re.compile(r"\\\n\s*")
"""Where a quoted word of YAML goes on in the next line."""


def finished(
    settings: Settings, shop: Workshop, files: Mapping[str, bytes], inputs: Mapping[str, bytes]
) -> dict[str, bytes]:
    """All that is published of these files; `inputs` are those that the plan is written in."""
    whole = {**files, **packed(files)}
    return whole | manifest.mark(whole, _made(settings, shop, inputs))


def verified(
    settings: Settings,
    shop: Workshop,
    files: Mapping[str, bytes],
    inputs: Mapping[str, bytes],
    *,
    is_full: bool,
) -> None:
    """Read a finished site back.

    Problems (raised as `Refused`): broken-site.
    """
    flaws = verify.flaws(files, _terms(settings, shop, inputs), is_full=is_full)
    if flaws:
        raise Refused(flaws)


def _made(settings: Settings, shop: Workshop, inputs: Mapping[str, bytes]) -> Made:
    version, date = citing.edition(shop.lenses[0])
    bundle, faces = shop.press.assets.plotly_notice.partition("\n")[0], shop.studio.faces
    return Made(version, str(date), settings.site_url, inputs, settings.theme, bundle, faces)


def _terms(settings: Settings, shop: Workshop, inputs: Mapping[str, bytes]) -> verify.Terms:
    """What the site is held against; all that was written, by its editors and in the theme."""
    theme = (settings.theme / "strings.yaml", *(settings.theme / "content").glob("*.md"))
    texts = (*inputs.values(), *(path.read_bytes() for path in theme))
    written = CONTINUED.sub("", b"\n".join(texts).decode(errors="replace"))
    folders = tuple(one.urls.folder(one.lang) for one in shop.lenses)
    return verify.Terms(folders, settings.site_url, written)
