"""yaml-language-server, spoken to as an editor does: it is what VS Code's YAML extension runs."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, Any

from tests.bench import npm

FOLDER = Path(__file__).parent
ENTRY = "yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
"""Seconds for one answer."""
Message = dict[str, Any]


class Editor:
    """An editor with a workspace and the settings of its `.vscode/settings.json`."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Mapping[str, Any]) -> None:
        """Messages are read aside, since the server asks questions of its own."""
        if process.stdin is None or process.stdout is None:
            raise TypeError(process)
        self._out, self._in = process.stdin, process.stdout
        self._settings = settings
        self._ids = itertools.count(1)
        self._heard: Queue[Message] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def ask(self, method: str, **params: Any) -> Any:  # noqa: ANN401 -- whatever the answer is
        """What the server answers."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda m: m.get("id") == number and "method" not in m)["result"]

    def tell(self, method: str, **params: Any) -> None:  # noqa: ANN401 -- whatever is told
        """Something that needs no answer."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, words: str) -> list[Message]:
        """What is wrong with a file, by the server's diagnostics."""
        file = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": words}
        self.tell("textDocument/didOpen", textDocument=file)
        found = self._until(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == path.as_uri()
            )
        )
        rows: list[Message] = found["params"]["diagnostics"]
        return rows

    def at(self, method: str, path: Path, line: int, col: int) -> Any:  # noqa: ANN401 -- as asked
        """What the server offers or says at a place; lines and columns count from 0."""
        place = {"line": line, "character": col}
        file = {"uri": path.as_uri()}
        return self.ask(f"textDocument/{method}", textDocument=file, position=place)

    def _until(self, is_it: Any) -> Message:  # noqa: ANN401 -- a test of messages
        while True:
            message = self._heard.get(timeout=PATIENCE)
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif is_it(message):
                return message

    def _answer(self, message: Message) -> Any:  # noqa: ANN401 -- whatever was asked
        if message["method"] != "workspace/configuration":
            return None
        items = message["params"]["items"]
        return [self._settings.get(item.get("section", ""), None) for item in items]

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._out.write(f"Content-Length: {len(data)}\r\n\r\n".encode() + data)
        self._out.flush()

    def _listen(self) -> None:
        while (size := _size(self._in)) is not None:
            self._heard.put(json.loads(self._in.read(size)))


def _size(stream: IO[bytes]) -> int | None:
    """The length of the next message; None where there is none."""
    size = None
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    return size


@contextmanager
def opened(folder: Path, settings: Mapping[str, Any]) -> Iterator[Editor]:
    """An editor with a folder open; `Lacking` where there is no node with npm."""
    command = (*npm.program(ENTRY, FOLDER), "--stdio")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        editor = Editor(process, _sections(settings))
        where = {"uri": folder.as_uri(), "name": folder.name}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {}, "hover": {"contentFormat": ["markdown"]}},
        }
        editor.ask(
            "initialize",
            processId=None,
            rootUri=where["uri"],
            workspaceFolders=[where],
            capabilities=able,
        )
        editor.tell("initialized")
        editor.tell("workspace/didChangeConfiguration", settings=_sections(settings))
        try:
            yield editor
        finally:
            process.kill()


def _sections(settings: Mapping[str, Any]) -> dict[str, Any]:
    """`{"yaml.schemas": …}` as servers ask for it: `{"yaml": {"schemas": …}}`."""
    out: dict[str, Any] = {}
    for key, value in settings.items():
        section, _, name = key.partition(".")
        out.setdefault(section, {})[name] = value
    return out
