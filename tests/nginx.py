"""The real nginx on this machine alone, as who runs the tests, with the configuration we ship."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "deploy/nginx.conf"
PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
"""Where it may be, beside the path: what only root starts is often not on it."""
LISTEN, FOLDER = "listen 80;", "root /srv/policy-explorer/site;"
"""What the shipped configuration leaves to its host."""
MAIN = """\
{user}daemon off;
worker_processes 1;
pid {place}/pid;
error_log {place}/error.log warn;
events {{ worker_connections 512; }}
http {{
    access_log off;
    log_not_found off;
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    include {place}/site.conf;
}}
"""
PATIENCE = 100
"""Tenths of a second in which it has to start."""


def executable() -> str | None:
    """Where nginx is, if it is here."""
    return shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), *PLACES)))


@contextmanager
def started(
    program: str, site: Path, place: Path, edits: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """The address at which the shipped configuration serves a site; `place` is an empty folder.

    `edits` are words of the configuration, and what stands in their place.
    """
    port = _free()
    own = SHIPPED.read_text(encoding="utf-8")
    host = {LISTEN: f"listen 127.0.0.1:{port};", FOLDER: f'root "{site}";'}
    for old, new in {**host, **edits}.items():
        assert own.count(old) == 1, old
        own = own.replace(old, new)
    (place / "site.conf").write_text(own, encoding="utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = MAIN.format(user=user, place=place)
    (place / "main.conf").write_text(main, encoding="utf-8")
    command = (program, "-p", str(place), "-e", str(place / "error.log"), "-c", "main.conf")
    with subprocess.Popen(command, cwd=place) as process:
        try:
            _await(process, port, place / "error.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(PATIENCE):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert process.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def ask(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a path as it is written, and its body; `_` in a header's name is a hyphen."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    try:
        connection.request(
            method, path, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()
