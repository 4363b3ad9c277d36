"""The live server: the site in memory, made again at every change, and shown by itself."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable

from policy_explorer import pipeline
from policy_explorer.problems import Refused, as_text
from policy_explorer.serve import restart
from policy_explorer.serve.answers import Server, bound
from policy_explorer.serve.stage import Stage
from policy_explorer.serve.watch import changes
from policy_explorer.settings import Settings

Say = Callable[[str], None]


def serve(settings: Settings, port: int | None, say: Say) -> None:
    """Build, serve, and build again on change, until interrupted; new code starts it anew.

    A mistake in the data is said, in the page and here, and costs nothing: the last good site
    stays. What changes while a site is being made is seen after it. OSError: the port is taken.
    """
    server = bound(port, Stage(settings))
    _end_well()
    try:
        for changed in changes(settings):
            if code := restart.code_among(changed):
                _renew(server, code, say)
                continue
            rebuild(server.stage, say)
            if not server.is_open:
                server.start()
                say(f"{server.address}/  (Ctrl-C stops)")
    finally:
        server.close()


def _end_well() -> None:
    """Being ended by another program is as clean as Ctrl-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _renew(server: Server, code: restart.Code, say: Say) -> None:
    """Start again with the new code, or say why it cannot start and go on with the old."""
    if trouble := restart.trouble_in(code, server.stage.settings):
        server.stage.refuse(trouble)
        say(as_text(trouble))
        return
    say("the program has changed: starting again")
    server.close()
    restart.again(server.port)


def rebuild(stage: Stage, say: Say) -> None:
    """Put a fresh site on the stage, or say why the old one stays."""
    start = time.perf_counter()
    try:
        made = pipeline.draft(stage.settings)
    except Refused as refused:
        stage.refuse(refused.problems)
        say(as_text(refused.problems))
        return
    except OSError as error:  # a file went away while it was read: that is a change to come
        say(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return
    stage.put(made)
    if made.problems:
        say(as_text(made.problems))
    said = f"{len(made.site.records)} items, {len(made.site.facts)} facts"
    say(f"fine: {said}, in {time.perf_counter() - start:.2f} s")
