"""Style sheets, scripts and the plotly.js bundle: joined, named by what they hold."""

from __future__ import annotations

import hashlib
import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from policy_explorer.problems import Problem, Refused

FOLDER = "assets"
PART = 16
"""Signs of a digest that stay on one line."""
RESIZE = "embed/resize.js"
"""The script that other sites load: its address never changes."""
NPM_BUNDLE = Path("node_modules/plotly.js-basic-dist-min/plotly-basic.min.js")
WHEEL_BUNDLE = Path("package_data/plotly.min.js")
NPM_LICENCE = NPM_BUNDLE.with_name("LICENSE")
WHEEL_LICENCE = "licenses/LICENSE.txt"
BANNER = re.compile(r"/\*+(.*?)\*/", re.DOTALL)
SAYS = re.compile(
    r"(?P<name>\S.*?) v(?P<version>\d[\w.-]*)\n.*Licensed under the (?P<licence>\S+) license",
    re.DOTALL,
)
"""What a banner says: name, version, licence."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
STYLE_ID = re.compile(rb'getElementById\("([0-9a-f]{64})"\)')
REMARK = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]+", re.MULTILINE | re.DOTALL)
"""Remarks on lines of their own, and what lines are set in by; no script here has text of lines."""
AROUND = re.compile(r" ?([{};,>]) ?|: ")


Stamps = tuple[tuple[Path, int, int], ...]
"""Files, each with its time and size."""
SHEETS = ("home", "grid", "charts", "ledger", "brief")
"""Folders of components that few pages show, each a style sheet of its own beside the site's."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A file that others made: what it says of itself, where it stands, what it holds."""

    name: str
    version: str
    licence: str
    path: str
    """From the site's root."""
    digest: tuple[str, ...]
    """SHA-256 of the file, in parts after which a line may end."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Every asset's path from the site's root by its name in templates, and its bytes."""

    paths: Mapping[str, str]
    plotly_styles: str
    """Ids under which the bundle would put style elements of its own, for the page to hold."""
    plotly_notice: str
    """What the bundle says of itself, then the licence it came with, word for word."""
    shipped: tuple[Shipped, ...]
    """The files that others made."""
    files: tuple[tuple[str, bytes], ...]


def collect(theme: Path, tokens: Path | None = None) -> Assets:
    """The assets of a theme; a plan's own tokens come after the theme's."""
    own = (tokens,) if tokens is not None else ()
    files = (*sorted((theme / "static").rglob("*.*")), bundle(theme), *own)
    stats = ((path, path.stat()) for path in files)
    stamps = tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)
    return _collected(theme, tokens, stamps)


@lru_cache(maxsize=2)
def _collected(theme: Path, tokens: Path | None, stamps: Stamps) -> Assets:  # noqa: ARG001
    """The same, made anew only where a file has another stamp."""
    static = theme / "static"
    plotly = bundle(theme).read_bytes()
    named = {
        "css": _named("site", "css", minified(style_sheet(static / "css", tokens)).encode()),
        **{f"{name}_css": _named(name, "css", _sheet(static, name)) for name in SHEETS},
        "js": _named("site", "js", _script(static, "site")),
        "charts_js": _named("charts", "js", _script(static, "charts", "take", "whatif")),
        "embed_js": _named("embed", "js", _script(static, "embed")),
        "search_js": _named("search", "js", _script(static, "search")),
        "search_css": _named("search", "css", _loose(static / "css/search.css")),
        "plotly": _named("plotly", "js", plotly),
        "plotly_css": _named("plotly", "css", (static / "css/plotly.css").read_bytes()),
        "icon": _named("icon", "svg", (static / "icon.svg").read_bytes()),
    }
    return Assets(
        paths={key: path for key, (path, _) in named.items()},
        plotly_styles=own_styles(plotly),
        plotly_notice=notice(theme, plotly),
        shipped=(shipped(*named["plotly"]),),
        files=(*named.values(), (RESIZE, _script(static, "resize"))),
    )


def _sheet(static: Path, name: str) -> bytes:
    return minified(_joined(static / "css" / name)).encode()


def _script(static: Path, *names: str) -> bytes:
    """Scripts as one file, without remarks; each is a classic script that shares nothing."""
    return b"".join(REMARK.sub(b"", (static / f"js/{name}.js").read_bytes()) for name in names)


def _loose(path: Path) -> bytes:
    """A sheet of its own, which comes with the first use of what it dresses."""
    return minified(path.read_text(encoding="utf-8")).encode()


def own_styles(plotly: bytes) -> str:
    """Ids of the style elements a bundle makes unless they are there, parted by spaces.

    The full bundle brings the style of its maps; the pages' policy forbids it, and no chart here
    needs it. Where an element of that id stands already, the bundle leaves it alone.
    """
    found = dict.fromkeys(STYLE_ID.findall(plotly))
    return " ".join(name.decode() for name in found)


def banner(bundle: bytes) -> str:
    """The remark at the head of a bundle: name, version, whose it is."""
    head = BANNER.match(bundle.decode())
    lines = head[1].splitlines() if head else []
    return "\n".join(line.strip(" *") for line in lines).strip()


def shipped(path: str, bundle: bytes) -> Shipped:
    """A bundle as it is told of on the page of licences; `ValueError` where it has no banner."""
    found = SAYS.match(banner(bundle))
    if found is None:
        raise ValueError(path)
    digest = hashlib.sha256(bundle).hexdigest()
    parts = tuple(digest[at : at + PART] for at in range(0, len(digest), PART))
    return Shipped(found["name"], found["version"], found["licence"], path, parts)


def notice(theme: Path, plotly: bytes) -> str:
    """What the bundle says of itself, and its licence."""
    said = banner(plotly)
    npm = theme / NPM_LICENCE
    if npm.is_file():
        licence = npm.read_text(encoding="utf-8")
    else:
        licence = metadata.distribution("plotly").read_text(WHEEL_LICENCE) or ""
    return f"{said}\n\n{licence}".strip()


def style_sheet(folder: Path, tokens: Path | None = None) -> str:
    """The layers in their order as one sheet: 0-…, the tokens, …, components, utilities, print."""
    return "\n".join(path.read_text(encoding="utf-8") for path in _sheets(folder, tokens))


def _joined(folder: Path) -> str:
    """The sheets of a folder: for pages of one kind only, so that no other has to load them."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))


def _sheets(folder: Path, tokens: Path | None) -> Iterator[Path]:
    numbered = sorted(folder.glob("[0-9]-*.css"))
    for path in numbered:
        if path.name.startswith("6"):
            yield from sorted((folder / "components").glob("*.css"))
        yield path
        if path.name.startswith("2") and tokens is not None:
            yield tokens


def minified(css: str) -> str:
    """The sheet without comments and idle white space; strings hold neither in this theme."""
    flat = SPACE.sub(" ", COMMENT.sub("", css))
    return AROUND.sub(lambda m: m[1] or ":", flat).replace(";}", "}").strip() + "\n"


def bundle(theme: Path) -> Path:
    """plotly.js: the basic bundle where npm brought it, else the one inside the plotly wheel.

    The wheel is found by its place; importing plotly would cost more than a build.
    """
    npm = theme / NPM_BUNDLE
    if npm.is_file():
        return npm
    spec = importlib.util.find_spec("plotly")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / WHEEL_BUNDLE
        if path.is_file():
            return path
    message = "plotly.js is neither in theme/node_modules nor in the plotly package"
    problem = Problem(npm.as_posix(), 1, 1, "missing-file", message, "run python3 dev.py serve")
    raise Refused([problem])


def _named(stem: str, suffix: str, data: bytes) -> tuple[str, bytes]:
    digest = hashlib.sha256(data).hexdigest()[:10]
    return f"{FOLDER}/{stem}-{digest}.{suffix}", data
