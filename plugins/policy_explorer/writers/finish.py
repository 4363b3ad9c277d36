"""From the workshop to a whole site: every file made, the manifest, and all read back once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from policy_explorer.inputs import originals
from policy_explorer.problems import Refused, said
from policy_explorer.settings import Settings
from policy_explorer.views import citing
from policy_explorer.views.gallery import drawn
from policy_explorer.writers import downloads, manifest, verify
from policy_explorer.writers.hands import spread
from policy_explorer.writers.later import File, Later, all_made
from policy_explorer.writers.manifest import Made
from policy_explorer.writers.store import Store
from policy_explorer.writers.workshop import Workshop

PICTURE, PAGE = ".png", ".html"
Tell = Callable[[str], None]
"""Says a sentence to whoever waits."""
CONTINUED = re.compile(r"\\\n\s*")
"""Where a quoted word of YAML goes on in the next line."""


def fill(
    store: Store[Any],
    settings: Settings,
    shop: Workshop,
    *,
    is_full: bool,
    tell: Tell | None = None,
) -> None:
    """Put every file of a site into a store, and read it back from there.

    `is_full` asks more of the pages. `tell` is told what is being done, as it begins.

    Problems (raised as `Refused`): broken-site, and what cannot be drawn.
    """
    tell = tell or _untold
    _keep_all(store, shop, tell)
    inputs = originals.read(settings)
    mark = manifest.mark(store.digests(), _made(settings, shop, inputs))
    store.kept.update({path: store.put(path, data) for path, data in mark.items()})
    tell(said("reading {} files back …", len(store)))
    flaws = verify.flaws(store, _terms(settings, shop, inputs), is_full=is_full)
    if flaws:
        raise Refused(flaws)


def _untold(_: str) -> None:
    """Nobody looks."""


def _keep_all(store: Store[Any], shop: Workshop, tell: Tell) -> None:
    """What can be taken away first, since pages say how large each file is; then the pages."""
    tell(said("drawing charts, making tables …"))
    drawn(shop.charts.values())
    files = shop.taken()
    _draw([file for path, file in files.items() if path.endswith(PICTURE)])
    taken = all_made(files)
    weights = downloads.weights(taken.items())
    store.keep(taken.items())
    del files, taken  # a plan of thousands of items has a hundred MB of it
    shop.press.prepare()
    pages = (*shop.pages(weights), *shop.frames(), *shop.parts())
    tell(said("making {} pages …", sum(path.endswith(PAGE) for path, _ in pages)))
    store.keep(pages)


def _draw(pictures: Iterable[File]) -> None:
    """Draw pictures by all hands: one takes as long as fifty pages."""
    later = [one for one in pictures if isinstance(one, Later)]
    for one, data in zip(later, spread(Later.once, later, worth=4), strict=True):
        one.put(data)


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
