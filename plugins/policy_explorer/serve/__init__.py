"""The live server: the site in memory, made again at every change, and shown by itself."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from policy_explorer import excerpt, pipeline
from policy_explorer.problems import PLAIN, Manner, Problem, Refused, as_text, said
from policy_explorer.serve import restart
from policy_explorer.serve.answers import Server, bound
from policy_explorer.serve.stage import Stage
from policy_explorer.serve.watch import changes
from policy_explorer.settings import Settings


@dataclass(frozen=True, slots=True)
class Voice:
    """How the terminal is spoken to."""

    say: Callable[[str], None]
    manner: Manner = PLAIN

    def tell(self, settings: Settings, problems: Iterable[Problem]) -> None:
        """Say what is wrong, each with its line as it stands now."""
        self.say(as_text(problems, replace(self.manner, line_of=excerpt.lines(settings))))


def serve(settings: Settings, port: int | None, voice: Voice) -> None:
    """Build, serve, and build again on change, until interrupted; new code starts it anew.

    A mistake in the data is said, in the page and here, and costs nothing: the last good site
    stays. What changes while a site is being made is seen after it. OSError: the port is taken.
    """
    server = bound(port, Stage(settings))
    _end_well()
    try:
        for changed in changes(settings):
            if code := restart.code_among(changed):
                _renew(server, code, voice)
                continue
            rebuild(server.stage, voice)
            if not server.is_open:
                server.start()
                gc.freeze()  # what stays: looking through it again halted one edit in sixteen
                voice.say(said("{}/  (Ctrl-C stops)", server.address))
    finally:
        server.close()


def _end_well() -> None:
    """Being ended by another program is as clean as Ctrl-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _renew(server: Server, code: restart.Code, voice: Voice) -> None:
    """Start again with the new code, or say why it cannot start and go on with the old."""
    if trouble := restart.trouble_in(code, server.stage.settings):
        server.stage.refuse(trouble)
        voice.tell(server.stage.settings, trouble)
        return
    voice.say(said("the program has changed: starting again"))
    server.close()
    restart.again(server.port)


def rebuild(stage: Stage, voice: Voice) -> None:
    """Put a fresh site on the stage, or say why the old one stays."""
    start = time.perf_counter()
    try:
        made = pipeline.draft(stage.settings)
    except Refused as refused:
        stage.refuse(refused.problems)
        voice.tell(stage.settings, refused.problems)
        return
    except OSError as error:  # a file went away while it was read: that is a change to come
        voice.say(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return
    stage.put(made)
    if made.problems:
        voice.tell(stage.settings, made.problems)
    items, facts = len(made.site.records), len(made.site.facts)
    seconds = f"{time.perf_counter() - start:.2f}"
    voice.say(said("fine: {} items, {} facts, in {} s", items, facts, seconds))
