"""The live server: the site in memory, built again whenever a file changes."""

from __future__ import annotations

import mimetypes
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from policy_explorer import pipeline
from policy_explorer.problems import Refused, as_text
from policy_explorer.settings import Settings
from policy_explorer.writers.later import File, made

HOST = "127.0.0.1"
PAUSE = 0.3
"""Seconds between two looks at the files."""
TYPES = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
WATCHED = ("templates", "static", "content")
"""Folders of the theme, beside its own files."""
Say = Callable[[str], None]


@dataclass(slots=True)
class Shelf:
    """The site as last built; replaced whole, so no request sees half of one."""

    files: dict[str, File] = field(default_factory=dict)
    trouble: str = ""


class Handler(BaseHTTPRequestHandler):
    """Answers from the shelf of its server."""

    server: Server

    def do_GET(self) -> None:
        """The file under the address, the page of a folder, or the page that says there is none."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """The same without the body."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if not path or path.endswith("/"):
            path += "index.html"
        files = self.server.shelf.files
        found = files.get(path)
        body = made(found if found is not None else files.get("404.html", self._trouble()))
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Type", _type(path if found is not None else "404.html"))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _trouble(self) -> bytes:
        """What stands where no site could be built yet: the Problems, as plain text."""
        words = self.server.shelf.trouble.replace("&", "&amp;").replace("<", "&lt;")
        return f"<!doctype html><meta charset=utf-8><pre>{words}</pre>".encode()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Requests are not news."""


class Server(ThreadingHTTPServer):
    """The server and what it serves."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        """Bind to this machine alone. OSError: the port is taken."""
        super().__init__((HOST, port), Handler)
        self.shelf = Shelf()


def serve(settings: Settings, port: int, say: Say) -> None:
    """Build, serve, and build again on change, until interrupted.

    A mistake in the data is said and costs nothing: the last good site stays.
    """
    server = Server(port)
    rebuild(server, settings, say)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://{HOST}:{server.server_address[1]}/  (Ctrl-C stops)")
    try:
        watch(settings, lambda: rebuild(server, settings, say))
    finally:
        server.shutdown()
        server.server_close()


def rebuild(server: Server, settings: Settings, say: Say) -> None:
    """Put a fresh site on the shelf, or say why the old one stays."""
    start = time.perf_counter()
    try:
        files = pipeline.draft(settings)
    except Refused as refused:
        server.shelf.trouble = as_text(refused.problems)
        say(server.shelf.trouble)
        return
    server.shelf = Shelf(files)
    pages = sum(1 for path in files if path.endswith(".html"))
    say(f"{pages} pages in {time.perf_counter() - start:.2f} s")


def watch(settings: Settings, changed: Callable[[], None]) -> None:
    """Call `changed` after each change of a watched file; never returns."""
    before = dict(_stamps(settings))
    while True:
        time.sleep(PAUSE)
        now = dict(_stamps(settings))
        if now != before:
            before = now
            changed()


def _stamps(settings: Settings) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every watched file with its time and size."""
    theme = settings.theme
    folders = (settings.data, settings.content, *(theme / name for name in WATCHED))
    loose = (*theme.glob("*.yaml"), *settings.data.parent.glob("*.yaml"))
    tokens = () if settings.tokens is None else (settings.tokens,)
    for path in (*(p for folder in folders for p in folder.rglob("*")), *loose, *tokens):
        yield from _stamp(path)


def _stamp(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        found = path.stat()
    except OSError:
        return  # gone between listing and looking: the next look will see it
    yield str(path), (found.st_mtime_ns, found.st_size)


def _type(path: str) -> str:
    suffix = Path(path).suffix
    kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or suffix in {".js", ".json", ".svg"}
    return f"{kind}; charset=utf-8" if is_text else kind
