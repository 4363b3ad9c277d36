"""A name edited in a plan of 500 items: from saving it to its page being new, beside others.

Ours is served live, and built anew over what is there; Hugo and Eleventy watch. All pages that
name the item are then looked at until they have the new words; those that never do are stale.
"""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import plans
from tests.bench.bench import Bench, Lacking, Measure, NotMeasured, Sample, Subject, tell
from tests.bench.peers import crew, jobs, tools, watched
from tests.bench.peers.jobs import Job
from tests.bench.peers.ours import Home
from tests.bench.peers.watched import Watcher

ITEMS, ROUNDS = 500, 7
PAGE, NAME = "en/works/i-250.html", "Work number 250"
"""The item that is edited; it is not in the menu of the peers, or every page would name it."""
MARKED = re.compile(rf"{NAME} mark\d+|{NAME}\b")
INLINE = re.compile(r"</?(b|span)\b[^>]*>")
"""Our links keep the last two letters of a name together with their sign."""
LATE, STALE, REST = 120.0, 10.0, 1.0
"""Seconds: for the page to be new, for the others after it, and of peace before an edit."""
MEASURES = (
    Measure("first", "its page is new, ms"),
    Measure("all", "all that name it, ms"),
    Measure("cpu", "cpu of an edit, ms"),
    Measure("naming", "pages that name it"),
    Measure("stale", "of these stale"),
)
WATCHERS = {
    "hugo": ("Hugo, `--watch`", crew.hugo),
    "eleventy": ("Eleventy, `--watch`", crew.eleventy),
}


@contextmanager
def ready() -> Iterator[Bench]:
    """The plan once for each, each with its site; all watch from now on."""
    if platform.system() != "Linux":
        raise Lacking("left out: only Linux tells what a running program took")
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder, marks = Path(name), count(1)
        home = Home(folder / "home")
        once = home.job(plans.write(folder / "once", ITEMS), folder / "site")
        jobs.taken(once)
        live = stack.enter_context(watched.live(home, plans.write(folder / "live", ITEMS)))
        naming = named(once.output)
        subjects = [
            Subject("live", "ours, live", partial(saved, folder / "live", live, naming, marks)),
            Subject("once", "ours, built again", partial(_built, folder / "once", once, marks)),
        ]
        for key, watcher in _peers(folder, stack):
            own = folder / key / "data" if key == "hugo" else folder / f"{key}-plan"
            measure = partial(saved, own, watcher, named(watcher.site), marks)
            subjects.append(Subject(key, WATCHERS[key][0], measure, against="live"))
        yield Bench(tuple(subjects), MEASURES, _terms(), ROUNDS, is_paired=False)


def _peers(folder: Path, stack: ExitStack) -> Iterator[tuple[str, Watcher]]:
    for key, (_, get) in WATCHERS.items():
        if program := tools.find(key):
            (folder / key).mkdir()
            job = get(plans.write(folder / f"{key}-plan", ITEMS), folder / key, program)
            yield key, stack.enter_context(watched.watching(watched.of(key, job), PAGE))
        else:
            tell(f"  {key} is left out: it is neither on the path nor where {tools.FOLDERS} says")


def named(site: Path) -> tuple[str, ...]:
    """The pages of a site that name the item."""
    paths = (path for path in sorted(site.rglob("*.html")) if _names(path.read_text("utf-8")))
    return tuple(path.relative_to(site).as_posix() for path in paths)


def saved(plan: Path, watcher: Watcher, naming: tuple[str, ...], marks: Iterator[int]) -> Sample:
    """From saving a new name to its page, and all that name it, having it in a watched site."""
    time.sleep(REST)
    before = watcher.cpu()
    words, start = _save(plan, next(marks)), time.perf_counter()
    is_new = partial(_is_new, watcher.see, words)
    if not _until(lambda: is_new(PAGE), LATE):
        raise NotMeasured(f"{watcher.site}/{PAGE} has not become new in {LATE:.0f} s")
    first = time.perf_counter() - start
    stale = set(naming)

    def are_new() -> bool:
        stale.difference_update([page for page in stale if is_new(page)])
        return not stale

    _until(are_new, STALE)
    done = time.perf_counter() - start
    time.sleep(REST)  # what is still being made belongs to this edit
    return _sample(first, done, watcher.cpu() - before, naming, stale)


def _built(plan: Path, job: Job, marks: Iterator[int]) -> Sample:
    """The same for one build over what is there: it is new when the program ends."""
    naming, words = named(job.output), _save(plan, next(marks))
    took = jobs.taken(job)
    stale = {page for page in naming if not _is_new(watched.reader(job.output), words, page)}
    return _sample(took["wall"], took["wall"], took["cpu"], naming, stale)


def _sample(
    first: float, done: float, cpu: float, naming: tuple[str, ...], stale: set[str]
) -> Sample:
    times = {"first": first, "all": done, "cpu": cpu}
    found = {key: value * 1000 for key, value in times.items()}
    return {**found, "naming": len(naming), "stale": len(stale)}


def _save(plan: Path, number: int) -> str:
    """Write a new name into the plan; the name is returned."""
    words = f"{NAME} mark{number}"
    for path in sorted(plan.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if re.search(rf"en: {NAME}\b", text):
            path.write_text(MARKED.sub(words, text, count=1), encoding="utf-8")
            return words
    raise NotMeasured(f"{plan}: no {NAME}")


def _is_new(see: Callable[[str], str], words: str, page: str) -> bool:
    """Whether a page has the new name, and no other one of this item."""
    return _names(see(page)) == {words}


def _names(page: str) -> set[str]:
    """What the item is called in a page."""
    return set(MARKED.findall(INLINE.sub("", page)))


def _until(is_so: Callable[[], bool], seconds: float) -> bool:
    end = time.perf_counter() + seconds
    while not (found := is_so()) and time.perf_counter() < end:
        time.sleep(0.004)
    return found


def _terms() -> Mapping[str, str | int | float]:
    there = {key: found for key in WATCHERS if (found := tools.find(key))}
    return {
        "cores": os.cpu_count() or 1,
        "load before": round(os.getloadavg()[0], 1),
        "Python": platform.python_version(),
        "items": ITEMS,
        **{key: tools.version(program, key) for key, program in there.items()},
    }
