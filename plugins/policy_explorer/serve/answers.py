"""What the server says to a browser: pages, what happens, where facts were written."""

from __future__ import annotations

import json
import mimetypes
import select
import socket
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from policy_explorer import words
from policy_explorer.problems import Catalogue, Refused
from policy_explorer.serve import sheets
from policy_explorer.serve.stage import NO_PAGE, Scene, Stage

HOST = "127.0.0.1"
PORT, TRIES = 8000, 10
"""The first port tried where none was asked for, and how many after it."""
TYPES = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
OWN = "__live/"
"""What is no page of the site, but the server's own."""
FILES = ("live.js", "live.css")
ALIVE = 15.0
"""Seconds after which a waiting browser is told that the server is still there."""
STILL = b": still here\n\n"
LASTING = "assets/"
"""Files whose names change with what they hold: a browser need not ask again."""
SNIFF = ("X-Content-Type-Options", "nosniff")


class Server(ThreadingHTTPServer):
    """The server and the stage it shows."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, stage: Stage) -> None:
        """Bind to this machine alone. OSError: the port is taken."""
        super().__init__((HOST, port), Handler)
        self.stage = stage
        self.port: int = self.server_address[1]
        self.address = f"http://{HOST}:{self.port}"
        self.is_open = False
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    def start(self) -> None:
        """Answer from now on, beside whatever else is done."""
        self.is_open = True
        self._thread.start()

    def close(self) -> None:
        """Answer no longer, and give the port back."""
        if self.is_open:
            self.is_open = False
            self.shutdown()
        self.server_close()


def bound(port: int | None, stage: Stage) -> Server:
    """A server at a port, or at the first that is free. OSError: it is taken, or all are."""
    if port is not None:
        return Server(port, stage)
    for number in range(PORT, PORT + TRIES):
        try:
            return Server(number, stage)
        except OSError:
            continue
    return Server(0, stage)


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: Server

    def do_GET(self) -> None:
        """The file under the address, the page of a folder, or the page that says there is none."""
        self._answer()

    def do_HEAD(self) -> None:
        """The same without the body."""
        self._answer()

    def _answer(self) -> None:
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/")
        if not self._is_ours():
            self._send(403, "text/plain", b"this server answers its own machine only\n")
        elif path.startswith(OWN):
            self._own(path.removeprefix(OWN), parse_qs(asked.query))
        else:
            self._page(path)

    def _is_ours(self) -> bool:
        """Whether the browser meant this machine: another site's name must not lead here."""
        name = self.headers.get("Host", "").rpartition(":")[0]
        return name in {HOST, "localhost"}

    def _page(self, path: str) -> None:
        scene = self.server.stage.scene
        path = file_of(path)
        try:
            found = scene.page(path)
            body = found if found is not None else _missing(scene, path)
        except Refused as refused:
            body = sheets.refused(refused.problems)
            found, path = None, "index.html"
        if body is None:
            body = sheets.refused(scene.problems)
        code = 200 if found is not None else 404 if scene.files else 503
        path = path if found is not None else "404.html"
        if path.endswith(".html"):
            body = sheets.lively(body, scene.print(file_of(self.path)))
        self._send(code, _type(path), body)

    def _own(self, name: str, query: Mapping[str, list[str]]) -> None:
        stage = self.server.stage
        if name in FILES:
            self._send(200, _type(name), (Path(__file__).parent / name).read_bytes())
        elif name == "places.json":
            self._send(200, _type(name), json.dumps(dict(stage.scene.places)).encode())
        elif name == "events":
            self._events({key: found[0] for key, found in query.items()})
        elif name.startswith("source/"):
            shown = sheets.source(stage.settings, name.removeprefix("source/"), query)
            self._send(200 if shown else 404, _type(".html"), shown or b"no such file\n")
        else:
            self._send(404, "text/plain", b"no such thing\n")

    def _events(self, asked: Mapping[str, str]) -> None:
        """Tell of every new scene, for as long as the browser listens, in its language."""
        page, lang = file_of(asked.get("page", "")), asked.get("lang", "")
        said = words.catalogue(lang if lang in words.LANGUAGES else "en")
        self.send_response(200)
        self._head("text/event-stream")
        stage, seen, has = self.server.stage, -1, asked.get("print", "")
        try:
            self.wfile.write(b"retry: 300\n\n")
            while self.server.is_open:
                scene = stage.after(seen, ALIVE)
                if self._is_left():
                    return
                is_old, seen = scene.number == seen, scene.number
                told = {} if is_old else self._news(scene, page, has, said)
                has = str(told.get("print", has))
                self.wfile.write(_event(told) if told else STILL)
                self.wfile.flush()
        except OSError:
            return  # the browser has gone

    def _is_left(self) -> bool:
        """Whether the browser has hung up: a page made for it would keep others waiting."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)

    def _news(self, scene: Scene, page: str, has: str, said: Catalogue) -> dict[str, object]:
        """What a browser is told that has a page in the state of a print: the other at once."""
        print_ = scene.print(page)
        is_fresh = print_ not in {has, *NO_PAGE} and page.endswith(".html")
        fresh = scene.page(page) if is_fresh else None
        return {
            "print": print_,
            "page": "" if fresh is None else fresh.decode(),
            "problems": sheets.told(self.server.stage.settings, scene.problems, said),
        }

    def _send(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self._head(kind)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, kind: str) -> None:
        lasts = self.path.startswith(f"/{LASTING}")
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if lasts else "no-store")
        self.send_header(*SNIFF)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Requests are not news."""


def _event(told: Mapping[str, object]) -> bytes:
    return f"data: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def _missing(scene: Scene, path: str) -> bytes | None:
    """The page that says there is none, in the language of the address, for any address."""
    first = path.partition("/")[0]
    name = next((n for n in (f"{first}/404.html", "404.html") if n in scene.files), "")
    page = scene.page(name) if name else None
    return None if page is None else sheets.rooted(page, name)


def file_of(address: str) -> str:
    """The path of the file at an address: a folder's is its page."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def _type(path: str) -> str:
    suffix = Path(path).suffix or path
    kind = TYPES.get(suffix) or mimetypes.guess_type(f"x{suffix}")[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or suffix in {".js", ".json", ".svg"}
    return f"{kind}; charset=utf-8" if is_text else kind
