"""A small web server that does what a good one does: compresses, and keeps connections open."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
TEXT = ("text/", "application/json", "image/svg+xml")
TYPES = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
BEST = 9


class Server(ThreadingHTTPServer):
    """The server and its files: type and body of each path, text compressed beforehand."""

    daemon_threads = True

    def __init__(self) -> None:
        """Bind to any free port of this machine alone; there is nothing to serve yet."""
        self.files: dict[str, tuple[str, bytes]] = {}
        super().__init__((HOST, 0), Handler)

    @property
    def address(self) -> str:
        """Where it is reached, without a closing slash."""
        return f"http://{HOST}:{self.server_address[1]}"

    def hold(self, folder: Path) -> None:
        """Serve the files of a folder as they are now."""
        paths = (path for path in folder.rglob("*") if path.is_file())
        self.files = {path.relative_to(folder).as_posix(): _packed(path) for path in paths}


class Handler(BaseHTTPRequestHandler):
    """Answers from the files of its server."""

    server: Server
    protocol_version = "HTTP/1.1"  # connections stay open
    disable_nagle_algorithm = True  # a short body does not wait for an acknowledgement

    def do_GET(self) -> None:
        """The file under the address, or 404."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        found = self.server.files.get(path)
        kind, body = found or ("text/plain", b"")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if found and kind.startswith(TEXT):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with suppress(ConnectionError):  # a page may be left before all of it came
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Requests are not news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, without a closing slash, at which a folder is served as it is now."""
    with bound() as server:
        server.hold(folder)
        yield server.address


@contextmanager
def bound() -> Iterator[Server]:
    """A server whose address is known before there is anything to serve."""
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _packed(path: Path) -> tuple[str, bytes]:
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or ""
    body = path.read_bytes()
    return kind, gzip.compress(body, BEST, mtime=0) if kind.startswith(TEXT) else body
