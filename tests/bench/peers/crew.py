"""The peers: how each is got ready for a plan, outside of what is measured, and what is run."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.peers import pages
from tests.bench.peers.jobs import Job

FOLDER = Path(__file__).parent
HUGO = {
    "hugo.yaml": ("hugo.yaml",),
    "content.gotmpl": ("content/zh/_content.gotmpl", "content/en/_content.gotmpl"),
    "items.html": ("layouts/_partials/items.html",),
    "plan.html": ("layouts/_partials/plan.html",),
    "nav.html": ("layouts/_partials/nav.html",),
    "line.html": ("layouts/_partials/line.html",),
    "facts.html": ("layouts/_partials/facts.html",),
    "source.html": ("layouts/_partials/source.html",),
    "ground.html": ("layouts/_partials/ground.html",),
    "baseof.html": ("layouts/baseof.html",),
    "home.html": ("layouts/home.html",),
    "page.html": ("layouts/page.html",),
}
"""Where Hugo looks for each of our files."""
PELICAN = """\
PATH, OUTPUT_PATH, THEME = {paths}
{plan} = {folder!r}
PLUGINS = ["tests.bench.peers.by_pelican"]
TIMEZONE = "UTC"
DIRECT_TEMPLATES = ()
STATIC_PATHS = ()
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_ENVIRONMENT = {{"autoescape": True}}
"""
MKDOCS = {"site_name": "peer", "use_directory_urls": False, "plugins": []}


def jinja(plan: Path, work: Path) -> Job:
    """Jinja alone."""
    output = work / "output"
    return Job(_python("by_jinja", plan, output), output)


def pelican(plan: Path, work: Path) -> Job:
    """Pelican with a bare plugin, a theme of one template and no content of its own."""
    content, output, theme = (work / name for name in ("content", "output", "theme"))
    content.mkdir(parents=True)
    _put(pages.TEMPLATE, theme / "templates/page.html")
    (theme / "static").mkdir()
    paths = tuple(map(str, (content, output, theme)))
    words = PELICAN.format(paths=paths, plan=pages.PLAN, folder=str(plan))
    settings = work / "settings.py"
    settings.write_text(words, encoding="utf-8")
    return Job((sys.executable, "-m", "pelican", "--settings", str(settings)), output)


def hugo(plan: Path, work: Path, program: str) -> Job:
    """Hugo with the plan as its data, and pages that a content adapter makes of it."""
    shutil.copytree(plan / "data", work / "data")
    for name, places in HUGO.items():
        for place in places:
            _put(FOLDER / "hugo" / name, work / place)
    output = work / "public"
    command = (program, "--quiet", "--source", str(work), "--destination", str(output))
    return Job((*command, "--cacheDir", str(work / "cache")), output)


def eleventy(plan: Path, work: Path, program: str) -> Job:
    """Eleventy with pages by pagination over data; the template is Jinja's."""
    config = work / "eleventy.config.cjs"
    _put(FOLDER / "eleventy" / config.name, config)
    front = (FOLDER / "eleventy/front.yaml").read_text(encoding="utf-8")
    (work / "src").mkdir()
    words = front + pages.TEMPLATE.read_text(encoding="utf-8")
    (work / "src/page.njk").write_text(words, encoding="utf-8")
    output, packages = work / "output", Path(program).resolve().parents[2]
    # its paths are relative to where it is started
    command = f'cd "$0" && exec "$1" --quiet --config={config.name} --output={output.name}'
    env = {"PEER_DATA": str(plan / "data"), "NODE_PATH": str(packages)}
    return Job((_shell(), "-c", command, str(work), program), output, env)


def mkdocs(plan: Path, work: Path, program: str) -> Job:
    """MkDocs with Markdown that a script makes of the plan, which is measured with it."""
    docs, output = work / "docs", work / "site"
    _put(FOLDER / "mkdocs.html", work / "theme/main.html")
    own = {"theme": {"name": None, "custom_dir": "theme"}, "docs_dir": str(docs)}
    config = work / "mkdocs.yaml"
    config.write_text(json.dumps(MKDOCS | own), encoding="utf-8")
    command = (program, "build", "--quiet", "--config-file", str(config), "--site-dir", str(output))
    return Job((*_python("by_mkdocs", plan, docs), *command), output)


OWN: dict[str, tuple[str, Callable[[Path, Path], Job]]] = {
    "jinja": ("Jinja alone", jinja),
    "pelican": ("Pelican, a bare plugin", pelican),
}
"""Peers made of what we ourselves depend on: their words, and how they are got ready."""
OTHERS: dict[str, tuple[str, Callable[[Path, Path, str], Job]]] = {
    "hugo": ("Hugo", hugo),
    "eleventy": ("Eleventy", eleventy),
    "mkdocs": ("MkDocs", mkdocs),
}
"""Peers that may or may not be here."""


def writing(site: Path, work: Path) -> Job:
    """The floor: the bytes of a site, read and written."""
    output = work / "output"
    return Job(_python("by_writing", site, output), output)


def _python(module: str, *paths: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", f"tests.bench.peers.{module}", *map(str, paths))


def _shell() -> str:
    return shutil.which("sh") or "/bin/sh"


def _put(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
